"""Best routes after the removal of one part of the network at a time."""

from __future__ import annotations

from itertools import accumulate, pairwise, repeat
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corridor.chain.steps import BASIS_ORDER
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.freight.search import checked, names_of, searched
from corridor.search.removal_kernel import without_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from corridor.chain.splicing import Hop
    from corridor.freight.arrays import Network
    from corridor.search.pareto import Found


_NO_ARCS = np.empty(0, dtype=np.int64)
_NO_LISTS = np.zeros(2, dtype=np.int64)


class Best(NamedTuple):
    """
    The best route on one criterion.

    Attributes
    ----------
    way
        Its legs in their directions.
    total
        Typical sum of its known parts, in the criterion's unit.
    gaps
        Parts without a figure.
    basis
        The weakest of its known parts.
    """

    way: tuple[Hop, ...]
    total: float
    gaps: int
    basis: str


def best(
    network: Network,
    origin: str,
    destination: str,
    *,
    criterion: str,
    most_gaps: int | None = None,
    without: tuple[str, str] | None = None,
) -> Best | None:
    """
    Find the best route between two places.

    Parameters
    ----------
    network, origin, destination
        As for `corridor.routing.routes.routes`.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.
    most_gaps
        The smallest sum among routes with at most so many gaps; if None, among those with as few as may be.
    without
        ("leg" or "node", id) that it must not touch.

    Returns
    -------
    Best or None
        None if no route is left.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or there is no such criterion, or the ends are the same.
    """
    at = CRITERIA.index(checked((criterion,), origin, destination)[0])
    names = [("ranked", at)] if most_gaps is None else [("typical", at), ("gaps", at)]
    banned = None
    if without is not None:
        banned = np.zeros(len(network.heads), dtype=np.uint8)
        banned[_shut(network, without)] = 1
    found = searched(network, origin, destination, names, banned=banned)
    for sums, path in zip(found.sums.tolist(), found.arcs, strict=True):
        if most_gaps is None or sums[1] <= most_gaps:  # by sum, so that the first that may be is the best
            ranked = sums[0] if most_gaps is None else sums[1] * network.heaviest[at] + sums[0]
            arcs = list(path)
            entered, bases = network.arc_hop[arcs].tolist(), network.basis[arcs, at].tolist()
            return _best(network, entered[:-1], bases, ranked, at)  # the last arc arrives
    return None


def best_without(
    network: Network, origin: str, destination: str, *, criterion: str, parts: Sequence[tuple[str, str]]
) -> list[Best | None]:
    """
    Find the best route with as few gaps as may be, without one part after another.

    Lower bounds of the whole network hold without the part, too, for a removal makes no way shorter; and a
    part that the best route does not touch changes nothing. So each other costs a few microseconds.

    Parameters
    ----------
    network, origin, destination, criterion
        As for `best`.
    parts
        ("leg" or "node", id) each.

    Returns
    -------
    list
        The best route without each part, in their order; None where no route is left.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or there is no such criterion, or the ends are the same.
    """
    at = CRITERIA.index(checked((criterion,), origin, destination)[0])
    source, target = network.origin(origin), network.destination(destination)
    names = [("ranked", at)]
    fixed = (
        network.indptr,
        network.heads,
        network.cached_bounds.weights[names[0]],
        source,
        target,
        network.cached_bounds.towards(target, names)[:, 0],
        network.state_places,
    )
    (total,), whole, (_first, end), (place,) = without_each(*fixed, _NO_ARCS, _NO_LISTS)
    if place >= 0:
        return [best(network, origin, destination, criterion=criterion, without=part) for part in parts]
    if not end:
        return [None] * len(parts)
    entered = network.arc_hop[whole[:-1]].tolist()  # the last arc arrives
    used = {part for hop in entered for part in network.hop_parts[hop]}
    asked = list(used.intersection(parts))
    closed = [_shut(network, part) for part in asked]
    lists, list_ends = np.concatenate([_NO_ARCS, *closed]), np.array([0, *accumulate(map(len, closed))])
    sums, arcs, ends, twice = without_each(*fixed, lists, list_ends)
    now = _best(network, entered, network.basis[whole, at].tolist(), int(total), at)
    after: dict[tuple[str, str], Best | None] = {}
    hops, bases = network.arc_hop[arcs].tolist(), network.basis[arcs, at].tolist()
    rows = zip(asked, twice.tolist(), sums.tolist(), pairwise(ends.tolist()), strict=True)
    for part, place, total, (start, end) in rows:
        if place >= 0:
            after[part] = best(network, origin, destination, criterion=criterion, without=part)
        elif end > start:
            after[part] = _best(network, hops[start : end - 1], bases[start:end], total, at)
        else:
            after[part] = None
    return list(map(after.get, parts, repeat(now)))


def sets_without(
    network: Network, origin: str, destination: str, *, criteria: Sequence[str], legs: Sequence[str]
) -> list[Found]:
    """
    Find the non-dominated set, typical sums and gaps, without one leg after another.

    Parameters
    ----------
    network, origin, destination, criteria
        As for `corridor.routing.routes.routes`.
    legs
        Leg ids.

    Returns
    -------
    list of Found
        In the order of the legs. A leg that no route of the set uses leaves the set as it is.

    Raises
    ------
    UnknownIdError, RouteError
        As for `corridor.routing.routes.routes`.
    """
    names = names_of(network, checked(criteria, origin, destination))
    now = searched(network, origin, destination, names)
    used = {network.hops[at].leg_id for path in now.arcs for at in network.arc_hop[list(path)] if at >= 0}
    found = []
    for leg in legs:
        if leg in used:
            banned = np.zeros(len(network.heads), dtype=np.uint8)
            banned[_shut(network, ("leg", leg))] = 1
            found.append(searched(network, origin, destination, names, banned=banned))
        else:
            found.append(now)
    return found


def _best(network: Network, entered: Sequence[int], bases: Sequence[int], ranked: int, at: int) -> Best:
    """Route of the legs that it enters and their bases, from its sum as `Network.cached_bounds` ranks it."""
    gaps, total = divmod(ranked, network.heaviest[at])
    hops = network.hops
    way = tuple([hops[hop] for hop in entered])
    return Best(way, total / SCALE[at], gaps, BASIS_ORDER[max(*bases, 1) - 1])


def _shut(network: Network, part: tuple[str, str]) -> NDArray[np.int64]:
    """Return the arcs of a part; none if the network does not have it."""
    return network.arcs_of.get(part, _NO_ARCS)

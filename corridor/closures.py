"""The best route between two places while a leg or a node is closed, found fast enough to close each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corridor.chain import BASIS_ORDER
from corridor.network import CRITERIA
from corridor.pareto import pareto

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.network import Network
    from corridor.splicing import Hop


class Best(NamedTuple):
    """Parts without a figure, scaled sum of the others, weakest basis of these, and legs of a best route."""

    gaps: int
    total: int
    basis: str
    hops: tuple[Hop, ...]


def best(
    network: Network, ends: tuple[str, str], *, criterion: str, leg: str = "", node: str = ""
) -> Best | None:
    """
    Find the route with the fewest gaps, then the smallest typical sum on one criterion.

    Parameters
    ----------
    network
        The network.
    ends
        Node ids of origin and destination.
    criterion
        One of `corridor.network.CRITERIA`.
    leg, node
        Id of a leg or node that is closed; "" for none.

    Returns
    -------
    Best or None
        None if no route is left.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    at = CRITERIA.index(criterion)
    kept = network.kept_bounds
    names = [("gaps", at), ("typical", at)]
    shut = [hop.leg_id == leg or node in (hop.start, hop.end) for hop in network.hops]
    source, target = network.origin(ends[0]), network.destination(ends[1])
    found = pareto(
        network.indptr,
        network.heads,
        np.stack([kept.weights[name] for name in names], axis=1),
        source,
        target,
        banned=np.array([*shut, False], dtype=np.uint8)[network.arc_hop],
        least=kept.towards(target, names),
        places=network.state_places,
    )
    if not len(found.sums):
        return None
    gaps, total = found.sums[0].tolist()
    arcs = list(found.arcs[0])
    basis = BASIS_ORDER[max(int(network.basis[arcs, at].max()), 1) - 1]
    return Best(gaps, total, basis, tuple(network.hops[hop] for hop in network.arc_hop[arcs] if hop >= 0))


def closures(
    network: Network, ends: tuple[str, str], whole: Best, *, criterion: str, with_nodes: bool
) -> Iterator[tuple[str, str, Best | None]]:
    """
    Close each leg of a best route in turn, and each node between its ends.

    Yields
    ------
    tuple
        "leg" or "node", its id, and the best route that is left.
    """
    for hop in whole.hops:
        yield "leg", hop.leg_id, best(network, ends, criterion=criterion, leg=hop.leg_id)
    if with_nodes:
        for hop in whole.hops[:-1]:
            yield "node", hop.end, best(network, ends, criterion=criterion, node=hop.end)

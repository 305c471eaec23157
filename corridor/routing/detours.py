"""Clearly different routes between two places, even if the best is better on every criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from corridor.freight.arrays import CRITERIA
from corridor.freight.search import checked
from corridor.routing.alternatives import COUNT, MAX_SHARED_LENGTH
from corridor.routing.routes import Routes, laid_out
from corridor.search.pareto import pareto

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.freight.arrays import Network

MAX_LENGTH_RATIO = 2.0
_DEARER = 1.4
_ROUNDS = 6  # searches for each way wanted
_DISTANCE = CRITERIA.index("distance_km")


def detours(
    network: Network,
    origin: str,
    destination: str,
    *,
    criterion: str = "time_h",
    count: int = COUNT,
    most_shared: float = MAX_SHARED_LENGTH,
) -> Routes:
    """
    Find the best route between two places, and others clearly different from it and each other.

    The penalty method: the best way makes its legs 1.4 times as dear, with the node work before them, and
    the best is sought again, until enough ways are found that share at most so much with each found before
    (Akgün, Erkut and Batta 2000). "Best" is as few gaps as may be, then the smallest sum.

    Parameters
    ----------
    network, origin, destination
        As for `corridor.routing.routes.routes`.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.
    count
        How many ways at most.
    most_shared
        How much two of them may share: length of the legs in both by length of the legs in either, as
        `corridor.routing.alternatives.shared`.

    Returns
    -------
    Routes
        In the order of the table of `corridor.routing.routes.routes`. Ways longer than twice the shortest of
        them are left out. Fewer than `count` if no more are found.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or there is no such criterion, or the ends are the same.
    """
    at = CRITERIA.index(checked((criterion,), origin, destination)[0])
    table, hops = laid_out(network, different_paths(network, origin, destination, at, count, most_shared))
    order = [f"{criterion}_gaps", f"{criterion}_typical", "route_id"]
    return Routes(
        table=table.sort_values(order).reset_index(drop=True),
        hops=hops,
        criteria=(criterion,),
        finished=True,
        dataset=network.dataset,
    )


def different_paths(
    network: Network,
    origin: str,
    destination: str,
    criterion: int,
    count: int,
    most_shared: float,
) -> list[tuple[int, ...]]:
    """Find paths of arcs; parameters as for `detours`, the criterion by its place in `CRITERIA`."""
    source, target = network.origin(origin), network.destination(destination)
    weights = network.cached_bounds.weights["ranked", criterion][:, None].copy()
    least = network.cached_bounds.towards(target, [("ranked", criterion)])  # dearer arcs keep them true
    chosen: list[tuple[int, ...]] = []
    lengths: list[dict[str, int]] = []
    for _round in range(count * _ROUNDS):
        found = pareto(
            network.indptr, network.heads, weights, source, target, least=least, places=network.state_places
        )
        if not found.arcs:
            break
        path = found.arcs[0]
        metres = _metres(network, path)
        is_longer = bool(lengths) and sum(metres.values()) > MAX_LENGTH_RATIO * min(
            sum(length.values()) for length in lengths
        )
        if not is_longer and all(_shared(metres, length) <= most_shared for length in lengths):
            chosen.append(path)
            lengths.append(metres)
            if len(chosen) == count:
                break
        dearer = np.concatenate([network.arcs_of["leg", leg] for leg in metres])
        weights[dearer] = np.ceil(weights[dearer] * _DEARER).astype(np.int64)
    return chosen


def _metres(network: Network, path: tuple[int, ...]) -> dict[str, int]:
    """Length of each leg of a path."""
    hops = network.arc_hop[list(path)].tolist()
    metres = network.typical[list(path), _DISTANCE].tolist()
    return {network.hops[hop].leg_id: one for hop, one in zip(hops, metres, strict=True) if hop >= 0}


def _shared(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Length in both by length in either."""
    both = sum(metres for leg, metres in one.items() if leg in other)
    either = sum(one.values()) + sum(other.values()) - both
    return both / either if either else 1.0

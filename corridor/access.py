"""How far one gets from a place in so many days, or for so much money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridor.chain import BASIS_ORDER
from corridor.errors import RouteError
from corridor.network import CRITERIA, SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.network import Network


def reach(network: Network, origin: str, *, limit: float, criterion: str = "time_h") -> pd.DataFrame:
    """
    List the places that can be reached within a limit, by typical sums.

    Only legs and node work with a known figure are used: a place whose every way has a gap is not claimed to
    be within reach.

    Parameters
    ----------
    network
        The network.
    origin
        Node id.
    limit
        In the unit of the criterion, such as hours.
    criterion
        One of `corridor.network.CRITERIA`.

    Returns
    -------
    pandas.DataFrame
        One row a place, the nearest first, without the origin: node_id, total (in the criterion's unit),
        basis (of its weakest part).

    Raises
    ------
    UnknownIdError
        If the place is not in the network.
    RouteError
        If there is no such criterion, or the limit is not a number from 0.
    """
    if criterion not in CRITERIA or not 0 <= limit < np.inf:
        message = f"A limit is a number from 0 on one of: {', '.join(CRITERIA)}."
        raise RouteError(message)
    at = CRITERIA.index(criterion)
    known = np.flatnonzero(network.gaps[:, at] == 0)
    states = len(network.indptr) - 1
    # scipy takes a stored 0 for no arc: each arc is raised by one part in more than a path has arcs.
    scale = states + 1
    raised = network.typical[known, at] * scale + 1
    graph = csr_array(
        (raised.astype(np.float64), (network.tails[known], network.heads[known])), shape=(states, states)
    )
    most = (limit * SCALE[at] + 1) * scale
    tree, before = dijkstra(graph, indices=network.origin(origin), limit=most, return_predecessors=True)
    count = len(network.places)
    totals = np.floor(tree[count : 2 * count] / scale) / SCALE[at]
    tree_before: list[int] = before.tolist()
    ends = zip(network.tails.tolist(), network.heads.tolist(), strict=True)
    weakest = dict(zip(ends, network.basis[:, at].tolist(), strict=True))
    within = [
        {"node_id": place, "total": float(total), "basis": _basis(count + position, tree_before, weakest)}
        for position, (place, total) in enumerate(zip(network.places, totals, strict=True))
        if total <= limit and place != origin
    ]
    kinds = {"node_id": "str", "total": "float64", "basis": "str"}
    frame = pd.DataFrame(within, columns=list(kinds)).astype(kinds)
    return frame.sort_values(["total", "node_id"], ignore_index=True)


def _basis(state: int, before: list[int], weakest: Mapping[tuple[int, int], int]) -> str:
    """Weakest basis on the way to a state."""
    found = 1
    while before[state] >= 0:
        found = max(found, weakest[before[state], state])
        state = before[state]
    return BASIS_ORDER[found - 1]

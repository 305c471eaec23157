"""What is still left to go at least, from every state, on every criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridor.kernel import UNREACHABLE

if TYPE_CHECKING:
    from numpy.typing import NDArray


def bounds(
    tails: NDArray[np.int32],
    heads: NDArray[np.int32],
    weights: NDArray[np.int64],
    states: int,
    target: int,
    banned: NDArray[np.uint8],
) -> NDArray[np.int64]:
    """
    Shortest sums to a target, criterion by criterion, by backward trees of Dijkstra (scipy).

    Parameters
    ----------
    tails, heads
        States at the ends of each arc.
    weights
        Whole numbers by arc and criterion.
    states
        Number of states.
    target
        The target.
    banned
        Arcs (1) that may not be used.

    Returns
    -------
    numpy.ndarray
        By state and criterion; `UNREACHABLE` where no way leads to the target.
    """
    open_ = np.flatnonzero(banned == 0)
    result = np.full((states, weights.shape[1]), UNREACHABLE, dtype=np.int64)
    if not len(open_):
        result[target] = 0
        return result
    # Of parallel arcs scipy would take the sum: only the least counts. It also takes a stored 0 for no arc,
    # so all weights are raised by one part in a number that no path's length reaches.
    scale = states + 1
    pair = heads[open_].astype(np.int64) * states + tails[open_]
    order = np.argsort(pair)
    pair = pair[order]
    first = np.flatnonzero(np.r_[True, np.diff(pair) > 0])
    rows, columns = np.divmod(pair[first], states)
    indptr = np.searchsorted(rows, np.arange(states + 1)).astype(np.int32)
    columns = columns.astype(np.int32)
    raised = np.minimum.reduceat(weights[open_[order]] * scale + 1, first, axis=0).astype(np.float64)
    for at in range(weights.shape[1]):
        graph = csr_array((raised[:, at].copy(), columns, indptr), shape=(states, states))
        tree = dijkstra(graph, indices=target)
        reached = np.isfinite(tree)
        result[reached, at] = tree[reached].astype(np.int64) // scale
    return result

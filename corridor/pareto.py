"""The exact non-dominated set between two states of a network of arcs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corridor.bounds import bounds
from corridor.kernel import search

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABEL_CAP = 4_000_000


@dataclass(frozen=True, eq=False)
class Found:
    """Sums by route and criterion, the arcs of each route in order, whether the search came to its end."""

    sums: NDArray[np.int64]
    arcs: tuple[tuple[int, ...], ...]
    finished: bool


def pareto(
    indptr: NDArray[np.int32],
    heads: NDArray[np.int32],
    weights: NDArray[np.int64],
    source: int,
    target: int,
    *,
    banned: NDArray[np.uint8] | None = None,
    label_cap: int = LABEL_CAP,
) -> Found:
    """
    Find every non-dominated sum of arc weights between two states, with one path each.

    The method is label setting in lexicographic order with consistent lower bounds and fronts by state
    (NAMOA*, Mandow and Perez de la Cruz 2010; dominance checked at generation, as LTMOA*, Hernandez et al.
    2023). Two paths with equal sums count once. No path uses a state twice, for a circle is dominated.

    Parameters
    ----------
    indptr, heads
        Arcs in compressed rows, sorted by tail.
    weights
        Whole numbers not below 0, by arc and criterion.
    source, target
        States.
    banned
        Arcs (1) that may not be used.
    label_cap
        How many labels may be made before the search gives up.

    Returns
    -------
    Found
        In lexicographic order of the sums. If `finished` is False the set is not complete.
    """
    banned = np.zeros(len(heads), dtype=np.uint8) if banned is None else banned
    states = len(indptr) - 1
    tails = np.repeat(np.arange(states, dtype=np.int32), np.diff(indptr))
    least = bounds(tails, heads, weights, states, target, banned)
    found, parent, arc, total, finished = search(
        indptr, heads, np.ascontiguousarray(weights), source, target, least, banned, label_cap
    )
    return Found(total[found], tuple(_path(label, parent, arc) for label in found), bool(finished))


def _path(label: int, parent: NDArray[np.int32], arc: NDArray[np.int32]) -> tuple[int, ...]:
    """Arcs that led to a label."""
    path = []
    while parent[label] >= 0:
        path.append(int(arc[label]))
        label = parent[label]
    return tuple(reversed(path))

"""The search of the kernel in plain Python: slow, readable, the oracle of the tests."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

Sums = tuple[int, ...]


def pareto(
    arcs: Sequence[tuple[int, int, Sums]], source: int, target: int, *, bounds: NDArray[np.int64]
) -> dict[Sums, tuple[int, ...]]:
    """
    Find every non-dominated sum from a source to a target, with one path each.

    Parameters
    ----------
    arcs
        Tail, head and the criteria of each arc, whole numbers not below 0.
    source, target
        States.
    bounds
        As `corridor.bounds.bounds` gives them.

    Returns
    -------
    dict
        Positions of the arcs of a path, by sum.
    """
    leaving: dict[int, list[int]] = {}
    for at, (tail, _head, _weights) in enumerate(arcs):
        leaving.setdefault(tail, []).append(at)
    least = [tuple(int(one) for one in row) for row in bounds]
    unreachable = 1 << 60
    if least[source][0] >= unreachable:
        return {}
    nothing = (0,) * len(least[source])
    heap: list[tuple[Sums, Sums, int, tuple[int, ...]]] = [(least[source], nothing, source, ())]
    fronts: dict[int, list[Sums]] = {}
    found: dict[Sums, tuple[int, ...]] = {}
    while heap:
        best, sums, state, path = heapq.heappop(heap)
        if _is_covered(fronts.get(state, ()), sums) or _is_covered(found, best):
            continue
        fronts.setdefault(state, []).append(sums)
        if state == target:
            found[sums] = path
            continue
        for at in leaving.get(state, ()):
            _tail, head, weights = arcs[at]
            if least[head][0] >= unreachable:
                continue
            new = tuple(a + b for a, b in zip(sums, weights, strict=True))
            still = tuple(a + b for a, b in zip(new, least[head], strict=True))
            if not _is_covered(fronts.get(head, ()), new) and not _is_covered(found, still):
                heapq.heappush(heap, (still, new, head, (*path, at)))
    return found


def _is_covered(front: object, sums: Sums) -> bool:
    """Whether one of a front is no worse."""
    return any(all(a <= b for a, b in zip(one, sums, strict=True)) for one in front)  # type: ignore[attr-defined]

"""The non-dominated set between two states of a network of arcs, exact or covered within a slack."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from corridor.search.bounds import bounds
from corridor.search.kernel import PARTS, repeated, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LABEL_CAP = 4_000_000
_MAX_MARKS = 64
_NOWHERE = -1
_NONE = np.empty(0, dtype=np.int32)


@dataclass(frozen=True, eq=False)
class Found:
    """Sums by route and criterion, the arcs of each route in order, whether the search came to its end."""

    sums: NDArray[np.int64]
    arcs: tuple[tuple[int, ...], ...]
    finished: bool


def pareto(  # noqa: PLR0913 - the network has so many arrays; all that may be left out goes by name
    indptr: NDArray[np.int32],
    heads: NDArray[np.int32],
    weights: NDArray[np.int64],
    source: int,
    target: int,
    *,
    banned: NDArray[np.uint8] | None = None,
    least: NDArray[np.int64] | None = None,
    places: NDArray[np.int32] | None = None,
    within: float = 0.0,
    label_cap: int = LABEL_CAP,
) -> Found:
    """
    Find every non-dominated sum of arc weights between two states, with one path each.

    The method is label setting in lexicographic order with consistent lower bounds and fronts by state
    (NAMOA*, Mandow and Perez de la Cruz 2010; dominance checked at generation and fronts without the first
    criterion, as LTMOA*, Hernandez et al. 2023). Two paths with equal sums count once. No path uses a state
    twice, for a circle is dominated. A path that uses two states at one *place* need not be dominated by
    one that does not; where such paths are found, the search is done again with their places marked, as many
    times as it takes (decremental state space relaxation, Righini and Salani 2008). With a slack, labels are
    merged while one path stands for all of them within it (A*pex, Zhang et al. 2022).

    Parameters
    ----------
    indptr, heads
        Arcs in compressed rows, sorted by tail.
    weights
        Whole numbers not below 0, by arc and criterion; sums must stay below 2**50.
    source, target
        States.
    banned
        Arcs (1) that may not be used.
    least
        Lower bounds by state and criterion, as `corridor.search.bounds` gives them for these weights, or for
        lower ones, or for more arcs; worked out if None.
    places
        Place at which one stands in each state, -1 for none: no path stands at a place twice.
    within
        0 for the exact set. With 0.01, each path between the two states has one in the answer that is at
        most 1 % worse on every criterion; thousandths count, finer parts are left out.
    label_cap
        How many labels a search may make before it gives up.

    Returns
    -------
    Found
        In lexicographic order of the sums; no sum is dominated by another. If `finished` is False the set
        is not complete; what it holds are true paths.
    """
    banned = np.zeros(len(heads), dtype=np.uint8) if banned is None else banned
    states = len(indptr) - 1
    if least is None:
        tails = np.repeat(np.arange(states, dtype=np.int32), np.diff(indptr))
        least = bounds(tails, heads, weights, states, target, banned)
    if places is not None and places[source] != _NOWHERE:
        banned = banned | (places[heads] == places[source])
    weights, least = np.ascontiguousarray(weights), np.ascontiguousarray(least)
    slack = int(within * PARTS + 1e-9)
    marked: dict[int, int] = {}
    marks = np.zeros(states, dtype=np.uint64)
    while True:
        sums, arcs, ends, _made, finished = search(
            indptr, heads, weights, source, target, least, banned, marks, slack, label_cap
        )
        if slack:
            arcs, ends = _straightened(arcs, ends, heads, source)
        twice = _NONE if places is None else repeated(arcs, ends, heads, places)
        if not (twice >= 0).any():
            sums, ways = _sorted(_cut(arcs, ends), weights) if slack else (sums, _cut(arcs, ends))
            return Found(sums, ways, finished)
        new = sorted({int(place) for place in twice if place >= 0})
        if not finished or len(marked) + len(new) > _MAX_MARKS:
            ways = tuple(way for way, place in zip(_cut(arcs, ends), twice, strict=True) if place < 0)
            return Found(*_sorted(ways, weights), finished=False)
        for place in new:
            marks[places == place] = 1 << len(marked)
            marked[place] = len(marked)


def _cut(arcs: NDArray[np.int32], ends: NDArray[np.int64]) -> tuple[tuple[int, ...], ...]:
    """Paths that lie one after another."""
    flat, marks = arcs.tolist(), ends.tolist()
    return tuple(tuple(flat[start:end]) for start, end in pairwise(marks))


def _straightened(
    arcs: NDArray[np.int32], ends: NDArray[np.int64], heads: NDArray[np.int32], source: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Paths without circles."""
    ways = [_straight(way, heads, source) for way in _cut(arcs, ends)]
    flat = np.array([arc for way in ways for arc in way], dtype=np.int32)
    return flat, np.cumsum([0, *map(len, ways)])


def _straight(way: tuple[int, ...], heads: NDArray[np.int32], source: int) -> list[int]:
    """Path without circles: merged labels may make them, and without them no sum is greater."""
    seen, kept = {source: 0}, list[int]()
    for arc, state in zip(way, heads[list(way)].tolist(), strict=True):
        kept.append(arc)
        if state in seen:
            del kept[seen[state] :]
            seen = {label: at for label, at in seen.items() if at <= len(kept)}
        seen[state] = len(kept)
    return kept


def _sorted(
    ways: Sequence[tuple[int, ...]], weights: NDArray[np.int64]
) -> tuple[NDArray[np.int64], tuple[tuple[int, ...], ...]]:
    """Put paths in the order of their sums, without those that another beats or equals."""
    summed = sorted((tuple(weights[list(way)].sum(axis=0).tolist()), way) for way in ways)
    kept: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for sums, way in summed:
        if not any(all(a <= b for a, b in zip(other, sums, strict=True)) for other, _way in kept):
            kept.append((sums, way))
    table = np.array([sums for sums, _way in kept], dtype=np.int64).reshape(len(kept), weights.shape[1])
    return table, tuple(way for _sums, way in kept)

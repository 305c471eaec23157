"""The search of the kernel in plain Python: slow, readable, the oracle of the tests."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.search.kernel import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Sums = tuple[int, ...]
_UNREACHABLE = 1 << 60


@dataclass(eq=False)
class _Label:
    """Sums with the bound added: of the path, and below which no path merged into it lies."""

    least: Sums
    own: Sums
    state: int
    path: tuple[int, ...]
    is_merged: bool = False


def bounds(arcs: Sequence[tuple[int, int, Sums]], states: int, target: int) -> list[Sums]:
    """Shortest sums to a target from each state, a criterion a row, as `corridor.search.bounds.bounds`."""
    entering: list[list[int]] = [[] for _ in range(states)]
    for at, (_tail, head, _weights) in enumerate(arcs):
        entering[head].append(at)
    columns = []
    for criterion in range(len(arcs[0][2])):
        done = [_UNREACHABLE] * states
        heap = [(0, target)]
        while heap:
            total, state = heapq.heappop(heap)
            if total >= done[state]:
                continue
            done[state] = total
            for at in entering[state]:
                if total + arcs[at][2][criterion] < done[arcs[at][0]]:
                    heapq.heappush(heap, (total + arcs[at][2][criterion], arcs[at][0]))
        columns.append(done)
    return list(zip(*columns, strict=True))


def pareto(
    arcs: Sequence[tuple[int, int, Sums]], source: int, target: int, *, bounds: Sequence[Sums]
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
        As `bounds` gives them.

    Returns
    -------
    dict
        Positions of the arcs of a path, by sum.
    """
    leaving: dict[int, list[int]] = {}
    for at, (tail, _head, _weights) in enumerate(arcs):
        leaving.setdefault(tail, []).append(at)
    least = bounds
    if least[source][0] >= _UNREACHABLE:
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
            if least[head][0] >= _UNREACHABLE:
                continue
            new = tuple(a + b for a, b in zip(sums, weights, strict=True))
            still = tuple(a + b for a, b in zip(new, least[head], strict=True))
            if not _is_covered(fronts.get(head, ()), new) and not _is_covered(found, still):
                heapq.heappush(heap, (still, new, head, (*path, at)))
    return found


def cover(
    arcs: Sequence[tuple[int, int, Sums]], source: int, target: int, *, bounds: Sequence[Sums], slack: int
) -> dict[Sums, tuple[int, ...]]:
    """
    Find paths that stand for all from a source to a target (A*pex, Zhang et al. 2022).

    Parameters
    ----------
    arcs
        Tail, head and the criteria of each arc, whole numbers not below 0.
    source, target
        States.
    bounds
        As `bounds` gives them.
    slack
        In thousandths: how much worse a path may be that stands for another.

    Returns
    -------
    dict
        Positions of the arcs of a path, by sum. Some may be dominated by others.
    """
    leaving: dict[int, list[int]] = {}
    for at, (tail, _head, _weights) in enumerate(arcs):
        leaving.setdefault(tail, []).append(at)
    left = bounds
    if left[source][0] >= _UNREACHABLE:
        return {}
    first = _Label(left[source], left[source], source, ())
    heap: list[tuple[Sums, int, _Label]] = [(first.least, 0, first)]
    fronts: dict[int, list[Sums]] = {}
    waiting: dict[int, list[_Label]] = {source: [first]}
    found: dict[Sums, tuple[int, ...]] = {}
    made = 0
    while heap:
        _least, _made, label = heapq.heappop(heap)
        here = label.state
        if label.is_merged:
            continue
        waiting[here].remove(label)
        if _is_covered(fronts.get(here, ()), label.least) or _is_near(found, label.least, slack):
            continue
        fronts.setdefault(here, []).append(label.least)
        if here == target:
            found[label.own] = label.path
            continue
        for at in leaving.get(here, ()):
            _tail, head, weights = arcs[at]
            if left[head][0] >= _UNREACHABLE:
                continue
            step = [w + new - old for w, new, old in zip(weights, left[head], left[here], strict=True)]
            least, own = (
                tuple(a + b for a, b in zip(sums, step, strict=True)) for sums in (label.least, label.own)
            )
            if _is_covered(fronts.get(head, ()), least) or _is_near(found, least, slack):
                continue
            made += 1
            new = _Label(least, own, head, (*label.path, at))
            _merge(new, waiting.setdefault(head, []), slack)
            heapq.heappush(heap, (new.least, made, new))
    return found


def _merge(new: _Label, waiting: list[_Label], slack: int) -> None:
    """Take in the first waiting label such that one of the two paths stands for both."""
    for other in waiting:
        least = tuple(map(min, new.least, other.least))
        for label in (new, other):
            if _is_near([label.own], least, slack):
                new.least, new.own, new.path = least, label.own, label.path
                other.is_merged = True
                waiting.remove(other)
                waiting.append(new)
                return
    waiting.append(new)


def _is_covered(front: Iterable[Sums], sums: Sums) -> bool:
    """Whether one of a front is no worse."""
    return any(all(a <= b for a, b in zip(point, sums, strict=True)) for point in front)


def _is_near(front: Iterable[Sums], sums: Sums, slack: int) -> bool:
    """Whether one of a front is no worse within the slack."""
    return any(
        all(a * PARTS <= b * (PARTS + slack) for a, b in zip(point, sums, strict=True)) for point in front
    )

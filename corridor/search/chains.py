"""Search of a large network with its chains drawn together first: fewer states, the same answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from corridor.search.chain_kernel import HANGING, INNER, KEPT, drawn_together, expanded, following, roles
from corridor.search.kernel import UNREACHABLE
from corridor.search.pareto import LABEL_CAP, Found, pareto
from corridor.search.tree_kernel import trees, turned_round

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NOWHERE = -1
_Step = tuple[int, int, "NDArray[np.int64]", int]  # tail, head, weights, first arc


@dataclass(frozen=True, eq=False)
class Chains:
    """
    A network whose states between two others are drawn together into arcs.

    States that hang on the rest by one state are left out, too: a path between others never enters them. On
    networks of railways and roads that is every third state. What is kept is enough for an exact answer: the
    weights of an arc are those of its chain.

    Attributes
    ----------
    indptr, heads, weights
        The whole network, as `corridor.search.pareto.pareto` takes it.
    tails
        State at the start of each arc.
    role, number
        What each state is, and its number among those that are kept.
    towards
        Of a state that hangs on the rest, the next on the way there.
    short_indptr, short_heads, short_weights
        Arcs between kept states. The last two rows are empty: there the ends of a question get a place that
        lie within a chain.
    first
        The arc of the whole network with which each of them begins, in rising order.
    """

    indptr: NDArray[np.int32]
    heads: NDArray[np.int32]
    weights: NDArray[np.int64]
    tails: NDArray[np.int32]
    back: tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
    role: NDArray[np.uint8]
    number: NDArray[np.int32]
    towards: NDArray[np.int32]
    short_indptr: NDArray[np.int32]
    short_heads: NDArray[np.int32]
    short_weights: NDArray[np.int64]
    short_back: tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]
    first: NDArray[np.int32]

    @classmethod
    def of(cls, indptr: NDArray[np.int32], heads: NDArray[np.int32], weights: NDArray[np.int64]) -> Chains:
        """Draw the chains of a network together; its arrays as for `corridor.search.pareto.pareto`."""
        states = len(indptr) - 1
        tails = np.repeat(np.arange(states, dtype=np.int32), np.diff(indptr))
        back = turned_round(tails, heads, states)
        role, towards = roles(indptr, heads, back[0], back[1])
        number = (np.cumsum(role == KEPT) - 1).astype(np.int32)
        kept = int((role == KEPT).sum())
        starts, ends, sums, first = drawn_together(indptr, heads, weights, role, number)
        short = np.searchsorted(starts, np.arange(kept + 3)).astype(np.int32)
        turned = turned_round(starts, ends, kept + 2)
        return cls(
            indptr, heads, weights, tails, back, role, number, towards, short, ends, sums, turned, first
        )

    def pareto(self, source: int, target: int, *, within: float = 0.0, label_cap: int = LABEL_CAP) -> Found:
        """
        Find every non-dominated sum between two states, or a cover, with one path each.

        Parameters
        ----------
        source, target
            States of the whole network.
        within, label_cap
            As for `corridor.search.pareto.pareto`.

        Returns
        -------
        Found
            As `corridor.search.pareto.pareto` finds it on the whole network; arcs are those of the whole one.
        """
        out, into = self._hung(source, is_out=True), self._hung(target, is_out=False)
        one, other = self._root(source), self._root(target)
        if source == target or one == other or None in (out, into):
            # Both ends hang on the same state, or there are parallel arcs on the way there: rare, and small.
            return pareto(
                self.indptr, self.heads, self.weights, source, target, within=within, label_cap=label_cap
            )
        found = self._between(one, other, within, label_cap)
        before, after = tuple(out or ()), tuple(into or ())[::-1]
        more = self.weights[[*before, *after]].sum(axis=0)
        return Found(
            found.sums + more, tuple((*before, *path, *after) for path in found.arcs), found.finished
        )

    def _root(self, state: int) -> int:
        """State on which one hangs; itself if it does not hang."""
        while self.role[state] == HANGING and self.towards[state] >= 0:
            state = int(self.towards[state])
        return state

    def _hung(self, state: int, *, is_out: bool) -> list[int] | None:
        """Arcs between a state and the one on which it hangs; None unless each is the only one there."""
        indptr, ends, arcs = (self.indptr, self.heads, None) if is_out else self.back
        path: list[int] = []
        while self.role[state] == HANGING:
            row = range(indptr[state], indptr[state + 1])
            some = [at for at in row if ends[at] == self.towards[state]]
            if len(some) != 1:
                return None
            path.append(some[0] if arcs is None else int(arcs[some[0]]))
            state = int(self.towards[state])
        return path

    def _between(self, source: int, target: int, within: float, label_cap: int) -> Found:
        """Search between two states that do not hang."""
        steps, passed = self._ends(source, target)
        start = self._kept + 1 if self.role[source] == INNER else int(self.number[source])
        goal = self._kept if self.role[target] == INNER else int(self.number[target])
        least = self._bounds(steps, start, goal)
        indptr, heads, weights, first, shut = self._with(steps, passed)
        found = pareto(
            indptr, heads, weights, start, goal, banned=shut, least=least, within=within, label_cap=label_cap
        )
        flat = np.array([arc for path in found.arcs for arc in path], dtype=np.int32)
        ends = np.cumsum([0, *map(len, found.arcs)])
        arcs, marks = expanded(self.indptr, self.heads, self.role, target, flat, ends, first, self.tails)
        joined = arcs.tolist()
        cut = tuple(tuple(joined[begin:end]) for begin, end in pairwise(marks.tolist()))
        return Found(found.sums, cut, found.finished)

    @property
    def _kept(self) -> int:
        """Number of states that are kept; a target within a chain gets this number, a source the next."""
        return len(self.short_indptr) - 3

    def _ends(self, source: int, target: int) -> tuple[list[_Step], list[int]]:
        """Arcs from or to an end within a chain, and the first arcs of the chains that pass either end."""
        steps: list[_Step] = []
        passed: list[int] = []
        for state in (source, target):
            for arc in self._entering(state) if self.role[state] == INNER else ():
                row, first, total = self._backward(state, arc, source)
                if row >= 0:
                    passed.append(first)
                if row >= 0 and state == target:
                    steps.append((int(self.number[row]), self._kept, total, first))
        if self.role[source] == INNER:
            for arc in range(self.indptr[source], self.indptr[source + 1]):
                row, total = self._forward(source, arc, target)
                if row >= 0:
                    head = self._kept if self.role[row] == INNER else int(self.number[row])
                    steps.append((self._kept + 1, head, total, arc))
        return sorted(steps, key=itemgetter(0)), passed  # by row, as they are put in

    def _with(
        self, steps: list[_Step], passed: list[int]
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int64], NDArray[np.int32], NDArray[np.uint8]]:
        """Arcs with those of a question at the end of their rows, and which are shut: what passes an end."""
        shut = np.zeros(len(self.short_heads), dtype=np.uint8)
        at = np.searchsorted(self.first, np.array(passed, dtype=np.int32))
        there = at < len(self.first)
        at, some = at[there], np.array(passed, dtype=np.int32)[there]
        shut[at[self.first[at] == some]] = 1
        if not steps:
            return self.short_indptr, self.short_heads, self.short_weights, self.first, shut
        rows = np.array([step[0] for step in steps])
        ends = self.short_indptr[rows + 1]
        more = np.bincount(rows + 1, minlength=len(self.short_indptr)).cumsum().astype(np.int32)
        return (
            self.short_indptr + more,
            np.insert(self.short_heads, ends, [step[1] for step in steps]),
            np.insert(self.short_weights, ends, [step[2] for step in steps], axis=0),
            np.insert(self.first, ends, [step[3] for step in steps]),
            np.insert(shut, ends, 0),
        )

    def _bounds(self, steps: list[_Step], start: int, goal: int) -> NDArray[np.int64]:
        """Lower bounds; the chains that pass an end are no shorter than the way over that end."""
        indptr, tails, arcs = self.short_back
        weights = self.short_weights
        into = [step for step in steps if step[1] == self._kept and step[0] < self._kept]
        if into:
            indptr = indptr.copy()
            indptr[self._kept + 1 :] += len(into)
            tails = np.append(tails, np.array([step[0] for step in into], dtype=np.int32))
            arcs = np.append(arcs, np.arange(len(weights), len(weights) + len(into), dtype=np.int32))
            weights = np.concatenate([weights, np.array([step[2] for step in into])])
        least: NDArray[np.int64] = trees(indptr, tails, arcs, weights, goal)
        if start > self._kept:
            sums = [np.minimum(step[2] + least[step[1]], UNREACHABLE) for step in steps if step[0] == start]
            least[start] = np.min(sums, axis=0) if sums else UNREACHABLE
        return least

    def _entering(self, state: int) -> list[int]:
        """Arcs into a state."""
        indptr, _tails, arcs = self.back
        some = arcs[indptr[state] : indptr[state + 1]].tolist()
        return [arc for arc in some if self.role[self.tails[arc]] != HANGING and self.tails[arc] != state]

    def _backward(self, state: int, arc: int, source: int) -> tuple[int, int, NDArray[np.int64]]:
        """Follow a chain back from an arc into a state: where it begins, its first arc, its sum."""
        total, after = self.weights[arc].copy(), state
        here = int(self.tails[arc])
        while self.role[here] == INNER:
            before = [arc for arc in self._entering(here) if self.tails[arc] != after]
            if not before or here in (state, source):
                return _NOWHERE, arc, total
            arc, after = before[0], here
            total += self.weights[arc]
            here = int(self.tails[arc])
        return here, arc, total

    def _forward(self, state: int, arc: int, target: int) -> tuple[int, NDArray[np.int64]]:
        """Follow a chain from an arc out of a state: where it ends, and its sum."""
        total, before, here = self.weights[arc].copy(), state, int(self.heads[arc])
        if self.role[here] == HANGING or here == state:
            return _NOWHERE, total
        while self.role[here] == INNER and here != target:
            arc = int(following(self.indptr, self.heads, self.role, before, here))
            if arc < 0 or here == state:
                return _NOWHERE, total
            total += self.weights[arc]
            before, here = here, int(self.heads[arc])
        return here, total

"""Choose works so that the quickest routes of some pairs get as quick as can be: exact, or step by step."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

# Weights of pairs are whole numbers, so that sums are exact.
_WEIGHT = 10_000
# Bound on the search, the same on every machine; seconds would not be.
_MAX_NODES = 20_000
_HALF = 0.5


class Quickest(NamedTuple):
    """The quickest route of a pair: its position, and its minutes."""

    route: int
    total: int


class Chosen(NamedTuple):
    """A set of works in the order of their numbers, what it saves, and whether no other saves more."""

    works: tuple[int, ...]
    value: float
    is_exact: bool


class Saving(NamedTuple):
    """Minutes that a work saves at a part of a route."""

    part: str
    work: int
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Problem:
    """
    Routes of pairs and works that make parts of them quicker, in whole minutes.

    Attributes
    ----------
    totals
        By pair and route: minutes as it is.
    savings
        By pair and route: what works save there. Of several at one part the one that saves more counts.
    weights
        By pair: its weight, a whole number.
    works
        How many works there are.
    """

    totals: tuple[tuple[int, ...], ...]
    savings: tuple[tuple[tuple[Saving, ...], ...], ...]
    weights: tuple[int, ...]
    works: int

    @classmethod
    def of(
        cls,
        totals: Sequence[Sequence[int]],
        savings: Sequence[Sequence[Mapping[str, Mapping[int, int]]]],
        shares: Sequence[float],
        works: int,
    ) -> Problem:
        """Put a problem together; routes that are never the quickest are left with no savings."""
        return cls(
            totals=tuple(tuple(of_pair) for of_pair in totals),
            savings=tuple(
                tuple(
                    tuple(
                        Saving(part, work, minutes)
                        for part, by_work in route.items()
                        for work, minutes in by_work.items()
                    )
                    for route in of_pair
                )
                for of_pair in savings
            ),
            weights=tuple(round(share * _WEIGHT) for share in shares),
            works=works,
        )

    def saved(self, pair: int, route: int, works: Collection[int]) -> int:
        """Return the minutes that works save on a route."""
        most: dict[str, int] = {}
        for saving in self.savings[pair][route]:
            if saving.work in works:
                most[saving.part] = max(most.get(saving.part, 0), saving.minutes)
        return sum(most.values())

    def quickest(self, pair: int, works: Collection[int]) -> Quickest:
        """Return the quickest route of a pair with works done, the first of equal ones."""
        totals = [total - self.saved(pair, route, works) for route, total in enumerate(self.totals[pair])]
        return Quickest(totals.index(min(totals)), min(totals))

    def weighted(self, works: Collection[int]) -> int:
        """Return the minutes saved by works, times the weights of the pairs."""
        return sum(
            weight * (min(totals) - self.quickest(pair, works).total)
            for pair, (totals, weight) in enumerate(zip(self.totals, self.weights, strict=True))
            if totals
        )

    def value(self, works: Collection[int]) -> float:
        """Return the minutes saved by works, weighted mean over the pairs."""
        return self.weighted(works) / (sum(self.weights) or 1)

    def most_saved(self, work: int) -> int:
        """Return the most minutes that a work saves on any route."""
        return max(
            (
                self.saved(pair, route, {work})
                for pair, of_pair in enumerate(self.savings)
                for route in range(len(of_pair))
            ),
            default=0,
        )


def greedy(problem: Problem, size: int) -> Chosen:
    """
    Take the work that brings most, then the one that brings most beside it, and so on.

    Parameters
    ----------
    problem
        Routes and works.
    size
        How many works at most; one that brings nothing is not taken.

    Returns
    -------
    Chosen
        A set that need not be the best.
    """
    taken: list[int] = []
    value = 0
    for _step in range(size):
        gains = {work: problem.weighted({*taken, work}) for work in range(problem.works) if work not in taken}
        first = max(gains, key=lambda work: (gains[work], -work), default=None)
        if first is None or gains[first] <= value:
            break
        taken.append(first)
        value = gains[first]
    return Chosen(tuple(taken), problem.value(taken), is_exact=False)


def best_set(problem: Problem, size: int) -> Chosen:
    """
    Find the set of works that saves most; of equal ones the one with fewer, then earlier works.

    A mixed-integer programme: each pair takes one route, and has the savings of the chosen works at each of
    its parts, the greatest at a part. Routes and works that another one makes needless are left out before.
    Solved by SCIP, which comes with OR-Tools, on one thread, within a bound on the search that is the same on
    every machine.

    Parameters
    ----------
    problem
        Routes and works.
    size
        How many works at most.

    Returns
    -------
    Chosen
        `is_exact` tells whether the solver proved that no other set saves more.
    """
    reduced = _Reduced(problem, size)
    if not size or not reduced.works:
        return Chosen((), 0.0, is_exact=True)
    # Loaded here: only this question needs it.
    from ortools.linear_solver import pywraplp  # noqa: PLC0415

    solver = pywraplp.Solver.CreateSolver("SCIP")
    chosen = {work: solver.BoolVar("") for work in reduced.works}
    solver.Add(sum(chosen.values()) <= size)
    shared = math.gcd(*problem.weights) or 1
    gained: list[Any] = []
    for pair, routes in enumerate(reduced.routes):
        weight, totals = problem.weights[pair] // shared, problem.totals[pair]
        if not routes or not weight:
            continue
        taken = {route: solver.NumVar(0, 1, "") for route in routes}
        solver.Add(sum(taken.values()) == 1)
        counted: dict[tuple[int, str], list[Any]] = {}
        for route, is_taken in taken.items():
            gained.append(weight * (min(totals) - totals[route]) * is_taken)
            for several in reduced.at_parts(pair, route):
                at_part = []
                for at, (work, minutes) in several:
                    counts = solver.NumVar(0, 1, "")
                    gained.append(weight * minutes * counts)
                    at_part.append(counts)
                    counted.setdefault((work, at), []).append(counts)
                solver.Add(sum(at_part) <= is_taken)
        # A pair takes one route, so that what a work saves counts on one route at most: a tight bound.
        for (work, _at), several_routes in counted.items():
            solver.Add(sum(several_routes) <= chosen[work])
    # Of sets that save as much, the one with fewer, then earlier works.
    tie = problem.works * (problem.works + 1)
    solver.Maximize(sum(gained) - sum((work + 1) / tie * is_in for work, is_in in chosen.items()))
    solver.SetSolverSpecificParametersAsString(f"limits/nodes = {_MAX_NODES}\n")
    exact = pywraplp.MPSolverParameters()
    exact.SetDoubleParam(exact.RELATIVE_MIP_GAP, 0.0)
    status = solver.Solve(exact)
    if status not in (solver.OPTIMAL, solver.FEASIBLE):
        return greedy(problem, size)
    works = tuple(work for work, is_in in chosen.items() if is_in.solution_value() > _HALF)
    return Chosen(works, problem.value(works), is_exact=status == solver.OPTIMAL)


class _Reduced:
    """
    Routes and works of a problem without those that are needless for sets of some size.

    A route is needless if another one is as quick under every such set; a work if as many others as the set
    holds save at least as much on every route, none of which shares a part with any other work.
    """

    def __init__(self, problem: Problem, size: int) -> None:
        self.problem, self.size = problem, size
        users: dict[str, set[int]] = {}
        for of_pair in problem.savings:
            for route in of_pair:
                for saving in route:
                    users.setdefault(saving.part, set()).add(saving.work)
        self.shared = {work for works in users.values() if len(works) > 1 for work in works}
        self.routes = [self._routes_of(pair) for pair in range(len(problem.totals))]
        self.works = self._works()

    def at_parts(self, pair: int, route: int) -> list[list[tuple[str, tuple[int, int]]]]:
        """
        Works with the minutes that they save on a route; of those in one list only one counts.

        Each with the part where, if it shares that with another work, else "" for all parts together.
        """
        alone: dict[int, int] = {}
        together: dict[str, list[tuple[str, tuple[int, int]]]] = {}
        for saving in self.problem.savings[pair][route]:
            if saving.work not in self.works:
                continue
            if saving.work in self.shared:
                several = together.setdefault(saving.part, [])
                several.append((saving.part, (saving.work, saving.minutes)))
            else:
                alone[saving.work] = alone.get(saving.work, 0) + saving.minutes
        return [*([("", work_minutes)] for work_minutes in alone.items()), *together.values()]

    def _routes_of(self, pair: int) -> tuple[int, ...]:
        """Routes of a pair of which each is the quickest under some set, or may be."""
        totals, minutes = self.problem.totals[pair], self._minutes(pair)
        kept = []
        for route, total in enumerate(totals):
            for other, quicker in enumerate(totals):
                # What the one may save more than the other, under the worst set for this comparison.
                more = np.where(self._is_shared, minutes[route], minutes[route] - minutes[other])
                most = np.sort(np.maximum(0, more))[::-1][: self.size].sum()
                slack = total - quicker - most
                if other != route and (slack > 0 or (slack == 0 and other < route)):
                    break
            else:
                kept.append(route)
        return tuple(kept)

    def _works(self) -> tuple[int, ...]:
        """Works that are in some best set, or may be."""
        rows = [self._minutes(pair)[list(routes)] for pair, routes in enumerate(self.routes) if routes]
        saved = np.concatenate(rows) if rows else np.zeros((0, self.problem.works), dtype=np.int64)
        kept = []
        for work in range(self.problem.works):
            better = 0
            for other in range(self.problem.works):
                if other == work or other in self.shared or (saved[:, other] < saved[:, work]).any():
                    continue
                better += bool((saved[:, other] > saved[:, work]).any()) or other < work
            if saved[:, work].any() and better < self.size:
                kept.append(work)
        return tuple(kept)

    @property
    def _is_shared(self) -> NDArray[np.bool_]:
        """Mark the works that share a part with another one."""
        return np.isin(np.arange(self.problem.works), list(self.shared))

    def _minutes(self, pair: int) -> NDArray[np.int64]:
        """Minutes that each work (column) alone saves on each route (row)."""
        minutes = np.zeros((len(self.problem.totals[pair]), self.problem.works), dtype=np.int64)
        for route, savings in enumerate(self.problem.savings[pair]):
            for saving in savings:
                minutes[route, saving.work] += saving.minutes
        return minutes

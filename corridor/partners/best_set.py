"""Choose works so that the quickest routes of some pairs get as quick as can be: exact, or step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

# Weights of pairs are whole numbers, so that sums are exact.
_WEIGHT = 10_000
# Bound on the work of the solver, the same on every machine; seconds would not be.
_MOST_WORK = 20.0
_SEED = 1


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
        totals = [
            total - self.saved(pair, route, works) for route, total in enumerate(self.totals[pair])
        ]
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
        gains = {
            work: problem.weighted({*taken, work}) for work in range(problem.works) if work not in taken
        }
        first = max(gains, key=lambda work: (gains[work], -work), default=None)
        if first is None or gains[first] <= value:
            break
        taken.append(first)
        value = gains[first]
    return Chosen(tuple(taken), problem.value(taken), is_exact=False)


def best_set(problem: Problem, size: int) -> Chosen:
    """
    Find the set of works that saves most; of equal ones the one with fewer, then earlier works.

    A linear programme over whole numbers: each pair takes one route, and has the savings of the chosen works
    at each of its parts, the greatest at a part. Solved by CP-SAT of OR-Tools on one thread, within a bound
    of work that is the same on every machine.

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
    if not size or not problem.works:
        return Chosen((), 0.0, is_exact=True)
    # Loaded here: only this question needs it.
    from ortools.sat.python import cp_model  # noqa: PLC0415

    model = cp_model.CpModel()
    chosen = [model.new_bool_var(f"work {work}") for work in range(problem.works)]
    model.add(sum(chosen) <= size)
    gained = []
    for pair, (totals, weight) in enumerate(zip(problem.totals, problem.weights, strict=True)):
        if not totals or not weight:
            continue
        least = min(totals)
        every = range(problem.works)
        able = [
            route for route, total in enumerate(totals) if total - problem.saved(pair, route, every) <= least
        ]
        taken = {route: model.new_bool_var(f"route {pair} {route}") for route in able}
        model.add_exactly_one(taken.values())
        for route, is_taken in taken.items():
            gained.append(weight * (least - totals[route]) * is_taken)
            at_part: dict[str, list[cp_model.IntVar]] = {}
            for saving in problem.savings[pair][route]:
                counts = model.new_bool_var(f"saving {pair} {route} {saving.part} {saving.work}")
                model.add_implication(counts, is_taken)
                model.add_implication(counts, chosen[saving.work])
                gained.append(weight * saving.minutes * counts)
                at_part.setdefault(saving.part, []).append(counts)
            for several in at_part.values():
                model.add_at_most_one(several)
    tie = problem.works * (problem.works + 1) // 2 + 1
    model.maximize(tie * sum(gained) - sum((work + 1) * is_in for work, is_in in enumerate(chosen)))
    for work in range(problem.works):
        model.add_hint(chosen[work], work in greedy(problem, size).works)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = _SEED
    solver.parameters.max_deterministic_time = _MOST_WORK
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return greedy(problem, size)
    works = tuple(work for work, is_in in enumerate(chosen) if solver.boolean_value(is_in))
    return Chosen(works, problem.value(works), is_exact=status == cp_model.OPTIMAL)

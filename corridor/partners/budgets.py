"""The best set of works for a number of works: exact, beside the set that is found step by step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.columns.frame import make_frame
from corridor.columns.lab import PORTFOLIO_PAIRS, PORTFOLIO_WORKS, PORTFOLIOS
from corridor.errors import RouteError
from corridor.partners.best_set import Problem, best_set, greedy
from corridor.partners.in_charge import NOBODY_NAMED, charge_of, in_charge
from corridor.partners.priorities import BY_PLACE, PERCENT, Saving, group_of, joined_shares, usd_of, weigh
from corridor.partners.works import join
from corridor.resilience.choices import pair_choices, quicker, with_routes
from corridor.resilience.removals import best
from corridor.scenario.codec import parse
from corridor.scenario.upgrade_effects import effects
from corridor.scenario.upgrades import due

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.resilience.choices import PairChoices

    Pair = tuple[str, str]

PLANNED, ASSUMED, BOTH = "planned", "assumed", "both"
WORKS = (PLANNED, ASSUMED, BOTH)
MAX_BUDGET = 8
MAX_WORKS = 60
_MINUTES = 60
# How often routes are sought anew once the best set is known.
_ROUNDS = 2


class Work(NamedTuple):
    """
    A work to choose.

    Attributes
    ----------
    id
        Upgrade, or the leg or place that is assumed to be quicker.
    kind
        "planned" or "assumed".
    factor, less
        What the hours of its parts are multiplied by, after these hours are taken off.
    parts
        Legs, or "work:node"; of an assumed one by place all work at the node.
    """

    id: str
    kind: str
    parts: tuple[str, ...]
    factor: float = 1.0
    less: float = 0.0

    def saved(self, hours: float) -> float:
        """Return the hours saved of a part's hours."""
        return max(0.0, hours - max(0.0, hours - self.less) * self.factor)


@dataclass(frozen=True, eq=False, kw_only=True)
class Portfolios:
    """
    Best sets of works.

    Attributes
    ----------
    table
        One row a number of works, from 0, as `corridor.columns.lab.PORTFOLIOS`.
    works
        The works to choose from, as `corridor.columns.lab.PORTFOLIO_WORKS`.
    pairs
        What the best set of each size brings each pair, as `corridor.columns.lab.PORTFOLIO_PAIRS`.
    without_effect
        Planned works whose effect on hours is not published, or is none: they cannot be weighed.
    """

    table: pd.DataFrame
    works: pd.DataFrame
    pairs: pd.DataFrame
    without_effect: tuple[str, ...]


def portfolios(  # noqa: PLR0913 - a question has so many parts, all but two by name
    network: Network,
    pairs: Sequence[Pair],
    *,
    budget: int = 3,
    weights: Sequence[float] | None = None,
    works: str = BOTH,
    percent: float = PERCENT,
    by: str = BY_PLACE,
    usd_per_day: float | None = None,
) -> Portfolios:
    """
    Find the best set of 0, 1, ... works: that by which the best times of some pairs fall most.

    Works interact: two on different routes do not add up, two on one route do. The value of a set is that of
    the best route of each pair under the set, by headlines, over the routes of
    `corridor.resilience.choices`; at one part the work that saves more there counts. The best set is exact
    (SCIP by OR-Tools), and stands beside the one that takes the best next work each time.

    Parameters
    ----------
    network
        The network, without what is to be avoided.
    pairs
        Node ids of origins and destinations.
    budget
        How many works at most, from 1 to `MAX_BUDGET`.
    weights
        Weight of each pair; all equal if None.
    works
        "planned" (unfinished upgrades with a published effect on hours), "assumed" (each place, and each leg
        where works are recorded, made quicker by `percent`: no work makes a motorway quicker), or "both".
    percent
        Percent saved by an assumed work.
    by
        "place" for all work at a node as one assumed work, "work" for each kind of work by itself.
    usd_per_day
        What a day of a TEU is worth in US dollars; no source states one.

    Returns
    -------
    Portfolios
        Sets, works, pairs.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or a part of the question cannot be used.
    """
    if not 1 <= budget <= MAX_BUDGET:
        raise RouteError("budget-unusable", most=MAX_BUDGET)
    Saving(percent=percent).check()
    weighed = weigh(pairs, weights)
    dataset = network.dataset
    planned, without = planned_works(dataset)
    found = [pair_choices(network, *pair) for pair in weighed]
    shares = joined_shares(found, list(weighed.values()))
    choosable = list(planned) if works != ASSUMED else []
    if works != PLANNED:
        choosable += _assumed(dataset, found, percent, by)
    found = [_widened(network, pair, [[work] for work in planned], choosable) for pair in found]
    choosable = _foremost(choosable, found, shares)
    problem = _problem(found, shares, choosable)
    sets = [best_set(problem, size) for size in range(budget + 1)]
    for _round in range(_ROUNDS):
        chosen = [[choosable[at] for at in best_one.works] for best_one in sets[1:]]
        wider = [_widened(network, pair, chosen, ()) for pair in found]
        if all(len(new.choices) == len(old.choices) for new, old in zip(wider, found, strict=True)):
            break
        found = wider
        problem = _problem(found, shares, choosable)
        sets = [best_set(problem, size) for size in range(budget + 1)]
    steps = [greedy(problem, size) for size in range(budget + 1)]
    rows = [
        {
            "works": size,
            "chosen": tuple(choosable[at].id for at in one.works),
            "saved": one.value / _MINUTES,
            "saved_usd": usd_of(one.value / _MINUTES, usd_per_day),
            "is_exact": one.is_exact,
            "greedy": tuple(choosable[at].id for at in step.works),
            "greedy_saved": step.value / _MINUTES,
        }
        for size, (one, step) in enumerate(zip(sets, steps, strict=True))
    ]
    return Portfolios(
        table=make_frame(rows, PORTFOLIOS),
        works=make_frame(
            _work_rows(dataset, problem, choosable, [best_one.works for best_one in sets]), PORTFOLIO_WORKS
        ),
        pairs=make_frame(_pair_rows(problem, found, [best_one.works for best_one in sets]), PORTFOLIO_PAIRS),
        without_effect=without,
    )


def planned_works(dataset: Dataset) -> tuple[tuple[Work, ...], tuple[str, ...]]:
    """
    List the unfinished upgrades with an effect on hours, and the ids of those without one.

    Parameters
    ----------
    dataset
        The route dataset; upgrades that its scenario has done already are left out.

    Returns
    -------
    tuple
        Works in the order of the upgrades, and ids of the others that are neither finished nor called off.
    """
    scenario = parse(dataset.scenario)
    done = {*scenario.upgrades, *(due(dataset, scenario.year) if scenario.year else ())}
    works, without = [], []
    for upgrade in dataset.upgrades["upgrade_id"]:
        effect = effects(dataset, upgrade)
        is_over = (
            dataset.record("upgrades", upgrade)["status"] == "operating" or effect.reason == "called-off"
        )
        if is_over or upgrade in done:
            continue
        timed = [
            change for change in effect.changes if change.quantity in {"time_h", "border", "transhipment"}
        ]
        if not timed:
            without.append(upgrade)
            continue
        first = timed[0]
        part = first.subject_id if first.subject_type == "leg" else f"{first.quantity}:{first.subject_id}"
        works.append(Work(upgrade, PLANNED, (part,), factor=first.factor, less=first.less))
    return tuple(works), tuple(without)


def _assumed(dataset: Dataset, found: Iterable[PairChoices], percent: float, by: str) -> list[Work]:
    """Each place of some routes, and each of their legs where works are recorded, made quicker."""
    groups: dict[str, set[str]] = {}
    for part in {part for pair in found for choice in pair.choices for part in choice.hours}:
        is_leg = ":" not in part
        if not is_leg or in_charge(dataset, [part]).charge != NOBODY_NAMED:
            groups.setdefault(group_of(part, by), set()).add(part)
    return [
        Work(group, ASSUMED, tuple(sorted(parts)), factor=1 - percent / 100)
        for group, parts in sorted(groups.items())
    ]


def _widened(
    network: Network, pair: PairChoices, sets: Iterable[Sequence[Work]], together: Sequence[Work]
) -> PairChoices:
    """Add the routes that are the quickest with some sets of works done."""
    if not pair.choices:
        return pair
    further = []
    for done in (*sets, together):
        saving = _savings(pair, done)
        if saving:
            quick = best(quicker(network, saving), pair.origin, pair.destination, criterion="time_h")
            further += [quick.way] if quick is not None else []
    return with_routes(network, pair, further)


def _savings(pair: PairChoices, works: Iterable[Work]) -> dict[str, float]:
    """Hours that works save, by part, where any route of a pair has it."""
    most: dict[str, float] = {}
    for choice in pair.choices:
        for part, hours in choice.hours.items():
            most[part] = max(most.get(part, 0.0), hours)
    savings: dict[str, float] = {}
    for work in works:
        for part in work.parts:
            # A part that no known route has: no more can be said than that it gets as much quicker.
            hours = most.get(part, float("inf") if work.factor == 1 else 0.0)
            saved = work.less if hours == float("inf") else work.saved(hours)
            savings[part] = max(savings.get(part, 0.0), saved)
    return {part: saved for part, saved in savings.items() if saved}


def _foremost(works: Sequence[Work], found: Sequence[PairChoices], shares: Sequence[float]) -> list[Work]:
    """Keep the works that can save anything: planned ones, then those that can save most, `MAX_WORKS`."""
    kept = []
    for work in works:
        most = sum(
            share * max((_saved(work, choice.hours) for choice in pair.choices), default=0.0)
            for pair, share in zip(found, shares, strict=True)
        )
        if most:
            kept.append((work.kind != PLANNED, -most, work.id, work))
    return [work for *_order, work in sorted(kept)[:MAX_WORKS]]


def _saved(work: Work, hours: Mapping[str, float]) -> float:
    """Hours that a work saves on a route."""
    return sum(work.saved(hours[part]) for part in work.parts if part in hours)


def _problem(found: Sequence[PairChoices], shares: Sequence[float], works: Sequence[Work]) -> Problem:
    """Write routes and works as whole minutes."""
    totals, savings = [], []
    for pair in found:
        totals.append([round(choice.total * _MINUTES) for choice in pair.choices])
        savings.append(
            [
                {
                    part: {
                        at: minutes
                        for at, work in enumerate(works)
                        if part in work.parts and (minutes := round(work.saved(hours) * _MINUTES))
                    }
                    for part, hours in choice.hours.items()
                }
                for choice in pair.choices
            ]
        )
    return Problem.of(totals, savings, shares, len(works))


def _work_rows(
    dataset: Dataset, problem: Problem, works: Sequence[Work], sets: Sequence[Sequence[int]]
) -> Iterator[dict[str, Any]]:
    """Rows of the works, the most effective alone first."""
    joined = {row["upgrade_id"]: row for row in join(dataset).to_dict("records")}
    every = frozenset(range(len(works)))
    whole = problem.value(every)
    rows = []
    for at, work in enumerate(works):
        row: dict[str, Any] = {
            "work_id": work.id,
            "kind": work.kind,
            "parts": work.parts,
            "saved": problem.most_saved(at) / _MINUTES,
            "alone": problem.value({at}) / _MINUTES,
            "last": (whole - problem.value(every - {at})) / _MINUTES,
            "from_budget": next((size for size, one in enumerate(sets) if at in one), None),
        }
        if work.kind == PLANNED:
            planned = joined[work.id]
            row |= charge_of(dataset, [planned]).cells() | {
                "upgrade_id": work.id,
                "status": planned["status"],
            }
        else:
            row |= in_charge(dataset, [work.parts[0].partition(":")[2] or work.parts[0]]).cells()
        rows.append(row)
    yield from sorted(rows, key=lambda row: (-row["alone"], -row["last"], row["work_id"]))


def _pair_rows(
    problem: Problem, found: Sequence[PairChoices], sets: Sequence[Sequence[int]]
) -> Iterator[dict[str, Any]]:
    """Rows of what each set brings each pair."""
    for size, one in enumerate(sets):
        for at, pair in enumerate(found):
            if not pair.choices:
                continue
            before, after = problem.quickest(at, ()), problem.quickest(at, one)
            yield {
                "works": size,
                "origin": pair.origin,
                "destination": pair.destination,
                "before": before.total / _MINUTES,
                "after": after.total / _MINUTES,
                "route_before": pair.choices[before.route].route_id,
                "route_after": pair.choices[after.route].route_id,
            }

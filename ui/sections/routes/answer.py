"""The answers to a question for routes, worked out once for all visitors."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from corridor.chain.emissions import inventory
from corridor.chain.itinerary import itinerary_of
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of, totals
from corridor.corridors.calibration import stretches_of
from corridor.errors import CorridorError
from corridor.memory.memo import Depends, remembered
from corridor.partners.route_works import works_on
from corridor.practice import in_practice
from corridor.routing import alternatives
from corridor.routing.obtainable import grouped, reasons_of
from corridor.routing.presented import present
from corridor.routing.risk import risk
from corridor.routing.summary import summary_of
from corridor.routing.what_if import effect
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import AS_IT_IS
from ui.evidence.rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from corridor.chain.itinerary import ItineraryStep
    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.availability import Reason
    from corridor.routing.presented import Presented
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes
    from corridor.routing.summary import Summary
    from corridor.routing.what_if import Effect
    from corridor.scenario.codec import Scenario
    from ui.link.state import State

    Row = Mapping[str, Any]

_MAX_ANSWERS, _MAX_DETAILS = 256, 512
_MAX_UNDER_SCENARIOS = 32
_MOST_LEADING = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t", "transhipments")


@dataclass(frozen=True, eq=False, kw_only=True)
class Answer:
    """
    What a question found.

    Attributes
    ----------
    found
        The routes, None if the question could not be answered.
    fault
        Why not.
    rows
        The routes by id, those shown first.
    shown
        Ids of the clearly different ones, in the order of their numbers.
    telling
        What tells each shown route from the others, as of `corridor.routing.alternatives.marks`.
    beaten
        Ids of routes that another beats on everything that was asked, shown because they are different.
    leads
        Criteria on which a route is the best of what is surest to be had, by route id.
    would_lead
        Criteria on which a route that is less sure would be the best of all, by route id.
    reasons
        Why each shown route can or cannot be had, the worst first, each with its legs.
    practice
        Time and cost of the shown routes in practice, as of `corridor.practice.in_practice`.
    summary
        The answer in short; None without a route.
    best
        The routes that no other beats; None if the question could not be answered.
    effect
        What the scenario changes against the same question without it; None without a scenario.
    """

    question: RouteQuestion
    found: Routes | None = None
    fault: CorridorError | None = None
    rows: Mapping[str, Row]
    shown: tuple[str, ...] = ()
    telling: Mapping[str, tuple[tuple[str, str], ...]]
    leads: Mapping[str, tuple[str, ...]]
    beaten: frozenset[str] = frozenset()
    would_lead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reasons: Mapping[str, Mapping[Reason, tuple[str, ...]]] = field(default_factory=dict)
    practice: Mapping[str, Row] = field(default_factory=dict)
    summary: Summary | None = None
    best: Routes | None = None
    effect: Effect | None = None

    def number(self, route: str) -> int:
        """Give the number of a route: on its card, on the map, in the table."""
        return list(self.rows).index(route) + 1


@dataclass(frozen=True, eq=False, kw_only=True)
class Detail:
    """All about one route: steps, staircase, totals, published times, emissions, risk, planned works."""

    route: str
    hops: Sequence[Hop]
    frame: pd.DataFrame
    steps: Sequence[Row]
    corners: Sequence[Row]
    totals: Mapping[str, Row]
    stretches: Sequence[Row]
    emissions: Sequence[Row]
    itinerary: Sequence[ItineraryStep]
    resembles: tuple[str, float] | None
    likely: Row
    spread_by: Sequence[Row]
    mend: Callable[[], pd.DataFrame]

    @cached_property
    def mended(self) -> pd.DataFrame:
        """Works planned along the route, found for the first page that shows it."""
        return self.mend()

    @cached_property
    def mending(self) -> Sequence[Row]:
        """The same as rows."""
        return rows(self.mended)


def answer(dataset: Dataset, asked: RouteQuestion) -> Answer:
    """Answer a question; the answer is kept for whoever asks it next."""
    return _answer(dataset, asked) if asked.scenario == AS_IT_IS else _answer_under(dataset, asked)


def detail(dataset: Dataset, found: Answer, route: str) -> Detail:
    """Work out all about one of the routes."""
    hops = found.found.hops[route] if found.found else ()
    scenario = found.question.scenario
    if scenario == AS_IT_IS:
        return _detail(dataset, route, hops)
    return _detail_under(dataset, route, scenario, hops)


# Fewer are kept under scenarios, for each holds a dataset and a network.


@remembered(depends_on=Depends.EVERYTHING, most=_MAX_ANSWERS)
def _answer(dataset: Dataset, asked: RouteQuestion) -> Answer:
    """Answer a question without a scenario."""
    return _answered(dataset, asked)


@remembered(depends_on=Depends.EVERYTHING, most=_MAX_UNDER_SCENARIOS)
def _answer_under(dataset: Dataset, asked: RouteQuestion) -> Answer:
    """Answer a question under a scenario."""
    return _answered(dataset, asked)


@remembered(depends_on=Depends.EVERYTHING, most=_MAX_DETAILS, beside=1)
def _detail(dataset: Dataset, route: str, hops: Sequence[Hop]) -> Detail:
    """Work out all about a route, whose id tells its legs."""
    return _detailed(dataset, hops, route, AS_IT_IS)


@remembered(depends_on=Depends.EVERYTHING, most=_MAX_UNDER_SCENARIOS, beside=1)
def _detail_under(dataset: Dataset, route: str, scenario: Scenario, hops: Sequence[Hop]) -> Detail:
    """Work out all about a route under a scenario."""
    return _detailed(dataset, hops, route, scenario)


def chosen_route(found: Answer, state: State) -> str | None:
    """Route that is shown in full: the one of the address, else the best on what matters most."""
    if state.route in found.rows:
        return state.route
    first = found.question.criteria[0]
    return next(
        (route_id for route_id in found.shown if first in found.leads.get(route_id, ())),
        next(iter(found.rows), None),
    )


def chosen_step(found: Detail, state: State) -> Row | None:
    """Step that stands out: the one of the address, else that of the leg that the address names."""
    if state.step is not None and state.step <= len(found.steps):
        return found.steps[state.step - 1]
    return next((row for row in found.steps if row["leg_id"] and row["leg_id"] == state.leg), None)


def practice_of(found: Answer, route: str) -> Row | None:
    """Give what a route takes in practice, also of one that is not among those shown."""
    if route in found.practice or found.found is None:
        return found.practice.get(route)
    return rows(_in_practice(found.found, (route,)))[0]


def telling(found: Answer, route: str) -> tuple[tuple[str, str], ...]:
    """Say what tells a route from those shown."""
    if route in found.telling or found.found is None:
        return found.telling.get(route, ())
    ways = {route_id: found.found.hops[route_id] for route_id in (*found.shown, route)}
    return alternatives.marks(found.found.dataset, ways)[route]


def _answered(dataset: Dataset, asked: RouteQuestion) -> Answer:
    """Ask the engine."""
    try:
        presented = present(dataset, asked)
    except CorridorError as error:
        return Answer(question=asked, fault=copy(error).with_traceback(None), rows={}, telling={}, leads={})
    by_route = {row["route_id"]: row for row in rows(presented.whole.table)}
    # Of what was not asked for, the best route may not be among those found.
    leading = tuple(criterion for criterion in _MOST_LEADING if criterion in asked.criteria)
    best = alternatives.best(presented.found, leading)
    would = alternatives.best_if_sure(presented.found, leading)
    whole = presented.whole
    practice = {row["route_id"]: row for row in rows(_in_practice(whole, presented.shown))}
    return Answer(
        question=asked,
        found=presented.whole,
        rows={route_id: by_route[route_id] for route_id in presented.order},
        shown=presented.shown,
        telling=presented.telling,
        leads={
            route_id: tuple(name for name, route in best.items() if route == route_id)
            for route_id in best.values()
        },
        beaten=frozenset(presented.beaten),
        would_lead={
            route_id: tuple(name for name, route in would.items() if route == route_id)
            for route_id in would.values()
        },
        reasons={
            route_id: grouped(reasons_of(whole.dataset, whole.hops[route_id], asked))
            for route_id in presented.order
        },
        practice=practice,
        summary=summary_of(presented.found, asked, practice=practice),
        best=presented.found,
        effect=_effect(dataset, asked, presented),
    )


def _effect(dataset: Dataset, asked: RouteQuestion, presented: Presented) -> Effect | None:
    """Compare with the answer to the same question without its scenario, which is cached."""
    if asked.scenario == AS_IT_IS:
        return None
    before = answer(dataset, replace(asked, scenario=AS_IT_IS)).best
    return None if before is None else effect(before, presented.found, asked, shown=presented.whole)


def _in_practice(whole: Routes, shown: Sequence[str]) -> pd.DataFrame:
    """Work out what the shown routes take in practice."""
    return in_practice(
        whole.dataset, {route_id: steps_of(whole.dataset, whole.hops[route_id]) for route_id in shown}
    )


def _detailed(dataset: Dataset, hops: Sequence[Hop], route: str, scenario: Scenario) -> Detail:
    """Work out all about a route."""
    whole = dataset
    dataset = assumed(whole, scenario)
    frame = steps_of(dataset, hops)
    drawn = risk({route: frame})
    return Detail(
        route=route,
        hops=hops,
        frame=frame,
        steps=rows(frame),
        corners=rows(staircase(frame)),
        totals={row["criterion"]: row for row in rows(totals(frame))},
        stretches=rows(stretches_of(dataset, frame)),
        emissions=rows(inventory(dataset, hops)),
        itinerary=itinerary_of(dataset, frame),
        resembles=alternatives.resembles(dataset, hops),
        likely=rows(drawn.table)[0],
        spread_by=rows(drawn.sensitivity),
        mend=lambda: works_on(whole, hops, scenario),
    )

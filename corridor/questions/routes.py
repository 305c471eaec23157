"""Questions about routes between two places."""

from __future__ import annotations

from dataclasses import replace

from corridor.columns.chain import EMISSIONS_TABLE, STAIRCASE
from corridor.columns.impact import (
    SCENARIO_CAPACITY,
    SCENARIO_CONNECTIVITY,
    SCENARIO_CUT,
    SCENARIO_REACH,
    SCENARIO_ROUTES,
    SCENARIO_TOTALS,
)
from corridor.columns.partners import ROUTE_MENDING
from corridor.columns.routes import (
    AVAILABILITY,
    COMPARISON,
    IN_PRACTICE,
    RISK,
    ROUTES,
    SENSITIVITY,
    WHAT_IF,
    WHAT_IF_ROUTES,
)
from corridor.columns.scenario import CHANGES, PRESETS
from corridor.questions import answer_routes, answer_scenarios
from corridor.questions.parameters import Parameter
from corridor.questions.question import CRITERIA, FROM, LIMITS, SAMPLES, SCENARIO, SEED, TO, Question

_ROUTE = Parameter(
    name="route_id", flag="--route", words="id of a route, as the verb route lists it (the first)"
)

ROUTE_QUESTIONS = (
    Question(
        verb="route",
        path="/routes",
        words="find the best freight routes between two places: none is better on every criterion",
        parameters=(FROM, TO, CRITERIA, *LIMITS, SCENARIO),
        answer=answer_routes.routes,
        tables=(ROUTES, AVAILABILITY, IN_PRACTICE),
    ),
    Question(
        verb="staircase",
        path="/routes/{route_id}/staircase",
        words="show time and cost against distance along a route",
        parameters=(FROM, TO, CRITERIA, *LIMITS, SCENARIO, _ROUTE),
        answer=answer_routes.staircase,
        tables=(STAIRCASE,),
    ),
    Question(
        verb="emissions",
        path="/routes/{route_id}/emissions",
        words="list the transport chain elements of a route with their emissions (ISO 14083)",
        parameters=(FROM, TO, CRITERIA, *LIMITS, SCENARIO, _ROUTE),
        answer=answer_routes.emissions,
        tables=(EMISSIONS_TABLE,),
    ),
    Question(
        verb="who-mends",
        path="/routes/{route_id}/mending",
        words="list the works planned at each step of a route, and their effect on the route",
        parameters=(FROM, TO, CRITERIA, *LIMITS, SCENARIO, _ROUTE),
        answer=answer_routes.route_works,
        tables=(ROUTE_MENDING,),
    ),
    Question(
        verb="what-if",
        path="/what-if",
        words="compare the best routes before and after changes, and each route with itself",
        parameters=(
            FROM,
            TO,
            CRITERIA,
            *LIMITS,
            replace(SCENARIO, default=None),
        ),
        answer=answer_routes.what_if,
        tables=(WHAT_IF, WHAT_IF_ROUTES),
    ),
    Question(
        verb="compare-scenario",
        path="/compare-scenario",
        words="compare routes, connectivity, reach and capacity without and with a scenario",
        parameters=(FROM, TO, CRITERIA, *LIMITS, replace(SCENARIO, default=None)),
        answer=answer_scenarios.compare_scenario,
        tables=(
            SCENARIO_TOTALS,
            SCENARIO_ROUTES,
            SCENARIO_CONNECTIVITY,
            SCENARIO_REACH,
            SCENARIO_CAPACITY,
            SCENARIO_CUT,
        ),
    ),
    Question(
        verb="presets",
        path="/presets",
        words="list the scenarios from the news, with their sources, dates and assumptions",
        parameters=(),
        answer=answer_scenarios.presets,
        tables=(PRESETS,),
    ),
    Question(
        verb="scenario",
        path="/scenario",
        words="check a scenario and list its changes",
        parameters=(replace(SCENARIO, flag="changes", default=None),),
        answer=answer_routes.scenario,
        tables=(CHANGES,),
    ),
    Question(
        verb="risk",
        path="/risk",
        words="estimate the spread of the totals of clearly different routes",
        parameters=(
            FROM,
            TO,
            *LIMITS,
            SCENARIO,
            Parameter(
                name="criterion",
                words="time, cost or distance (time)",
                choices=("time", "cost", "distance"),
                default="time",
            ),
            SAMPLES,
            SEED,
        ),
        answer=answer_routes.risk,
        tables=(RISK, COMPARISON, SENSITIVITY),
    ),
)

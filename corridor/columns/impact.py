"""The tables of an impact: what a scenario changes in routes, connectivity, reach and capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.columns.column import Table, flag, number, text, whole
from corridor.columns.pairs import PARTS
from corridor.columns.quantities import BASES, COST, DISTANCE, EMISSIONS, OF_ROUTES, TIME
from corridor.columns.routes import ROUTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.columns.column import Column
    from corridor.columns.quantities import Quantity

ROUTE_STATES = ("kept", "won", "lost")
PLACE_STATES = ("kept", "won", "lost")
COUNTED = ("places", "pairs")
COMPARED = (TIME, COST, EMISSIONS, DISTANCE)
IN_PRACTICE = (TIME, COST)
_SIDES = (("before", "without the scenario"), ("after", "with the scenario"))
_PERCENTILES = (
    ("p10", "one in ten is less"),
    ("p50", "half are less"),
    ("p90", "nine in ten are less"),
)


def _totals() -> Iterator[Column]:
    """Declare the totals of a route on both sides."""
    for quantity in COMPARED:
        for side, words in _SIDES:
            yield from _side(quantity, side, words)
        yield number(
            f"{quantity.name}_change",
            f"{quantity.title}: change",
            "Headline with the scenario less that without it; empty unless both sides have as many parts "
            f"without a figure: {quantity.words}.",
            quantity.unit,
        )


def _side(quantity: Quantity, side: str, words: str) -> Iterator[Column]:
    """Declare the totals of a route on one side."""
    of = f"{words}, of the known parts: {quantity.words}."
    for end, name in (("low", "Low end"), ("typical", "Headline"), ("high", "High end")):
        title = f"{quantity.title} {side}: {'typical' if end == 'typical' else f'{end} end'}"
        yield number(f"{quantity.name}_{end}_{side}", title, f"{name} {of}", quantity.unit)
    yield whole(
        f"{quantity.name}_gaps_{side}",
        f"{quantity.title} {side}: parts without a figure",
        f"How many parts of the route have no figure {words}: {quantity.words}.",
        minimum=0,
    )


def _practice() -> Iterator[Column]:
    """Declare what a route takes and costs in practice on both sides."""
    for quantity in IN_PRACTICE:
        for side, words in _SIDES:
            for part, share in _PERCENTILES:
                yield number(
                    f"{quantity.name}_{part}_{side}",
                    f"{quantity.title} in practice {side}: {part.upper()}",
                    f"In practice {share}, {words}: {quantity.words}.",
                    quantity.unit,
                )


SCENARIO_ROUTES = Table(
    name="scenario_routes",
    title="Routes with and without the scenario",
    description=(
        "One row is a route that is among the best without the scenario, with it or both; routes are the "
        "same if their legs are. Kept first, then won, then lost. Figures are empty on the side on which the "
        "route is not open."
    ),
    columns=(
        text("route_id", "Route", "Id of the route.", required=True),
        text(
            "state",
            "State",
            "kept = among the best on both sides; won = only with the scenario; lost = only without it.",
            required=True,
            enum=ROUTE_STATES,
        ),
        flag(
            "is_open_before",
            "Open before",
            "Whether all of its legs are open without the scenario; a route that is won and was open before "
            "is now better than others.",
            required=True,
        ),
        flag(
            "is_open_after",
            "Open after",
            "Whether all of its legs are open with the scenario; a route that is lost and is open still is "
            "now worse than others.",
            required=True,
        ),
        flag(
            "is_different",
            "Clearly different",
            "Whether it is one of the clearly different routes on a side on which it is among the best.",
            required=True,
        ),
        *ROUTES.some("legs", "nodes", "modes", "countries"),
        text("availability_before", "Can it be had, before", "As of the routes without the scenario."),
        text("availability_after", "Can it be had, after", "As of the routes with the scenario."),
        *_totals(),
        *_practice(),
    ),
)
SCENARIO_TOTALS = Table(
    name="scenario_totals",
    title="Best routes with and without the scenario",
    description=(
        "One row is a criterion: the best route on it on either side, among the routes surest to be had with "
        "the fewest parts without a figure."
    ),
    columns=(
        text(
            "criterion",
            "Criterion",
            "What was asked for.",
            required=True,
            enum=tuple(quantity.name for quantity in OF_ROUTES),
        ),
        number("low_before", "Before: low end", "Low end of that route without the scenario."),
        number("before", "Before", "Headline of that route without the scenario."),
        number("high_before", "Before: high end", "High end of that route without the scenario."),
        number("low_after", "After: low end", "Low end of that route with the scenario."),
        number("after", "After", "Headline of that route with the scenario."),
        number("high_after", "After: high end", "High end of that route with the scenario."),
        number("change", "Change", "after less before; empty unless both have as many gaps."),
        whole("gaps_before", "Gaps before", "Parts of that route without a figure before.", minimum=0),
        whole("gaps_after", "Gaps after", "Parts of that route without a figure after.", minimum=0),
        text("route_before", "Route before", "That route without the scenario."),
        text("route_after", "Route after", "That route with the scenario."),
    ),
)
SCENARIO_CONNECTIVITY = Table(
    name="scenario_connectivity",
    title="Connectivity with and without the scenario",
    description=(
        "One row is a measure: the places with a way from the start; then, of Kazakhstan and Serbia and of "
        "the two countries asked about, the pairs of cities with a route and each part of the index."
    ),
    columns=(
        text("pair", "Countries", "Codes of the two countries joined by a hyphen; empty for places."),
        text(
            "part",
            "Measure",
            "places, pairs, or part of the index.",
            required=True,
            enum=(*COUNTED, *PARTS),
        ),
        text("unit", "Unit", "Unit of the values.", required=True),
        number("before", "Before", "Value without the scenario."),
        number("after", "After", "Value with the scenario."),
        number("change", "Change", "after less before; empty unless both are known with as many gaps."),
        flag("is_better", "Better", "Whether the change is for the better; empty without a change."),
        whole("of", "Out of", "How many places or pairs there are.", minimum=0),
        whole("gaps_before", "Gaps before", "Parts without a figure before.", minimum=0),
        whole("gaps_after", "Gaps after", "Parts without a figure after.", minimum=0),
        text("basis_before", "Basis before", "Weakest basis of the value before.", enum=BASES),
        text("basis_after", "Basis after", "Weakest basis of the value after.", enum=BASES),
    ),
)
SCENARIO_REACH = Table(
    name="scenario_reach",
    title="Places reached with and without the scenario",
    description="One row is a place that the start has a way to on either side, over known parts only.",
    columns=(
        text("node_id", "Place", "Place.", required=True),
        text(
            "state",
            "State",
            "kept = has a way on both sides; won = only with the scenario; lost = only without it.",
            required=True,
            enum=PLACE_STATES,
        ),
        number("time_h_before", "Time before", "Hours of headlines without the scenario.", "h"),
        number("time_h_after", "Time after", "Hours of headlines with the scenario.", "h"),
        number("time_h_change", "Time: change", "after less before.", "h"),
    ),
)
SCENARIO_CAPACITY = Table(
    name="scenario_capacity",
    title="Capacity with and without the scenario",
    description="One row is a unit: bounds of what fits between two places in a year, on either side.",
    columns=(
        text("unit", "Unit", "t or teu, a year.", required=True, enum=("t", "teu")),
        whole(
            "lower_before",
            "Lower bound before",
            "What fits over published capacities, the others taken as nothing, without the scenario.",
            minimum=0,
        ),
        whole("lower_after", "Lower bound after", "The same with the scenario.", minimum=0),
        whole(
            "upper_before",
            "Upper bound before",
            "What fits if the others had no limit, without the scenario; empty where none is published on "
            "the way.",
            minimum=0,
        ),
        whole("upper_after", "Upper bound after", "The same with the scenario.", minimum=0),
        whole("lower_change", "Lower bound: change", "after less before."),
        whole("upper_change", "Upper bound: change", "after less before; empty unless both are known."),
        whole("known", "Known", "Legs and nodes with a published capacity, with the scenario.", minimum=0),
        whole("unknown", "Unknown", "Legs and nodes without one, with the scenario.", minimum=0),
    ),
)
SCENARIO_CUT = Table(
    name="scenario_cut",
    title="What limits the capacity with and without the scenario",
    description=(
        "One row is a leg or node that holds the upper bound on a side (min-cut), or whose yearly capacity "
        "the scenario changes."
    ),
    columns=(
        text("unit", "Unit", "t or teu, a year.", required=True, enum=("t", "teu")),
        text("kind", "Kind", "leg or node.", required=True, enum=("leg", "node")),
        text("id", "Id", "Leg or node.", required=True),
        whole(
            "capacity_before",
            "Capacity before",
            "Its yearly capacity without the scenario; empty if none is known.",
            minimum=0,
        ),
        whole("capacity_after", "Capacity after", "The same with the scenario.", minimum=0),
        flag(
            "is_limit_before",
            "Limits before",
            "Whether it holds the upper bound without the scenario.",
            required=True,
        ),
        flag(
            "is_limit_after",
            "Limits after",
            "Whether it holds the upper bound with the scenario.",
            required=True,
        ),
    ),
)

"""The tables of routes between two places: the routes, what if, risk, comparison, sweeps."""

from __future__ import annotations

from dataclasses import replace

from corridor.columns.chain import STEPS
from corridor.columns.column import Table, count, flag, number, text, whole
from corridor.columns.quantities import BASES, OF_ROUTES, WORKS, sums

_CRITERIA = tuple(column.name for column in OF_ROUTES)
_ROUTE = text(
    "route_id", "Route", "Id of the route: a digest of its legs, the same for any question.", required=True
)
_LOW = number("low", "Low", "Sum of the low ends of the known parts.")
_TYPICAL = number("typical", "Typical", "Sum of the headlines of the known parts.")
_HIGH = number("high", "High", "Sum of the high ends of the known parts.")
_LISTED = "separated by |"

_STATES = ("running", "seasonal", "possible", "restricted")
OBTAINABLE = (
    text(
        "availability",
        "Availability",
        "Whether the route can be had, by the worst of its legs: running, seasonal, possible (no service "
        "confirmed) or restricted.",
        enum=_STATES,
        is_extra=True,
    ),
    text(
        "availability_reasons",
        "Reasons",
        "What makes it so, in English, with since when and who says so.",
        is_extra=True,
    ),
    text(
        "confirmed_on",
        "Confirmed on",
        "When the ship of the route that was seen longest ago was last seen.",
        is_extra=True,
    ),
)
ROUTES = Table(
    name="routes",
    title="Routes",
    description=(
        "One row is a freight route: no other as sure to be had is better on every criterion. "
        "Sums are of known parts."
    ),
    columns=(
        _ROUTE,
        text(
            "legs",
            "Legs",
            f"Ids of legs as travelled, {_LISTED}; ~ behind a leg used against its direction.",
            required=True,
        ),
        text("nodes", "Places passed", f"Ids of the places passed, in order, {_LISTED}.", required=True),
        text("modes", "Modes", f"Modes in the order of first use, {_LISTED}.", required=True),
        text(
            "countries",
            "Countries",
            f"ISO 3166-1 codes in the order of first entry, {_LISTED}.",
            required=True,
        ),
        *OBTAINABLE,
        *sums(required=True),
        number(
            "straight_km",
            "Straight line",
            "Kilometres of the straight line (geodesic) between the ends.",
            "km",
        ),
        number(
            "circuity",
            "Length by the straight line",
            "How many times as long as the straight line; of the known distance.",
        ),
    ),
)
AVAILABILITY = Table(
    name="availability",
    title="Availability",
    description="One row is a reason why a route can or cannot be had, the worst first.",
    columns=(
        _ROUTE,
        text(
            "availability",
            "Availability",
            "What the reason makes of the legs that it speaks of.",
            required=True,
            enum=_STATES,
        ),
        text(
            "code",
            "Kind of reason",
            "What the reason rests on: a service, the state of a line, a season or a restriction.",
            required=True,
            enum=(
                "service-seen", "service-old", "service-unsure", "no-service", "line-open", "line-unsure",
                "season", "restriction", "assumed",
            ),
        ),
        text("legs", "Legs", f"Ids of the legs that it speaks of, as travelled, {_LISTED}.", required=True),
        text("service_id", "Service", "Service, if it rests on one."),
        text("restriction_id", "Restriction", "Restriction, if it rests on one."),
        text("valid_from", "Valid from", "First day, month or year of the restriction."),
        text("valid_to", "Valid to", "Last day, month or year of the restriction; empty: no end was found."),
        text("seen", "Last seen", "When the service was last seen."),
        text("issued_by", "Issued by", "Who issued the restriction, or who published it if no page says."),
        text("sources", "Sources", f"Ids of the sources of the service or restriction, {_LISTED}."),
        text("text_en", "Reason (English)", "The reason in English.", required=True),
        text("text_kk", "Reason (Kazakh)", "The reason in Kazakh.", required=True),
        text("text_ru", "Reason (Russian)", "The reason in Russian.", required=True),
        text("text_sr", "Reason (Serbian (Cyrillic))", "The reason in Serbian (Cyrillic).", required=True),
        text("text_bg", "Reason (Bulgarian)", "The reason in Bulgarian.", required=True),
    ),
)  # fmt: skip
IN_PRACTICE = Table(
    name="in_practice",
    title="In practice",
    description="One row is a route shown: eight in ten journeys lie between P10 and P90. Known parts only.",
    columns=(
        _ROUTE,
        number("time_h_p10", "Time in practice: P10", "One journey in ten takes less, in hours.", "h"),
        number("time_h_p50", "Time in practice: P50", "Half of the journeys take less, in hours.", "h"),
        number("time_h_p90", "Time in practice: P90", "Nine journeys in ten take less, in hours.", "h"),
        number("cost_usd_per_teu_p10", "Cost in practice: P10", "One in ten costs less.", "USD/TEU"),
        number("cost_usd_per_teu_p50", "Cost in practice: P50", "Half cost less.", "USD/TEU"),
        number("cost_usd_per_teu_p90", "Cost in practice: P90", "Nine in ten cost less.", "USD/TEU"),
        count("gaps", "Gaps", "Parts without a time or without a cost."),
    ),
)
WHAT_IF = Table(
    name="what_if",
    title="What if",
    description="One row is a criterion: the best before and after changes.",
    columns=(
        text("criterion", "Criterion", "What was asked for.", required=True, enum=_CRITERIA),
        number(
            "before",
            "Before",
            "Smallest sum of headlines before, among the surest routes with the fewest gaps.",
        ),
        number("after", "After", "The same after."),
        whole("gaps_before", "Gaps before", "Parts of that route without a figure before.", minimum=0),
        whole("gaps_after", "Gaps after", "Parts of that route without a figure after.", minimum=0),
        text("route_before", "Route before", "That route before."),
        text("route_after", "Route after", "That route after."),
        number("change", "Change", "after less before; empty unless both have as many gaps."),
    ),
)
WHAT_IF_ROUTES = Table(
    name="what_if_routes",
    title="What if, route by route",
    description=(
        "One row is a route with the changes: the median of its time and cost in practice less that of the "
        "same route and of the best route without them. Empty unless both are of as many known parts."
    ),
    columns=(
        _ROUTE,
        flag("is_kept", "Open without the changes", "Whether it has all its legs without them."),
        number("time_h_change_same", "Time, against itself", "Less the time of the same route.", "h"),
        number(
            "cost_usd_per_teu_change_same",
            "Cost, against itself",
            "Less the cost of the same route.",
            "USD/TEU",
        ),
        number("time_h_change_best", "Time, against the best", "Less the time of the best route.", "h"),
        number(
            "cost_usd_per_teu_change_best",
            "Cost, against the best",
            "Less the cost of the best route.",
            "USD/TEU",
        ),
    ),
)
RISK = Table(
    name="risk",
    title="Risk",
    description="One row is a route: percentiles of its total in practice, of the known parts.",
    columns=(
        _ROUTE,
        number("p10", "P10", "One in ten takes less in practice."),
        number("p50", "P50", "Half take less in practice."),
        number("p90", "P90", "Nine in ten take less in practice."),
        number("mean", "Mean", "Mean in practice."),
        count("gaps", "Parts without a figure", "Parts without a figure, so that the totals are floors."),
    ),
)
LIKELY = replace(RISK, name="likely", title="Likely times")
COMPARISON = Table(
    name="comparison",
    title="Comparison",
    description="One row is a pair of routes.",
    columns=(
        _ROUTE,
        text("other_id", "Other route", "The route that it is compared with.", required=True),
        number(
            "share",
            "Share of the draws",
            "Share of the draws in which the first total is the smaller; equal ones count half.",
            minimum=0,
            maximum=1,
        ),
    ),
)
SENSITIVITY = Table(
    name="sensitivity",
    title="Sensitivity",
    description="One row is a part of a route, the greatest share first.",
    columns=(
        _ROUTE,
        text("part", "Part", "Leg, or work:node.", required=True),
        number(
            "share",
            "Share of the spread",
            "Share of the variance of the route's total that comes from the part.",
            minimum=0,
            maximum=1,
        ),
    ),
)
TOTALS_BESIDE = Table(
    name="totals_beside",
    title="Totals side by side",
    description="One row is a criterion of a route, with the difference from the first route.",
    columns=(
        text("criterion", "Criterion", "What is summed.", required=True, enum=_CRITERIA),
        _ROUTE,
        _LOW,
        _TYPICAL,
        _HIGH,
        count("gaps", "Parts without a figure", "How many parts of the route have no figure."),
        text("basis", "Basis", "Weakest basis of the known parts.", required=True, enum=BASES),
        number(
            "difference",
            "Difference",
            "typical less that of the first route; empty where either is not known.",
        ),
        flag("is_like", "Both complete", "Whether both sums have every part.", required=True),
    ),
)
HOURS_BY_KIND = Table(
    name="hours_by_kind",
    title="Hours by kind of work",
    description="One row is a route and a kind of work, or moving. The headlines add up to the route's.",
    columns=(
        _ROUTE,
        text("kind", "Kind", "moving, or kind of the work.", required=True, enum=("moving", *WORKS)),
        number("low", "Low", "Sum of the low ends of the known parts, in hours.", "h", required=True),
        number(
            "typical", "Typical", "Sum of the headlines of the known parts, in hours.", "h", required=True
        ),
        number("high", "High", "Sum of the high ends of the known parts, in hours.", "h", required=True),
        count("parts", "Parts", "How many parts there are."),
        count("gaps", "Parts without a figure", "Those without a figure."),
    ),
)
PARTS_BESIDE = Table(
    name="parts_beside",
    title="Parts side by side",
    description="One row is a leg or work at a node, with the routes that have it.",
    columns=(
        text("part", "Part", "Leg, or work:node.", required=True),
        *STEPS.some("kind", "leg_id", "work", "node_id", "from_node", "to_node", "mode"),
        text("routes", "Routes", f"Ids of the routes that have it, {_LISTED}.", required=True),
        flag("is_shared", "On all routes", "Whether all of the routes have it.", required=True),
        number("low", "Low", "Low end of its time in hours.", "h"),
        number("typical", "Typical", "Headline of its time in hours.", "h"),
        number("high", "High", "High end of its time in hours.", "h"),
        text("basis", "Basis", "What the time rests on.", enum=BASES),
        number("distance_km", "Distance", "Headline of the distance of a leg in kilometres.", "km"),
        text("distance_basis", "Distance: basis", "What the distance rests on.", enum=BASES),
    ),
)
_DRAWN = (
    number(
        "time_h_p10",
        "Time: 10 of 100 draws",
        "One draw of the time in ten is below, of the known parts.",
        "h",
    ),
    number(
        "time_h_p50",
        "Time: 50 of 100 draws",
        "Half of the draws of the time are below, of the known parts.",
        "h",
    ),
    number(
        "time_h_p90",
        "Time: 90 of 100 draws",
        "Nine draws of the time in ten are below, of the known parts.",
        "h",
    ),
    number(
        "time_h_mean", "Time: mean of the draws", "Mean of the draws of the time, of the known parts.", "h"
    ),
)
SWEEP = Table(
    name="sweep",
    title="Sweep",
    description="One row is a route that answers one task of a sweep, or a task without any route.",
    columns=(
        text("origin", "Start", "Place of departure.", required=True),
        text("destination", "End", "Place of arrival.", required=True),
        text(
            "scenario",
            "Scenario",
            "Changes, as the library writes them; empty for things as they are.",
            required=True,
        ),
        text(
            "date",
            "Date",
            "Year or day of travel: upgrades due by the end of that year are done; empty for none.",
            required=True,
        ),
        flag(
            "finished",
            "Search finished",
            "Whether the search came to its end; if not, better routes may be missing.",
            required=True,
        ),
        text(
            "best_on",
            "Best on",
            "Criteria on which the route is the best (surest to be had, fewest gaps, then smallest sum), "
            f"{_LISTED}.",
        ),
        *(replace(column, required=False, is_extra=False) for column in ROUTES.columns),
        *(replace(column, is_extra=True) for column in _DRAWN),
    ),
)

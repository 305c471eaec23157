"""The tables of the network: what holds it, what a fix is worth, what fits, what is within reach."""

from __future__ import annotations

from corridor.columns.column import Table, count, flag, number, text, whole
from corridor.columns.quantities import BASES, KINDS, WORKS

_PART_KINDS = ("leg", "node")
_ID = text("id", "Id", "Leg or node.", required=True)
_KIND = text("kind", "Kind", "leg or node.", required=True, enum=_PART_KINDS)

CRITICALITY = Table(
    name="criticality",
    title="Criticality",
    description="One row is a leg or node of the best route, closed.",
    columns=(
        _KIND,
        _ID,
        flag("is_left", "Route left", "Whether a route is left; empty where the search did not end."),
        number("before", "Before", "Best total as it is, in the unit of the criterion."),
        number("after", "After", "Best total without it."),
        number("loss", "Loss", "after less before."),
        whole("gaps_before", "Gaps before", "Parts without a figure before.", minimum=0),
        whole("gaps_after", "Gaps after", "Parts without a figure after.", minimum=0),
        text("route_id", "Route", "Route that takes over."),
    ),
)
CRITICAL_PARTS = Table(
    name="critical_parts",
    title="Critical legs and places",
    description="One row is a leg or node of a fastest route: what closing it costs pairs of places.",
    columns=(
        _KIND,
        _ID,
        count("used", "On fastest routes of", "On how many of the fastest routes it lies."),
        count("cut", "Pairs cut off", "How many pairs are left without a route."),
        count("pairs", "Pairs", "How many pairs there are."),
        number(
            "loss_mean", "Longer on average", "Hours added, mean over all pairs that are not cut off.", "h"
        ),
        number("loss_most", "Longer at most", "Hours added for the pair that loses most.", "h"),
        text("origin", "Start", "Place of departure of that pair."),
        text("destination", "End", "Place of arrival of that pair."),
        count("blurred", "Unclear pairs", "For how many the way round has more parts without a figure."),
        text("basis", "Basis", "Weakest basis of the sums.", enum=BASES),
    ),
)
FIX = Table(
    name="fix",
    title="Value of an hour saved",
    description="One row is a leg or work at a node, made quicker, the greatest gain first.",
    columns=(
        text("kind", "Kind", "leg or work.", required=True, enum=KINDS),
        text("leg_id", "Leg", "Leg; empty for work."),
        text("work", "Work", "Kind of the work; empty for a leg.", enum=WORKS),
        text("node_id", "Node", "Node of the work."),
        flag("on_best", "On the best route", "Whether the best route has it.", required=True),
        number("low", "Low", "Low end of its time in hours.", "h"),
        number("typical", "Typical", "Headline of its time in hours.", "h"),
        number("high", "High", "High end of its time in hours.", "h"),
        text("basis", "Basis", "What the time rests on.", enum=BASES),
        number(
            "slack",
            "Slack",
            "Hours by which the best route over it is longer than the best of all, at least.",
            "h",
        ),
        number("saved", "Hours saved", "Hours saved there.", "h"),
        number("gain", "Hours gained", "Hours by which the best time falls.", "h"),
        number("p10", "P10", "One in ten takes less in practice, in hours.", "h"),
        number("p90", "P90", "Nine in ten take less in practice, in hours.", "h"),
        number("share", "Share of the spread", "Share of the variance of the best route's sum."),
    ),
)
CAPACITY = Table(
    name="capacity",
    title="Capacity",
    description="One row: bounds of what fits between two places in a year.",
    columns=(
        text("unit", "Unit", "t or teu, a year.", required=True, enum=("t", "teu")),
        whole(
            "lower",
            "Lower bound",
            "What fits over published capacities, the others taken as nothing.",
            minimum=0,
        ),
        whole(
            "upper",
            "Upper bound",
            "What fits if the others had no limit; empty where none is published on the way.",
            minimum=0,
        ),
        count("known", "Known", "Legs and nodes with a published capacity."),
        count("unknown", "Unknown", "Legs and nodes without one."),
    ),
)
CUT = Table(
    name="cut",
    title="What limits the capacity",
    description="One row is a leg or node that holds the upper bound.",
    columns=(_KIND, _ID),
)
REACH = Table(
    name="reach",
    title="Reach",
    description="One row is a place within reach, the nearest first.",
    columns=(
        text("node_id", "Place", "Place.", required=True),
        number("total", "Time, typical", "Hours of headlines, over known parts only.", "h", required=True),
        text("basis", "Basis", "Weakest basis on the way.", required=True, enum=BASES),
    ),
)

"""The tables of named corridors: published times, bottlenecks, volumes, rivals, upgrades."""

from __future__ import annotations

from corridor.columns.chain import STEPS
from corridor.columns.column import Column, Table, count, flag, ids, number, text, whole
from corridor.columns.quantities import BASES, TIME, VERDICTS, figures, sums
from corridor.columns.routes import IN_PRACTICE
from corridor.columns.scenario import UPGRADES

_OURS_LOW = number("ours_low", "Ours: low end", "Sum of the low ends of our steps, in hours.", "h")
_OURS_TYPICAL = number("ours_typical", "Ours: typical", "Sum of the headlines of our steps, in hours.", "h")
_OURS_HIGH = number("ours_high", "Ours: high end", "Sum of the high ends of our steps, in hours.", "h")
_OURS = (_OURS_LOW, _OURS_TYPICAL, _OURS_HIGH)
_MISSING_COUNT = count("missing_count", "Missing parts", "How many parts of our sum are missing.")
_CLAIM_IDS = ids("claim_ids", "Claims", "The claims, the headline first.")
_FIT = text(
    "fit", "Fit", "exact, or how the claims fit where none speaks of just this.", values_of="claims.fit"
)
_SOURCES = text("sources", "Sources", "Ids of sources, separated by |.")


_SPEAKS_OF = text(
    "speaks_of",
    "Speaks of",
    "timetable (planned, announced, a tariff) or practice (measured, reported, paid).",
    required=True,
    enum=("timetable", "practice"),
)
_BAND = (
    _SPEAKS_OF,
    number("ours_p10", "Ours: P10", "Lower end of the model's band of eight in ten for that, in hours.", "h"),
    number("ours_p50", "Ours: P50", "Median of the model for that, in hours.", "h"),
    number("ours_p90", "Ours: P90", "Upper end of the model's band of eight in ten for that, in hours.", "h"),
)


def _verdict() -> Column:
    """Declare what the comparison of our time with the published one says."""
    words = "inside: the published time lies between P10 and P90; else how our time lies to it."
    return text("verdict", "Do they agree?", words, required=True, enum=VERDICTS)


def _ratio() -> Column:
    """Declare our time by the published one."""
    words = "Our headline divided by the published one; empty where they cannot be compared."
    return number("ratio", "Ours by theirs", words)


CALIBRATION = Table(
    name="calibration",
    title="Published end-to-end times",
    description="One row is a published time of the whole route, beside our sum of its steps.",
    columns=(
        text("claim_id", "Claim", "The claim.", required=True),
        text("subject_id", "Subject", "Corridor or family that it speaks of.", required=True),
        number("low", "Low", "Lowest time it states, in hours.", "h"),
        number("typical", "Typical", "Time it states, in hours.", "h"),
        number("high", "High", "Highest time it states, in hours.", "h"),
        text("kind", "Kind", "Kind of the claim.", required=True, values_of="claims.kind"),
        text("fit", "Fit", "How closely it matches what is asked.", required=True, values_of="claims.fit"),
        text("definition", "Definition", "From where to where, and what is included."),
        text("as_of", "As of", "Time that it speaks of."),
        text("published", "Published", "When it was published."),
        text("confidence", "Confidence", "How official the source is.", values_of="claims.confidence"),
        text("source_id", "Source", "Its source.", required=True),
        *_OURS,
        *_BAND,
        flag("ours_complete", "Ours: complete", "Whether no step of ours lacks a time.", required=True),
        _verdict(),
        _ratio(),
    ),
)
STRETCHES = Table(
    name="stretches",
    title="Published times of stretches",
    description="One row is a published time between two places on the route, beside our sum of it.",
    columns=(
        text("topic_id", "Topic", "Pair of places that the claims speak of.", required=True),
        text("from_node", "From", "First place of the pair.", required=True),
        text("to_node", "To", "Second place of the pair.", required=True),
        flag("reversed", "Reversed", "Whether the pair runs against the chain.", required=True),
        _CLAIM_IDS,
        _FIT,
        text(
            "shape",
            "Shape",
            "What the headline is.",
            enum=("stated", "midpoint", "lower-bound", "upper-bound"),
        ),
        number("published_low", "Published: low end", "Lowest published time, in hours.", "h"),
        number("published_typical", "Published: typical", "Headline of the published time, in hours.", "h"),
        number("published_high", "Published: high end", "Highest published time, in hours.", "h"),
        *_OURS,
        *_BAND,
        text("ours_basis", "Ours: basis", "Weakest basis of the known parts of our sum.", enum=BASES),
        _MISSING_COUNT,
        ids("missing", "Missing", "The missing parts of our sum: legs, and work:node."),
        _verdict(),
        _ratio(),
    ),
)
_QUANTITY = text(
    "quantity",
    "Quantity",
    "time_h (hours) or cost_usd_per_teu (dollars for a TEU).",
    required=True,
    enum=("time_h", "cost_usd_per_teu"),
)
THROUGH_TIMES = Table(
    name="through_times",
    title="Published times and prices of journeys",
    description="One row is a published statement, once however many routes it speaks of, beside our sum and "
    "the model's band of eight in ten. Hours, or dollars for a TEU.",
    columns=(
        _QUANTITY,
        text("item_id", "Statement", "Our own stable id of the statement.", required=True),
        _SPEAKS_OF,
        text("from_node", "From", "Where the journey starts; empty where it is not stated."),
        text("to_node", "To", "Where it ends; empty where it is not stated."),
        number("published", "Published", "The figure stated; of a range its middle; empty of a bound."),
        number("ours", "Our sum", "Sum of our parts by timetable."),
        number("ratio", "Published by ours", "The published figure divided by our sum."),
        number("p10", "P10", "Lower end of the model's band for what the statement speaks of."),
        number("p50", "P50", "Median of the model for that."),
        number("p90", "P90", "Upper end of the band."),
        flag("is_hit", "Hit", "Whether the figure lies between P10 and P90; an overlap of ranges is no hit."),
        number("left_out_p10", "P10, left out", "Lower end by parameters that saw no figure of its page."),
        number("left_out_p50", "P50, left out", "Median by the same."),
        number("left_out_p90", "P90, left out", "Upper end by the same."),
        flag("is_left_out_hit", "Hit, left out", "Whether the figure lies between these two ends."),
        text("apart", "Why not compared", "Why it does not count; empty if it counts."),
        ids("claim_ids", "Claims", "The claims; the first gives the figure."),
        ids("source_ids", "Sources", "Their pages."),
        text("reading", "Reading", "What it says in short, and how it is read.", required=True),
    ),
)
COVERAGE_OF_BANDS = Table(
    name="coverage",
    title="Coverage and sharpness",
    description="One row is a quantity and what the statements speak of, then all together.",
    columns=(
        _QUANTITY,
        text(
            "speaks_of",
            "Speaks of",
            "timetable, practice or all.",
            required=True,
            enum=("timetable", "practice", "all"),
        ),
        count("items", "Statements", "Distinct published statements that count."),
        count("hits", "Hits", "Those between P10 and P90."),
        number("coverage", "Coverage", "hits by items."),
        number("sharpness", "P90 by P10", "Median of P90 divided by P10; the nearer to 1 the sharper."),
        count("left_out_hits", "Hits, left out", "Hits by parameters that saw no figure of the same page."),
        number("left_out_coverage", "Coverage, left out", "left_out_hits by items."),
        number("left_out_sharpness", "P90 by P10, left out", "Median of P90 by P10 of these bands."),
        number("ratio", "Published by ours", "Median of the published figure divided by our sum."),
    ),
)
BOTTLENECKS = Table(
    name="bottlenecks",
    title="Bottlenecks",
    description="One row is a step of the route, the longest typical time first, unknown times last.",
    columns=(
        *STEPS.some(
            "position",
            "kind",
            "leg_id",
            "node_id",
            "from_node",
            "to_node",
            "mode",
            "work",
            "from_country",
            "to_country",
            "counted_in",
            "onward",
        ),
        *figures((TIME,), ("low", "typical", "high", "basis")),
        number("share_percent", "Share of the time", "Share of the sum of the known headlines.", "%"),
        number(
            "capacity_t_per_year",
            "Capacity, tonnes",
            "Published capacity of that leg or node, tonnes a year.",
            "t/year",
        ),
        number(
            "capacity_teu_per_year",
            "Capacity, containers",
            "Published capacity of that leg or node, TEU a year.",
            "TEU/year",
        ),
        text("upgrades", "Upgrades", "Ids of upgrades of that leg or node, separated by |."),
        text("projects", "Projects", "Ids of projects that say they touch it, separated by |."),
        flag("is_named", "Has works", "Whether there is an upgrade or a project.", required=True),
    ),
)
VOLUMES = Table(
    name="volumes",
    title="Volumes and capacities",
    description="One row is a claim on how much the route, its nodes, legs or family carries or could.",
    columns=(
        text(
            "subject_type",
            "Subject type",
            "Kind of what the claim speaks of.",
            required=True,
            values_of="claims.subject_type",
        ),
        text("subject_id", "Subject", "What the claim speaks of.", required=True),
        text("measure", "Measure", "What is measured.", required=True),
        text(
            "nature",
            "Nature",
            "observed (carried), stated (a capacity said to be there) or planned.",
            required=True,
            enum=("observed", "stated", "planned"),
        ),
        whole("year", "Year", "Year that it speaks of; of a plan its target, empty where none is stated."),
        text("period", "Period", "Period as the claim writes it."),
        flag(
            "is_comparable",
            "Comparable",
            "Whether it speaks of just this, and of a whole year.",
            required=True,
        ),
        number("low", "Low", "Lowest value, in the unit of the measure."),
        number("typical", "Value", "Value, in the unit of the measure."),
        number("high", "High", "Highest value, in the unit of the measure."),
        text("kind", "Kind", "Kind of the claim.", required=True, values_of="claims.kind"),
        text("fit", "Fit", "How closely it matches what is asked.", required=True, values_of="claims.fit"),
        flag(
            "disagrees",
            "Disagrees",
            "Whether another claim gives another value for the same year.",
            required=True,
        ),
        text("claim_id", "Claim", "The claim.", required=True),
        text("source_id", "Source", "Its source.", required=True),
    ),
)
RIVALS = Table(
    name="rivals",
    title="Corridors on the same work",
    description="One row is a corridor from the start of the chosen route to its end, by its own legs.",
    columns=(
        text("corridor_id", "Corridor", "The corridor.", required=True),
        text("family", "Family", "Its family."),
        text("status", "Status", "Its status.", values_of="corridors.status"),
        text("from_node", "From", "Where it is measured from."),
        text("to_node", "To", "Where it is measured to."),
        flag(
            "is_same_work",
            "Same start",
            "Whether it goes from that start; else it is measured from its own.",
            required=True,
        ),
        text("route_id", "Route", "Id of the route, as under /routes of the API; empty without one."),
        text(
            "legs", "Legs", "Ids of legs in the order of travel, separated by |; ~ marks the other direction."
        ),
        text("nodes", "Places passed", "Ids of the places passed, in order, separated by |."),
        text("countries", "Countries", "ISO 3166-1 codes as travelled, separated by |."),
        text("own_node", "Own place", "A place that no other corridor of the table passes."),
        *sums(),
        *IN_PRACTICE.some(
            *(
                f"{quantity}_{end}"
                for quantity in ("time_h", "cost_usd_per_teu")
                for end in ("p10", "p50", "p90")
            )
        ),
        text("constraint_note", "Constraints", "What limits the corridor, else its family, in words."),
        _SOURCES,
    ),
)
UPGRADES_ON_CHAIN = Table(
    name="upgrades_on_chain",
    title="Upgrades in the chosen year",
    description="One row is an upgrade on the route, with what may be said of it by the year's end.",
    columns=(
        *UPGRADES.some(
            "upgrade_id",
            "subject_type",
            "subject_id",
            "quantity",
            "from_value",
            "to_value",
            "unit",
            "expected_on",
            "status",
            "state",
        ),
        text("project_id", "Project", "Project that it belongs to."),
        _SOURCES,
    ),
)

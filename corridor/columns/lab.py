"""The tables of decisions: how sure, how much, what to fix first, what hurts most when lost."""

from __future__ import annotations

from corridor.columns.column import Column, Table, count, flag, ids, number, text, whole
from corridor.columns.quantities import BASES, WORKS

_H = "h"
_PART_KINDS = ("leg", "work")
_FIXED = ("leg", "work", "place")
_SIDES = ("first", "second")
# What varies by itself in a tornado: parts, the delay that all parts share, the model's own parameters.
VARYING = ("leg", "work", "common", "model")
VERDICTS = ("fits", "does-not-fit", "not-known")
WORK_KINDS = ("planned", "assumed")
# Who answers for a part: somebody is named, works are recorded without anybody, no works are recorded.
CHARGES = ("party-named", "party-not-named", "nobody-named")

_SIDE = text("side", "Side", "First or second of the two routes.", required=True, enum=_SIDES)
_ROUTE = text("route_id", "Route", "Id of the route: a digest of its legs.", required=True)
_PART = text("part", "Part", "Leg, or work:node.", required=True)
_LEG = text("leg_id", "Leg", "Leg; empty for work.")
_WORK = text("work", "Work", "Kind of the work; empty for a leg.", enum=WORKS)
_NODE = text("node_id", "Node", "Node of the work.")
_PLACE_KIND = text("kind", "Kind", "leg or node.", required=True, enum=("leg", "node"))
_ID = text("id", "Id", "Leg or node.", required=True)
_IN_CHARGE = ids(
    "in_charge", "In charge", "Parties of the projects, as published; empty where none is named."
)
_CHARGE = text(
    "charge",
    "Named in charge",
    "Whether a party is named, works are recorded without a party, or nobody is named at all.",
    required=True,
    enum=CHARGES,
)
_PROJECTS = ids("projects", "Projects", "Ids of projects there that are not finished, shelved or cancelled.")
_UPGRADES = ids("upgrades", "Upgrades", "Ids of upgrades there that are not finished, shelved or cancelled.")
_DUE = text("expected_on", "Expected", "When the first of them is due, as published.")
_SOURCES = ids("sources", "Sources", "Ids of sources.")


def _times(words: str, *, required: bool = False) -> tuple[Column, ...]:
    """Declare P10, P50 and P90 of a time in practice."""
    return (
        number("p10", "P10", f"One in ten takes less in practice: {words}.", _H, required=required),
        number("p50", "P50", f"Half take less in practice: {words}.", _H, required=required),
        number("p90", "P90", f"Nine in ten take less in practice: {words}.", _H, required=required),
    )


HOW_SURE = Table(
    name="how_sure",
    title="How sure the times are",
    description="One row is one of two routes: its time in practice, and how much of it was observed.",
    columns=(
        _SIDE,
        _ROUTE,
        text("legs", "Legs", "Ids of legs as travelled, separated by |.", required=True),
        text("nodes", "Places passed", "Ids of the places passed, in order, separated by |.", required=True),
        number("timetable", "Timetable", "Sum of the headlines of the known parts.", _H),
        *_times("the whole route, known parts only"),
        number("mean", "Mean", "Mean in practice of the whole route.", _H),
        count("gaps", "Parts without a figure", "Parts without a figure, so that the totals are floors."),
        count("parts", "Parts", "How many parts there are."),
        count("observed", "Observed parts", "Parts whose time rests on an observed claim."),
        number("observed_h", "Observed hours", "Hours of the headlines of these parts.", _H),
        number(
            "observed_p50",
            "P50, observed only",
            "Median in practice if claims that are not observed are left aside and factors stand in.",
            _H,
        ),
        count("observed_gaps", "Gaps, observed only", "Parts without a figure in that case."),
    ),
)
ORDER = Table(
    name="order",
    title="Which route is quicker",
    description="One row: the probability that the first route is quicker than the second, by draws.",
    columns=(
        text("first", "First", "Id of the first route.", required=True),
        text("second", "Second", "Id of the second route.", required=True),
        number(
            "share",
            "Probability",
            "Share of the draws in which the first is quicker; equal ones count half.",
            minimum=0,
            maximum=1,
        ),
        number(
            "error",
            "Monte Carlo error",
            "Standard error of that share from the number of draws.",
            minimum=0,
        ),
        number("difference_p10", "Difference: P10", "Second less first: one draw in ten is below.", _H),
        number("difference_p50", "Difference: P50", "Second less first: half of the draws are below.", _H),
        number("difference_p90", "Difference: P90", "Second less first: nine draws in ten are below.", _H),
        number("shared_h", "Shared hours", "Hours of the headlines of the parts that both have.", _H),
        number(
            "observed_share",
            "Probability, observed only",
            "The same share if claims that are not observed are left aside and factors stand in.",
            minimum=0,
            maximum=1,
        ),
        number(
            "observed_error",
            "Monte Carlo error, observed only",
            "Standard error of that share from the number of draws.",
            minimum=0,
        ),
        whole("samples", "Draws", "How many draws.", required=True),
        whole("seed", "Seed", "Seed of the draws.", required=True),
    ),
)
TORNADO = Table(
    name="tornado",
    title="Which hour matters most",
    description="One row is a part of a route: the total if only this part varies. The widest first.",
    columns=(
        _SIDE,
        _ROUTE,
        _PART,
        text(
            "kind",
            "Kind",
            "leg, work, common (the delay that all parts share) or model (its own parameters).",
            required=True,
            enum=VARYING,
        ),
        _LEG,
        _WORK,
        _NODE,
        number("typical", "Typical", "Headline of its time in hours.", _H),
        number("p10", "P10", "Total if this part is at its P10 and all else at its middle.", _H),
        number("p50", "P50", "Total if all is at its middle.", _H),
        number("p90", "P90", "Total if this part is at its P90 and all else at its middle.", _H),
        number("swing", "Swing", "p90 less p10.", _H, required=True),
        flag("is_shared", "On both routes", "Whether the other route has the same part.", required=True),
        number(
            "share_if_quick",
            "Probability, if quick",
            "Share of the draws in which the first route is quicker if this part is at its P10.",
            minimum=0,
            maximum=1,
        ),
        number(
            "share_if_slow",
            "Probability, if slow",
            "The same if this part is at its P90.",
            minimum=0,
            maximum=1,
        ),
    ),
)
OBSERVED_PARTS = Table(
    name="observed_parts",
    title="What was observed",
    description="One row is a part of one of the two routes, with all claims and with observed ones only.",
    columns=(
        _SIDE,
        _ROUTE,
        _PART,
        text("kind", "Kind", "leg or work.", required=True, enum=_PART_KINDS),
        _LEG,
        _WORK,
        _NODE,
        number("typical", "Typical", "Headline of its time in hours.", _H),
        text("basis", "Basis", "What the time rests on.", required=True, enum=BASES),
        text("claim_id", "Claim", "Claim that became the headline; empty without one."),
        text("claim_kind", "Kind of claim", "Kind of that claim.", values_of="claims.kind"),
        flag("is_observed", "Observed", "Whether it rests on an observed claim.", required=True),
        number("observed", "Time, observed only", "Headline with observed claims only, in hours.", _H),
        text("observed_basis", "Basis, observed only", "What that rests on.", required=True, enum=BASES),
    ),
)
HOW_MUCH = Table(
    name="how_much",
    title="How much fits",
    description="One row: whether an amount a year fits between two places, as far as is known.",
    columns=(
        text("unit", "Unit", "t or teu, a year.", required=True, enum=("t", "teu")),
        whole("need", "Needed", "Amount a year that is asked for.", required=True, minimum=1),
        flag(
            "is_on_top",
            "On top of today",
            "Whether it comes on top of the volumes published of the parts.",
            required=True,
        ),
        text(
            "verdict",
            "Answer",
            "fits, does-not-fit, or not-known where the bounds leave it open.",
            required=True,
            enum=VERDICTS,
        ),
        whole(
            "lower",
            "Lower bound",
            "What fits over published capacities; where none is published, over the volume of the newest "
            "year that is, and the rest taken as nothing. 0 where no route is known in full.",
            required=True,
            minimum=0,
        ),
        whole(
            "upper",
            "Upper bound",
            "What fits if the others had no limit; empty where none is published on the way.",
            minimum=0,
        ),
        whole("short", "Short by", "need less the upper bound, where that is less.", minimum=0),
        whole(
            "upper_planned",
            "Upper bound, as planned",
            "The upper bound once every planned work with a published capacity is done.",
            minimum=0,
        ),
        text(
            "verdict_planned",
            "Answer, as planned",
            "The same answer once these works are done.",
            required=True,
            enum=VERDICTS,
        ),
        count("known", "Known", "Legs and nodes with a published capacity."),
        count("unknown", "Unknown", "Legs and nodes without one."),
    ),
)
SHORT_PARTS = Table(
    name="short_parts",
    title="What falls short",
    description=(
        "One row is a leg or node that takes less than what is needed, the narrowest bottleneck first. "
        "Each step takes the bottlenecks before it as widened."
    ),
    columns=(
        whole(
            "step",
            "Step",
            "Bottleneck, from the narrowest, from 1; empty for a part that takes less than is needed but "
            "that other ways, whose capacity is not published, pass by.",
            minimum=1,
        ),
        _PLACE_KIND,
        _ID,
        whole("capacity", "Capacity", "Published capacity a year.", required=True, minimum=0),
        text("claim_id", "Claim", "Claim of the capacity; empty where an upgrade states it."),
        number("volume", "Volume", "Newest published volume of a whole year there."),
        whole("volume_year", "Year of the volume", "Year of that volume."),
        text("volume_claim", "Claim of the volume", "Claim of that volume."),
        number("free", "Free", "Capacity less that volume; empty where no volume is published."),
        whole("together", "Bottleneck", "What all parts of the bottleneck take together.", required=True),
        whole("short", "Short by", "need less what they take together.", required=True, minimum=0),
        _UPGRADES,
        _PROJECTS,
        _CHARGE,
        _IN_CHARGE,
    ),
)
CAPACITY_WORKS = Table(
    name="capacity_works",
    title="Works that widen a bottleneck",
    description="One row is a planned work that raises the capacity of a part that falls short.",
    columns=(
        _PLACE_KIND,
        _ID,
        text("upgrade_id", "Upgrade", "The upgrade.", required=True),
        text("project_id", "Project", "Its project; empty where it belongs to none."),
        text("status", "Status", "Status as recorded.", required=True, values_of="upgrades.status"),
        text("expected_on", "Expected", "When it is due, as published."),
        whole("before", "Capacity before", "Capacity of the part today.", required=True, minimum=0),
        whole("after", "Capacity after", "Capacity of the part once it is done.", required=True, minimum=0),
        whole("upper", "Upper bound after", "What fits between the places once it alone is done.", minimum=0),
        whole("short", "Short by after", "What is then still missing; 0 if nothing is.", minimum=0),
        _IN_CHARGE,
        _SOURCES,
    ),
)
UNKNOWN_CAPACITY = Table(
    name="unknown_capacity",
    title="Capacity not published",
    description="One row is a leg or node of the clearly different routes without a published capacity.",
    columns=(
        _PLACE_KIND,
        _ID,
        ids("routes", "Routes", "Ids of the routes that use it.", required=True),
        number("volume", "Volume", "Newest published volume of a whole year: it can take at least that."),
        whole("volume_year", "Year of the volume", "Year of that volume."),
        text("volume_claim", "Claim of the volume", "Claim of that volume."),
    ),
)
FIX_FIRST = Table(
    name="fix_first",
    title="What to fix first",
    description="One row is a leg or place, made quicker, that which brings most over all pairs first.",
    columns=(
        whole("rank", "Rank", "Place in the order, from 1.", required=True, minimum=1),
        text("part", "Part", "Leg, node or work:node.", required=True),
        text("kind", "Kind", "leg, work, or place: all work at a node.", required=True, enum=_FIXED),
        text("leg_id", "Leg", "Leg; empty for work."),
        text("work", "Work", "Kind of the work; empty for a leg and for all work at a node.", enum=WORKS),
        _NODE,
        text(
            "place",
            "Sort of part",
            "leg, port, border or another place.",
            required=True,
            enum=("leg", "port", "border", "place"),
        ),
        number(
            "typical", "Typical", "Headline of its time in hours, weighted over pairs.", _H, required=True
        ),
        text("basis", "Basis", "Weakest basis of its time.", required=True, enum=BASES),
        number("saved", "Hours saved", "Hours saved there.", _H, required=True),
        number(
            "gain",
            "Hours gained",
            "Hours by which the best time falls, weighted mean over the pairs.",
            _H,
            required=True,
        ),
        number("gain_p10", "Gain: P10", "One draw in ten gains less.", _H, required=True),
        number("gain_p90", "Gain: P90", "Nine draws in ten gain less.", _H, required=True),
        number(
            "gain_per_hour",
            "Gain per hour fixed",
            "Hours gained for each hour saved there, weighted mean over the pairs.",
            required=True,
        ),
        number(
            "usd_per_hour",
            "USD per hour fixed",
            "The same in US dollars a TEU, at the value of a day that was given; empty without one.",
            "USD/TEU",
        ),
        number("usd", "USD gained", "Hours gained at the value of a day that was given.", "USD/TEU"),
        count("pairs", "Pairs", "On the best route of how many pairs it lies."),
        number(
            "used",
            "Share of the draws",
            "Share of the draws, over all pairs by weight, in which the best route has it.",
            required=True,
            minimum=0,
            maximum=1,
        ),
        number("volume_teu", "Containers a year", "Newest published TEU of a whole year there.", "TEU"),
        whole("volume_year", "Year of the containers", "Year of that volume."),
        text("volume_claim", "Claim of the containers", "Claim of that volume."),
        number(
            "teu_days",
            "TEU-days saved a year",
            "Hours saved there in days times that volume: for all containers that pass, whatever their ends.",
        ),
        whole("rank_low", "Rank: best", "One draw in ten ranks it before that.", required=True, minimum=1),
        whole("rank_high", "Rank: worst", "Nine draws in ten rank it before that.", required=True, minimum=1),
        _UPGRADES,
        _PROJECTS,
        _CHARGE,
        _IN_CHARGE,
        _DUE,
    ),
)
FIX_PAIRS = Table(
    name="fix_pairs",
    title="Pairs looked at",
    description="One row is a pair of places with its weight and its best route.",
    columns=(
        text("origin", "Start", "Place of departure.", required=True),
        text("destination", "End", "Place of arrival.", required=True),
        number("weight", "Weight", "Share of the pair in all means; they add up to 1.", required=True),
        number("best", "Best time", "Smallest sum of headlines; empty without a route.", _H),
        count("gaps", "Parts without a figure", "Parts of that route without a figure."),
        text("route_id", "Route", "That route; empty without one."),
        count("routes", "Routes", "How many routes were weighed against each other."),
    ),
)
PORTFOLIOS = Table(
    name="portfolios",
    title="Best sets of works",
    description="One row is a number of works: the set that saves most, and the set found step by step.",
    columns=(
        whole("works", "Works", "How many works.", required=True, minimum=0),
        ids("chosen", "Best set", "Ids of the works of the best set.", required=True),
        number("saved", "Hours saved", "Hours saved by it, weighted mean over the pairs.", _H, required=True),
        number(
            "saved_usd",
            "USD saved",
            "The same in US dollars a TEU, at the value of a day that was given; empty without one.",
            "USD/TEU",
        ),
        flag("is_exact", "Proved best", "Whether no other set of as many saves more.", required=True),
        ids(
            "greedy",
            "Step by step",
            "Ids of the works if the best next one is taken each time.",
            required=True,
        ),
        number("greedy_saved", "Hours saved, step by step", "Hours that these save.", _H, required=True),
    ),
)
PORTFOLIO_WORKS = Table(
    name="portfolio_works",
    title="Works to choose from",
    description="One row is a work that can save time on some route of the pairs, the most effective first.",
    columns=(
        text("work_id", "Work id", "Upgrade, or the part that is assumed to be quicker.", required=True),
        text(
            "kind",
            "Kind",
            "planned (an upgrade with a published effect) or assumed (a part made quicker).",
            required=True,
            enum=WORK_KINDS,
        ),
        ids("parts", "Parts", "Legs, or work:node, that become quicker.", required=True),
        number("saved", "Hours saved", "Hours saved there, the most on any route.", _H, required=True),
        number(
            "alone",
            "Hours gained alone",
            "What it brings alone, weighted mean over the pairs.",
            _H,
            required=True,
        ),
        number(
            "last",
            "Hours gained as the last",
            "What it brings if all the others are done, weighted mean over the pairs.",
            _H,
            required=True,
        ),
        whole(
            "from_budget",
            "In the best set from",
            "Smallest number of works whose best set has it.",
            minimum=1,
        ),
        text("upgrade_id", "Upgrade", "The upgrade; empty if it is assumed."),
        _PROJECTS,
        _CHARGE,
        _IN_CHARGE,
        _DUE,
        text("status", "Status", "Status of the upgrade as recorded.", values_of="upgrades.status"),
        _SOURCES,
    ),
)
PORTFOLIO_PAIRS = Table(
    name="portfolio_pairs",
    title="What a set brings each pair",
    description="One row is a number of works and a pair of places.",
    columns=(
        whole("works", "Works", "How many works.", required=True, minimum=0),
        text("origin", "Start", "Place of departure.", required=True),
        text("destination", "End", "Place of arrival.", required=True),
        number("before", "Before", "Best time as it is.", _H, required=True),
        number("after", "After", "Best time with the best set.", _H, required=True),
        text("route_before", "Route before", "That route before.", required=True),
        text("route_after", "Route after", "That route after.", required=True),
    ),
)


def _losses(suffix: str, words: str) -> tuple[Column, ...]:
    """Declare what closing a part costs, with or without some countries."""
    title = words[:1].upper() + words[1:]
    return (
        count(f"used{suffix}", f"On fastest routes, {words}", f"{title}: on how many of the fastest routes."),
        count(
            f"cut{suffix}", f"Pairs cut off, {words}", f"{title}: how many pairs are left without a route."
        ),
        number(
            f"loss_mean{suffix}",
            f"Longer on average, {words}",
            f"{title}: hours added, mean over all pairs that are not cut off.",
            _H,
        ),
        number(
            f"loss_most{suffix}",
            f"Longer at most, {words}",
            f"{title}: hours added for the pair that loses most.",
            _H,
        ),
        count(
            f"blurred{suffix}",
            f"Unclear pairs, {words}",
            f"{title}: for how many the way round has more parts without a figure.",
        ),
    )


CRITICAL_BOTH = Table(
    name="critical_both",
    title="What hurts most when lost",
    description=(
        "One row is a leg or node of a fastest route: what closing it costs the pairs, with all countries "
        "and without those that are left out."
    ),
    columns=(
        _PLACE_KIND,
        _ID,
        *_losses("", "all countries"),
        *_losses("_without", "countries left out"),
        count("pairs", "Pairs", "How many pairs have a route with all countries."),
        count(
            "pairs_without", "Pairs, countries left out", "How many pairs have one without those left out."
        ),
        _UPGRADES,
        _PROJECTS,
        _CHARGE,
    ),
)

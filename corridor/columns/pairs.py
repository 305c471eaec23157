"""The tables of pairs of places and countries, and of their index."""

from __future__ import annotations

from corridor.columns.column import Column, Table, count, flag, number, text, whole
from corridor.columns.quantities import BASES, BEST_PARTS, BEST_PARTS_WITH_ENDS, best

PARTS = ("time", "cost", "co2e", "ways", "transhipments", "borders", "flights", "resilience")
_SCORES = (
    "Time",
    "Cost",
    "CO₂e",
    "Different routes",
    "Transhipments",
    "Borders",
    "Flights",
    "Resilience",
)
_MAX_PAIRS = 60
_PAIR = text("pair", "Countries", "Codes of the two countries joined by a hyphen.", required=True)
_INDEX = number("index", "Pair index", "0 to 100, over the known parts, whose weights are scaled up to 1.")
_PART = text("part", "Part", "Part of the index.", required=True, enum=PARTS)


def _share(name: str, title: str, description: str, *, is_extra: bool = False) -> Column:
    """Declare a column of shares, from 0 to 1."""
    return number(name, title, description, minimum=0, maximum=1, is_extra=is_extra)


CONNECTIVITY = Table(
    name="connectivity",
    title="Pairs of cities",
    description="One row is a pair of places.",
    columns=(
        text("origin", "Start", "Place of departure.", required=True),
        text("destination", "End", "Place of arrival.", required=True),
        number("geodesic_km", "Shortest line", "Great-circle distance in kilometres.", "km"),
        count("routes", "Routes", "Routes of which none is better on time, cost and emissions together."),
        count(
            "different", "Different routes", "How many of them share at most half with each other, up to ten."
        ),
        text("different_routes", "Clearly different routes", "Their ids, separated by |."),
        flag("finished", "Search finished", "Whether the search came to its end.", required=True),
        *best(BEST_PARTS),
    ),
)
COUNTRY_PAIRS = Table(
    name="country_pairs",
    title="Pairs of countries",
    description="One row is a pair of countries: the best between any two of their places.",
    columns=(
        _PAIR,
        text("origin_country", "From country", "Country of departure.", required=True),
        text("destination_country", "To country", "Country of arrival.", required=True),
        count("city_pairs", "Pairs of cities", "Pairs of places that were looked at."),
        count("joined", "Pairs with a route", "How many of them have a route."),
        count("different", "Different routes", "Most clearly different routes between any two."),
        text("different_origin", "Different routes: start", "Place of departure of these."),
        text("different_destination", "Different routes: end", "Place of arrival of these."),
        *best(BEST_PARTS_WITH_ENDS),
    ),
)
INDEX = Table(
    name="index",
    title="Pair index",
    description="One row is a pair of countries, the best first.",
    columns=(
        _PAIR,
        _INDEX,
        whole("rank", "Rank", "From 1; empty where too little is known.", minimum=1),
        count("known", "Known parts", "Parts with a weight that are known."),
        count("parts", "Parts", "Parts with a weight."),
        _share("weight_known", "Known weight", "Share of the weight on known parts."),
    ),
)
SCORES = Table(
    name="scores",
    title="Scores",
    description="One row is a pair of countries: its parts made comparable, 0 to 100.",
    columns=(
        _PAIR,
        *(
            number(part, title, f"Score of {part}.", minimum=0, maximum=100)
            for part, title in zip(PARTS, _SCORES, strict=True)
        ),
    ),
)
PARTS_TABLE = Table(
    name="parts",
    title="Parts of the index",
    description="One row is a part of a pair.",
    columns=(
        _PAIR,
        _PART,
        number(
            "value",
            "Value",
            "Value in the unit of the part; time, cost, emissions by 1,000 km of great circle.",
        ),
        whole(
            "gaps",
            "Parts without a figure",
            "Parts of the sum, services or closures without a figure.",
            minimum=0,
        ),
        whole("of", "Out of", "How many legs, services or closures there are.", minimum=0),
        flag("counts", "Counts in the index", "Whether the value enters the index.", required=True),
        text("basis", "Basis", "Weakest basis of the known figures.", required=True, enum=BASES),
        text("origin", "Start", "Place of departure that it was found for."),
        text("destination", "End", "Place of arrival."),
        text("route_id", "Route", "Route that it was found on."),
        text("detail", "Services", "Ids of services, separated by |."),
    ),
)
RANK_SHARES = Table(
    name="rank_shares",
    title="Ranks under any weights",
    description="One row is a pair: how often it has each rank if weights are drawn at random.",
    columns=(
        _PAIR,
        *(
            _share(
                f"rank_{rank}",
                f"Rank {rank}",
                f"Share of the draws in which it has rank {rank}.",
                is_extra=True,
            )
            for rank in range(1, _MAX_PAIRS + 1)
        ),
        _share("unranked", "Draws without a rank", "Share of the draws in which too little of it is known."),
        number("median", "Middle rank", "Rank in the middle."),
        number("low", "Low", "Rank that 5 in 100 draws are better than."),
        number("high", "High", "Rank that 5 in 100 draws are worse than."),
    ),
)
WEIGHT_MOVES = Table(
    name="weight_moves",
    title="Moves of a weight",
    description="One row is a part: how far its weight must move until the first pair changes rank.",
    columns=(
        _PART,
        _share("share", "Share now", "Share of the weight now."),
        whole("rank", "Rank", "Rank now.", minimum=1),
        _share(
            "down",
            "The rank changes below",
            "Nearest lower share at which the rank is another; empty if it never is.",
        ),
        whole("down_rank", "Rank below", "Rank there.", minimum=1),
        _share(
            "up",
            "The rank changes above",
            "Nearest higher share at which the rank is another; empty if it never is.",
        ),
        whole("up_rank", "Rank above", "Rank there.", minimum=1),
    ),
)
METHOD_RANKS = Table(
    name="method_ranks",
    title="Ranks by method",
    description="One row is a method: index and rank of the first pair.",
    columns=(
        text(
            "normalisation",
            "Parts are compared by",
            "How parts are made comparable.",
            required=True,
            enum=("min-max", "ratio"),
        ),
        text(
            "aggregation",
            "Parts are combined by",
            "How parts are added up.",
            required=True,
            enum=("arithmetic", "geometric"),
        ),
        number("index", "Pair index", "Index under that method."),
        whole("rank", "Rank", "Rank under that method.", minimum=1),
    ),
)

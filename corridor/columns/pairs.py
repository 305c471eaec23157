"""What the tables about pairs of places and countries hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.columns.derived import Derived
from corridor.columns.engine import TOTALS

if TYPE_CHECKING:
    from collections.abc import Mapping

_BEST = {
    "least": "Headline of the best route on this alone, of its known parts: {what}.",
    "low": "Low end of that route: {what}.",
    "high": "High end of that route: {what}.",
    "gaps": "Parts of that route without a figure; with any, the sums are floors: {what}.",
    "legs": "How many legs that route has: {what}.",
    "basis": "Weakest basis of its known parts: {what}.",
    "route": "Its id: {what}.",
}
_ENDS = {
    "origin": "Place of departure of that route: {what}.",
    "destination": "Place of arrival of that route: {what}.",
}
_MOST_PAIRS = 60
_PARTS = ("time", "cost", "co2e", "ways", "transhipments", "borders", "flights", "resilience")


def _figures(parts: Mapping[str, str]) -> dict[str, str]:
    """Describe each part of each criterion."""
    return {
        f"{total}_{part}": words.format(what=what)
        for total, what in TOTALS.items()
        for part, words in parts.items()
    }


PAIRS: Mapping[str, Derived] = MappingProxyType(
    {
        "connectivity": Derived(
            title="Connectivity",
            description="One row is a pair of places.",
            columns={
                "origin": "Place of departure.",
                "destination": "Place of arrival.",
                "geodesic_km": "Great-circle distance in kilometres.",
                "routes": "Routes that no other beats on time, cost and emissions together.",
                "different": "How many of them share at most half with each other, up to ten.",
                "different_routes": "Their ids, separated by |.",
                "finished": "Whether the search came to its end.",
                **_figures(_BEST),
            },
        ),
        "country_pairs": Derived(
            title="Pairs of countries",
            description="One row is a pair of countries: the best between any two of their places.",
            columns={
                "pair": "Codes of the two countries joined by a hyphen.",
                "origin_country": "Country of departure.",
                "destination_country": "Country of arrival.",
                "city_pairs": "Pairs of places that were looked at.",
                "joined": "How many of them have a route.",
                "different": "Most clearly different routes between any two.",
                "different_origin": "Place of departure of these.",
                "different_destination": "Place of arrival of these.",
                **_figures(_BEST | _ENDS),
            },
        ),
        "index": Derived(
            title="Pair index",
            description="One row is a pair of countries, the best first.",
            columns={
                "pair": "Codes of the two countries.",
                "index": "0 to 100, over the known parts, whose weights are scaled up to 1.",
                "rank": "From 1; empty where too little is known.",
                "known": "Parts with a weight that are known.",
                "parts": "Parts with a weight.",
                "weight_known": "Share of the weight on known parts.",
            },
        ),
        "scores": Derived(
            title="Scores",
            description="One row is a pair of countries: its parts made comparable, 0 to 100.",
            columns={"pair": "Codes of the two countries.", **{one: f"Score of {one}." for one in _PARTS}},
        ),
        "parts": Derived(
            title="Parts of the index",
            description="One row is a part of a pair.",
            columns={
                "pair": "Codes of the two countries.",
                "part": f"One of {', '.join(_PARTS)}.",
                "value": "Value in the unit of the part; time, cost, emissions by 1,000 km of great circle.",
                "gaps": "Parts of the sum, services or closures without a figure.",
                "of": "How many legs, services or closures there are.",
                "counts": "Whether the value enters the index.",
                "basis": "Weakest basis of the known figures.",
                "origin": "Place of departure that it was found for.",
                "destination": "Place of arrival.",
                "route_id": "Route that it was found on.",
                "detail": "Ids of services, separated by |.",
            },
        ),
        "rank_shares": Derived(
            title="Ranks under any weights",
            description="One row is a pair: how often it has each rank if weights are drawn at random.",
            columns={
                "pair": "Codes of the two countries.",
                **{
                    f"rank_{rank}": f"Share of the draws in which it has rank {rank}."
                    for rank in range(1, 61)
                },
                "unranked": "Share of the draws in which too little of it is known.",
                "median": "Rank in the middle.",
                "low": "Rank that 5 in 100 draws are better than.",
                "high": "Rank that 5 in 100 draws are worse than.",
            },
        ),
        "weight_moves": Derived(
            title="Moves of a weight",
            description="One row is a part: how far its weight must move until the first pair changes rank.",
            columns={
                "part": "Part of the index.",
                "share": "Share of the weight now.",
                "rank": "Rank now.",
                "down": "Nearest lower share at which the rank is another; empty if it never is.",
                "down_rank": "Rank there.",
                "up": "Nearest higher share at which the rank is another; empty if it never is.",
                "up_rank": "Rank there.",
            },
        ),
        "method_ranks": Derived(
            title="Ranks by method",
            description="One row is a method: index and rank of the first pair.",
            columns={
                "normalisation": "min-max or ratio.",
                "aggregation": "arithmetic or geometric.",
                "index": "Index under that method.",
                "rank": "Rank under that method.",
            },
        ),
        "critical_parts": Derived(
            title="Critical legs and places",
            description="One row is a leg or node of a fastest route: what closing it costs pairs of places.",
            columns={
                "kind": "leg or node.",
                "id": "Its id.",
                "used": "On how many of the fastest routes it lies.",
                "cut": "How many pairs are left without a route.",
                "pairs": "How many pairs there are.",
                "loss_mean": "Hours added, mean over all pairs that are not cut off.",
                "loss_most": "Hours added for the pair that loses most.",
                "origin": "Place of departure of that pair.",
                "destination": "Place of arrival of that pair.",
                "blurred": "For how many the way round has more parts without a figure.",
                "basis": "Weakest basis of the sums.",
            },
        ),
    }
)

"""What the tables hold that answer questions to the engine, for downloads, the API and sweeps."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.columns.derived import Derived

if TYPE_CHECKING:
    from collections.abc import Mapping

TOTALS = {
    "time_h": "time in hours",
    "cost_usd_per_teu": "cost in US dollars per TEU",
    "co2e_kg_per_t": "emissions in kilograms of CO2e per tonne",
    "distance_km": "distance in kilometres",
    "borders": "number of borders",
    "transhipments": "number of transhipments",
}
_PARTS = {
    "low": "Sum of the low ends of the known parts: {what}.",
    "typical": "Sum of the headlines of the known parts: {what}.",
    "high": "Sum of the high ends of the known parts: {what}.",
    "gaps": "How many parts of the route have no figure: {what}.",
    "basis": "Weakest basis of the known parts, missing if none is known: {what}.",
    "complete": "Whether no part is missing: {what}.",
}
ROUTE_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "route_id": "Id of the route: a digest of its legs, the same for any question.",
        "legs": "Ids of legs as travelled, separated by |; ~ behind a leg used against its direction.",
        "nodes": "Ids of the places passed, in order, separated by |.",
        "modes": "Modes in the order of first use, separated by |.",
        "countries": "ISO 3166-1 codes in the order of first entry, separated by |.",
        **{
            f"{total}_{part}": words.format(what=what)
            for total, what in TOTALS.items()
            for part, words in _PARTS.items()
        },
        "straight_km": "Kilometres of the straight line (geodesic) between the ends.",
        "circuity": "How many times as long as the straight line; of the known distance.",
    }
)
_ENDS = {"low": "lowest", "typical": "headline", "high": "highest"}

ENGINE: Mapping[str, Derived] = MappingProxyType(
    {
        "routes": Derived(
            title="Routes",
            description="One row is a freight route that no other beats; sums are of the known parts.",
            columns=ROUTE_COLUMNS,
        ),
        "staircase": Derived(
            title="Staircase",
            description="One row is a corner of the time and cost profile along a route, the start first.",
            columns={
                "position": "Position of the step that ends here; 0 at the start.",
                "kind": "start, leg or work.",
                "leg_id": "Leg that ends here.",
                "node_id": "Place of the corner.",
                "work": "border, break-of-gauge, transhipment or waiting.",
                "mode": "Mode of transport.",
                "distance_km": "Kilometres so far.",
                "distance_gaps": "Legs so far without a distance.",
                **{
                    f"{rise}_{band}": f"Known parts so far, {words}: {TOTALS[rise]}."
                    for rise in ("time_h", "cost_usd_per_teu")
                    for band, words in _ENDS.items()
                },
                **{
                    f"{rise}_gaps": f"Parts so far without a figure: {TOTALS[rise]}."
                    for rise in ("time_h", "cost_usd_per_teu")
                },
            },
        ),
        "emissions": Derived(
            title="Transport chain elements",
            description="One row is an element of the transport chain in the terms of ISO 14083.",
            columns={
                "position": "Place in the order of travel, from 1.",
                "element": "transport for a leg, hub for a transhipment or a break of gauge.",
                "leg_id": "Leg.",
                "from_node": "Node where travel over the leg begins.",
                "to_node": "Node where it ends.",
                "node_id": "Node of the hub operation.",
                "work": "transhipment or break-of-gauge.",
                "mode": "Mode of transport.",
                "distance_km": "Distance of the leg in kilometres.",
                "factor_id": "Emission factor.",
                "factor_unit": "Its unit.",
                "scope": "Its scope, such as well-to-wheel.",
                "year": "Year it speaks of.",
                "co2e_kg_per_t_low": "Low end in kilograms of CO2e per tonne.",
                "co2e_kg_per_t": "Headline in kilograms of CO2e per tonne.",
                "co2e_kg_per_t_high": "High end in kilograms of CO2e per tonne.",
                "basis": "modelled or missing.",
            },
        ),
        "what_if": Derived(
            title="What if",
            description="One row is a criterion: the best before and after changes.",
            columns={
                "criterion": "What was asked for.",
                "before": "Smallest sum of headlines before, among the routes with the fewest gaps.",
                "after": "The same after.",
                "gaps_before": "Gaps of that route before.",
                "gaps_after": "Gaps of that route after.",
                "route_before": "That route before.",
                "route_after": "That route after.",
                "change": "after less before; empty unless both have as many gaps.",
            },
        ),
        "scenario": Derived(
            title="Changes",
            description="One row is a change of a scenario.",
            columns={
                "text": "The change as it stands in the scenario.",
                "change": "close, shut, time, cost, node, add, up or year.",
                "id": "Leg, node, upgrade or year; of an added leg its start.",
                "rest": "The factor; of an added leg its end, mode, hours, kilometres, US dollars per TEU.",
            },
        ),
        "risk": Derived(
            title="Risk",
            description="One row is a route: percentiles of its total over the draws, of the known parts.",
            columns={
                "route_id": "Route.",
                "p10": "One draw in ten is below.",
                "p50": "Half of the draws are below.",
                "p90": "Nine draws in ten are below.",
                "mean": "Mean of the draws.",
                "gaps": "Parts without a figure, so that the totals are floors.",
            },
        ),
        "comparison": Derived(
            title="Comparison",
            description="One row is a pair of routes.",
            columns={
                "route_id": "Route.",
                "other_id": "The route that it is compared with.",
                "share": "Share of the draws in which the first total is the smaller; equal ones count half.",
            },
        ),
        "sensitivity": Derived(
            title="Sensitivity",
            description="One row is a part of a route, the greatest share first.",
            columns={
                "route_id": "Route.",
                "part": "Leg, or work:node.",
                "share": "Share of the variance of the route's total that comes from the part.",
            },
        ),
        "criticality": Derived(
            title="Criticality",
            description="One row is a leg or node of the best route, taken out.",
            columns={
                "kind": "leg or node.",
                "id": "Leg or node.",
                "is_left": "Whether a route is left.",
                "before": "Best total as it is.",
                "after": "Best total without it.",
                "loss": "after less before.",
                "gaps_before": "Parts without a figure before.",
                "gaps_after": "Parts without a figure after.",
                "route_id": "Route that takes over.",
            },
        ),
        "fix": Derived(
            title="Value of an hour saved",
            description="One row is a leg or work at a node, made quicker, the greatest gain first.",
            columns={
                "kind": "leg or work.",
                "leg_id": "Leg.",
                "work": "border, break-of-gauge, transhipment or waiting.",
                "node_id": "Node of the work.",
                "on_best": "Whether the best route has it.",
                "low": "Low end in hours.",
                "typical": "Headline in hours.",
                "high": "High end in hours.",
                "basis": "What the time rests on.",
                "slack": "Hours by which the best route over it is longer than the best of all, at least.",
                "saved": "Hours saved there.",
                "gain": "Hours by which the best time falls.",
                "p10": "One draw in ten is below, in hours.",
                "p90": "Nine draws in ten are below, in hours.",
                "share": "Share of the variance of the best route's sum.",
            },
        ),
        "capacity": Derived(
            title="Capacity",
            description="One row: bounds of what fits between two places in a year.",
            columns={
                "unit": "t or teu, a year.",
                "lower": "What fits over published capacities, the others taken as nothing.",
                "upper": "What fits if the others had no limit; empty where none is published on the way.",
                "known": "Legs and nodes with a published capacity.",
                "unknown": "Legs and nodes without one.",
            },
        ),
        "cut": Derived(
            title="Cut",
            description="One row is a leg or node that holds the upper bound.",
            columns={"kind": "leg or node.", "id": "Leg or node."},
        ),
        "reach": Derived(
            title="Reach",
            description="One row is a place within reach, the nearest first.",
            columns={
                "node_id": "Place.",
                "total": "Hours of headlines, over known parts only.",
                "basis": "Weakest basis on the way.",
            },
        ),
        "through_times": Derived(
            title="Published end-to-end times",
            description="One row is a published time beside our sum, under one set of factors for all.",
            columns={
                "subject": "What the claims speak of: its type and id.",
                "way": "chain, stretch, or network where no chain holds both places.",
                "corridor_id": "Chain.",
                "from_node": "First place.",
                "to_node": "Last place.",
                "claim_ids": "The claims, separated by |.",
                "fit": "exact, or how the claims fit where none speaks of just this.",
                "published_low": "Lowest published time in hours; empty where only a bound is stated.",
                "published_typical": "Published time in hours.",
                "published_high": "Highest published time in hours; empty where only a bound is stated.",
                "ours_low": "Our sum of low ends in hours.",
                "ours_typical": "Our sum of headlines in hours.",
                "ours_high": "Our sum of high ends in hours.",
                "missing_count": "Parts of ours without a time.",
                "verdict": "inside, below, above or not-comparable: how our time lies to the published one.",
                "is_hit": "Whether ours lies inside; empty where they cannot be compared.",
                "ratio": "Our headline by the published one.",
                "factor_set": "The default factors in use: their number and a digest.",
            },
        ),
        "agreement": Derived(
            title="Agreement",
            description="One row is a way in which published times are set beside ours, then all together.",
            columns={
                "way": "chain, stretch, network or all.",
                "times": "Published times.",
                "comparable": "Those that can be compared.",
                "hits": "Ours lies inside.",
                "below": "Ours is shorter.",
                "above": "Ours is longer.",
                "hit_rate": "hits by comparable.",
                "median_ratio": "Median of our headline by the published one.",
            },
        ),
        "week": Derived(
            title="Week",
            description="One row is a way by air: the days of the week on which it can begin, 1 is Monday.",
            columns={
                "option_id": "Services of the way joined by +.",
                "status": "Status of the worse half.",
                **dict.fromkeys(
                    "1234567",
                    "runs, same-day, next-day, unknown (weekdays not stated) or empty (not that day).",
                ),
            },
        ),
        "places": Derived(
            title="Places",
            description="One row is a node that the words may mean, the likeliest first.",
            columns={
                "node_id": "Node.",
                "kind": "Kind of node.",
                "country": "ISO 3166-1 code.",
                "unlocode": "UN/LOCODE.",
                "iata": "IATA code.",
                **{
                    f"name_{lang}": f"Name in {name}."
                    for lang, name in (
                        ("en", "English"),
                        ("kk", "Kazakh"),
                        ("ru", "Russian"),
                        ("sr", "Serbian"),
                        ("bg", "Bulgarian"),
                    )
                },
                "match": "whole, beginning or word: how the words stand in a name, id or code.",
            },
        ),
    }
)

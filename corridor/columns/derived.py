"""What the computed tables of a download hold; the tables of the dataset are described by its schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.chain.steps import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS = {
    "low": "Low end of the {what}",
    "typical": "Headline of the {what}",
    "high": "High end of the {what}",
    "basis": "What the {what} rests on: published, derived, modelled or missing; empty where a step has none",
    "claim_id": "Claim that became the headline of the {what}",
}
_WHAT = {
    "distance_km": "distance in kilometres",
    "time_h": "time in hours",
    "cost_usd_per_teu": "cost in US dollars per TEU",
}


TIME: Mapping[str, str] = {
    "time_h_low": "Low end of the time in hours.",
    "time_h_typical": "Headline of the time in hours.",
    "time_h_high": "High end of the time in hours.",
    "time_h_basis": "What the time rests on: published, derived, modelled or missing.",
}


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Title, description and columns of a computed table."""

    title: str
    description: str
    columns: Mapping[str, str] = field(default_factory=dict)


DERIVED: Mapping[str, Derived] = MappingProxyType(
    {
        "steps": Derived(
            title="Steps",
            description="One row is a leg of the chain or work at a node on it, in the order of travel.",
            columns={
                "position": "Place in the order, from 1.",
                "kind": "leg or work.",
                "leg_id": "Leg, for a leg.",
                "node_id": "Node, for work.",
                "from_node": "Node where the step begins, in the direction of travel.",
                "to_node": "Node where the step ends, in the direction of travel.",
                "reversed": "Whether the leg is travelled against the direction it is written in.",
                "mode": "Mode of transport.",
                "gauge_mm": "Gauge of the track in millimetres.",
                "status": "Status of the leg.",
                "operators": "Ids of organisations, separated by |.",
                "work": "border, break-of-gauge, transhipment or waiting.",
                "from_country": "Country where the step begins; of a border, the one that is left.",
                "to_country": "Country where the step ends; of a border, the one that is entered.",
                "counted_in": "Node of the border whose time already counts this break of gauge.",
                "onward": "Leg that cargo waits for, of waiting before a ship.",
                **{
                    f"{quantity}_{part}": f"{words.format(what=_WHAT[quantity])}."
                    for quantity in CRITERIA
                    for part, words in _PARTS.items()
                },
            },
        ),
        "totals": Derived(
            title="Totals",
            description=(
                "One row is a criterion summed along the chain. Where parts are missing it is the sum of the "
                "known parts only, and total_complete is false."
            ),
            columns={
                "corridor_id": "Chain that is summed, where several stand together.",
                "criterion": "distance_km, time_h or cost_usd_per_teu.",
                "low": "Sum of the low ends of the known parts.",
                "typical": "Sum of the headlines of the known parts.",
                "high": "Sum of the high ends of the known parts.",
                "basis": "Weakest basis of the known parts.",
                "known_count": "How many parts are known.",
                "missing_count": "How many parts are missing.",
                "missing": "Legs and work:node of the missing parts, separated by |.",
                "total_complete": "Whether no part is missing.",
            },
        ),
        "calibration": Derived(
            title="Published end-to-end times",
            description="One row is a published time of the whole way, beside our sum of its steps.",
            columns={
                "claim_id": "The claim.",
                "subject_id": "Corridor or family that it speaks of.",
                "low": "Lowest time it states, in hours.",
                "typical": "Time it states, in hours.",
                "high": "Highest time it states, in hours.",
                "ours_low": "Sum of the low ends of our steps, in hours.",
                "ours_typical": "Sum of the headlines of our steps, in hours.",
                "ours_high": "Sum of the high ends of our steps, in hours.",
                "ours_complete": "Whether no step of ours lacks a time.",
                "verdict": "inside, below, above or not-comparable: how our time lies to the published one.",
                "ratio": "Our headline divided by the published one; empty where either is not complete.",
            },
        ),
        "stretches": Derived(
            title="Published times of stretches",
            description="One row is a published time between two places on the way, beside our sum of it.",
            columns={
                "topic_id": "Pair of places that the claims speak of.",
                "from_node": "First place of the pair.",
                "to_node": "Second place of the pair.",
                "reversed": "Whether the pair runs against the chain.",
                "claim_ids": "The claims, the headline first, separated by |.",
                "fit": "exact, or how the claims fit where none speaks of just this.",
                "shape": "What the headline is: stated, midpoint, lower-bound or upper-bound.",
                "published_low": "Lowest published time, in hours.",
                "published_typical": "Headline of the published time, in hours.",
                "published_high": "Highest published time, in hours.",
                "ours_low": "Sum of the low ends of our steps, in hours.",
                "ours_typical": "Sum of the headlines of our steps, in hours.",
                "ours_high": "Sum of the high ends of our steps, in hours.",
                "ours_basis": "Weakest basis of the known parts of our sum.",
                "missing_count": "How many parts of our sum are missing.",
                "missing": "Legs and work:node of the missing parts, separated by |.",
                "verdict": "inside, below, above or not-comparable: how our time lies to the published one.",
                "ratio": "Our headline divided by the published one; empty where they cannot be compared.",
            },
        ),
        "upgrades_in_year": Derived(
            title="Upgrades in the chosen year",
            description="One row is an upgrade of the way, with what may be said of it by the year's end.",
            columns={
                "state": "done, done-undated, due, late, later, undated, unknown or dropped.",
            },
        ),
        "bottlenecks": Derived(
            title="Bottlenecks",
            description="One row is a step of the way, the longest typical time first, unknown times last.",
            columns={
                "position": "Place in the order of travel, from 1.",
                **TIME,
                "share_percent": "Share of the sum of the known headlines.",
                "capacity_t_per_year": "Published capacity of that leg or node, tonnes a year.",
                "capacity_teu_per_year": "Published capacity of that leg or node, TEU a year.",
                "upgrades": "Ids of upgrades of that leg or node, separated by |.",
                "projects": "Ids of projects that say they touch it, separated by |.",
                "is_named": "Whether there is either.",
            },
        ),
        "volumes": Derived(
            title="Volumes and capacities",
            description="One row is a claim on how much the way, its nodes, legs or family carries or could.",
            columns={
                "measure": "volume_t, volume_teu, capacity_t_per_year or capacity_teu_per_year.",
                "nature": "observed (carried), stated (a capacity said to be there) or planned.",
                "year": "Year that it speaks of; of a plan its target, empty where none is stated.",
                "period": "Period as the claim writes it.",
                "is_comparable": "Whether it speaks of just this, and of a whole year.",
                "disagrees": "Whether another claim gives another value for the same year.",
            },
        ),
        "rivals": Derived(
            title="Corridors on the same work",
            description="One row is a corridor from the start of the chosen way to its end, by its own legs.",
            columns={
                "is_same_work": "Whether it goes from that start; else it is measured from its own.",
                "route_id": "Id of the route, as under /routes of the API.",
                "legs": "Ids of legs in the order of travel, separated by |; ~ marks the other direction.",
                "countries": "ISO 3166-1 codes as travelled, separated by |.",
                "own_node": "A place that no other corridor of the table passes.",
            },
        ),
        "air_times": Derived(
            title="Flight times and waiting",
            description="One row is a flight of a way: its time beside the geodesic, the mean wait for it.",
            columns={
                "geodesic_km": "Shortest line between the two airports, in kilometres.",
                "block_min": "Published block time in minutes.",
                "is_other_way": "Whether the block time is that of the other direction.",
                "speed_km_h": "Geodesic by block time; the flown track is longer.",
                "weekly_frequency": "Flights a week as published.",
                "wait_h": "Half the headway in hours: 168 by the flights a week, by two.",
                "wait_h_low": "The same by the highest published frequency.",
                "wait_h_high": "The same by the lowest published frequency.",
            },
        ),
        "flight_gaps": Derived(
            title="What is not known of the flights",
            description="One row is a service and something that no page states of it.",
            columns={
                "gap": "What is not known; see `corridor.air.flight_gaps`.",
                "since": "Date that has passed, or that of the newest page.",
                "count": "Claims due for a new look.",
            },
        ),
        "options": Derived(
            title="Ways by air",
            description="One row is a way between two airports, direct or with one stop.",
            columns={
                "option_id": "Services of the way joined by +.",
                "kind": "direct or one-stop.",
                "hub": "Airport of the stop.",
                "legs": "Ids of legs in the order of travel, separated by |.",
                "services": "Ids of services, separated by |; empty where none is recorded.",
                "operators": "Ids of organisations, separated by |.",
                "weekdays_first": "Weekdays of the first flight, 1 is Monday; empty where not stated.",
                "weekdays_onward": "Weekdays of the second flight.",
                "block_min_first": "Published block time of the first flight in minutes.",
                "block_min_onward": "Published block time of the second flight in minutes.",
                "weekdays": "Weekdays on which the way can begin, 1 is Monday; empty where not stated.",
                "connection": "same-day, next-day, none or unknown, by the stated weekdays alone.",
                "status": "Status of the worse half.",
                "known_on": "Older of the dates on which the halves were last seen.",
                "block_min": "Published block times added up, in minutes, without the stop.",
                "service_first": "Service of the first flight.",
                "service_onward": "Service of the second flight.",
                "block_min_first_other_way": "First flight the other way, if only that is known; minutes.",
                "block_min_onward_other_way": "The same for the second flight.",
                **{
                    f"frequency_{half}{end}": f"Flights a week of the {words} flight, {part}, as published."
                    for half, words in (("first", "first"), ("onward", "second"))
                    for end, part in (("_low", "lowest"), ("", "headline"), ("_high", "highest"))
                },
            },
        ),
    }
)

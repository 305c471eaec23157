"""What the computed tables of a download hold; the tables of the dataset are described by its schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.chain import CRITERIA

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
        "options": Derived(
            title="Ways by air", description="One row is a way between two airports, direct or with one stop."
        ),
    }
)

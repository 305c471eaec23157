"""What the tables of journeys by air and of upgrades in a year hold."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.columns.derived import Derived

if TYPE_CHECKING:
    from collections.abc import Mapping

PLANS: Mapping[str, Derived] = MappingProxyType(
    {
        "journeys": Derived(
            title="Journeys by air",
            description="One row is a journey by air that no other beats.",
            columns={
                "journey_id": "Its services, else legs, joined by +.",
                "airports": "Node ids in the order of travel, separated by |.",
                "legs": "Leg ids in the order of travel, separated by |.",
                "services": "Service ids in the order of travel, separated by |; only those recorded.",
                "operators": "Ids of organisations, separated by |.",
                "status": "Status of the least sure flight.",
                "known_on": "Oldest day on which a flight was last seen; empty if one is undated.",
                "block_basis": "Weakest of the block times: published, other-way or missing.",
                "co2e_basis": "What the emissions rest on: modelled or missing.",
                "departs_on": "Day of the first flight, empty where it is not known.",
                "last_departs_on": "Day of the last flight, empty where it is not known.",
                "block_min": "Sum of the known block times in minutes.",
                "weekly_least": "Flights a week of the rarest flight whose frequency is known.",
                "wait_h_low": "Waits with the flights at their most frequent, in hours.",
                "wait_h": "Waits for the flights in hours: half the time between two departures of each.",
                "wait_h_high": "Waits with the flights at their rarest, in hours.",
                "connection_h": "Least time for changes of planes in hours; empty without a factor for it.",
                "time_h": "Known block times, waits and changes together, in hours.",
                "distance_km": "Length of the legs in kilometres.",
                "co2e_kg": "Kilograms of CO2e of a passenger; empty without a factor for it.",
                "days": "Days from the date asked for to the last known departure.",
                "access_from_km": "Shortest line from the place to the first airport; not in the times.",
                "access_to_km": "Shortest line from the last airport to the place; not in the times.",
                "stops": "Changes of planes.",
                "block_gaps": "Flights without a block time.",
                "wait_gaps": "Flights without a frequency.",
                "connection_gaps": "Changes of planes whose least time is not known.",
                "time_gaps": "Parts of the time that are not known.",
                "co2e_gaps": "Flights whose emissions are not known.",
                "days_gaps": "Flights whose day is not known.",
                "same_day_connections": "Changes of planes on one day; whether hours meet is not known.",
            },
        ),
        "upgrades_in_year": Derived(
            title="Upgrades in a year",
            description="One row is an upgrade with its state at the end of a year, and what it changes.",
            columns={
                "upgrade_id": "The upgrade.",
                "subject_type": "Table in which its subject stands.",
                "subject_id": "Its subject.",
                "quantity": "What it changes, as published.",
                "from_value": "Value before.",
                "to_value": "Value after.",
                "unit": "Unit of both.",
                "expected_on": "When it is or was due.",
                "status": "Status as recorded.",
                "state": "done, done-undated, due, late, later, undated, unknown or dropped.",
                "changes": "Figures of the engine that it changes, as leg:id:quantity, separated by |.",
                "reason": "Why it changes none.",
            },
        ),
    }
)

"""How often one can fly from a country to another without a stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.air.flights import flights

if TYPE_CHECKING:
    from corridor.air.flights import Flight
    from corridor.dataset.tables import Dataset

STATUSES = ("operating", "seasonal")


@dataclass(frozen=True, kw_only=True)
class AirLink:
    """
    Direct flights from a country to another.

    Attributes
    ----------
    weekly
        Sum of the published flights a week of the services that operate; None where none is published.
    gaps
        Services that operate and whose frequency is not published: with any, the sum is a floor.
    services
        Ids of the services that operate; a leg that is flown without a recorded service by the leg's id.
    others
        Services that stand in the data and do not operate now, or of which it is not known.
    """

    weekly: float | None
    gaps: int
    services: tuple[str, ...]
    others: tuple[str, ...]


def air_link(dataset: Dataset, origin: str, destination: str) -> AirLink:
    """
    Sum up the direct flights from a country to another.

    Only what stands in the data counts. No flight there is no proof that there is none: `weekly` is then
    None, not 0.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        ISO 3166-1 alpha-2 codes.

    Returns
    -------
    AirLink
        As documented there.
    """
    between = [
        flight
        for flight in flights(dataset)
        if (_country(dataset, flight.start), _country(dataset, flight.end)) == (origin, destination)
    ]
    flown = [flight for flight in between if flight.status in STATUSES]
    known = [flight.weekly_frequency[1] for flight in flown if flight.weekly_frequency[1] is not None]
    return AirLink(
        weekly=sum(known) if known else None,
        gaps=len(flown) - len(known),
        services=tuple(_name(flight) for flight in flown),
        others=tuple(_name(flight) for flight in between if flight.status not in STATUSES),
    )


def _country(dataset: Dataset, node_id: str) -> object:
    """Country of an airport."""
    return dataset.record("nodes", node_id)["country"]


def _name(flight: Flight) -> str:
    """Id of the service, else of the leg."""
    return flight.service_id or flight.leg_id

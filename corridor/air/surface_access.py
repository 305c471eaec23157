"""The airports that serve a place, by the shortest line: schematic, for no way to them is in the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.air.flights import flights
from corridor.errors import Named, RouteError
from corridor.geometry import geodesic_km

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

WITHIN_KM = 60.0


def airports_of(dataset: Dataset, place: str) -> dict[str, float]:
    """
    Find the airports that serve a place.

    They are those of its country with flights in the data within `WITHIN_KM` of it, else the nearest one of
    its country.

    Parameters
    ----------
    dataset
        The route dataset.
    place
        Node id; an airport serves itself alone.

    Returns
    -------
    dict
        Kilometres of the shortest line on the ellipsoid by airport, the nearest first. It is no road.

    Raises
    ------
    UnknownIdError
        If there is no such place.
    RouteError
        If no airport of the country has flights in the data.
    """
    here = dataset.record("nodes", place)
    if here["kind"] == "airport":
        return {place: 0.0}
    used = {end for flight in flights(dataset) for end in (flight.start, flight.end)}
    lengths = {}
    for airport in sorted(used):
        there = dataset.record("nodes", airport)
        if there["country"] == here["country"]:
            lengths[airport] = geodesic_km(here["lat"], here["lon"], there["lat"], there["lon"])
    if not lengths:
        raise RouteError("airport-missing", place=Named(place, here))
    order = sorted(lengths, key=lambda airport: (lengths[airport], airport))
    near = [airport for airport in order if lengths[airport] <= WITHIN_KM]
    return {airport: lengths[airport] for airport in near or order[:1]}

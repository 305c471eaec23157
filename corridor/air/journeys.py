"""Best journeys by air from place to place: direct, with one stop or with two."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np

from corridor.air.flight_days import next_day
from corridor.air.flights import flights
from corridor.air.surface_access import airports_of
from corridor.air.timetable import STATUS_ORDER
from corridor.columns.air import JOURNEYS
from corridor.columns.frame import make_frame
from corridor.errors import RouteError
from corridor.evidence.factors import default_factor
from corridor.evidence.figures import leg_figure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import pandas as pd

    from corridor.air.flights import Flight
    from corridor.dataset.tables import Dataset

MAX_STOPS = 2
STATUSES = ("operating", "seasonal", "unknown")
BLOCK_ORDER = ("published", "other-way", "missing")
_HALF_WEEK_H = 84.0
_MINUTES = 60
_GRAMS = 1000


def journeys(
    dataset: Dataset,
    origin: str,
    destination: str,
    *,
    date: dt.date | None = None,
    stops: int = MAX_STOPS,
    statuses: Collection[str] = STATUSES,
    every: bool = False,
) -> pd.DataFrame:
    """
    Find the best journeys by air: none is better on every criterion.

    A journey beats another if it is no worse in how sure its flights are
    (`corridor.air.timetable.STATUS_ORDER`),
    in stops, in block time, in the wait for its flights (with a date: in the days until its last departure),
    in CO2e, nor in the parts without a figure of each of these, and better in one. Clock times are not
    published, so none is assumed: the wait for a flight is half the time between two departures.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Node ids: airports, or places that `corridor.air.surface_access.airports_of` finds airports for.
    date
        First day on which the journey may begin. Flights that do not go in the week from then on, as far as
        their validity and weekdays are published, are left out.
    stops
        Stops at most, 0 to 2. No airport is used twice.
    statuses
        Of the flights, of `corridor.air.timetable.STATUS_ORDER`.
    every
        Give every journey, not only the best.

    Returns
    -------
    pandas.DataFrame
        One row a journey, the surest first, then by time_gaps, stops and time_h:

        - journey_id (its services, else legs, joined by +); airports, legs, services, operators (separated
          by |, in the order of travel); stops; status (of the least sure flight); known_on (the oldest day on
          which a flight was last seen, missing if one is not dated);
        - block_min (minutes; sum of the known block times, NaN if none is), block_gaps, block_basis (the
          weakest: "published" for that direction, "other-way" round, "missing");
        - weekly_least (flights a week of the rarest flight, NaN if none is known); wait_h_low, wait_h,
          wait_h_high (h; 84 / flights a week, summed; derived), wait_gaps. Where no frequency is published,
          the number of stated weekdays counts;
        - connection_h (h; stops times the default factor "minimum_connection_h", NaN if the data have none),
          connection_gaps;
        - time_h (block, wait and connection together, NaN if nothing of it is known), time_gaps;
        - distance_km (sum of the legs' lengths); co2e_kg (a passenger; distance times the default factor
          "emission_g_co2e_per_pkm", NaN if the data have none), co2e_basis, co2e_gaps;
        - with a date: departs_on, last_departs_on (of the first and the last flight, missing where not
          known), days (from the date to the last departure), days_gaps (flights whose day is not known; each
          is taken to leave at once), same_day_connections (stops at which the next flight leaves on the same
          day: whether the hours meet is not known);
        - access_from_km, access_to_km (shortest lines between the places and the airports, schematic; not in
          the times).

    Raises
    ------
    UnknownIdError
        If a place is not there.
    RouteError
        If a place has no airport, stops or statuses are out of bounds, or the ends have an airport in common.
    """
    if not 0 <= stops <= MAX_STOPS or not set(statuses) <= set(STATUS_ORDER):
        raise RouteError("stops-unusable", most=MAX_STOPS, known=tuple(STATUS_ORDER))
    starts, ends = airports_of(dataset, origin), airports_of(dataset, destination)
    if set(starts) & set(ends):
        raise RouteError("airport-shared", origin=origin, destination=destination)
    flown = [flight for flight in flights(dataset) if flight.status in statuses]
    rows = []
    for way in _ways(flown, starts, ends, stops):
        days = None if date is None else _days(way, date)
        if date is not None and days is None:
            continue
        row = _row(dataset, way) | (days or {})
        row |= {"access_from_km": starts[way[0].start], "access_to_km": ends[way[-1].end]}
        rows.append(row)
    counts = {column.name: 0 for column in JOURNEYS.columns if column.type == "integer"}
    frame = make_frame(({**counts, **row} for row in rows), JOURNEYS)
    rank = frame["status"].map(STATUS_ORDER.index).astype("int64")
    if not every and len(frame):
        is_kept = _undominated(_weights(frame.assign(rank=rank), has_date=date is not None))
        frame, rank = frame[is_kept], rank[is_kept]
    order = frame.assign(rank=rank).sort_values(["rank", "time_gaps", "stops", "time_h", "journey_id"])
    return frame.loc[order.index].reset_index(drop=True)


def _ways(
    flown: Sequence[Flight], starts: Collection[str], ends: Collection[str], stops: int
) -> Iterator[tuple[Flight, ...]]:
    """Chains of flights from a start to an end without using an airport, or an end, on the way."""
    leaving: dict[str, list[Flight]] = {}
    for flight in flown:
        leaving.setdefault(flight.start, []).append(flight)
    waiting: list[tuple[Flight, ...]] = [(flight,) for start in starts for flight in leaving.get(start, ())]
    while waiting:
        way = waiting.pop()
        if way[-1].end in ends:
            yield way
        elif len(way) <= stops:
            used = {*starts, *(flight.end for flight in way)}
            waiting += [(*way, flight) for flight in leaving.get(way[-1].end, ()) if flight.end not in used]


def _days(way: Sequence[Flight], date: dt.date) -> dict[str, Any] | None:
    """Days of departure; None if a flight does not go in its week."""
    known: list[dt.date | str] = []
    day, gaps, same = date, 0, 0
    for flight in way:
        found = next_day(flight, day)
        if found is None:
            return None
        if isinstance(found, dt.date):
            same += bool(known) and known[-1] == found
            day = found
        else:
            gaps += 1
        known.append(found)
    first, last = (date.isoformat() if isinstance(date, dt.date) else None for date in (known[0], known[-1]))
    return {
        "departs_on": first,
        "last_departs_on": last,
        "days": (day - date).days,
        "days_gaps": gaps,
        "same_day_connections": same,
    }


def _row(dataset: Dataset, way: Sequence[Flight]) -> dict[str, Any]:
    """One journey without its days."""
    names = [flight.service_id or flight.leg_id for flight in way]
    blocks = [
        flight.block_min if flight.block_min is not None else flight.block_min_other_way for flight in way
    ]
    bases = [
        "published" if flight.block_min is not None else "missing" if block is None else "other-way"
        for flight, block in zip(way, blocks, strict=True)
    ]
    known = [block for block in blocks if block is not None]
    often = [flight for flight in map(_weekly, way) if flight is not None]
    stops = len(way) - 1
    connection = default_factor(dataset, "minimum_connection_h", mode="air", countries=())
    connection_gaps = stops if connection is None else 0
    connection_h = None if connection is None else connection.value * stops
    waits = [sum(_HALF_WEEK_H / weekly[at] for weekly in often) for at in range(3)]
    timed = [sum(known) / _MINUTES] if known else []
    timed += [waits[1]] if often else []
    timed += [connection_h] if connection_h is not None else []
    gaps = len(way) - len(known), len(way) - len(often), connection_gaps
    dates = [flight.known_on for flight in way]
    return {
        "journey_id": "+".join(names),
        "airports": "|".join((way[0].start, *(flight.end for flight in way))),
        "legs": "|".join(flight.leg_id for flight in way),
        "services": "|".join(flight.service_id for flight in way if flight.service_id),
        "operators": "|".join(dict.fromkeys(flight.operator for flight in way if flight.operator)),
        "status": max((flight.status for flight in way), key=STATUS_ORDER.index),
        "known_on": min(dates) if all(dates) else None,
        "block_basis": max(bases, key=BLOCK_ORDER.index),
        "stops": stops,
        "block_min": sum(known) if known else None,
        "block_gaps": gaps[0],
        "weekly_least": min(weekly[1] for weekly in often) if often else None,
        **(dict(zip(("wait_h_high", "wait_h", "wait_h_low"), waits, strict=True)) if often else {}),
        "wait_gaps": gaps[1],
        "connection_h": connection_h,
        "connection_gaps": gaps[2],
        "time_h": sum(timed) if timed else None,
        "time_gaps": sum(gaps),
        **_emissions(dataset, way),
    }


def _weekly(flight: Flight) -> tuple[float, float, float] | None:
    """Flights a week, low, typical and high: published, else the stated weekdays; None where neither is."""
    low, typical, high = flight.weekly_frequency
    if typical:
        return low or typical, typical, high or typical
    count = float(len(flight.weekdays))
    return (count, count, count) if count else None


def _emissions(dataset: Dataset, way: Sequence[Flight]) -> dict[str, Any]:
    """Length, and CO2e of a passenger by the default factor, if the data have one."""
    lengths = [leg_figure(dataset, flight.leg_id, "distance_km").typical for flight in way if flight.leg_id]
    known = [length for length in lengths if length is not None]
    factor = default_factor(dataset, "emission_g_co2e_per_pkm", mode="air", countries=())
    row: dict[str, Any] = {"distance_km": sum(known) if known else None, "co2e_basis": "missing"}
    if factor is None or not known:
        return row | {"co2e_gaps": len(way)}
    kilograms = sum(known) * factor.value / _GRAMS
    return row | {"co2e_kg": kilograms, "co2e_basis": "modelled", "co2e_gaps": len(way) - len(known)}


def _weights(frame: pd.DataFrame, *, has_date: bool) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Give what journeys are compared by; what is not known counts 0 there, and once among the gaps."""
    waiting = ["days", "days_gaps"] if has_date else ["wait_h", "wait_gaps"]
    columns = ["rank", "stops", "block_min", "block_gaps", *waiting, "co2e_kg", "co2e_gaps"]
    weights: np.ndarray[Any, np.dtype[np.float64]] = frame[columns].fillna(0.0).to_numpy(dtype=np.float64)
    return weights


def _undominated(weights: np.ndarray[Any, np.dtype[np.float64]]) -> list[bool]:
    """Which rows no other row beats; equal rows stay side by side."""
    return [not ((weights <= row).all(axis=1) & (weights < row).any(axis=1)).any() for row in weights]

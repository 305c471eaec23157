"""Flights between two airports: direct and with one stop, by weekday, without invented clock times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.air.flights import Flight, flights
from corridor.columns.air import OPTIONS, WEEK
from corridor.columns.frame import fit_frame, make_frame

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset

WEEKDAYS = tuple("1234567")
# From the best to the worst: an option is as good as its worse half.
STATUS_ORDER = ("operating", "seasonal", "announced", "unknown", "suspended", "ended")


def options(dataset: Dataset, origin: str, destination: str) -> pd.DataFrame:
    """
    List the ways to fly from one airport to another, direct or with one stop.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Node ids of airports.

    Returns
    -------
    pandas.DataFrame
        One row an option, direct ones first, then by status:

        - option_id; kind ("direct" or "one-stop"); hub (node id, missing for direct);
        - legs, services, operators: ids separated by |, in the order of travel; services and operators are
          empty where a leg is known to be flown but no service of it is recorded;
        - service_first, service_onward: the service of each half, "" where none is recorded;
        - weekdays: ISO weekdays on which the option starts; "" where they are not stated or do not meet;
        - weekdays_first, weekdays_onward: of the two halves;
        - connection: "same-day" or "next-day" if the stated weekdays meet so, "none" if they never do,
          "unknown" if one of them is not stated, missing for direct. A day that meets is no promise that the
          hours do;
        - status: of the worse half, one of `STATUS_ORDER`;
        - known_on: the older date on which a half was last seen, missing if one is not dated;
        - block_min_first, block_min_onward, block_min (minutes): block times published for that direction,
          and their sum without the stop; NaN if one is missing;
        - block_min_first_other_way, block_min_onward_other_way (minutes): where no block time is published
          for that direction, that of the same flight in the other one, which winds make longer or shorter;
        - frequency_first, frequency_onward (flights a week): as published of the service, with _low and
          _high; NaN where no claim speaks of just that.

    Raises
    ------
    UnknownIdError
        If one of the airports does not exist.
    """
    for node in (origin, destination):
        dataset.record("nodes", node)
    flown = flights(dataset)
    outward = [flight for flight in flown if flight.start == origin]
    onward = [flight for flight in flown if flight.end == destination]
    rows = [_direct(flight) for flight in outward if flight.end == destination]
    rows += [
        _one_stop(flight, other)
        for flight in outward
        for other in onward
        if flight.end == other.start != origin
    ]
    frame = make_frame(rows, OPTIONS)
    order = frame.assign(status=frame["status"].map(STATUS_ORDER.index)).sort_values(
        ["kind", "status", "option_id"]
    )
    return frame.loc[order.index].reset_index(drop=True)


def week_grid(options: pd.DataFrame) -> pd.DataFrame:
    """
    Lay options out by the day of the week on which they start.

    Parameters
    ----------
    options
        As `options` returns them.

    Returns
    -------
    pandas.DataFrame
        One row an option in the same order: option_id, status, then the columns "1" (Monday) to "7", each
        "runs" (direct), "same-day", "next-day", "unknown" (the weekdays are not stated) or "" (not that day).
    """
    grid = options[["option_id", "status"]].copy()
    for day in WEEKDAYS:
        grid[day] = [
            _cell(connection, weekdays, first, day)
            for connection, weekdays, first in zip(
                options["connection"], options["weekdays"], options["weekdays_first"], strict=True
            )
        ]
    return fit_frame(grid, WEEK)


def _direct(flight: Flight) -> dict[str, Any]:
    """Row of a direct option."""
    return {
        "option_id": flight.service_id or flight.leg_id,
        "kind": "direct",
        "legs": flight.leg_id,
        "services": flight.service_id,
        "service_first": flight.service_id,
        "operators": flight.operator,
        "weekdays": flight.weekdays,
        "weekdays_first": flight.weekdays,
        "status": flight.status,
        "known_on": flight.known_on or None,
        "block_min_first": flight.block_min,
        "block_min": flight.block_min,
        "block_min_first_other_way": flight.block_min_other_way,
        **_frequency("first", flight),
    }


def _one_stop(first: Flight, onward: Flight) -> dict[str, Any]:
    """Row of an option with one stop."""
    connection, weekdays = _connection(first.weekdays, onward.weekdays)
    blocks = (first.block_min, onward.block_min)
    dates = (first.known_on, onward.known_on)
    return {
        "option_id": f"{first.service_id or first.leg_id}+{onward.service_id or onward.leg_id}",
        "kind": "one-stop",
        "hub": first.end,
        "legs": f"{first.leg_id}|{onward.leg_id}",
        "services": "|".join(name for name in (first.service_id, onward.service_id) if name),
        "service_first": first.service_id,
        "service_onward": onward.service_id,
        "operators": "|".join(dict.fromkeys(name for name in (first.operator, onward.operator) if name)),
        "weekdays": weekdays,
        "weekdays_first": first.weekdays,
        "weekdays_onward": onward.weekdays,
        "connection": connection,
        "status": max(first.status, onward.status, key=STATUS_ORDER.index),
        "known_on": min(dates) if all(dates) else None,
        "block_min_first": first.block_min,
        "block_min_onward": onward.block_min,
        "block_min": None if None in blocks else sum(block for block in blocks if block is not None),
        "block_min_first_other_way": first.block_min_other_way,
        "block_min_onward_other_way": onward.block_min_other_way,
        **_frequency("first", first),
        **_frequency("onward", onward),
    }


def _frequency(half: str, flight: Flight) -> dict[str, float | None]:
    """Cells of the frequency of one half."""
    low, typical, high = flight.weekly_frequency
    return {f"frequency_{half}_low": low, f"frequency_{half}": typical, f"frequency_{half}_high": high}


def _connection(first: str, onward: str) -> tuple[str, str]:
    """Say how two sets of weekdays meet, and on which days the first flight then leaves."""
    if not first or not onward:
        return "unknown", ""
    same = "".join(day for day in first if day in onward)
    if same:
        return "same-day", same
    following = "".join(day for day in first if str(int(day) % len(WEEKDAYS) + 1) in onward)
    return ("next-day", following) if following else ("none", "")


def _cell(connection: object, weekdays: str, first: str, day: str) -> str:
    """Cell of the week grid."""
    if day in weekdays:
        return connection if isinstance(connection, str) else "runs"
    stated_first = bool(first)
    if connection == "unknown":
        return "unknown" if not stated_first or day in first else ""
    return "" if stated_first else "unknown"

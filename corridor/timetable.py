"""Flights between two airports: direct and with one stop, by weekday, without invented clock times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from corridor.claims import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.dataset import Dataset

WEEKDAYS = tuple("1234567")
# From the best to the worst: an option is as good as its worse half.
STATUS_ORDER = ("operating", "seasonal", "announced", "unknown", "suspended", "ended")
_LEG_STATUS = {
    "operating": "operating", "seasonal": "seasonal", "suspended": "suspended", "announced": "announced",
    "pre-construction": "announced", "construction": "announced", "shelved": "ended", "cancelled": "ended",
}  # fmt: skip

_TEXTS = (
    "option_id", "kind", "hub", "legs", "services", "operators", "weekdays", "weekdays_first",
    "weekdays_onward", "connection", "status", "known_on",
)  # fmt: skip
_MINUTES = ("block_min_first", "block_min_onward", "block_min")
_COLUMNS = dict.fromkeys(_TEXTS, "str") | dict.fromkeys(_MINUTES, "float64")


class _Flight(NamedTuple):
    """One service in one direction; weekdays is "" where no page read states them."""

    service_id: str
    leg_id: str
    start: str
    end: str
    operator: str
    weekdays: str
    status: str
    known_on: str
    block_min: float | None


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
        - weekdays: ISO weekdays on which the option starts; "" where they are not stated or do not meet;
        - weekdays_first, weekdays_onward: of the two halves;
        - connection: "same-day" or "next-day" if the stated weekdays meet so, "none" if they never do,
          "unknown" if one of them is not stated, missing for direct. A day that meets is no promise that the
          hours do;
        - status: of the worse half, one of `STATUS_ORDER`;
        - known_on: the older date on which a half was last seen, missing if one is not dated;
        - block_min_first, block_min_onward, block_min (minutes): block times published for that direction,
          and their sum without the stop; NaN if one is missing.

    Raises
    ------
    UnknownIdError
        If one of the airports does not exist.
    """
    for node in (origin, destination):
        dataset.record("nodes", node)
    flights = tuple(_flights(dataset))
    outward = [one for one in flights if one.start == origin]
    onward = [one for one in flights if one.end == destination]
    rows = [_direct(one) for one in outward if one.end == destination]
    rows += [_one_stop(one, other) for one in outward for other in onward if one.end == other.start != origin]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
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
    return grid


def _flights(dataset: Dataset) -> Iterator[_Flight]:
    """Every flight in each direction in which it runs, and legs that no service is recorded for."""
    legs = dataset.legs[dataset.legs["mode"] == "air"]
    by_ends = {
        frozenset((start, end)): leg_id
        for leg_id, start, end in zip(legs["leg_id"], legs["from_node"], legs["to_node"], strict=True)
    }
    served = set()
    for service in dataset.services[dataset.services["kind"] == "flight"].to_dict("records"):
        leg_id = by_ends.get(frozenset((service["from_node"], service["to_node"])), "")
        served.add(leg_id)
        yield _flight(dataset, service, leg_id)
        if service["both_ways"]:
            yield _flight(dataset, service, leg_id, backwards=True)
    for leg in legs[~legs["leg_id"].isin(served)].to_dict("records"):
        bare = {
            "from_node": leg["from_node"],
            "to_node": leg["to_node"],
            "status": _LEG_STATUS.get(leg["status"]),
        }
        yield _flight(dataset, bare, leg["leg_id"])
        if leg["both_ways"]:
            yield _flight(dataset, bare, leg["leg_id"], backwards=True)


def _flight(dataset: Dataset, service: dict[Any, Any], leg_id: str, *, backwards: bool = False) -> _Flight:
    """Flight from a service's row; weekdays and block times hold for the direction written there."""
    start, end = service["from_node"], service["to_node"]
    service_id = _text(service.get("service_id"))
    flown = (end, start) if backwards else (start, end)
    block_min = None if backwards else figure(dataset, "service", service_id, "block_min").typical
    if block_min is None and leg_id and _written_ends(dataset, leg_id) == flown:
        block_min = figure(dataset, "leg", leg_id, "block_min").typical
    return _Flight(
        service_id=service_id,
        leg_id=leg_id,
        start=flown[0],
        end=flown[1],
        operator=_text(service.get("operator")),
        weekdays="" if backwards else _text(service.get("weekdays")),
        status=_text(service["status"]) or "unknown",
        known_on=_text(service.get("last_seen")),
        block_min=block_min,
    )


def _written_ends(dataset: Dataset, leg_id: str) -> tuple[str, str]:
    """From and To of a leg."""
    leg = dataset.record("legs", leg_id)
    return str(leg["from_node"]), str(leg["to_node"])


def _direct(flight: _Flight) -> dict[str, Any]:
    """Row of a direct option."""
    return {
        "option_id": flight.service_id or flight.leg_id,
        "kind": "direct",
        "legs": flight.leg_id,
        "services": flight.service_id,
        "operators": flight.operator,
        "weekdays": flight.weekdays,
        "weekdays_first": flight.weekdays,
        "status": flight.status,
        "known_on": flight.known_on or None,
        "block_min_first": flight.block_min,
        "block_min": flight.block_min,
    }


def _one_stop(first: _Flight, onward: _Flight) -> dict[str, Any]:
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
    }


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


def _text(cell: object) -> str:
    """Text of a cell, "" if it is missing."""
    return cell if isinstance(cell, str) else ""

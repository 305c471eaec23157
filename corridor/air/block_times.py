"""Published flight times beside the geodesic, and how long one waits for the next flight on average."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.columns.air import AIR_TIMES
from corridor.columns.frame import make_frame
from corridor.geometry import geodesic_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.dataset.tables import Dataset

HOURS_A_WEEK = 168
MINUTES_AN_HOUR = 60
_HALVES = ("first", "onward")


def air_times(dataset: Dataset, options: pd.DataFrame, origin: str, destination: str) -> pd.DataFrame:
    """
    Put the flight time of each flight beside the shortest line, and its frequency into hours of waiting.

    The mean speed is the geodesic by the block time, so it is lower than the speed through the air: a flown
    track is longer, and block time counts taxiing. Whoever is ready on any day waits half the headway on
    average: seven days by the flights a week, by two (a mean; weekdays are rarely spread evenly).

    Parameters
    ----------
    dataset
        The route dataset.
    options
        As `corridor.air.timetable.options` returns them for these two airports.
    origin, destination
        Node ids of airports.

    Returns
    -------
    pandas.DataFrame
        One row a flight of any option, in their order: leg_id; service_id ("" where none is recorded);
        from_node, to_node; status of the option (the best if several use the flight); geodesic_km; block_min
        (published; of the other direction where is_other_way says so; else NaN); speed_km_h; weekly_frequency
        (as published); wait_h with _low and _high (hours; NaN without a published frequency).
    """
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for option in options.to_dict("records"):
        for row in _flights(dataset, option, origin, destination):
            rows.setdefault((row["leg_id"], row["service_id"]), row)
    return make_frame(rows.values(), AIR_TIMES)


def _flights(
    dataset: Dataset, option: dict[Any, Any], origin: str, destination: str
) -> Iterator[dict[str, Any]]:
    """Flights of one option."""
    is_direct = option["kind"] == "direct"
    places = (origin, destination) if is_direct else (origin, str(option["hub"]), destination)
    for half, leg, start, end in zip(_HALVES, option["legs"].split("|"), places, places[1:], strict=False):
        block, other = option[f"block_min_{half}"], option[f"block_min_{half}_other_way"]
        minutes = other if pd.isna(block) else block
        start_row, end_row = (dataset.record("nodes", place) for place in (start, end))
        distance_km = geodesic_km(start_row["lat"], start_row["lon"], end_row["lat"], end_row["lon"])
        service = option[f"service_{half}"]
        yield {
            "leg_id": leg,
            "service_id": service if isinstance(service, str) else "",
            "from_node": start,
            "to_node": end,
            "status": option["status"],
            "geodesic_km": distance_km,
            "block_min": minutes,
            "is_other_way": bool(pd.isna(block) and not pd.isna(other)),
            "speed_km_h": distance_km / (minutes / MINUTES_AN_HOUR),
            "weekly_frequency": option[f"frequency_{half}"],
            "wait_h_low": _wait(option[f"frequency_{half}_high"]),
            "wait_h": _wait(option[f"frequency_{half}"]),
            "wait_h_high": _wait(option[f"frequency_{half}_low"]),
        }


def _wait(weekly: float) -> float:
    """Give half the headway in hours."""
    return HOURS_A_WEEK / weekly / 2 if weekly > 0 else float("nan")

"""What is known of each connection on each weekday, and which claim says so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple

from corridor.air.timetable import WEEKDAYS, week_grid
from corridor.dataset.periods import first_day, is_period, last_day
from corridor.dataset.records import records
from corridor.evidence.claims import about
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import pandas as pd

    from corridor.dataset.tables import Dataset

    Row = Mapping[str, Any]

State = Literal["confirmed", "published", "unknown", "none"]
STATES: tuple[State, ...] = ("confirmed", "published", "unknown", "none")
_HALVES = ("first", "onward")
_MARCH, _OCTOBER, _SUNDAY = 3, 10, 7
# What speaks of a flight whose weekdays no source gives, the nearest first.
_NEXT_BEST = ("weekly_frequency", "status")


class WeekCell(NamedTuple):
    """
    What is known of a connection on one weekday.

    Attributes
    ----------
    option_id
        The connection, as of `corridor.air.timetable.options`.
    weekday
        1 is Monday.
    state
        "confirmed" (a source dated in the season gives the day, and each flight operates), "published"
        (sources give the day, none of this season), "unknown" (the weekdays of a flight are not stated) or
        "none" (it does not go that day).
    claim_id
        The claim that says so; of an unknown day the nearest one on the flight of which the days are not
        known; "" if there is none.
    """

    option_id: str
    weekday: int
    state: State
    claim_id: str


def season_of(day: dt.date) -> tuple[dt.date, dt.date]:
    """Give the first and the last day of the flight season that holds a day: they change with summer time."""
    starts = sorted(
        _last_sunday(year, month)
        for year in range(day.year - 1, day.year + 2)
        for month in (_MARCH, _OCTOBER)
    )
    first = max(start for start in starts if start <= day)
    following = min(start for start in starts if start > day)
    return first, following - dt.timedelta(days=1)


def flight_week(dataset: Dataset, options: pd.DataFrame, *, day: dt.date) -> list[WeekCell]:
    """
    Say what is known of each connection on each weekday.

    Parameters
    ----------
    dataset
        The route dataset.
    options
        As `corridor.air.timetable.options` returns them; those that have ended are left out.
    day
        A day of the season that is asked for.

    Returns
    -------
    list of WeekCell
        Seven for each connection, in the order of the options.
    """
    season = season_of(day)
    cells = []
    for option, grid in zip(records(options), records(week_grid(options)), strict=True):
        if option["status"] == "ended":
            continue
        halves = [half for half in _HALVES if half == "first" or option["kind"] != "direct"]
        claims = [_claims(dataset, option, half) for half in halves]
        is_confirmed = option["status"] == "operating" and all(
            option[f"weekdays_{half}"] and any(_is_of(claim, season) for claim in found)
            for half, found in zip(halves, claims, strict=True)
        )
        for weekday in WEEKDAYS:
            found = grid[weekday] or ""
            state: State = (
                "none" if not found
                else "unknown" if found == "unknown"
                else "confirmed" if is_confirmed
                else "published"
            )  # fmt: skip
            claim = _telling(dataset, option, halves, claims, season, is_unknown=state == "unknown")
            cells.append(WeekCell(option["option_id"], int(weekday), state, claim))
    return cells


def _claims(dataset: Dataset, option: Row, half: str) -> list[Row]:
    """Give the claims that state the weekdays of one flight as they are shown, the newest first."""
    service, days = option[f"service_{half}"], option[f"weekdays_{half}"]
    if not service or not days:
        return []
    return [row for row in _newest(dataset, service, "weekdays") if row["text"] == days]


def _telling(
    dataset: Dataset,
    option: Row,
    halves: Sequence[str],
    claims: Sequence[Sequence[Row]],
    season: tuple[dt.date, dt.date],
    *,
    is_unknown: bool,
) -> str:
    """Choose the claim that a cell leads to."""
    if is_unknown:
        for half in halves:
            service = option[f"service_{half}"]
            if service and not option[f"weekdays_{half}"]:
                for quantity in _NEXT_BEST:
                    for row in _newest(dataset, service, quantity):
                        return str(row["claim_id"])
        return ""
    known = [row for found in claims for row in found]
    best = next((row for row in known if _is_of(row, season)), next(iter(known), None))
    return str(best["claim_id"]) if best else ""


@remembered(depends_on=Depends.CLAIMS)
def _newest(dataset: Dataset, service: str, quantity: str) -> Sequence[Row]:
    """Give the claims on one quantity of a service, the newest first."""
    found = records(about(dataset, "service", service, quantity))
    return tuple(sorted(found, key=lambda row: (_date(row), row["claim_id"]), reverse=True))


def _date(row: Row) -> str:
    """Give the date of a claim; empty if it has none."""
    return str(row["as_of"] or row["published"] or "")


def _is_of(row: Row, season: tuple[dt.date, dt.date]) -> bool:
    """Whether a claim is dated within a season."""
    date = _date(row)
    return (
        bool(date)
        and is_period(date.partition("/")[0])
        and (season[0] <= first_day(date) and last_day(date) <= season[1])
    )


def _last_sunday(year: int, month: int) -> dt.date:
    """Give the last Sunday of a month of 31 days."""
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=last.isoweekday() % _SUNDAY)

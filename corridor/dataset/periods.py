"""Periods of the calendar written as YYYY, YYYY-MM or YYYY-MM-DD, or as two of them with a slash."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import lru_cache

from corridor.errors import QuestionError

_YEAR, _MONTH, _DAY = len("YYYY"), len("YYYY-MM"), len("YYYY-MM-DD")


@lru_cache(maxsize=8192)
def is_period(text: str) -> bool:
    """Whether the text names a year, month or day of the calendar."""
    try:
        dt.date.fromisoformat(_first_day(text))
    except ValueError:
        return False
    return True


def read_day(text: str) -> dt.date | None:
    """
    Read a day such as "2026-12-01"; None for an empty text.

    Raises
    ------
    QuestionError
        If the text is not a day of the calendar.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise QuestionError("day-unusable", value=text) from error


def lies_ahead(text: str, today: dt.date) -> bool:
    """Whether the period begins after the period of the same length that holds today."""
    begins = text.partition("/")[0]
    return begins > today.isoformat()[: len(begins)] and is_period(begins)


def last_day(text: str) -> dt.date:
    """
    Return the last day of a period; of a range, the last day of its end.

    Parameters
    ----------
    text
        Such as "2025", "2025-11", "2025-11-03" or "2024/2025-06".

    Returns
    -------
    datetime.date
        Such as 2025-12-31, 2025-11-30, 2025-11-03 or 2025-06-30.
    """
    ends = text.rpartition("/")[2]
    day = dt.date.fromisoformat(_first_day(ends))
    if len(ends) == _YEAR:
        return day.replace(month=12, day=31)
    if len(ends) == _MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def first_day(text: str) -> dt.date:
    """Return the first day of a period; of a range, the first day of its beginning."""
    return dt.date.fromisoformat(_first_day(text.partition("/")[0]))


def years_before(day: dt.date, years: int) -> dt.date:
    """Return the same day some years earlier; 28 February for 29 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _first_day(text: str) -> str:
    """Complete a year or month to its first day."""
    return {_YEAR: f"{text}-01-01", _MONTH: f"{text}-01", _DAY: text}.get(len(text), "")

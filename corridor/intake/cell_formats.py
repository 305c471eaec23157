"""What a cell of a workbook shows: its number format makes 2025-11 of 45962, and 25 % of 0.25."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from corridor.intake.plain import plain

Mark = Literal["", "error", "day", "month", "year", "date-without-year", "time", "percent", "scaled"]

_UNSEEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]')
_HALF_DAY = re.compile(r"am/pm|a/p", re.IGNORECASE)
_PARTS = re.compile(r"y+|e+|m+|d+|h+|s+")
_LEADING_ZEROS = re.compile(r"0{2,}")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")


def shown(value: object, number_format: str) -> tuple[str, Mark]:
    r"""
    Text of a cell by its value and number format, as our CSV files write it.

    Parameters
    ----------
    value
        What the cell holds.
    number_format
        Its format code, such as ``yyyy\-mm``.

    Returns
    -------
    str
        Its text: a date with as much of it as the format shows, a code with its leading zeros.
    str
        What is to be known of it, or "". `percent` and `scaled`: the cell shows another number than it holds.
    """
    if isinstance(value, dt.datetime | dt.date):
        return _date(value, number_format)
    if isinstance(value, dt.time | dt.timedelta):
        return str(value), "time"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return plain(value), ""
    code = _UNSEEN.sub("", number_format).partition(";")[0]
    if "%" in code or _SCALED.search(code):
        return plain(value), "percent" if "%" in code else "scaled"
    if _LEADING_ZEROS.fullmatch(code) and value >= 0 and float(value).is_integer():
        return plain(value).zfill(len(code)), ""
    return plain(value), ""


def _date(value: dt.datetime | dt.date, number_format: str) -> tuple[str, Mark]:
    """As much of a date as its format shows."""
    has_year, has_month, has_day, has_time = _date_parts(number_format)
    whole = value.isoformat()[:10]
    if not (has_year or has_month or has_day or has_time) or (has_year and has_month and has_day):
        is_day = not isinstance(value, dt.datetime) or not has_time or value.time() == dt.time()
        return (whole if is_day else plain(value)), "day"
    if has_time and not (has_year or has_month or has_day):
        return plain(value), "time"
    if not has_year or has_day:
        return whole, "date-without-year"
    return (whole[:7], "month") if has_month else (whole[:4], "year")


def _date_parts(number_format: str) -> tuple[bool, bool, bool, bool]:
    """Whether a format shows the year, the month, the day, the time of day."""
    code = _HALF_DAY.sub("", _UNSEEN.sub("", number_format).partition(";")[0]).lower()
    parts = _PARTS.findall(code)
    months = [
        part
        for at, part in enumerate(parts)
        if part[0] == "m"
        and not (at and parts[at - 1][0] == "h")
        and not (at + 1 < len(parts) and parts[at + 1][0] == "s")
    ]
    first = {part[0] for part in parts}
    return bool(first & {"y", "e"}), bool(months), "d" in first, bool(first & {"h", "s"})

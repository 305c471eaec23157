"""Days on an axis: periods as days, and ticks at the begin of months or years."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from corridor.charts.axis import Axis
from corridor.dataset.periods import first_day, last_day
from corridor.language.dates import month_or_year

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEAR = 12
_STEPS = (1, 2, 3, 6, _YEAR, 2 * _YEAR, 5 * _YEAR, 10 * _YEAR)
MAX_TICKS = 9
_ROOM, _ROOM_FOR_WORDS = 0.015, 0.09


def begin_of(period: str) -> float:
    """Return the first day of a period as a place on an axis of dates."""
    return float(first_day(period).toordinal())


def end_of(period: str) -> float:
    """Return the last day of a period as a place on an axis of dates."""
    return float(last_day(period).toordinal())


def date_axis(days: Iterable[float], lang: str, *, title: str = "") -> Axis:
    """
    Make an axis of dates, with room for words behind the last.

    Parameters
    ----------
    days
        What must fit, at least one.
    lang
        Language of the ticks.
    title
        As of `corridor.charts.axis.Axis`.
    """
    known = list(days)
    long = max(1.0, max(known) - min(known))
    low, high = min(known) - long * _ROOM, max(known) + long * _ROOM_FOR_WORDS
    starts = _starts(low, high)
    step = next((step for step in _STEPS if len(starts[step]) <= MAX_TICKS), _STEPS[-1])
    ticks = starts[step]
    texts = tuple(
        month_or_year(day, lang, has_month=step < _YEAR, has_year=at == 0 or day.month == 1)
        for at, day in enumerate(ticks)
    )
    return Axis(
        low=low,
        high=high,
        ticks=tuple(float(day.toordinal()) for day in ticks),
        texts=texts,
        title=title,
        is_dates=True,
    )


def _starts(low: float, high: float) -> dict[int, list[dt.date]]:
    """Give for each step the begins of months that lie between two days."""
    first, last = dt.date.fromordinal(int(low)), dt.date.fromordinal(int(high))
    months = [
        dt.date(at // _YEAR, at % _YEAR + 1, 1)
        for at in range(first.year * _YEAR + first.month - 1, last.year * _YEAR + last.month)
    ]
    inside = [day for day in months if low <= day.toordinal() <= high]
    return {
        step: [day for day in inside if (day.year * _YEAR + day.month - 1) % step == 0] for step in _STEPS
    }

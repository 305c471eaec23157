"""Axes: a stretch of numbers with round ticks, or names in a row."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MIN_SHARE = 0.1
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_SHORT_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@dataclass(frozen=True, kw_only=True)
class Axis:
    """
    One axis of a chart.

    Attributes
    ----------
    low, high
        Its ends.
    ticks
        Values at which it is marked.
    texts
        What stands at each tick, in the reader's language.
    title, unit
        What it measures, and in which unit, in the reader's language; the unit may be empty.
    is_named
        Whether the ticks are names in a row (of years, routes, sources), not measures.
    is_dates
        Whether its values are days, counted as by `datetime.date.toordinal`.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...] = ()
    title: str = ""
    unit: str = ""
    is_named: bool = False
    is_dates: bool = False

    def percent(self, value: float) -> float:
        """Say where a value lies, from 0 at the low end to 100 at the high end."""
        return round(100 * (value - self.low) / (self.high - self.low), 3)

    @property
    def heading(self) -> str:
        """Title and unit in one line."""
        return f"{self.title}, {self.unit}" if self.unit else self.title


def axis(
    values: Sequence[float],
    *,
    count: int = 5,
    from_zero: bool = True,
    exact_end: bool = False,
    title: str = "",
    unit: str = "",
    write: Callable[[float], str] | None = None,
) -> Axis:
    """
    Make an axis with round ticks for values.

    Parameters
    ----------
    values
        What must fit; nothing at all gives an axis from 0 to 1.
    count
        About how many ticks.
    from_zero
        Whether it starts at 0.
    exact_end
        Whether it ends with the greatest value instead of the next tick.
    title, unit
        As of `Axis`.
    write
        Writes the value of a tick in the reader's language.
    """
    known = [value for value in values if math.isfinite(value)] or [1.0]
    low = 0.0 if from_zero else min(known)
    high = max(known) if max(known) > low else low + max(1.0, abs(low) * _MIN_SHARE)
    step = _step((high - low) / count)
    start = math.floor(low / step) * step
    end = math.ceil(high / step) * step
    ticks = tuple(start + step * at for at in range(round((end - start) / step) + 1))
    if exact_end:
        ticks, end = tuple(tick for tick in ticks if tick <= high), high
    texts = tuple(write(tick) for tick in ticks) if write else ()
    return Axis(low=start, high=end, ticks=ticks, texts=texts, title=title, unit=unit)


def named_axis(names: Sequence[str], *, title: str = "", first: float = 0.0) -> Axis:
    """
    Make an axis of names, each in the middle of a slot of width 1.

    Parameters
    ----------
    names
        The names, at least one.
    title
        What they are.
    first
        Value of the first name; each further one is 1 more.
    """
    ticks = tuple(first + at for at in range(len(names)))
    return Axis(
        low=first - 0.5, high=ticks[-1] + 0.5, ticks=ticks, texts=tuple(names), title=title, is_named=True
    )


def ceiling(value: float) -> float:
    """Round a value up to the end of an axis: a short number times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _SHORT_STEPS if step * power >= value)


def _step(least: float) -> float:
    """Round up to a step that reads well."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * size for size in _STEPS if power * size >= least * (1 - 1e-9))

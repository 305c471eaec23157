"""Axes and stretched drawings for charts whose marks are links and whose words are text of the page."""

from __future__ import annotations

import math
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

SIDE = 1000
_LEAST_SHARE = 0.1
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """A stretch of numbers with its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def percent(self, value: float) -> float:
        """Say where a value lies, from 0 at the low end to 100 at the high end."""
        return round(100 * (value - self.low) / (self.high - self.low), 3)

    def across(self, value: float) -> float:
        """Place a value in a drawing, from the left."""
        return round(self.percent(value) * SIDE / 100, 1)

    def down(self, value: float) -> float:
        """Place a value in a drawing, from the top."""
        return round(SIDE - self.across(value), 1)


def axis(values: Sequence[float], *, count: int = 5, from_zero: bool = True, exact_end: bool = False) -> Axis:
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
    """
    known = [value for value in values if math.isfinite(value)] or [1.0]
    low = 0.0 if from_zero else min(known)
    high = max(known) if max(known) > low else low + max(1.0, abs(low) * _LEAST_SHARE)
    step = _step((high - low) / count)
    start = math.floor(low / step) * step
    end = math.ceil(high / step) * step
    ticks = [start + step * at for at in range(round((end - start) / step) + 1)]
    if exact_end:
        return Axis(start, high, tuple(tick for tick in ticks if tick <= high))
    return Axis(start, end, tuple(ticks))


def picture(shapes: str) -> Markup:
    """
    Put shapes on a field of `SIDE` by `SIDE` that is stretched over the whole chart.

    Streamlit drops inline SVG, so it is an image; strokes keep their width with
    ``vector-effect="non-scaling-stroke"``.
    """
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" preserveAspectRatio="none" '
        f'width="{SIDE}" height="{SIDE}">{shapes}</svg>'
    )
    return tag(
        "img", alt="", src=f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}", class_="cx-drawn"
    )


def line(
    points: Sequence[tuple[float, float]], *, colour: str, width: float, dash: str = "", opacity: float = 1
) -> str:
    """Draw a line through points of the field."""
    text = " ".join(f"{x:g},{y:g}" for x, y in points)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<polyline points="{text}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-opacity="{opacity:g}" stroke-linejoin="round" vector-effect="non-scaling-stroke"{dashes}/>'
    )


def area(points: Sequence[tuple[float, float]], *, colour: str, opacity: float) -> str:
    """Shade the inside of points of the field."""
    text = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polygon points="{text}" fill="{colour}" fill-opacity="{opacity:g}"/>'


def style(**percents: float) -> str:
    """Write places in percent, such as ``left`` and ``bottom``, as a style."""
    return ";".join(f"{name}:{value:g}%" for name, value in percents.items())


def _step(least: float) -> float:
    """Round up to a step that reads well."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in _STEPS if power * step >= least * (1 - 1e-9))

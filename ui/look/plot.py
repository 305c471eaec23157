"""Stretched drawings for charts whose marks are links and whose words are text of the page."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from corridor.charts.axis import Axis

SIDE = 1000


def across(axis: Axis, value: float) -> float:
    """Place a value in a drawing, from the left."""
    return round(axis.percent(value) * SIDE / 100, 1)


def down(axis: Axis, value: float) -> float:
    """Place a value in a drawing, from the top."""
    return round(SIDE - across(axis, value), 1)


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

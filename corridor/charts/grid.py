"""Fields of a grid and stacks of dots on a sheet: what is counted or marked, not measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Disc
from corridor.charts.tones import colour

if TYPE_CHECKING:
    from corridor.charts.axis import Axis
    from corridor.charts.chart import Mark, Series
    from corridor.charts.sheet import Sheet

Field = tuple[float, float, float, float]

_SIGN = 12.0
_MAX_WIDTH, _MAX_HEIGHT, _SHARE = 22.0, 12.0, 0.38
_FULL = 0.48  # of a slot, to either side: fields of full width touch but for a thin line
_MAX_RADIUS, _STACK_SHARE = 8.0, 0.55
_FRAMED = ("confirmed", "published", "heat-less", "heat-same", "heat-more", "heat-most")
COLUMNS = 34
"""How many dots fit side by side on an axis."""


def draw_cells(sheet: Sheet, series: Series, across: Axis, up: Axis, field: Field) -> None:
    """Draw a field for each mark: full, hollow, or none where its sign says enough."""
    left, top, right, bottom = field
    is_full = series.tone.startswith("heat-")
    share = _FULL if is_full else _SHARE
    wide = share * (right - left) / len(up.ticks)
    high = share * (bottom - top) / len(across.ticks)
    if not is_full:
        wide, high = min(wide, _MAX_WIDTH), min(high, _MAX_HEIGHT)
    for mark in series.marks:
        x, y = _centre(mark, across, up, field)
        tint = colour(mark.tone, dark=sheet.is_dark)
        box = ((x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high))
        if mark.tone not in _FRAMED:
            sheet.draw(Area(points=box, colour=sheet.paper, opacity=0.0, label=mark.label))
        elif mark.is_hollow:
            dash = (4.0, 3.0)
            sheet.draw(
                Area(points=box, colour=sheet.paper, edge=tint, edge_width=2, dash=dash, label=mark.label)
            )
        else:
            sheet.draw(Area(points=box, colour=tint, label=mark.label))


def sign_cells(sheet: Sheet, series: Series, across: Axis, up: Axis, field: Field) -> None:
    """Write the sign of each field."""
    for mark in series.marks:
        x, y = _centre(mark, across, up, field)
        tint = sheet.soft if mark.is_hollow else sheet.paper
        if mark.short:
            sheet.write(mark.short, (x, y + 4), _SIGN, colour=tint, is_bold=True, anchor="middle")


def stack_dots(sheet: Sheet, series: Series, across: Axis, up: Axis, field: Field) -> None:
    """Stack a dot for each mark; the base of a mark says how many lie below it."""
    left, top, right, bottom = field
    most = max(mark.base for mark in series.marks) + 1
    row = (bottom - top) / len(across.ticks)
    radius = round(min(_MAX_RADIUS, (right - left) / COLUMNS / 2, _STACK_SHARE * row / most / 2), 2)
    for mark in series.marks:
        x, y = _centre(mark, across, up, field)
        tint = colour(mark.tone, dark=sheet.is_dark)
        fill = sheet.paper if mark.is_hollow else tint
        y = round(y - (2 * mark.base + 1) * radius, 2)
        sheet.draw(
            Disc(x=x, y=y, radius=radius - 0.75, colour=fill, edge=tint, edge_width=1.5, label=mark.label)
        )


def _centre(mark: Mark, across: Axis, up: Axis, field: Field) -> tuple[float, float]:
    """Place a mark on the sheet."""
    left, top, right, bottom = field
    return (
        round(left + (right - left) * up.percent(mark.typical or 0.0) / 100, 2),
        round(top + (bottom - top) * across.percent(mark.at) / 100, 2),
    )

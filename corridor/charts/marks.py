"""The marks of a chart on a sheet, of every kind, and what is written at them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Disc, Line, spelled
from corridor.charts.grid import draw_cells, sign_cells, stack_dots
from corridor.charts.reported import BESIDE, draw_dots, draw_gap
from corridor.charts.tones import colour, leg_or_work, route
from corridor.picture.lettering import width_px

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Mark, Series
    from corridor.charts.drawing import Point
    from corridor.charts.sheet import Sheet

    Place = Callable[[float, float], Point]

Field = tuple[float, float, float, float]
"""Left, top, right and bottom of a field in pixels."""

_LABEL = 11.5
_LEAST_RADIUS, _MOST_RADIUS, _NUMBERED_RADIUS = 5.0, 13.0, 11.0
_AREA_OPACITY = 0.16
_ROOM_BELOW = 48.0  # height of a slot in which a line fits below a band


def draw_series(
    sheet: Sheet, series: Series, across: Axis, up: Axis, field: Field, *, is_sideways: bool = False
) -> None:
    """Draw the shapes of one series."""
    place = placing(across, up, field, is_sideways=is_sideways)
    if series.kind == "cell":
        draw_cells(sheet, series, across, up, field)
    elif series.kind == "dot":
        stack_dots(sheet, series, across, up, field)
    elif series.kind == "area":
        _draw_area(sheet, series, place)
    elif series.kind == "step":
        _draw_steps(sheet, series, place)
    elif series.kind == "line":
        look = route(series.tone, dark=sheet.is_dark)
        points = tuple(place(mark.at, mark.typical or 0.0) for mark in series.marks)
        sheet.draw(
            Line(points=points, colour=look.colour, width=look.width, dash=look.dash, label=series.name)
        )
    elif series.kind == "reported":
        draw_dots(sheet, series, place)
    else:
        drawing = {"point": _draw_point, "bar": _draw_bar, "band": _draw_band, "gap": draw_gap}[series.kind]
        for mark in series.marks:
            drawing(sheet, mark, place)


def label_series(
    sheet: Sheet, series: Series, across: Axis, up: Axis, field: Field, *, is_sideways: bool = False
) -> None:
    """Write at the marks of one series what there is room for."""
    place = placing(across, up, field, is_sideways=is_sideways)
    if series.kind == "cell":
        sign_cells(sheet, series, across, up, field)
        return
    if series.kind == "step":
        last = series.marks[-1]
        x, y = place(last.at, last.typical or 0.0)
        wide = width_px(spelled(last.text), _LABEL, is_bold=True)
        spots = [(x - wide - 8, y - 8), (x - wide - 8, y + 16)]
        sheet.write_at_first(last.text, spots, _LABEL, is_bold=True)
        return
    for mark in series.marks:
        if not mark.short:
            continue
        if series.kind == "bar" and is_sideways:
            (_write_in_bar if series.is_stacked else _write_after_bar)(sheet, mark, place)
        elif series.kind == "point" and mark.is_strong:
            _write_number(sheet, mark, place)
        elif series.kind == "band":
            _write_beside_band(sheet, mark, place, field, len(across.ticks))
        else:
            wide = width_px(spelled(mark.short), _LABEL)
            x, y = place(mark.at, mark.base + (mark.typical or 0.0))
            spots = [(x - wide / 2, y - 5)]
            if series.kind in BESIDE:
                spots = BESIDE[series.kind](x, y, wide)
            elif series.kind == "line":
                spots = [(x + 5, y + 4), (x - wide - 7, y - 6), (x - wide - 7, y + 14)]
            sheet.write_at_first(mark.short, spots, _LABEL, is_bold=series.kind in {"line", "gap"})


def placing(across: Axis, up: Axis, field: Field, *, is_sideways: bool) -> Place:
    """Give the function from a place on both axes to one on the sheet."""
    left, top, right, bottom = field

    def upright(at: float, value: float) -> Point:
        return (
            round(left + (right - left) * across.percent(at) / 100, 2),
            round(bottom - (bottom - top) * up.percent(value) / 100, 2),
        )

    def sideways(at: float, value: float) -> Point:
        return (
            round(left + (right - left) * up.percent(value) / 100, 2),
            round(top + (bottom - top) * across.percent(at) / 100, 2),
        )

    return sideways if is_sideways else upright


def _draw_area(sheet: Sheet, series: Series, place: Place) -> None:
    """Shade from the low to the high end of each mark."""
    highs = [place(mark.at, mark.high or 0.0) for mark in series.marks]
    lows = [place(mark.at, mark.low or 0.0) for mark in reversed(series.marks)]
    tint = colour(series.tone, dark=sheet.is_dark)
    sheet.draw(Area(points=(*highs, *lows), colour=tint, opacity=_AREA_OPACITY))


def _draw_steps(sheet: Sheet, series: Series, place: Place) -> None:
    """Draw the way to each corner in the look of what is done on it."""
    for before, mark in pairwise(series.marks):
        points = (place(before.at, before.typical or 0.0), place(mark.at, mark.typical or 0.0))
        look = leg_or_work(mark.tone, dark=sheet.is_dark)
        label = f"{mark.label} ({mark.text})"
        sheet.draw(Line(points=points, colour=look.colour, width=look.width, label=label))


def _draw_point(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Draw a disc, or a level mark where the mark is as wide as a slot."""
    tint = colour(mark.tone, dark=sheet.is_dark)
    x, y = place(mark.at, mark.typical or 0.0)
    if mark.width:
        ends = (place(mark.at - mark.width / 2, 0.0)[0], place(mark.at + mark.width / 2, 0.0)[0])
        dash = (5.0, 4.0) if mark.is_hollow else ()
        points = ((ends[0], y), (ends[1], y))
        sheet.draw(Line(points=points, colour=tint, width=3, dash=dash, label=mark.label))
        return
    edge = sheet.ink if mark.is_strong else tint
    fill = sheet.paper if mark.is_hollow else edge
    sheet.draw(Disc(x=x, y=y, radius=_radius(mark), colour=fill, edge=edge, label=mark.label))


def _draw_bar(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Draw a bar, hollow with a dashed edge where it is planned."""
    tint = colour(mark.tone, dark=sheet.is_dark)
    (left, start), (right, end) = (
        place(mark.at - mark.width / 2, mark.base),
        place(mark.at + mark.width / 2, mark.base + (mark.typical or 0.0)),
    )
    points = ((left, start), (left, end), (right, end), (right, start))
    if mark.is_hollow:
        sheet.draw(
            Area(
                points=points,
                colour=sheet.paper,
                edge=tint,
                edge_width=1.5,
                dash=(4.0, 3.0),
                label=mark.label,
            )
        )
    else:
        sheet.draw(
            Area(points=points, colour=tint, opacity=0.85, edge=sheet.paper, edge_width=1.0, label=mark.label)
        )


def _draw_band(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Draw a line from the low to the high end, and a disc at the value if one is stated."""
    tint = colour(mark.tone, dark=sheet.is_dark)
    if mark.low is not None and mark.high is not None and mark.low < mark.high:
        points = (place(mark.at, mark.low), place(mark.at, mark.high))
        sheet.draw(Line(points=points, colour=tint, width=6, opacity=0.45, label=mark.label))
    if mark.typical is not None:
        x, y = place(mark.at, mark.typical)
        fill = tint if mark.is_strong else sheet.paper
        radius = 7.0 if mark.is_strong else 5.0
        sheet.draw(Disc(x=x, y=y, radius=radius, colour=fill, edge=tint, label=mark.label))


def _write_in_bar(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Write the size of a part of a bar below it if it fits there: it must not be read on colours."""
    left, _y = place(mark.at, mark.base)
    right, low = place(mark.at + mark.width / 2, mark.base + (mark.typical or 0.0))
    if width_px(spelled(mark.short), _LABEL) <= right - left:
        sheet.write(mark.short, ((left + right) / 2, low + 13), _LABEL, colour=sheet.soft, anchor="middle")


def _write_beside_band(sheet: Sheet, mark: Mark, place: Place, field: Field, slots: int) -> None:
    """Write the value of a band behind it, before it, or below it where a slot is high enough."""
    wide = width_px(spelled(mark.short), _LABEL)
    x, y = place(mark.at, mark.high or 0.0)
    low = place(mark.at, mark.low or 0.0)[0]
    spots = [(x + 11, y + 4)]
    if low - wide - 11 > field[0]:
        spots.append((low - wide - 11, y + 4))
    if (field[3] - field[1]) / slots > _ROOM_BELOW:
        spots.append((low, y + 17))
    sheet.write_at_first(mark.short, spots, _LABEL)


def _write_after_bar(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Write the value of a bar behind its end, or on the next line where the sheet ends."""
    x, y = place(mark.at, mark.typical or 0.0)
    low = place(mark.at + mark.width / 2, 0.0)[1] + 11
    wide = width_px(spelled(mark.short), _LABEL, is_bold=mark.is_strong)
    spots = [(x + 8, y + 4), (sheet.width - wide - 8, low), (x - wide, low)]
    sheet.write_at_first(mark.short, spots, _LABEL, is_bold=mark.is_strong)


def _write_number(sheet: Sheet, mark: Mark, place: Place) -> None:
    """Write the number of a point on its disc, or beside it if another number lies there."""
    x, y = place(mark.at, mark.typical or 0.0)
    on_disc = sheet.ink if mark.is_hollow else sheet.paper
    if sheet.write(mark.short, (x, y + 4), _LABEL, colour=on_disc, is_bold=True, anchor="middle"):
        return
    reach = _radius(mark) + 3
    spots = [(x + reach, y + 4), (x - reach - 10, y + 4), (x - 4, y - reach), (x - 4, y + reach + 9)]
    sheet.write_at_first(mark.short, spots, _LABEL, is_bold=True)


def _radius(mark: Mark) -> float:
    """Radius of a point by its third quantity; one with a number has room for it."""
    radius = _LEAST_RADIUS + (_MOST_RADIUS - _LEAST_RADIUS) * mark.size
    return max(radius, _NUMBERED_RADIUS) if mark.is_strong else radius

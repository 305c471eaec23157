"""Rows over time: names at the left, bars and signs at their dates, groups of rows under headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.charts.drawing import Box, Line, spelled
from corridor.charts.notes import joined, spots_of
from corridor.charts.signs import UNSURE_OPACITY, draw_sign, draw_span
from corridor.charts.tones import colour
from corridor.picture.lettering import width_px

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Chart, Mark, Series
    from corridor.charts.drawing import Point
    from corridor.charts.sheet import Sheet

_TICK, MAX_LETTERS, MIN_LETTERS = 12.0, 13.0, 6.5
_NAMES_SHARE, _DOWN = 0.4, 0.36
_BETWEEN, _LINE = 2.4, 1.04
_HEAD, _FOOT, _MARGIN = 20.0, 20.0, 24.0
MAX_BAR, MAX_RADIUS = 13.0, 7.5
_DASH = (5.0, 3.0)


@dataclass(frozen=True)
class _Grid:
    """Where rows and dates lie on the sheet, and the size of the letters."""

    names: Axis
    dates: Axis
    field: Box
    size: float

    def x(self, value: float) -> float:
        """Place of a date."""
        return round(
            self.field.left + (self.field.right - self.field.left) * self.dates.percent(value) / 100, 2
        )

    def y(self, value: float) -> float:
        """Place of a row."""
        return round(
            self.field.top + (self.field.bottom - self.field.top) * self.names.percent(value) / 100, 2
        )

    @property
    def slot(self) -> float:
        """Height of a row."""
        return (self.field.bottom - self.field.top) / (self.names.high - self.names.low)


def fill_rows(sheet: Sheet, chart: Chart, frame: Box) -> dict[str, Point]:
    """Draw one field of rows with dates to the right; give the pixels of the points."""
    grid = _grid(chart, frame)
    _draw_dates(sheet, chart, grid)
    _write_names(sheet, chart, grid, frame)
    for series in chart.panels[0].series:
        if series.kind == "span":
            for mark in series.marks:
                _draw_bar(sheet, mark, grid)
    _draw_signs(sheet, chart.panels[0].series, grid)

    def place(at: float, value: float) -> Point:
        return grid.x(value), grid.y(at)

    spots: dict[str, Point] = {}
    for series in chart.panels[0].series:
        spots = joined(spots, series, spots_of(series, place, is_inside=False))
    return spots


def _grid(chart: Chart, frame: Box) -> _Grid:
    """Divide the frame between names and dates."""
    names = chart.across
    slot = (frame.bottom - frame.top - _HEAD - _FOOT) / (names.high - names.low)
    size = min(MAX_LETTERS, max(MIN_LETTERS, (slot - _BETWEEN) / _LINE))
    widest = max((width_px(spelled(text), size) for text in names.texts), default=0.0)
    left = frame.left + min(widest, _NAMES_SHARE * (frame.right - frame.left)) + _MARGIN + 2
    field = Box(left, frame.top + _HEAD, frame.right - 10, frame.bottom - _FOOT)
    return _Grid(names, chart.panels[0].up, field, size)


def _draw_dates(sheet: Sheet, chart: Chart, grid: _Grid) -> None:
    """Draw a line at each tick, its words above, and one at each moment, its words below."""
    left, top, right, bottom = grid.field
    for value, text in zip(grid.dates.ticks, grid.dates.texts, strict=True):
        x = grid.x(value)
        sheet.draw(Line(points=((x, top), (x, bottom)), colour=sheet.rule, width=1))
        sheet.write(text, (x, top - 7), _TICK, colour=sheet.soft, anchor="middle")
    for moment in chart.panels[0].moments:
        x = grid.x(moment.at)
        points = ((x, top - 3), (x, bottom + 4))
        sheet.draw(Line(points=points, colour=sheet.soft, width=1.4, dash=_DASH))
        wide = width_px(spelled(moment.name), _TICK)
        places = [x - wide + 4, x - 4, x - wide / 2, left, right - wide]
        spots = [(place, bottom + 16) for place in places if left <= place <= right + 8 - wide]
        sheet.write_at_first(moment.name, spots, _TICK, colour=sheet.soft)


def _write_names(sheet: Sheet, chart: Chart, grid: _Grid, frame: Box) -> None:
    """Write the headings of groups and the names of rows."""
    down, right = grid.size * _DOWN, grid.field.right
    for stretch in chart.stretches:
        line = grid.y(stretch.start) + 1
        sheet.draw(Line(points=((frame.left, line), (right, line)), colour=sheet.rule, width=1))
        at = (frame.left, grid.y(stretch.start + 0.5) + down)
        sheet.write(stretch.name, at, grid.size, is_bold=True, most=right - frame.left)
    most = grid.field.left - _MARGIN - frame.left
    for value, text in zip(grid.names.ticks, grid.names.texts, strict=True):
        at = (grid.field.left - _MARGIN, grid.y(value) + down)
        sheet.write(text, at, grid.size, anchor="end", most=most)


def _draw_bar(sheet: Sheet, mark: Mark, grid: _Grid) -> None:
    """Draw a bar up to the first day of the due period, and fainter through it."""
    y, high = grid.y(mark.at), min(MAX_BAR, grid.slot * 0.5)
    if mark.low is not None and mark.typical is not None and mark.typical > mark.low:
        draw_span(sheet, mark.tone, (grid.x(mark.low), grid.x(mark.typical)), y, high, label=mark.label)
    if mark.typical is not None and mark.high is not None and mark.high > mark.typical:
        points = ((grid.x(mark.typical), y), (grid.x(mark.high), y))
        tint = colour(mark.tone, dark=sheet.is_dark)
        sheet.draw(Line(points=points, colour=tint, width=high, opacity=UNSURE_OPACITY, label=mark.label))


def _draw_signs(sheet: Sheet, series: tuple[Series, ...], grid: _Grid) -> None:
    """Draw the signs with their words; counts stand side by side, dates stay in their place."""
    radius, down = min(MAX_RADIUS, grid.slot * 0.34), grid.size * _DOWN
    ends: dict[float, float] = {}
    drawn = []
    for mark in _in_order(series):
        wide = width_px(spelled(mark.short), grid.size)
        x = grid.field.left - _MARGIN / 2 if mark.typical is None else grid.x(mark.typical)
        if mark.typical is not None and not mark.basis:
            x = max(x, ends.get(mark.at, x))
            ends[mark.at] = x + 2 * radius + wide + 10
        draw_sign(sheet, mark.tone, (x, grid.y(mark.at)), radius=radius, label=mark.label)
        drawn.append((mark, x, wide))
    for mark, x, wide in drawn:
        y, reach = grid.y(mark.at) + down, radius + 4
        spots = [(x + reach, y), (x + 2 * reach, y), (x + 3 * reach, y), (x - reach - wide, y)]
        sheet.write_at_first(mark.short, spots, grid.size)


def _in_order(series: tuple[Series, ...]) -> Iterator[Mark]:
    """Signs in the order of their rows and dates."""
    found = [mark for part in series if part.kind == "sign" for mark in part.marks]
    yield from sorted(found, key=lambda mark: (mark.at, mark.typical is not None, mark.typical or 0.0))

"""Figures as several reporters give them, and the difference between them, on a sheet."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Line
from corridor.charts.signs import GAP_OPACITY, draw_sign
from corridor.charts.tones import colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from corridor.charts.chart import Mark, Series
    from corridor.charts.drawing import Point
    from corridor.charts.sheet import Sheet

_ONE_YEAR = 1.0
BESIDE: Mapping[str, Callable[[float, float, float], list[Point]]] = {
    "reported": lambda x, y, wide: [
        (x - wide / 2, y - 11),
        (x - wide / 2, y + 19),
        (x + 10, y + 4),
        (x - wide - 10, y + 4),
        (x + 10, y - 8),
        (x + 10, y + 16),
    ],
    "gap": lambda x, y, wide: [(x + 16, y + 4), (x - wide - 16, y + 4)],
}
"""By kind of series: where the words of a mark may stand."""


def in_label_order(series: Iterable[Series]) -> Iterator[Series]:
    """Give the series as they are written at: of dots mark by mark, the greatest first."""
    dots = []
    for part in series:
        if part.kind == "reported":
            dots += [replace(part, marks=(mark,)) for mark in part.marks]
        else:
            yield part
    yield from sorted(dots, key=lambda part: -(part.marks[0].typical or 0.0))


def draw_dots(sheet: Sheet, series: Series, place: Callable[[float, float], Point]) -> None:
    """Draw a sign for each figure, by its basis; years of one source that follow each other are joined."""
    whole = [mark for mark in series.marks if not mark.is_hollow]
    for before, after in pairwise(sorted(whole, key=lambda mark: (mark.name, mark.at))):
        if after.name == before.name and after.at - before.at == _ONE_YEAR:
            ends = (place(before.at, before.typical or 0.0), place(after.at, after.typical or 0.0))
            sheet.draw(Line(points=ends, colour=colour(series.tone, dark=sheet.is_dark), width=1.6))
    for mark in series.marks:
        draw_sign(
            sheet,
            mark.tone,
            place(mark.at, mark.typical or 0.0),
            is_hollow=mark.is_hollow,
            is_half=mark.basis == "derived" and not mark.is_hollow,
            label=mark.label,
        )


def draw_gap(sheet: Sheet, mark: Mark, place: Callable[[float, float], Point]) -> None:
    """Shade from the lowest to the highest figure."""
    (left, low), (right, high) = (
        place(mark.at - mark.width / 2, mark.low or 0.0),
        place(mark.at + mark.width / 2, mark.high or 0.0),
    )
    points = ((left, low), (left, high), (right, high), (right, low))
    tint = colour(mark.tone, dark=sheet.is_dark)
    sheet.draw(Area(points=points, colour=tint, opacity=GAP_OPACITY, label=mark.label))

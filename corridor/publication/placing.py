"""Shapes and texts of one drawing put onto another sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Disc, Line, Outline

if TYPE_CHECKING:
    from corridor.charts.drawing import Drawing, Point, Shape
    from corridor.charts.sheet import Sheet


def put(sheet: Sheet, drawing: Drawing, across: float, down: float) -> None:
    """Put a drawing on a sheet, its upper left corner so far across and down."""
    sheet.draw(*(_moved(shape, across, down) for shape in drawing.shapes))
    sheet.texts += [replace(text, x=text.x + across, y=text.y + down) for text in drawing.texts]


def _moved(shape: Shape, across: float, down: float) -> Shape:
    """Move a shape."""

    def moved(points: tuple[Point, ...]) -> tuple[Point, ...]:
        return tuple((x + across, y + down) for x, y in points)

    if isinstance(shape, Disc):
        return replace(shape, x=shape.x + across, y=shape.y + down)
    if isinstance(shape, Line | Area):
        return replace(shape, points=moved(shape.points))
    if isinstance(shape, Outline):
        return replace(shape, rings=tuple(moved(ring) for ring in shape.rings))
    return replace(shape, lines=tuple(moved(line) for line in shape.lines))

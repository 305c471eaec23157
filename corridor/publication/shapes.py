"""Sheets that pictures are drawn on: a slide, a sheet of A4, a square."""

from __future__ import annotations

from dataclasses import dataclass

BAR = 6.0
"""Height of the coloured bar at the top."""


@dataclass(frozen=True)
class Shape:
    """Width and height of a sheet, pixels of a PNG for each of its pixels, width of the column of figures."""

    width: int
    height: int
    scale: float
    margin: float
    column: float


SHAPES = {
    "slide": Shape(1280, 720, 1.5, 40, 270),
    "a4": Shape(1169, 827, 2.0, 44, 250),
    "square": Shape(720, 720, 1.5, 30, 0),
}
"""Sheets by their names; 100 pixels are an inch, so that the PDF of "a4" is a sheet of A4."""

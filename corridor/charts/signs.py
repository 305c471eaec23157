"""Signs of a chart: each tone has its shape, so that colour is never the only difference."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Box, Disc, Line
from corridor.charts.tones import colour

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.chart import Key
    from corridor.charts.drawing import Point
    from corridor.charts.sheet import Sheet

KINDS = frozenset({"reported", "gap", "span", "sign"})
GAP_OPACITY, SPAN_OPACITY, UNSURE_OPACITY = 0.22, 0.75, 0.28
HOLLOW = frozenset({"status-pre-construction", "status-announced", "silent"})
"""Tones of what has not begun or is not known: only outlined."""

SHAPES: Mapping[str, str] = {
    "reporter-KZ": "disc",
    "reporter-RS": "diamond",
    "status-operating": "disc",
    "status-construction": "half",
    "status-pre-construction": "disc",
    "status-announced": "diamond",
    "status-unknown": "cross",
    "milestone": "triangle",
    "report": "tick",
    "corridor": "square",
    "meeting": "disc",
    "agreement": "square",
    "project": "diamond",
    "in-force": "disc",
    "operating": "disc",
    "silent": "disc",
}


def draw_sign(
    sheet: Sheet,
    tone: str,
    at: Point,
    *,
    radius: float = 5.5,
    is_hollow: bool = False,
    is_half: bool = False,
    label: str = "",
) -> None:
    """
    Draw the sign of a tone.

    Parameters
    ----------
    sheet
        Where.
    tone
        A tone of `SHAPES`; any other is a disc.
    at
        Its middle.
    radius
        Half its width.
    is_hollow, is_half
        Whether only its outline is drawn; whether only its left half is filled.
    label
        What it stands for.
    """
    shape = SHAPES.get(tone, "disc")
    sheet.hold(Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius))
    tint = colour(tone, dark=sheet.is_dark)
    x, y = at
    hollow = is_hollow or tone in HOLLOW
    if shape in {"cross", "tick"}:
        _draw_strokes(sheet, shape, at, radius, tint, label)
        return
    fill = sheet.paper if hollow or is_half or shape == "half" else tint
    if shape in {"disc", "half"}:
        sheet.draw(Disc(x=x, y=y, radius=radius, colour=fill, edge=tint, edge_width=1.8, label=label))
    else:
        sheet.draw(
            Area(points=_corners(shape, at, radius), colour=fill, edge=tint, edge_width=1.8, label=label)
        )
    if is_half or shape == "half":
        sheet.draw(Area(points=_left_half("disc" if shape == "half" else shape, at, radius), colour=tint))


def draw_key(sheet: Sheet, key: Key, middle: Point, wide: float) -> None:
    """Draw the sign of an entry of the legend."""
    x, y = middle
    if key.kind == "gap":
        box = ((x - 6, y - 7), (x + 6, y - 7), (x + 6, y + 7), (x - 6, y + 7))
        tint = colour(key.tone, dark=sheet.is_dark)
        sheet.draw(Area(points=box, colour=tint, opacity=GAP_OPACITY))
    elif key.kind == "span":
        draw_span(sheet, key.tone, (x - wide / 2, x + wide / 2), y, 8.0)
    else:
        draw_sign(sheet, key.tone, middle, is_hollow=key.is_hollow, is_half=key.tone.endswith("-half"))


def draw_span(
    sheet: Sheet, tone: str, ends: tuple[float, float], y: float, high: float, *, label: str = ""
) -> None:
    """Draw a bar in time, outlined with dashes where it has not begun."""
    tint = colour(tone, dark=sheet.is_dark)
    points = tuple(
        (x, y + side * high / 2) for x, side in zip((*ends, *ends[::-1]), (-1, -1, 1, 1), strict=True)
    )
    if tone in HOLLOW or tone == "status-unknown":
        sheet.draw(
            Area(points=points, colour=sheet.paper, edge=tint, edge_width=1.3, dash=(4.0, 3.0), label=label)
        )
    else:
        sheet.draw(Area(points=points, colour=tint, opacity=SPAN_OPACITY, label=label))


def _corners(shape: str, at: Point, radius: float) -> tuple[Point, ...]:
    """Corners of a shape."""
    x, y = at
    if shape == "square":
        side = radius * 0.88
        return ((x - side, y - side), (x + side, y - side), (x + side, y + side), (x - side, y + side))
    if shape == "triangle":
        return ((x - radius, y + radius * 0.8), (x, y - radius), (x + radius, y + radius * 0.8))
    reach = radius * 1.2
    return ((x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach))


def _left_half(shape: str, at: Point, radius: float) -> tuple[Point, ...]:
    """Give the left half of a disc or diamond."""
    x, y = at
    if shape != "disc":
        reach = radius * 1.2
        return ((x, y - reach), (x - reach, y), (x, y + reach))
    turns = [pi / 2 + pi * step / 12 for step in range(13)]
    return tuple((round(x + radius * cos(turn), 2), round(y - radius * sin(turn), 2)) for turn in turns)


def _draw_strokes(sheet: Sheet, shape: str, at: Point, radius: float, tint: str, label: str) -> None:
    """Draw a cross or an upright stroke."""
    x, y = at
    strokes = (
        (((x, y - radius * 1.5), (x, y + radius * 1.5)),)
        if shape == "tick"
        else (
            ((x - radius, y - radius), (x + radius, y + radius)),
            ((x - radius, y + radius), (x + radius, y - radius)),
        )
    )
    for at_stroke, points in enumerate(strokes):
        sheet.draw(Line(points=points, colour=tint, width=2.2, label=label if at_stroke == 0 else ""))

"""A map as a small SVG for the inside of a page: in whole pixels, in the colours of both themes."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import shapely

from corridor.charts.drawing import HALO, Area, Disc, Line, Outline, Strokes, spelled
from corridor.charts.sheet import Sheet
from corridor.picture import palette
from corridor.publication.map import draw_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.charts.drawing import Drawing, Point, Shape, Text
    from corridor.picture.scene import Picture

WIDTH, HEIGHT = 880, 470
"""Of a map on a screen."""
PHONE = (500, 420)
"""Width and height of a map on a phone, where it is drawn at three quarters of its size."""
_ENDS = 2
_TOLERANCE_PX = 0.6
_LEFT_OUT = palette.MAP["railway"].light  # faint lines that take a third of the bytes


def compact_map(picture: Picture, *, label: str, lang: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> str:
    """
    Draw a map as an SVG element.

    Parameters
    ----------
    picture
        What it shows.
    label
        What it shows in words, for those who do not see it.
    lang
        The reader's language.
    size
        Its width and height.

    Returns
    -------
    str
        The element with its colours: those of the light theme, and of the dark one where the reader's system
        asks for it. Its texts have the font of the page. Call it while `DRAWING` is held.
    """
    wide, high = size
    sheet = Sheet(width=wide, height=high, is_dark=False)
    draw_map(sheet, picture, (0.0, 0.0, float(wide), float(high)))
    return written(sheet.finished(title=label, description="", lang=lang))


def written(drawing: Drawing) -> str:
    """Write a drawing as such an element."""
    paints: dict[str, str] = {}
    shapes = "".join(_element(shape, paints) for shape in drawing.shapes)
    ends = [text for text in drawing.texts if text.is_bold][:_ENDS]
    texts = "".join(_text(text, paints, "m-e " if text in ends else "") for text in drawing.texts)
    light = "".join(f".{name}{{--p:{colour}}}" for colour, name in paints.items())
    dark = "".join(f".{name}{{--p:{palette.in_theme(colour, dark=True)}}}" for colour, name in paints.items())
    rules = (
        f".m-f{{fill:var(--p)}}.m-s{{stroke:var(--p);fill:none;stroke-linejoin:round}}{light}"
        f"@media(prefers-color-scheme:dark){{{dark}}}"
    )
    label = escape(spelled(drawing.title), quote=True)
    return (
        f'<svg viewBox="0 0 {drawing.width} {drawing.height}" role="img" aria-label="{label}">'
        f"<style>{rules}</style>{shapes}{texts}</svg>"
    )


def _paint(colour: str, paints: dict[str, str]) -> str:
    """Name a colour by a class."""
    return paints.setdefault(colour, f"m{len(paints)}")


def _element(shape: Shape, paints: dict[str, str]) -> str:
    """Write one shape; what would be no longer than a pixel is left out."""
    if isinstance(shape, Outline):
        return _filled(_path(shape.rings, closed=True), shape.colour, shape.opacity, paints)
    if isinstance(shape, Strokes):
        if shape.colour == _LEFT_OUT:
            return ""
        path = _path(shape.lines, closed=False)
        return _stroked(path, shape.colour, shape.width, shape.dash, shape.opacity, paints)
    if isinstance(shape, Line):
        path = _path((shape.points,), closed=False)
        return _stroked(path, shape.colour, shape.width, shape.dash, shape.opacity, paints)
    if isinstance(shape, Area):
        path = _path((shape.points,), closed=True)
        edge = _stroked(path, shape.edge, shape.edge_width, (), 1.0, paints) if shape.edge_width else ""
        return _filled(path, shape.colour, shape.opacity, paints) + edge
    return _disc(shape, paints)


def _filled(path: str, colour: str, opacity: float, paints: dict[str, str]) -> str:
    """Write an area; a ring within another is a hole."""
    if not path or colour == "none":
        return ""
    faint = f' fill-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'<path class="m-f {_paint(colour, paints)}" fill-rule="evenodd"{faint} d="{path}"/>'


def _stroked(
    path: str, colour: str, width: float, dash: tuple[float, ...], opacity: float, paints: dict[str, str]
) -> str:
    """Write lines of one look."""
    if not path or colour == "none":
        return ""
    faint = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    dashed = f' stroke-dasharray="{" ".join(f"{part:g}" for part in dash)}"' if dash else ""
    cap = "" if dash else ' stroke-linecap="round"'
    look = f'class="m-s {_paint(colour, paints)}" stroke-width="{width:g}"'
    return f'<path {look}{faint}{dashed}{cap} d="{path}"/>'


def _disc(disc: Disc, paints: dict[str, str]) -> str:
    """Write one disc as two, its edge below its face: so each is of one colour."""
    at = f'cx="{round(disc.x)}" cy="{round(disc.y)}"'
    rim, face = disc.radius + disc.edge_width / 2, disc.radius - disc.edge_width / 2
    return (
        f'<circle class="m-f {_paint(disc.edge, paints)}" {at} r="{rim:g}"/>'
        f'<circle class="m-f {_paint(disc.colour, paints)}" {at} r="{face:g}"/>'
    )


def _text(text: Text, paints: dict[str, str], rank: str) -> str:
    """Write one text; its halo is a second one below it, so each is of one colour."""
    weight = ' font-weight="600"' if text.is_bold else ""
    words = escape(spelled(text.text))
    at = f'x="{round(text.x)}" y="{round(text.y)}" font-size="{text.size:g}"{weight}'
    halo = ""
    if text.halo:
        look = f'class="{rank}m-s {_paint(text.halo, paints)}" stroke-width="{HALO:g}"'
        halo = f'<text {look} aria-hidden="true" {at}>{words}</text>'
    return f'{halo}<text class="{rank}m-f {_paint(text.colour, paints)}" {at}>{words}</text>'


def _path(lines: Iterable[tuple[Point, ...]], *, closed: bool) -> str:
    """Write lines as steps in whole pixels."""
    return _steps(tuple(lines), closed)


@lru_cache(maxsize=96)
def _steps(lines: tuple[tuple[Point, ...], ...], closed: bool) -> str:  # noqa: FBT001 - a key of the cache
    """Write lines as steps; those of the land are the same for all who see that part of it."""
    return "".join(_line(points, closed=closed) for points in lines)


def _line(points: tuple[Point, ...], *, closed: bool) -> str:
    """Write one line; empty if nothing of it is left in whole pixels."""
    fine = np.asarray(points, dtype=np.float64)
    if len(fine) > 3:  # noqa: PLR2004 - a triangle cannot be simpler
        fine = shapely.get_coordinates(shapely.simplify(shapely.LineString(fine), _TOLERANCE_PX))
    whole = np.round(fine).astype(int)
    moved = np.ones(len(whole), dtype=bool)
    moved[1:] = (np.diff(whole, axis=0) != 0).any(axis=1)
    whole = whole[moved]
    if len(whole) < (3 if closed else 2):
        return ""
    (x, y), steps = whole[0], np.diff(whole, axis=0).tolist()
    told = "".join(f"{'' if dx < 0 else ' '}{dx}{'' if dy < 0 else ' '}{dy}" for dx, dy in steps)
    return f"M{x} {y}l{told.strip()}{'z' if closed else ''}"

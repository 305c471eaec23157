"""The map of a picture: lines with their rims, marks, and names that do not lie on each other."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from matplotlib.patheffects import withStroke

from corridor.picture.base_map import dashed, mercator, unmercator
from corridor.picture.frame import HEAD, keys_px, write
from corridor.picture.lettering import POINTS_PER_PIXEL, font, plain, width_px
from corridor.picture.notes import draw_notes
from corridor.picture.scene import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.axes import Axes

    from corridor.picture.base_map import Palette
    from corridor.picture.scene import Line, Picture, Place

_CASING, _HOLLOW = 3.2, 0.45
_INSET = 6
_STEP = 6.0


def draw_lines(land: Axes, lines: Sequence[Line], palette: Palette) -> None:
    """Draw lines, the strong ones above with their rim."""
    lines = [_shifted(line, land) for line in lines]
    strong = [line for line in lines if line.is_strong]
    _draw_alike(land, [line for line in lines if not line.is_strong])
    _draw_alike(
        land,
        [
            replace(leg, colour=palette.paper, width=leg.width + _CASING, dash=(), opacity=0.92)
            for leg in strong
        ],
    )
    _draw_alike(land, strong)
    _draw_alike(
        land,
        [
            replace(leg, colour=palette.paper, width=leg.width * _HOLLOW, opacity=1.0)
            for leg in strong
            if leg.is_hollow
        ],
    )


def _shifted(line: Line, land: Axes) -> Line:
    """Line beside its points by its shift, on the scale of the map; unchanged without one."""
    if not line.shift:
        return line
    west, east = land.get_xlim()
    degrees = line.shift * (east - west) / WIDTH
    flat = shapely.LineString(np.column_stack(mercator(*zip(*line.points, strict=True))))
    # GEOS counts to the left of the line, on a plane whose second axis points up.
    beside = shapely.offset_curve(flat.simplify(abs(degrees) / 2), -degrees, join_style="mitre")
    if not isinstance(beside, shapely.LineString) or beside.is_empty:
        return line
    return replace(line, points=tuple(unmercator(x, y) for x, y in beside.coords))


def _draw_alike(land: Axes, lines: Sequence[Line]) -> None:
    """Draw lines of one look together, in the order in which the looks first occur."""
    looks: dict[tuple[str, tuple[float, ...], float, float], list[Any]] = {}
    for line in lines:
        look = (line.colour, line.dash, line.width, line.opacity)
        looks.setdefault(look, []).append(np.column_stack(mercator(*zip(*line.points, strict=True))))
    for (colour, dash, width, opacity), points in looks.items():
        land.add_collection(
            LineCollection(
                points, colors=colour, linewidths=width * POINTS_PER_PIXEL, linestyles=[dashed(dash, width)],
                alpha=opacity, capstyle="butt" if dash else "round", joinstyle="round",
            ),
            autolim=False,
        )  # fmt: skip


def draw_places(paper: Axes, picture: Picture, onto: Any, low: float) -> None:
    """Draw marks, notes and names that do not collide."""
    palette = picture.palette
    top, bottom = HEAD + 6, low - 6
    taken: list[tuple[float, float, float, float]] = [(0, low - 34, 30 + keys_px(picture), low)]
    spots = [(place, *onto(place.lon, place.lat)) for place in picture.places]

    def is_seen(x: float, y: float) -> bool:
        return _INSET < x < WIDTH - _INSET and top < y < bottom

    spots = [spot for spot in spots if is_seen(*spot[1:])]
    for place, x, y in reversed(spots):
        if place.is_marked:
            radius = 6 if place.is_large else 4
            fill, rim = (palette.ink, palette.paper) if place.is_large else (palette.paper, palette.ink)
            paper.plot(
                [x], [y], "o", markersize=2 * radius * POINTS_PER_PIXEL, markerfacecolor=fill,
                markeredgecolor=rim, markeredgewidth=1.6 * POINTS_PER_PIXEL, scalex=False, scaley=False,
            )  # fmt: skip
            taken.append((x - radius, y - radius, x + radius, y + radius))
    ink = [box for line in picture.lines if line.is_strong for box in _along(line, onto)]
    taken += draw_notes(
        paper, picture, onto, is_seen, lambda box: _is_free(box, [*taken, *ink], (top, bottom))
    )
    for place, x, y in spots:
        _draw_name(paper, place, (x, y), taken, (top, bottom), picture, ink)
    taken += ink
    for ground in picture.countries:
        wide = width_px(plain(ground.name), 17) / 2
        boxes = [(x - wide, y - 10, x + wide, y + 10) for x, y in (onto(*spot) for spot in ground.spots)]
        box = next((box for box in boxes if _is_free(box, taken, (top, bottom))), None)
        if box is not None:
            taken.append(box)
            colour = palette.water if ground.is_water else palette.soft
            write(paper, (box[0], box[1] + 10), plain(ground.name), 17, colour)


def _along(line: Line, onto: Any) -> Iterator[tuple[float, float, float, float]]:
    """Small boxes along a line, close to each other."""
    points = [onto(*point) for point in line.points]
    for (from_x, from_y), (to_x, to_y) in itertools.pairwise(points):
        steps = max(1, int(math.hypot(to_x - from_x, to_y - from_y) / _STEP))
        for step in range(steps + 1):
            x, y = (start + (end - start) * step / steps for start, end in ((from_x, to_x), (from_y, to_y)))
            yield x - 3, y - 3, x + 3, y + 3


def _draw_name(
    paper: Axes,
    place: Place,
    at: tuple[float, float],
    taken: list[tuple[float, float, float, float]],
    ends: tuple[float, float],
    picture: Picture,
    ink: Sequence[tuple[float, float, float, float]],
) -> None:
    """Write a name beside its mark where there is room, off the lines if it can; else not at all."""
    text, size = plain(place.name), 19 if place.is_large else 15
    wide = width_px(text, size, is_bold=place.is_large)
    x, y = at
    shifts = ((10, 0), (-10 - wide, 0), (-wide / 2, -16), (-wide / 2, 16), (8, -12), (8, 12))
    boxes = [
        (x + across - 2, y + up - size * 0.62, x + across + wide + 2, y + up + size * 0.62)
        for across, up in shifts
    ]
    free = [
        (shift, box) for shift, box in zip(shifts, boxes, strict=True) if text and _is_free(box, taken, ends)
    ]
    clear = [(shift, box) for shift, box in free if _is_free(box, ink, ends)]
    for (across, up), box in (clear or free)[:1]:
        taken.append(box)
        paper.text(
            x + across,
            y + up,
            text,
            fontproperties=font(size, is_bold=place.is_large),
            color=picture.palette.ink,
            va="center_baseline",
            path_effects=[withStroke(linewidth=3.2, foreground=picture.palette.paper)],
        )


def _is_free(
    box: tuple[float, float, float, float],
    taken: Sequence[tuple[float, float, float, float]],
    ends: tuple[float, float],
) -> bool:
    """Whether a box lies on the map and on no other."""
    if box[0] < _INSET or box[2] > WIDTH - _INSET or box[1] < ends[0] or box[3] > ends[1]:
        return False
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )

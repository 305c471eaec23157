"""The land under a map as shapes: what of countries, waters, railways and borders lies in a field."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from corridor.charts.drawing import Outline, Strokes
from corridor.geometry import layer
from corridor.picture.base_map import MAIN_RIVER, RAILWAYS_BELOW_DEG, mercator
from corridor.picture.palette import MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from corridor.charts.drawing import Point, Shape

Limits = tuple[float, float, float, float]
"""West, east, south and north of a map on the plane, as of `corridor.picture.base_map.window`."""
Field = tuple[float, float, float, float]
"""Left, top, right and bottom of a field in pixels."""

_TOLERANCE_PX, _MIN_PX = 0.35, 1.2
_LINE_IN_VIEW = "RS-XK"
_DASH = (4.0, 4.0)


@lru_cache(maxsize=24)
def draw_land(limits: Limits, field: Field, *, is_dark: bool, boundaries: str) -> tuple[Shape, ...]:
    """
    Draw the land of a part of the map.

    Parameters
    ----------
    limits
        The part of the plane.
    field
        Where it is drawn, in pixels of the sheet.
    is_dark
        Whether it is drawn for the dark theme.
    boundaries
        One of `corridor.picture.base_map.BOUNDARIES`.

    Returns
    -------
    tuple of Shape
        The sea first; nothing of them leaves the field.
    """
    left, top, right, bottom = field
    sea = Outline(
        rings=(((left, top), (right, top), (right, bottom), (left, bottom)),), colour=_tone("sea", is_dark)
    )
    solid, dashed = _borders(boundaries)
    railways = _on_plane("railways") if limits[1] - limits[0] < RAILWAYS_BELOW_DEG else ()
    return (
        sea,
        *_areas("countries", limits, field, _tone("land", is_dark)),
        *_areas("lakes", limits, field, _tone("lake", is_dark)),
        *_lines(_on_plane("rivers"), limits, field, _tone("river", is_dark), 0.9),
        *_lines(_main_river(), limits, field, _tone("river", is_dark), 2.0),
        *_lines(railways, limits, field, _tone("railway", is_dark), 0.8),
        *_lines(solid, limits, field, _tone("border", is_dark), 0.9),
        *_lines(dashed, limits, field, _tone("border", is_dark), 0.9, _DASH),
    )


def onto(limits: Limits, field: Field, points: NDArray[np.float64]) -> tuple[Point, ...]:
    """Give points of the plane as pixels of a field."""
    west, east, south, north = limits
    left, top, right, bottom = field
    x = left + (points[:, 0] - west) / (east - west) * (right - left)
    y = top + (north - points[:, 1]) / (north - south) * (bottom - top)
    return tuple(zip(x.round(1).tolist(), y.round(1).tolist(), strict=True))


def clipped(shape: Any, limits: Limits, field: Field) -> Any:
    """Cut a shape of the plane at the limits, as fine as the pixels of a field."""
    west, east, south, north = limits
    fine = _TOLERANCE_PX * (east - west) / (field[2] - field[0])
    return shapely.simplify(shapely.clip_by_rect(shape, west, south, east, north), fine)


def parts(shape: Any) -> Iterator[Any]:
    """Iterate over the single lines or areas of a shape that are not empty."""
    for part in getattr(shape, "geoms", [shape]):
        if hasattr(part, "geoms"):
            yield from parts(part)
        elif not part.is_empty:
            yield part


def _tone(name: str, is_dark: bool) -> str:  # noqa: FBT001 - a word for one lookup
    """Colour of a part of the land."""
    return MAP[name].of(dark=is_dark)


def _areas(name: str, limits: Limits, field: Field, colour: str) -> Iterator[Shape]:
    """Areas of a layer as one shape of many rings."""
    found = []
    for area in _on_plane(name):
        for part in parts(clipped(area, limits, field)):
            if part.geom_type == "Polygon":
                rings = (part.exterior, *part.interiors)
                found += [onto(limits, field, shapely.get_coordinates(ring)[:-1]) for ring in rings]
    if found:
        yield Outline(rings=tuple(found), colour=colour)


def _lines(
    shapes: tuple[Any, ...], limits: Limits, field: Field, colour: str, width: float, dash: Any = ()
) -> Iterator[Shape]:
    """Lines of one look as one shape; what is shorter than a dot is left out."""
    least = _MIN_PX * (limits[1] - limits[0]) / (field[2] - field[0])
    found = [
        onto(limits, field, shapely.get_coordinates(part))
        for shape in shapes
        for part in parts(clipped(shape, limits, field))
        if part.geom_type == "LineString" and part.length > least
    ]
    if found:
        yield Strokes(lines=tuple(found), colour=colour, width=width, dash=dash)


@lru_cache(maxsize=8)
def _on_plane(name: str) -> tuple[Any, ...]:
    """Shapes of a layer on the plane."""
    return tuple(
        _flat(shapely.line_merge(shape) if shape.geom_type == "MultiLineString" else shape)
        for shape in layer(name).geometry
    )


@lru_cache(maxsize=1)
def _main_river() -> tuple[Any, ...]:
    """Give the river that the routes follow."""
    named = zip(layer("rivers")["name"], _on_plane("rivers"), strict=True)
    return tuple(shape for name, shape in named if name == MAIN_RIVER)


@lru_cache(maxsize=3)
def _borders(boundaries: str) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Solid and dashed borders, as the policy on boundaries wants them."""
    disputed = layer("disputed")
    named = list(zip(disputed["name"], disputed.geometry, strict=True))
    special = tuple(_flat(shape) for name, shape in named if name == _LINE_IN_VIEW)
    others = tuple(_flat(shape) for name, shape in named if name != _LINE_IN_VIEW)
    solid = _on_plane("borders")
    if boundaries == "solid":
        return (*solid, *special), others
    return solid, others if boundaries == "none" else (*others, *special)


def _flat(shape: Any) -> Any:
    """Put a shape of degrees onto the plane; what reaches the pole is cut there."""
    return shapely.transform(shape, lambda points: np.column_stack(mercator(points[:, 0], points[:, 1])))

"""The land under a picture: countries, lakes, rivers, railways, borders."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from corridor.geometry import layer
from corridor.picture.lettering import POINTS_PER_PIXEL
from corridor.picture.palette import MAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from numpy.typing import NDArray

Bounds = tuple[tuple[float, float], tuple[float, float]]
"""South-west and north-east corner: latitude, longitude in degrees."""

DPI = 100
BOUNDARIES = ("dashed", "solid", "none")
_LINE_IN_VIEW = "RS-XK"
_MAX_LAT = 85.0
_TILE, _USUAL_HEIGHT = 256, 520
# Railways that are none of our legs are drawn where the picture shows no more than so many degrees across.
RAILWAYS_BELOW_DEG = 37.0
# The river that the routes follow.
MAIN_RIVER = "Danube"


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours of the land and of what stands on it."""

    sea: str = MAP["sea"].light
    land: str = MAP["land"].light
    river: str = MAP["river"].light
    water: str = MAP["water-ink"].light
    border: str = MAP["border"].light
    railway: str = MAP["railway"].light
    ink: str = MAP["ink"].light
    soft: str = MAP["ink-soft"].light
    paper: str = MAP["paper"].light
    accent: str = MAP["accent"].light
    rule: str = MAP["rule"].light


LIGHT = Palette()


def mercator(lons: Any, lats: Any) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give places in Web Mercator, in degrees of longitude both ways."""
    clipped = np.clip(np.asarray(lats, dtype=np.float64), -_MAX_LAT, _MAX_LAT)
    y = np.degrees(np.log(np.tan(np.pi / 4 + np.radians(clipped) / 2)))
    return np.asarray(lons, dtype=np.float64), y


def unmercator(x: float, y: float) -> tuple[float, float]:
    """Give longitude and latitude of a place on the plane of `mercator`."""
    return x, math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


def window(bounds: Bounds, width: int, height: int) -> tuple[float, float, float, float]:
    """Give the part of the plane (west, east, south, north) that shows all of the bounds in a field."""
    (south, west), (north, east) = bounds
    (low, high) = mercator([0, 0], [south, north])[1]
    middle_x, middle_y = (west + east) / 2, (low + high) / 2
    scale = max((east - west) / width, (high - low) / height)
    return (
        middle_x - scale * width / 2,
        middle_x + scale * width / 2,
        middle_y - scale * height / 2,
        middle_y + scale * height / 2,
    )


def around(lat: float, lon: float, zoom: float) -> Bounds:
    """Give bounds that show what a map of the usual size shows round a middle at a zoom step."""
    degrees = 360.0 / (_TILE * 2.0**zoom)
    y = float(mercator(lon, lat)[1])
    ends = [y - degrees * _USUAL_HEIGHT / 2, y + degrees * _USUAL_HEIGHT / 2]
    south, north = (math.degrees(2 * math.atan(math.exp(math.radians(end))) - math.pi / 2) for end in ends)
    return (south, lon - degrees * _USUAL_HEIGHT / 2), (north, lon + degrees * _USUAL_HEIGHT / 2)


def draw_base(axes: Axes, palette: Palette, boundaries: str) -> None:
    """Draw the land on axes whose limits are those of a `window`."""
    axes.set_facecolor(palette.sea)
    for name, colour in (("countries", palette.land), ("lakes", palette.sea)):
        axes.add_collection(PathCollection(_areas(name), facecolors=colour, edgecolors="none"), autolim=False)
    _draw_lines(axes, _lines("rivers"), palette.river, 0.9)
    _draw_lines(axes, _main_river(), palette.river, 2.0)
    west, east = axes.get_xlim()
    if east - west < RAILWAYS_BELOW_DEG:
        _draw_lines(axes, _lines("railways"), palette.railway, 0.8)
    solid, dashed = _borders(boundaries)
    _draw_lines(axes, solid, palette.border, 0.9)
    _draw_lines(axes, dashed, palette.border, 0.9, dashes=(4, 4))


@lru_cache(maxsize=24)
def pixels(bounds: Bounds, width: int, height: int, palette: Palette, boundaries: str) -> NDArray[np.uint8]:
    """Give the land as pixels, kept for the next picture of the same part of the map."""
    sheet = Figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    canvas = FigureCanvasAgg(sheet)
    axes = bare_axes(sheet, (0, 0, 1, 1), window(bounds, width, height))
    draw_base(axes, palette, boundaries)
    canvas.draw()  # type: ignore[no-untyped-call]
    return np.array(canvas.buffer_rgba())  # type: ignore[no-untyped-call]


def bare_axes(
    sheet: Figure, place: tuple[float, float, float, float], limits: tuple[float, float, float, float]
) -> Axes:
    """Add axes without ticks or frame."""
    axes = sheet.add_axes(place)
    axes.set_xlim(limits[0], limits[1])
    axes.set_ylim(limits[2], limits[3])
    axes.set_xticks([])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    return axes


def dashed(pattern: Sequence[float], width_px: float) -> Any:
    """Give a dash pattern in pixels as matplotlib wants it, which counts in widths of the line."""
    return (0, [max(part, 0.01) / width_px for part in pattern]) if pattern else "solid"


def _draw_lines(
    axes: Axes, lines: Sequence[Any], colour: str, width: float, dashes: tuple[float, ...] = ()
) -> None:
    """Draw lines of one look."""
    axes.add_collection(
        LineCollection(
            lines, colors=colour, linewidths=width * POINTS_PER_PIXEL, linestyles=[dashed(dashes, width)]
        ),
        autolim=False,
    )


@lru_cache(maxsize=4)
def _areas(name: str) -> list[Path]:
    """Outlines of a layer of areas, holes included."""
    paths = []
    for shape in layer(name).geometry:
        for part in getattr(shape, "geoms", [shape]):
            rings = [part.exterior, *part.interiors]
            paths.append(Path.make_compound_path(*(Path(_flat(ring), closed=True) for ring in rings)))
    return paths


@lru_cache(maxsize=4)
def _lines(name: str) -> list[NDArray[np.float64]]:
    """Lines of a layer."""
    return [line for shape in layer(name).geometry for line in _parts(shape)]


@lru_cache(maxsize=1)
def _main_river() -> list[NDArray[np.float64]]:
    """Lines of the river that the routes follow."""
    rivers = layer("rivers")
    return [line for shape in rivers[rivers["name"] == MAIN_RIVER].geometry for line in _parts(shape)]


@lru_cache(maxsize=3)
def _borders(boundaries: str) -> tuple[list[NDArray[np.float64]], list[NDArray[np.float64]]]:
    """Solid and dashed borders, as the policy on boundaries wants them."""
    disputed = layer("disputed")
    is_special = disputed["name"] == _LINE_IN_VIEW
    special = [line for shape in disputed[is_special].geometry for line in _parts(shape)]
    solid = _lines("borders")
    dashed_lines = [line for shape in disputed[~is_special].geometry for line in _parts(shape)]
    if boundaries == "solid":
        return [*solid, *special], dashed_lines
    return solid, dashed_lines if boundaries == "none" else [*dashed_lines, *special]


def _parts(shape: Any) -> list[NDArray[np.float64]]:
    """Lines of a shape."""
    return [_flat(part) for part in getattr(shape, "geoms", [shape]) if not shapely.is_empty(part)]


def _flat(line: Any) -> NDArray[np.float64]:
    """Points of a line on the plane."""
    points = shapely.get_coordinates(line)
    return np.column_stack(mercator(points[:, 0], points[:, 1]))

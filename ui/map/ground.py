"""The ground of the live map as ready paths: what a browser would otherwise project and simplify anew."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from corridor.picture.base_map import MAIN_RIVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

_TILE = 256
_HALF_TURN = 180.0
_MAX_LAT = 85.0
_DIGITS = 2
# Names keep off rivers by pixels: their courses need not be as fine as their lines.
_ROUGH = 2.5
_RING, _LINE = 3, 2
# Lines of these layers are drawn, areas of the others; rivers have names.
_AREAS = ("countries", "lakes")
_LINES = ("borders", "disputed")
_RIVERS = "rivers"
_RAILWAYS = "railways"


@dataclass(frozen=True)
class Detail:
    """How finely the ground is drawn: in pixels of a zoom step, simplified by so many of them."""

    name: str
    zoom: int
    tolerance: float


FAR = Detail("ground", 6, 0.6)
"""For the first view: half a pixel where one looks from far."""
NEAR = Detail("ground-near", 10, 0.7)
"""For those who come near; fetched then."""


def ground(layers: Mapping[str, bytes], detail: Detail) -> bytes:
    """
    Write land, waters and borders as paths of Web Mercator, in whole pixels of a zoom step.

    Countries share one fill, so they become one land: the lines between them stand among the borders.

    Parameters
    ----------
    layers
        GeoJSON by layer name.
    detail
        How finely.

    Returns
    -------
    bytes
        JSON: `zoom`; `paths`, each a class and a path, in drawing order by pane; `rivers`, the simplified
        course of each by its name, as latitudes and longitudes.
    """
    shapes = {name: _shapes(layers[name]) for name in (*_AREAS, *_LINES)}
    rivers = _named(layers[_RIVERS])
    areas = {name: _areas(found, detail) for name, found in shapes.items() if name in _AREAS}
    others = [shape for name, shape in rivers.items() if name != MAIN_RIVER]
    return _written(
        {
            "zoom": detail.zoom,
            "paths": {
                "land": areas["countries"],
                "lake": areas["lakes"],
                "river": _lines(others, detail),
                "river main": _lines([rivers[MAIN_RIVER]], detail) if MAIN_RIVER in rivers else "",
                "border": _lines(shapes["borders"], detail),
                "border disputed": _lines(shapes["disputed"], detail),
            },
            "rivers": {name: _course(shape, detail) for name, shape in rivers.items()},
        }
    )


def railways(layers: Mapping[str, bytes]) -> bytes:
    """Write the railways that are none of our legs as such a path; they are drawn to those who come near."""
    return _written({"zoom": NEAR.zoom, "paths": {"railway": _lines(_shapes(layers[_RAILWAYS]), NEAR)}})


def _written(value: object) -> bytes:
    """Write JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _shapes(content: bytes) -> list[Any]:
    """Shapes of a layer."""
    return list(shapely.get_parts(shapely.from_geojson(content)))


def _named(content: bytes) -> dict[str, Any]:
    """Shapes of a layer by their names."""
    names = [feature["properties"]["name"] for feature in json.loads(content)["features"]]
    return dict(zip(names, _shapes(content), strict=True))


def _areas(shapes: Iterable[Any], detail: Detail) -> str:
    """Outlines of what areas cover together; a ring within another is a hole."""
    parts = shapely.get_parts(shapely.coverage_union_all(list(shapes)))
    rings = (ring for part in parts for ring in (part.exterior, *part.interiors))
    return "".join(_path(ring, detail, closed=True) for ring in rings)


def _lines(shapes: Iterable[Any], detail: Detail) -> str:
    """Lines of one look."""
    return "".join(_path(line, detail, closed=False) for shape in shapes for line in shapely.get_parts(shape))


def _path(line: Any, detail: Detail, *, closed: bool) -> str:
    """Write one line as steps in whole pixels; empty if nothing of it is left."""
    whole = np.round(_simpler(line, detail)).astype(int)
    moved = np.ones(len(whole), dtype=bool)
    moved[1:] = (np.diff(whole, axis=0) != 0).any(axis=1)
    whole = whole[moved]
    if closed:
        whole = whole[:-1]
    if len(whole) < (_RING if closed else _LINE):
        return ""
    x, y = whole[0]
    steps = " ".join(map(str, np.diff(whole, axis=0).ravel().tolist())).replace(" -", "-")
    return f"M{x} {y}l{steps}{'z' if closed else ''}"


def _course(shape: Any, detail: Detail) -> list[list[list[float]]]:
    """Lines of a shape as latitudes and longitudes."""
    rough = replace(detail, tolerance=_ROUGH * detail.tolerance)
    return [_unprojected(_simpler(line, rough), detail.zoom) for line in shapely.get_parts(shape)]


def _simpler(line: Any, detail: Detail) -> NDArray[np.float64]:
    """Points of a line in pixels, without those that nobody would miss."""
    pixels = _projected(shapely.get_coordinates(line), detail.zoom)
    return shapely.get_coordinates(shapely.simplify(shapely.LineString(pixels), detail.tolerance))


def _projected(places: NDArray[np.float64], zoom: int) -> NDArray[np.float64]:
    """Project longitudes and latitudes to pixels of a zoom step, as Leaflet does."""
    lats = np.radians(np.clip(places[:, 1], -_MAX_LAT, _MAX_LAT))
    across = _TILE * 2.0**zoom
    x = (places[:, 0] + _HALF_TURN) / (2 * _HALF_TURN)
    y = 0.5 - np.log(np.tan(np.pi / 4 + lats / 2)) / (2 * np.pi)
    return np.column_stack([x * across, y * across])


def _unprojected(pixels: NDArray[np.float64], zoom: int) -> list[list[float]]:
    """Give latitudes and longitudes of pixels."""
    across = _TILE * 2.0**zoom
    lons = pixels[:, 0] / across * 2 * _HALF_TURN - _HALF_TURN
    lats = np.degrees(2 * np.arctan(np.exp((0.5 - pixels[:, 1] / across) * 2 * np.pi)) - np.pi / 2)
    return np.column_stack([lats, lons]).round(_DIGITS).tolist()  # type: ignore[no-any-return]

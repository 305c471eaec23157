"""Where things lie: the drawn line of each leg, the base map's layers, and distances on the ellipsoid."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import TYPE_CHECKING

import geopandas as gpd
from pyproj import Geod

from corridor.dataset import shipped
from corridor.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FOLDER = shipped.GEO
LAYERS = ("borders", "countries", "disputed", "lakes", "railways", "rivers")

_FULL_TURN = 360.0
_ELLIPSOID = Geod(ellps="WGS84")


def leg_lines() -> gpd.GeoDataFrame:
    """
    Return the drawn line of every leg.

    Returns
    -------
    GeoDataFrame
        leg_id, mode, fidelity (surveyed, generalised, schematic), drawn_km (length of the drawn line on the
        WGS 84 ellipsoid, not a tariff distance), method (where the line comes from), bridged_km (of it drawn
        straight over gaps of the source), joint_km (the longer straight between that line and a node),
        geometry (LineString in lon/lat, from the leg's from_node to its to_node).
    """
    return _read("legs").copy(deep=False)


def drawn_km(leg_id: str) -> float | None:
    """
    Return the length of a leg's drawn line in kilometres.

    Returns
    -------
    float or None
        None if no line is drawn for the leg. Generalised lines run short of the rails.
    """
    return _drawn_km().get(leg_id)


def geodesic_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the shortest distance of two points on the WGS 84 ellipsoid in kilometres (Karney's method)."""
    _, _, metres = _ELLIPSOID.inv(lon1, lat1, lon2, lat2)
    return float(metres) / 1000


def line_km(points: Sequence[tuple[float, float]]) -> float:
    """Return the length of a line of (longitude, latitude) points on the WGS 84 ellipsoid in kilometres."""
    lons, lats = zip(*points, strict=True)
    return float(_ELLIPSOID.line_length(lons, lats)) / 1000


def within_half_turn(points: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """
    Cut a line at the antimeridian, as RFC 7946 (section 3.1.9) asks of GeoJSON.

    Parameters
    ----------
    points
        Longitudes and latitudes, no step longer than 180 degrees; longitudes may run beyond 180.

    Returns
    -------
    list of list
        The parts in order, each with longitudes from -180 to 180; one if the line does not cross.
    """
    turn = _turn(points[0][0])
    parts = [[(points[0][0] - _FULL_TURN * turn, points[0][1])]]
    for (lon, lat), (next_lon, next_lat) in itertools.pairwise(points):
        next_turn = _turn(next_lon)
        if next_turn != turn:
            edge = _FULL_TURN * max(turn, next_turn) - _FULL_TURN / 2
            crossed_at = lat + (next_lat - lat) * (edge - lon) / (next_lon - lon)
            parts[-1].append((edge - _FULL_TURN * turn, crossed_at))
            parts.append([(edge - _FULL_TURN * next_turn, crossed_at)])
            turn = next_turn
        parts[-1].append((next_lon - _FULL_TURN * turn, next_lat))
    return [part for part in parts if len(set(part)) > 1] or parts[:1]


def _turn(lon: float) -> int:
    """How many whole turns a longitude lies beyond -180 to 180."""
    return math.floor((lon + _FULL_TURN / 2) / _FULL_TURN)


def layer(name: str) -> gpd.GeoDataFrame:
    """
    Return a layer of the base map.

    Parameters
    ----------
    name : str
        One of LAYERS.

    Returns
    -------
    GeoDataFrame
        countries: iso2, name_en, fill_group; borders: a, b; disputed: name, basis; lakes: area_km2;
        rivers: name; railways: method. All with geometry in lon/lat.

    Raises
    ------
    UnknownIdError
        If there is no such layer.
    """
    if name not in LAYERS:
        raise UnknownIdError(table="data/geo", id_=name)
    return _read(name).copy(deep=False)


@cache
def _read(name: str) -> gpd.GeoDataFrame:
    """Read a file of data/geo once."""
    return gpd.read_parquet(FOLDER / f"{name}.parquet")


@cache
def _drawn_km() -> Mapping[str, float]:
    """Lengths by leg."""
    lines = _read("legs")
    return dict(zip(lines["leg_id"], lines["drawn_km"].astype(float), strict=True))

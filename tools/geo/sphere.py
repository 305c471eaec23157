"""Lengths on the WGS 84 ellipsoid, in kilometres."""

import numpy as np
import shapely
from pyproj import Geod

ELLIPSOID = Geod(ellps="WGS84")


def length_km(geometry: shapely.Geometry) -> float:
    """Length of a line (0 for an empty one)."""
    return float(ELLIPSOID.geometry_length(geometry)) / 1000


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance of two (lon, lat) points."""
    return float(ELLIPSOID.inv(*a, *b)[2]) / 1000


def steps_km(points: np.ndarray) -> np.ndarray:
    """Distances between the points of a line that follow each other."""
    _, _, metres = ELLIPSOID.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])
    return np.asarray(metres) / 1000


def geodesic(a: tuple[float, float], b: tuple[float, float], *, step_km: float) -> list[tuple[float, float]]:
    """Points of the shortest line between two places, about `step_km` apart, both ends included."""
    count = max(1, round(distance_km(a, b) / step_km))
    between = ELLIPSOID.npts(*a, *b, count - 1) if count > 1 else []
    return [a, *between, b]

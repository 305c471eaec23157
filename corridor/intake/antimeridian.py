"""Lines over the meridian of 180 degrees, where longitudes jump from east to west."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset.tables import Line

_WHOLE = 360.0


def continuous(line: Sequence[tuple[float, float]]) -> Line:
    """
    Give a line the short way round the Earth.

    Parameters
    ----------
    line
        Points of longitude and latitude, with longitudes counted in any way.

    Returns
    -------
    tuple
        The same points; the first longitude lies within 180 degrees, no step is longer than 180 degrees, so
        that longitudes may run beyond 180.
    """
    points: list[tuple[float, float]] = []
    for lon, lat in line:
        near = points[-1][0] if points else 0.0
        points.append((near_to(lon, near), lat))
    return tuple(points)


def near_to(lon: float, other: float) -> float:
    """Count a meridian so that it lies within 180 degrees of another; unchanged where it does."""
    return lon - _WHOLE * round((lon - other) / _WHOLE)

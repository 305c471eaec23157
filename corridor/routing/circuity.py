"""How much longer a route is than the straight line between its ends."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corridor.geometry import geodesic_km

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

# A route longer than so many straight lines is told as such wherever it is shown. All named corridors stay
# below two; above five a route goes round because the data lack a link, as between Xi'an and Shanghai.
MAX_DETOUR = 5.0


def straight_km(dataset: Dataset, origin: str, destination: str) -> float:
    """
    Return the length of the geodesic between two nodes.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Node ids.

    Returns
    -------
    float
        Kilometres on the WGS 84 ellipsoid.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    start, end = (dataset.record("nodes", node) for node in (origin, destination))
    return geodesic_km(float(start["lat"]), float(start["lon"]), float(end["lat"]), float(end["lon"]))


def circuity(distance_km: float, straight: float) -> float:
    """Return how many times as long as the straight line a route is; NaN where either is not known or 0."""
    return distance_km / straight if straight > 0 and distance_km > 0 else math.nan


def is_far_round(ratio: float | None) -> bool:
    """Return whether a route is far longer than the straight line, so that readers are told."""
    return ratio is not None and ratio > MAX_DETOUR

"""Which airport serves a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.geometry import geodesic_km

if TYPE_CHECKING:
    from corridor.dataset import Dataset

NEAR_KM = 50.0


def airport_of(dataset: Dataset, node_id: str, *, within_km: float = NEAR_KM) -> str | None:
    """
    Find the airport of a place: itself if it is one, else the nearest in its country that is near enough.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id
        The place.
    within_km
        How far the airport may be, by the shortest line.

    Returns
    -------
    str or None
        Node id of the airport, None where none is near.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    node = dataset.record("nodes", node_id)
    if node["kind"] == "airport":
        return node_id
    nodes = dataset.nodes
    near = [
        (geodesic_km(node["lat"], node["lon"], one["lat"], one["lon"]), str(one["node_id"]))
        for one in nodes[(nodes["kind"] == "airport") & (nodes["country"] == node["country"])].to_dict(
            "records"
        )
    ]
    distance_km, airport = min(near, default=(float("inf"), ""))
    return airport if distance_km <= within_km else None

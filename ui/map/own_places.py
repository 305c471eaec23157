"""What a map must be told of a visitor's own nodes and legs; only their own page ever gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from ui.map.layers import places
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset, Line
    from ui.map.scene import Scene

_DETAIL_DEG = 0.002
_DIGITS = 4


def own_places(data: Dataset, scene: Scene) -> dict[str, Any]:
    """
    Collect the nodes and legs of a scene that differ from the served ones.

    Parameters
    ----------
    data
        The visitor's own data.
    scene
        What the map shows.

    Returns
    -------
    dict
        nodes and legs as in the served layer, lines as lists of longitude and latitude, each by id.
    """
    own, served = _places(data), _places(dataset())
    others = [leg for one in scene.alternatives for leg in one.legs]
    legs = [one for one in dict.fromkeys((*scene.legs, *scene.context, *others)) if one in own["legs"]]
    ends = (node for leg in legs for node in own["legs"][leg]["ends"])
    nodes = [one for one in dict.fromkeys((*scene.nodes, *scene.around, *ends)) if one in own["nodes"]]
    return {
        "nodes": {one: own["nodes"][one] for one in nodes if own["nodes"][one] != served["nodes"].get(one)},
        "legs": {one: own["legs"][one] for one in legs if own["legs"][one] != served["legs"].get(one)},
        "lines": {one: _simplified(data.lines[one]) for one in legs if one in data.lines},
    }


def _places(data: Dataset) -> dict[str, Any]:
    """Nodes and legs of a dataset as the map wants them, collected once."""
    if "places" not in data.remembered:
        data.remembered["places"] = places(data)
    found: dict[str, Any] = data.remembered["places"]
    return found


def _simplified(line: Line) -> list[list[float]]:
    """Line with no more points than a map shows."""
    kept = shapely.LineString(line).simplify(_DETAIL_DEG)
    return [[round(lon, _DIGITS), round(lat, _DIGITS)] for lon, lat in kept.coords]

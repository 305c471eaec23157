"""What a map must be told of a visitor's own nodes and legs; only their own page ever gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from corridor.memory.memo import Depends, remembered
from ui.map.layers import places
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset, Line
    from ui.map.scene import Scene

_DETAIL_DEG = 0.002
_DIGITS = 4
_TURN, _HALF_TURN = 360.0, 180.0


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
    others = [leg for alternative in scene.alternatives for leg in alternative.legs]
    legs = [
        leg_id for leg_id in dict.fromkeys((*scene.legs, *scene.context, *others)) if leg_id in own["legs"]
    ]
    ends = (node for leg in legs for node in own["legs"][leg]["ends"])
    nodes = [
        node_id for node_id in dict.fromkeys((*scene.nodes, *scene.around, *ends)) if node_id in own["nodes"]
    ]
    lines = {leg_id: data.lines[leg_id] for leg_id in legs if leg_id in data.lines}
    beyond = _beyond(lines, own)
    own_nodes = {node_id: _moved(own["nodes"][node_id], beyond.get(node_id)) for node_id in nodes}
    return {
        "nodes": {
            node_id: node for node_id, node in own_nodes.items() if node != served["nodes"].get(node_id)
        },
        "legs": {
            leg_id: own["legs"][leg_id]
            for leg_id in legs
            if own["legs"][leg_id] != served["legs"].get(leg_id)
        },
        "lines": {
            leg_id: _simplified(_shifted(line, beyond.get(own["legs"][leg_id]["ends"][0])))
            for leg_id, line in lines.items()
        },
    }


def _beyond(lines: Mapping[str, Line], own: Mapping[str, Any]) -> dict[str, float]:
    """
    Longitudes of nodes that a line reaches over the antimeridian, counted on beyond 180 degrees.

    A flat map has such a node on its far side; drawn there it would lie apart from its line.
    """
    found: dict[str, float] = {}
    waiting = dict(lines)
    while waiting:
        known = [leg for leg in waiting if found.keys() & set(own["legs"][leg]["ends"])]
        leg = known[0] if known else next(iter(waiting))
        line, (start, end) = waiting.pop(leg), own["legs"][leg]["ends"]
        if start not in found and end in found:
            found[start] = found[end] + line[0][0] - line[-1][0]
        else:
            found.setdefault(start, line[0][0])
            found.setdefault(end, found[start] + line[-1][0] - line[0][0])
    return {
        node: lon
        for node, lon in found.items()
        if node in own["nodes"] and abs(lon - own["nodes"][node]["at"][1]) > _HALF_TURN
    }


def _moved(node: dict[str, Any], lon: float | None) -> dict[str, Any]:
    """Node at that longitude; unchanged without one."""
    return node if lon is None else node | {"at": [node["at"][0], round(lon, _DIGITS)]}


def _shifted(line: Line, lon: float | None) -> Line:
    """Line that begins near that longitude, whole turns away; unchanged without one."""
    if lon is None:
        return line
    turns = round((lon - line[0][0]) / _TURN) * _TURN
    return tuple((x + turns, y) for x, y in line)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _places(data: Dataset) -> dict[str, Any]:
    """Nodes and legs of a dataset as the map wants them, collected once."""
    return places(data)


def _simplified(line: Line) -> list[list[float]]:
    """Line with no more points than a map shows."""
    kept = shapely.LineString(line).simplify(_DETAIL_DEG)
    return [[round(lon, _DIGITS), round(lat, _DIGITS)] for lon, lat in kept.coords]

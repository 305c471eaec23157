"""A network of lines as a graph: cleaned, stitched over its gaps, searched for the shortest way."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import shapely

from tools.geo.inputs import read_geograph
from tools.geo.sphere import ELLIPSOID, distance_km, length_km

# Longer edges over open water are inventions of the source, such as 444 km from Aktau to Bereket.
OVER_SEA_KM = 5.0
STITCH_REACH_KM = 25.0
STITCH_DETOUR = 4.0
STITCH_PENALTY = 2.0
NEIGHBOURS = 400
# A longer edge is a coarse stand-in for a line that does pass the station beside it.
COARSE_EDGE_KM = 25.0
BEND_REACH_KM = 16.0
REACH_KM = 25.0

if TYPE_CHECKING:
    from collections.abc import Iterable

Point = tuple[float, float]


@dataclass(frozen=True)
class Network:
    """An undirected graph; nodes carry `p` (lon, lat), edges `km`, `w` (search weight) and `bridge`."""

    graph: nx.Graph
    dropped: list[tuple[Point, Point, float, float]] = field(default_factory=list)

    def way(self, start: object, end: object) -> tuple[list[Point], float]:
        """Points of the shortest way between two nodes and the kilometres of it that bridge a gap."""
        ids = nx.dijkstra_path(self.graph, start, end, weight="w")
        edges = [self.graph.edges[pair] for pair in itertools.pairwise(ids)]
        points = [self.graph.nodes[node]["p"] for node in ids]
        return points, sum(edge["km"] for edge in edges if edge["bridge"])


def read_network(member: str, land: np.ndarray, region: tuple[float, float, float, float]) -> Network:
    """
    Read a network, drop what lies outside the region and edges that run over open sea.

    Parameters
    ----------
    member : str
        "world_railways" or "world_highways".
    land : ndarray of Polygon
        Parts of the land, not simplified.
    region : tuple
        West, south, east, north.

    Returns
    -------
    Network
        With `dropped`: ends, length and kilometres over sea of each edge left out.
    """
    neighbours, nodes = read_geograph(member)
    points = np.array(nodes)[:, ::-1]
    edges = np.array(sorted({(min(i, j), max(i, j)) for i, row in enumerate(neighbours) for j in row}))
    west, south, east, north = region
    here = (points >= (west, south)).all(axis=1) & (points <= (east, north)).all(axis=1)
    edges = edges[here[edges].all(axis=1)]
    _, _, metres = ELLIPSOID.inv(*points[edges[:, 0]].T, *points[edges[:, 1]].T)
    km = np.asarray(metres) / 1000
    sea_km = _over_sea_km(points[edges], km, land)
    keep = sea_km <= OVER_SEA_KM
    graph = nx.Graph()
    for (i, j), length in zip(edges[keep].tolist(), km[keep].tolist(), strict=True):
        for node in (i, j):
            graph.add_node(node, p=tuple(points[node].tolist()))
        graph.add_edge(i, j, km=length, w=length, bridge=False)
    dropped = [
        (tuple(points[i].tolist()), tuple(points[j].tolist()), float(length), float(sea))
        for (i, j), length, sea in zip(edges[~keep], km[~keep], sea_km[~keep], strict=True)
    ]
    return Network(graph, dropped)


def line_network(lines: Iterable[shapely.LineString]) -> Network:
    """Make a network of lines that meet where their rounded points coincide."""
    graph = nx.Graph()
    for line in lines:
        points = [tuple(point) for point in shapely.get_coordinates(line).round(6).tolist()]
        for a, b in itertools.pairwise(points):
            km = distance_km(a, b)
            graph.add_node(a, p=a)
            graph.add_node(b, p=b)
            if a != b:
                graph.add_edge(a, b, km=km, w=km, bridge=False)
    return Network(graph)


def stitch(network: Network) -> list[tuple[int, int, float]]:
    """
    Join dead ends to the nearest node that is far away along the lines.

    Most lines of the source are cut at borders and large stations. The joints are marked as bridges.
    """
    graph = network.graph
    ids = np.array(list(graph))
    tree = _NodeTree(ids, np.array([graph.nodes[node]["p"] for node in ids]))
    joints = []
    for node in [node for node in ids.tolist() if graph.degree(node) == 1]:
        here = graph.nodes[node]["p"]
        limit = STITCH_REACH_KM * STITCH_DETOUR + 30
        reachable = nx.single_source_dijkstra_path_length(graph, node, cutoff=limit, weight="km")
        for other, gap in tree.near(here, STITCH_REACH_KM)[1:NEIGHBOURS]:
            if reachable.get(other, np.inf) > gap * STITCH_DETOUR + 30:
                joints.append((node, other, gap))
                break
    for node, other, gap in joints:
        if not graph.has_edge(node, other):
            graph.add_edge(node, other, km=gap, w=gap * STITCH_PENALTY + 1, bridge=True)
    return joints


def insert_places(network: Network, places: dict[str, Point], *, bend: set[str]) -> dict[str, float]:
    """
    Split the nearest edge at each place, so that ways can start there.

    Parameters
    ----------
    network : Network
        Changed in place.
    places : dict
        Name and (lon, lat).
    bend : set of str
        Places on the line: a coarse straight beside one is bent to run through it.

    Returns
    -------
    dict
        For each place within reach its distance from the line in kilometres.
    """
    graph = network.graph
    largest = max(nx.connected_components(graph), key=len)
    solid = [(i, j) for i, j, bridge in graph.edges(data="bridge") if not bridge and i in largest]
    lines = shapely.linestrings([[graph.nodes[i]["p"], graph.nodes[j]["p"]] for i, j in solid])
    tree = shapely.STRtree(lines)
    splits: dict[tuple[int, int], list[tuple[float, str, Point]]] = {}
    distances = {}
    for place, point in places.items():
        best = _nearest(tree, lines, point, REACH_KM)
        if best is not None:
            index, on_line, share, away = best
            i, j = solid[index]
            if place in bend and away <= BEND_REACH_KM and graph.edges[i, j]["km"] >= COARSE_EDGE_KM:
                on_line = point
            splits.setdefault(solid[index], []).append((share, place, on_line))
            distances[place] = away
    for (i, j), stops in splits.items():
        graph.remove_edge(i, j)
        chain = [i, *(place for _, place, _ in sorted(stops)), j]
        for _, place, on_line in stops:
            graph.add_node(place, p=on_line)
        for a, b in itertools.pairwise(chain):
            km = distance_km(graph.nodes[a]["p"], graph.nodes[b]["p"])
            graph.add_edge(a, b, km=km, w=km, bridge=False)
    return distances


def _nearest(
    tree: shapely.STRtree, lines: np.ndarray, point: Point, reach_km: float
) -> tuple[int, Point, float, float] | None:
    """Index of the nearest line, the point on it, its share of the way along, and its distance in km."""
    lon, lat = point
    squeeze = np.cos(np.radians(lat))
    reach = reach_km / 111
    box = shapely.box(lon - reach / squeeze, lat - reach, lon + reach / squeeze, lat + reach)
    found = []
    for index in tree.query(box, predicate="intersects"):
        (ax, ay), (bx, by) = shapely.get_coordinates(lines[index])
        dx, dy, px, py = (bx - ax) * squeeze, by - ay, (lon - ax) * squeeze, lat - ay
        share = min(1.0, max(0.0, (px * dx + py * dy) / (dx * dx + dy * dy or 1)))
        on_line = (ax + share * (bx - ax), ay + share * (by - ay))
        found.append((distance_km(point, on_line), int(index), on_line, share))
    if not found or min(found)[0] > reach_km:
        return None
    away, index, on_line, share = min(found)
    return index, on_line, share, away


def _over_sea_km(ends: np.ndarray, km: np.ndarray, land: np.ndarray) -> np.ndarray:
    """Kilometres of each edge that lie off the land."""
    lines = shapely.linestrings(ends)
    off_land = np.ones(len(lines), dtype=bool)
    tree = shapely.STRtree(lines)
    shapely.prepare(land)
    for part in land:
        off_land[tree.query(part, predicate="contains_properly")] = False
    sea_km = np.zeros(len(lines))
    land_tree = shapely.STRtree(land)
    for index in np.flatnonzero(off_land & (km > OVER_SEA_KM)):
        near = land[land_tree.query(lines[index])]
        sea_km[index] = length_km(shapely.difference(lines[index], shapely.union_all(near)))
    return sea_km


class _NodeTree:
    """Nodes by true distance, through a tree of points on the unit sphere's map square."""

    def __init__(self, ids: np.ndarray, points: np.ndarray) -> None:
        self.ids, self.points = ids, points
        self.tree = shapely.STRtree(shapely.points(points))

    def near(self, point: Point, reach_km: float) -> list[tuple[int, float]]:
        """Nodes within reach with their distance, nearest first."""
        lon, lat = point
        reach = reach_km / 111
        wide = reach / np.cos(np.radians(lat))
        found = self.tree.query(shapely.box(lon - wide, lat - reach, lon + wide, lat + reach))
        _, _, metres = ELLIPSOID.inv(
            np.full(len(found), lon), np.full(len(found), lat), *self.points[found].T
        )
        order = np.lexsort((self.ids[found], metres))
        pairs = [(int(self.ids[found[k]]), float(metres[k]) / 1000) for k in order]
        return [(node, km) for node, km in pairs if km <= reach_km]

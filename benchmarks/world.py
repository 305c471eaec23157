"""The world's railways, roads and sea lanes, read from two packages and joined: for benchmarks alone."""

from __future__ import annotations

import itertools
import json
import re
from array import array
from dataclasses import dataclass
from importlib.metadata import files

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

EARTH_KM = 6371.0
# Speed in km/h and cost in cents per km by mode: made up, only their order is lifelike.
SPEED, COST = {"rail": 40, "road": 60, "sea": 30}, {"rail": 60, "road": 140, "sea": 12}
CHANGE_SECONDS, CHANGE_CENTS = 12 * 3600, 10_000
TERMINALS, TERMINAL_KM, PORT_LAND_KM, PORT_SEA_KM = 12_000, 10.0, 50.0, 200.0
_ARC = re.compile(r"(\d+): ([\d.e-]+)")
_SEED = 10


@dataclass(frozen=True, eq=False)
class World:
    """Arcs sorted by tail, criteria seconds and cents, positions of the states in degrees."""

    tails: np.ndarray
    heads: np.ndarray
    indptr: np.ndarray
    weights: np.ndarray
    positions: np.ndarray

    @property
    def states(self) -> int:
        """Number of states."""
        return len(self.indptr) - 1

    def around(self, latitude: float, longitude: float, arcs: int) -> World:
        """Cut out the part around a position that has about so many arcs."""
        tree = cKDTree(_on_sphere(self.positions))
        count = min(self.states, max(round(arcs * self.states / len(self.heads)), 8))
        _far, chosen = tree.query(_on_sphere(np.array([[latitude, longitude]])), k=count)
        number = np.full(self.states, -1)
        number[np.sort(chosen[0])] = np.arange(count)
        kept = (number[self.tails] >= 0) & (number[self.heads] >= 0)
        ends = number[self.tails[kept]], number[self.heads[kept]]
        return _largest(*ends, self.weights[kept], self.positions[np.sort(chosen[0])])

    def near(self, latitude: float, longitude: float) -> int:
        """State nearest to a position."""
        tree = cKDTree(_on_sphere(self.positions))
        return int(tree.query(_on_sphere(np.array([[latitude, longitude]])))[1][0])


def world() -> World:
    """
    Read, join and keep the largest part in which everything reaches everything.

    Terminals: a seeded sample of railway nodes is joined to the nearest road within 10 km. Ports: each is
    joined to the nearest sea lane within 200 km and to the nearest road and railway within 50 km.
    """
    parts = {"rail": _land("world_railways.py"), "road": _land("world_highways.py"), "sea": _sea()}
    starts, start = {}, 0
    for mode, (positions, *_arcs) in parts.items():
        starts[mode] = start
        start += len(positions)
    positions = np.concatenate([part[0] for part in parts.values()])
    tails = [part[1] + starts[mode] for mode, part in parts.items()]
    heads = [part[2] + starts[mode] for mode, part in parts.items()]
    weights = [
        np.column_stack((part[3] / SPEED[mode] * 3600, part[3] * COST[mode])) for mode, part in parts.items()
    ]
    trees = {mode: cKDTree(_on_sphere(part[0])) for mode, part in parts.items()}
    rng = np.random.default_rng(_SEED)
    chosen = rng.choice(len(parts["rail"][0]), TERMINALS, replace=False)
    joints = [
        _joined(parts["rail"][0][chosen], chosen + starts["rail"], trees["road"], starts["road"], TERMINAL_KM)
    ]
    ports = _ports()
    _far, sea = _nearest(ports, trees["sea"], PORT_SEA_KM)
    for mode in ("rail", "road"):
        has = sea >= 0
        joints.append(_joined(ports[has], sea[has] + starts["sea"], trees[mode], starts[mode], PORT_LAND_KM))
    for one, other, km in joints:
        figures = np.column_stack(
            (CHANGE_SECONDS + km / SPEED["road"] * 3600, CHANGE_CENTS + km * COST["road"])
        )
        tails += [one, other]
        heads += [other, one]
        weights += [figures, figures]
    return _largest(np.concatenate(tails), np.concatenate(heads), np.concatenate(weights), positions)


def _largest(tails: np.ndarray, heads: np.ndarray, weights: np.ndarray, positions: np.ndarray) -> World:
    """Largest strongly connected part, loops left out."""
    count = len(positions)
    graph = csr_array((np.ones(len(tails), np.int8), (tails, heads)), shape=(count, count))
    _parts, label = connected_components(graph, connection="strong")
    inside = label == np.bincount(label).argmax()
    number = np.cumsum(inside) - 1
    kept = inside[tails] & inside[heads] & (tails != heads)
    tails, heads, weights = number[tails[kept]], number[heads[kept]], weights[kept]
    order = np.lexsort((heads, tails))
    states = int(inside.sum())
    return World(
        tails=tails[order].astype(np.int32),
        heads=heads[order].astype(np.int32),
        indptr=np.searchsorted(tails[order], np.arange(states + 1)).astype(np.int32),
        weights=np.ascontiguousarray(np.rint(weights[order]).astype(np.int64)),
        positions=positions[inside],
    )


def _text(package: str, name: str) -> str:
    """Text of a file of an installed package, which is not imported: it is data in the form of code."""
    found = [one for one in files(package) or () if one.name == name]
    return found[0].read_text(encoding="utf-8")


def _land(name: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Positions, tails, heads and km of railways or roads."""
    graph, _mark, nodes = _text("scgraph_data", name).partition("\nnodes=")
    tails, heads, km = array("l"), array("l"), array("d")
    for tail, row in enumerate(graph[graph.index("[") + 1 :].split("}, {")):
        for head, length in _ARC.findall(row):
            tails.append(tail)
            heads.append(int(head))
            km.append(float(length))
    positions = np.fromstring(nodes[: nodes.index("]]")].replace("[", "").replace("]", ""), sep=",")
    return positions.reshape(-1, 2), np.array(tails), np.array(heads), np.array(km)


def _sea() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Positions, tails, heads and km of sea lanes, in both directions."""
    lanes = json.loads(_text("searoute", "marnet_searoute.geojson"))["features"]
    number: dict[tuple[float, float], int] = {}
    ends = []
    for lane in lanes:
        lines = lane["geometry"]["coordinates"]
        for line in lines if lane["geometry"]["type"] == "MultiLineString" else [lines]:
            at = [
                number.setdefault((round(y, 5), round((x + 180) % 360 - 180, 5)), len(number))
                for x, y in line
            ]
            ends += itertools.pairwise(at)
    positions, pairs = np.array(list(number)), np.array(ends)
    both = np.concatenate((pairs, pairs[:, ::-1]))
    points = _on_sphere(positions)
    chord = np.linalg.norm(points[both[:, 0]] - points[both[:, 1]], axis=1)
    return positions, both[:, 0], both[:, 1], 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1))


def _ports() -> np.ndarray:
    """Positions of ports."""
    rows = json.loads(_text("searoute", "ports.geojson"))["features"]
    return np.array([row["geometry"]["coordinates"][1::-1] for row in rows], dtype=float)


def _on_sphere(positions: np.ndarray) -> np.ndarray:
    """Points on the unit sphere."""
    latitude, longitude = np.radians(positions).T
    ring = np.cos(latitude)
    return np.column_stack((ring * np.cos(longitude), ring * np.sin(longitude), np.sin(latitude)))


def _nearest(positions: np.ndarray, tree: cKDTree, most_km: float) -> tuple[np.ndarray, np.ndarray]:
    """Km to the nearest node and its number, -1 if it is too far."""
    chord, at = tree.query(_on_sphere(positions))
    km = 2 * EARTH_KM * np.arcsin(np.minimum(chord / 2, 1))
    return km, np.where(km <= most_km, at, -1)


def _joined(
    positions: np.ndarray, numbers: np.ndarray, tree: cKDTree, start: int, most_km: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Links from nodes to the nearest of another mode."""
    km, at = _nearest(positions, tree, most_km)
    return numbers[at >= 0], at[at >= 0] + start, km[at >= 0]

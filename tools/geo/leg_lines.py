"""One line for every leg of the route dataset, by the best source there is for it."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from tools.geo import places
from tools.geo.drawing import JOINT_IS_GAP_KM, Drawing, Point
from tools.geo.inputs import SEA_LANES
from tools.geo.network import Network, insert_places, line_network, read_network, stitch
from tools.geo.sphere import distance_km, geodesic, length_km
from tools.geo.water import read_danube

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

RAIL_REGION = (-12.0, 20.0, 125.0, 66.0)
ROAD_REGION = (14.0, 34.0, 90.0, 62.0)
OCEAN_REGION = (-20.0, -10.0, 150.0, 50.0)
GEODESIC_STEP_KM = 100.0
CANAL_LEG = "constanta-cernavoda"
OCEAN_LEG = "shanghai-piraeus"

Ends = dict[str, tuple[str, str]]
Where = dict[str, Point]


def draw_legs(nodes: pd.DataFrame, legs: pd.DataFrame, land: np.ndarray) -> tuple[gpd.GeoDataFrame, Network]:
    """
    Draw all legs.

    Parameters
    ----------
    nodes, legs : DataFrame
        The tables of data/routes.
    land : ndarray of Polygon
        Land, not simplified.

    Returns
    -------
    tuple
        The legs in the order of the table (leg_id, mode, fidelity, drawn_km, method, bridged_km, joint_km,
        geometry), and the railway network they were found in.
    """
    where = {row.node_id: (float(row.lon), float(row.lat)) for row in nodes.itertuples()}
    ends = {row.leg_id: (row.from_node, row.to_node) for row in legs.itertuples()}
    drawn = _by_hand(ends, where)
    rest = legs[~legs["leg_id"].isin(drawn)]
    todo = {mode: sorted(group["leg_id"]) for mode, group in rest.groupby("mode")}
    railways = _stitched("world_railways", land, RAIL_REGION)
    roads = _stitched("world_highways", land, ROAD_REGION)
    rivers = line_network(read_danube())
    drawn |= _through(
        railways, todo["rail"], ends, where, method="OSM rail via scgraph-data", best="surveyed"
    )
    drawn |= _through(roads, todo["road"], ends, where, method="OSM road via scgraph-data", best="surveyed")
    drawn |= _through(
        rivers, todo["river"], ends, where, method="Natural Earth river line", best="generalised"
    )
    for leg_id in todo["air"]:
        points = geodesic(*_positions(leg_id, ends, where), step_km=GEODESIC_STEP_KM)
        drawn[leg_id] = Drawing(points, "geodesic", "schematic")
    drawn[OCEAN_LEG] = _over_ocean(*_positions(OCEAN_LEG, ends, where))
    rows = [drawn[leg.leg_id].row(leg.leg_id, leg.mode) for leg in legs.itertuples()]
    return gpd.GeoDataFrame(rows, geometry="geometry", crs=4326), railways


def _positions(leg_id: str, ends: Ends, where: Where) -> tuple[Point, Point]:
    """Where a leg starts and ends."""
    start, end = ends[leg_id]
    return where[start], where[end]


def _by_hand(ends: Ends, where: Where) -> dict[str, Drawing]:
    """Lines through points of our own: railways that the network lacks, ship lanes, the canal."""
    drawn = {}
    for leg_id, between in places.STATIONS.items():
        start, end = _positions(leg_id, ends, where)
        points = [start, *between, end]
        bridged_km = length_km(shapely.LineString(points))
        drawn[leg_id] = Drawing(
            points, "straight lines between named places", "schematic", bridged_km=bridged_km
        )
    for leg_id, between in {**places.LANES, CANAL_LEG: places.CANAL}.items():
        start, end = _positions(leg_id, ends, where)
        best = "schematic" if leg_id in places.SKETCHED else "generalised"
        drawn[leg_id] = Drawing([start, *between, end], "own waypoints", best)
    return drawn


def _stitched(member: str, land: np.ndarray, region: tuple[float, float, float, float]) -> Network:
    """Read a network, its gaps joined."""
    network = read_network(member, land, region)
    stitch(network)
    return network


def _through(
    network: Network, todo: list[str], ends: Ends, where: Where, *, method: str, best: str
) -> dict[str, Drawing]:
    """Lines along a network, joined straight to their nodes."""
    stops = {node: where[node] for leg_id in todo for node in ends[leg_id]}
    turns = {f"{leg_id}/{k}": turn for leg_id in todo for k, turn in enumerate(_turns(leg_id))}
    insert_places(network, dict(sorted({**stops, **turns}.items())), bend=set(stops))
    drawn = {}
    for leg_id in todo:
        start, end = ends[leg_id]
        through = [name for name in turns if name.startswith(f"{leg_id}/")]
        through = through if leg_id in places.FIRST_STOP else [start, *through]
        through = through if leg_id in places.LAST_STOP else [*through, end]
        points: list[Point] = []
        bridged_km = 0.0
        for a, b in itertools.pairwise(through):
            part, gaps_km = network.way(a, b)
            points, bridged_km = points + part, bridged_km + gaps_km
        joints_km = distance_km(where[start], points[0]), distance_km(where[end], points[-1])
        bridged_km += sum(joint for joint in joints_km if joint > JOINT_IS_GAP_KM)
        whole = [where[start], *points, where[end]]
        best_here = "generalised" if leg_id in places.REBUILT else best
        drawn[leg_id] = Drawing(whole, method, best_here, bridged_km=bridged_km, joint_km=max(joints_km))
    return drawn


def _turns(leg_id: str) -> list[Point]:
    """Places that steer the search, in order."""
    stops = [places.FIRST_STOP.get(leg_id), *places.VIA.get(leg_id, []), places.LAST_STOP.get(leg_id)]
    return [stop for stop in stops if stop is not None]


def _over_ocean(start: Point, end: Point) -> Drawing:
    """Go the shortest way through the sea lanes of searoute."""
    raw = json.loads(SEA_LANES.text("searoute-1.6.0/searoute/data/marnet_searoute.geojson"))
    lines = shapely.get_parts([shapely.geometry.shape(feature["geometry"]) for feature in raw["features"]])
    lanes = line_network(lines[shapely.intersects(lines, shapely.box(*OCEAN_REGION))])
    ids = list(lanes.graph)
    mouths = (places.SHANGHAI_ROADS[-1], end)
    nearest = [min(ids, key=lambda node: (distance_km(node, mouth), node)) for mouth in mouths]
    points, _ = lanes.way(*nearest)
    return Drawing([start, *places.SHANGHAI_ROADS, *points, end], "searoute network", "generalised")

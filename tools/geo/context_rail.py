"""The grey railway network behind the legs: main lines only, thinned out."""

import geopandas as gpd
import networkx as nx
import numpy as np
import shapely

from tools.geo.network import Network

AREA = shapely.box(12, 33, 92, 58)
THIN_DEG = 0.015
MIN_LENGTH_DEG = 0.25
DECIMALS = 2
GRID_DEG = 0.01


def context_railways(network: Network) -> gpd.GeoDataFrame:
    """
    Thin the network to what can be seen at zoom 4 to 7.

    Nodes are drawn together on a coarse grid, which merges double tracks and yards; short dead ends are
    left out.

    Returns
    -------
    GeoDataFrame
        One row with a MultiLineString.
    """
    coarse = nx.Graph()
    for a, b, bridge in network.graph.edges(data="bridge"):
        ends = [_cell(network.graph.nodes[node]["p"]) for node in (a, b)]
        if not bridge and ends[0] != ends[1]:
            coarse.add_edge(*ends)
    segments = [
        shapely.LineString(sorted(edge)) for edge in coarse.edges if AREA.intersects(shapely.LineString(edge))
    ]
    merged = shapely.get_parts(
        shapely.line_merge(shapely.MultiLineString(sorted(segments, key=lambda s: s.wkt)))
    )
    degrees = dict(coarse.degree())
    kept = [line for line in merged if line.length >= MIN_LENGTH_DEG or not _has_loose_end(line, degrees)]
    thin = shapely.simplify(np.array(kept), THIN_DEG)
    lines = shapely.MultiLineString(sorted((line.normalize() for line in thin), key=lambda line: line.wkt))
    return gpd.GeoDataFrame({"method": ["OSM rail via scgraph-data"]}, geometry=[lines], crs=4326)


def _cell(point: tuple[float, float]) -> tuple[float, float]:
    """Centre of the grid cell of a point."""
    lon, lat = point
    return round(round(lon / GRID_DEG) * GRID_DEG, DECIMALS), round(
        round(lat / GRID_DEG) * GRID_DEG, DECIMALS
    )


def _has_loose_end(line: shapely.LineString, degrees: dict[tuple[float, float], int]) -> bool:
    """Whether the line leads nowhere."""
    return any(degrees[line.coords[end]] == 1 for end in (0, -1))

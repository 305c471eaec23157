"""Legs and nodes as GeoJSON and GeoParquet, ids and attributes kept."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
from shapely.geometry import mapping

from corridor.brief.columnar import cells
from corridor.geometry import leg_lines

if TYPE_CHECKING:
    import pandas as pd

_LINE_COLUMNS = ["leg_id", "fidelity", "drawn_km", "method", "bridged_km", "joint_km", "geometry"]
_CRS = "EPSG:4326"


def leg_features(legs: pd.DataFrame) -> gpd.GeoDataFrame:
    """
    Join legs with their drawn lines.

    Parameters
    ----------
    legs
        Rows of the legs table.

    Returns
    -------
    GeoDataFrame
        The rows in their order, with fidelity, drawn_km, method, bridged_km, joint_km and geometry of the
        line. A leg without a drawn line (one that the shipped data does not have) has no geometry.
    """
    lines = leg_lines()[_LINE_COLUMNS]
    return gpd.GeoDataFrame(legs.merge(lines, on="leg_id", how="left"), geometry="geometry", crs=_CRS)


def node_features(nodes: pd.DataFrame) -> gpd.GeoDataFrame:
    """
    Give nodes their points.

    Parameters
    ----------
    nodes
        Rows of the nodes table.

    Returns
    -------
    GeoDataFrame
        The rows in their order, with the point of lat and lon as geometry.
    """
    return gpd.GeoDataFrame(
        nodes.reset_index(drop=True), geometry=gpd.points_from_xy(nodes["lon"], nodes["lat"]), crs=_CRS
    )


def as_geojson(features: gpd.GeoDataFrame) -> bytes:
    """Write features as GeoJSON (RFC 7946): longitude first, missing cells null, one feature a line."""
    columns = dict(cells(features.drop(columns="geometry")))
    rows = zip(*columns.values(), strict=True)
    written = [
        json.dumps(
            {
                "type": "Feature",
                "properties": dict(zip(columns, row, strict=True)),
                "geometry": None if shape is None else mapping(shape),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row, shape in zip(rows, features.geometry, strict=True)
    ]
    return ('{"type":"FeatureCollection","features":[\n' + ",\n".join(written) + "\n]}\n").encode()


def as_geoparquet(features: gpd.GeoDataFrame) -> bytes:
    """Write features as GeoParquet 1.1; the same features give the same bytes."""
    file: Any = io.BytesIO()
    features.to_parquet(file, index=False, schema_version="1.1.0", compression="zstd")
    content: bytes = file.getvalue()
    return content

"""Legs and nodes as GeoJSON and GeoParquet, ids and attributes kept."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, MultiLineString, mapping

from corridor.brief.csv import cells
from corridor.geometry import leg_lines, line_km, within_half_turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Line

BROUGHT = "brought with the data"

_LINE_COLUMNS = ["leg_id", "fidelity", "drawn_km", "method", "bridged_km", "joint_km", "geometry"]
_CRS = "EPSG:4326"


def leg_features(legs: pd.DataFrame, own: Mapping[str, Line]) -> gpd.GeoDataFrame:
    """
    Join legs with their drawn lines.

    Parameters
    ----------
    legs
        Rows of the legs table.
    own
        Lines that a dataset brings itself, by leg; they go before the shipped ones.

    Returns
    -------
    GeoDataFrame
        The rows in their order, with fidelity, drawn_km, method, bridged_km, joint_km and geometry of the
        line. A leg without a drawn line (one that the shipped data does not have) has no geometry.
    """
    lines = leg_lines()[_LINE_COLUMNS]
    if own:
        brought = [_brought(leg_id, line) for leg_id, line in own.items()]
        kept = lines[~lines["leg_id"].isin(own)]
        lines = pd.concat([kept, pd.DataFrame(brought).reindex(columns=_LINE_COLUMNS)], ignore_index=True)
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


def _brought(leg_id: str, line: Line) -> dict[str, Any]:
    """Row of a line that the dataset brings itself."""
    parts = within_half_turn(line)
    shape = LineString(parts[0]) if len(parts) == 1 else MultiLineString(parts)
    return {"leg_id": leg_id, "drawn_km": line_km(line), "method": BROUGHT, "geometry": shape}


def as_geoparquet(features: gpd.GeoDataFrame) -> bytes:
    """Write features as GeoParquet 1.1; the same features give the same bytes."""
    file: Any = io.BytesIO()
    features.to_parquet(file, index=False, schema_version="1.1.0", compression="zstd")
    content: bytes = file.getvalue()
    return content

"""Writes layers, the same bytes for the same input: GeoJSON for browsers, GeoParquet for Python."""

import hashlib
import json
from pathlib import Path

import geopandas as gpd
import shapely

FOLDER = Path(__file__).resolve().parents[2] / "data" / "geo"


def write_geojson(frame: gpd.GeoDataFrame, name: str, *, decimals: int) -> None:
    """Write a layer without a blank, coordinates rounded."""
    columns = [column for column in frame.columns if column != "geometry"]
    features = [
        {
            "type": "Feature",
            "properties": dict(zip(columns, values, strict=True)),
            "geometry": _rounded(json.loads(shapely.to_geojson(geometry)), decimals),
        }
        for geometry, *values in zip(
            frame.geometry, *(frame[column].tolist() for column in columns), strict=True
        )
    ]
    text = json.dumps(
        {"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")
    )
    (FOLDER / f"{name}.geojson").write_text(text + "\n", encoding="utf-8")


def write_parquet(frame: gpd.GeoDataFrame, name: str) -> None:
    """Write a layer as GeoParquet."""
    frame.to_parquet(FOLDER / f"{name}.parquet", index=False, compression="zstd")


def sha256_of_outputs() -> dict[str, str]:
    """Return the checksum of each built file."""
    files = sorted(path for path in FOLDER.iterdir() if path.suffix in {".geojson", ".parquet", ".csv"})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _rounded(geometry: dict, decimals: int) -> dict:
    """Round all coordinates of a GeoJSON geometry."""

    def walk(value: object) -> object:
        return [walk(item) for item in value] if isinstance(value, list) else round(float(value), decimals)

    return {"type": geometry["type"], "coordinates": walk(geometry["coordinates"])}

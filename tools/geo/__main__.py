"""Builds every file of data/geo; run twice it writes the same bytes."""

import importlib.metadata
import json
import time

import geopandas as gpd
import pandas as pd
import shapely

from tools.geo import capitals, context_rail, countries, disputed, inputs, leg_lines, towns, water, write
from tools.geo.land import land_parts
from tools.geo.network import Network

ROUTES = write.FOLDER.parent / "routes"
LIBRARIES = ("geopandas", "networkx", "numpy", "pandas", "pyarrow", "pyogrio", "pyproj", "shapely")
# What the map shows needs less than what is measured: about 150 m.
BROWSER_LEG_DEG = 0.0015


def main() -> None:
    """Fetch, build, write."""
    started = time.monotonic()
    inputs.fetch_all()
    write.FOLDER.mkdir(parents=True, exist_ok=True)
    raw = countries.read_countries()
    _base_layers(raw)
    nodes, legs = (
        pd.read_csv(ROUTES / f"{table}.csv", dtype=str, keep_default_na=False) for table in ("nodes", "legs")
    )
    lines, railways = leg_lines.draw_legs(nodes, legs, land_parts(raw))
    write.write_parquet(lines, "legs")
    browser = lines.drop(columns="joint_km")
    browser["geometry"] = shapely.simplify(lines.geometry.to_numpy(), BROWSER_LEG_DEG)
    write.write_geojson(browser, "legs", decimals=4)
    grey = context_rail.context_railways(railways)
    write.write_parquet(grey, "railways")
    write.write_geojson(grey, "railways", decimals=2)
    towns.write_towns()
    capitals.write_capitals()
    _manifest(railways)
    print(lines["fidelity"].value_counts().to_string())
    print(f"data/geo built in {time.monotonic() - started:.0f} s")


def _base_layers(raw: gpd.GeoDataFrame) -> None:
    """Countries, their borders, and water."""
    thin = countries.simplify_countries(raw)
    settled, unsettled = disputed.split_borders(countries.shared_borders(thin))
    layers = {
        "countries": thin,
        "borders": settled,
        "disputed": unsettled,
        "lakes": water.lakes(),
        "rivers": water.rivers(),
    }
    for name, layer in layers.items():
        write.write_geojson(layer, name, decimals=3)
        write.write_parquet(layer, name)


def _manifest(railways: Network) -> None:
    """Say from which bytes and with which libraries all was built; list the railways left out."""
    manifest = {
        "inputs": [
            {
                "package": package.name,
                "version": package.version,
                "file": package.file,
                "sha256": package.sha256,
                "data": package.data_licence,
            }
            for package in inputs.PACKAGES
        ],
        "libraries": {name: importlib.metadata.version(name) for name in LIBRARIES},
        "railway_edges_left_out": [
            {"from": a, "to": b, "km": round(km, 1), "over_sea_km": round(sea_km, 1)}
            for a, b, km, sea_km in railways.dropped
        ],
        "outputs": write.sha256_of_outputs(),
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False)
    (write.FOLDER / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

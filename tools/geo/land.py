"""Land as Natural Earth draws it, not simplified: what railways may cross and ships may not."""

import geopandas as gpd
import numpy as np
import shapely

from tools.geo.sphere import length_km


def land_parts(countries: gpd.GeoDataFrame) -> np.ndarray:
    """Return the continents and islands as single polygons, largest first."""
    parts = shapely.get_parts(shapely.union_all(countries.geometry.to_numpy()))
    return parts[np.argsort(-shapely.area(parts), kind="stable")]


def km_on(parts: np.ndarray, line: shapely.LineString) -> float:
    """Kilometres of a line that lie on the given parts."""
    near = parts[shapely.STRtree(parts).query(line)]
    return length_km(shapely.intersection(line, shapely.union_all(near)))


def km_off(parts: np.ndarray, line: shapely.LineString) -> float:
    """Kilometres of a line that lie off the given parts."""
    near = parts[shapely.STRtree(parts).query(line)]
    return length_km(shapely.difference(line, shapely.union_all(near)))

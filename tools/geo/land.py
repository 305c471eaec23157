"""Land as Natural Earth draws it, not simplified: what railways may cross and ships may not."""

import geopandas as gpd
import numpy as np
import shapely


def land_parts(countries: gpd.GeoDataFrame) -> np.ndarray:
    """Return the continents and islands as single polygons, largest first."""
    parts = shapely.get_parts(shapely.union_all(countries.geometry.to_numpy()))
    return parts[np.argsort(-shapely.area(parts), kind="stable")]

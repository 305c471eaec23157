"""The ground of the live map: ready paths in Leaflet's projection, one land, the view on boundaries."""

import json
import math
import re

import brotli
import pytest
import shapely

from corridor.dataset.shipped import GEO
from ui.map.ground import FAR, NEAR, ground, railways
from ui.settings import boundaries

FILES = {file.stem: file.read_bytes() for file in GEO.glob("*.geojson")}
PLACES = {"Astana": (71.4, 51.1), "Belgrade": (20.5, 44.8), "Pristina": (21.2, 42.7), "Baku": (49.8, 40.5)}
MAX_KB = 60


@pytest.fixture(scope="module")
def far():
    return json.loads(ground(FILES, FAR))


def lines_of(path):
    """Lines of a path of absolute starts and relative steps."""
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^Mz]*)z?", path):
        points = [tuple(map(int, start.split()))]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + dx, points[-1][1] + dy))
        yield points


def at(lon, lat, zoom):
    """Pixels of a place, by the formula of the standard (EPSG:3857)."""
    metres = shapely.Point(lon * 20037508.342789244 / 180, 6378137 * lat_in_radians(lat))
    scale = 256 * 2**zoom / (2 * 20037508.342789244)
    return shapely.Point((metres.x + 20037508.342789244) * scale, (20037508.342789244 - metres.y) * scale)


def lat_in_radians(lat):
    """Mercator ordinate in radians."""
    return math.asinh(math.tan(math.radians(lat)))


def test_land_is_where_leaflet_seeks_it(far):
    land = shapely.union_all(
        [shapely.make_valid(shapely.Polygon(ring)) for ring in lines_of(far["paths"]["land"])]
    )
    for name, (lon, lat) in PLACES.items():
        assert land.contains(at(lon, lat, FAR.zoom)), name
    assert not land.contains(at(35.0, 43.5, FAR.zoom)), "the Black Sea"


def test_no_line_is_drawn_between_countries_of_one_fill(far):
    """Two countries and the line between them: inside the land nothing is left of it."""
    points = {point for ring in lines_of(far["paths"]["land"]) for point in ring}
    crossing = at(76.5, 43.0, FAR.zoom)  # where Kazakhstan and Kyrgyzstan meet
    assert all(crossing.distance(shapely.Point(point)) > 10 for point in points)


def test_near_ground_is_finer_and_the_first_one_small(far):
    near = json.loads(ground(FILES, NEAR))
    assert near["paths"].keys() == far["paths"].keys()
    assert all(len(near["paths"][name]) >= len(path) for name, path in far["paths"].items())
    assert len(brotli.compress(ground(FILES, FAR), quality=11)) < MAX_KB * 1000
    assert json.loads(railways(FILES))["paths"]["railway"].startswith("M")


def test_rivers_have_courses_for_their_names(far):
    assert {"Danube", "Volga"} <= far["rivers"].keys()
    for lines in far["rivers"].values():
        assert all(0 < lat < 90 and -30 < lon < 160 for line in lines for lat, lon in line)


def test_view_on_boundaries_moves_the_line_between_layers(far):
    solid = json.loads(ground(boundaries.in_view(FILES, "solid"), FAR))["paths"]
    none = json.loads(ground(boundaries.in_view(FILES, "none"), FAR))["paths"]
    assert len(solid["border"]) > len(far["paths"]["border"]) == len(none["border"])
    assert (
        len(solid["border disputed"]) == len(none["border disputed"]) < len(far["paths"]["border disputed"])
    )
    assert solid["land"] == none["land"] == far["paths"]["land"]

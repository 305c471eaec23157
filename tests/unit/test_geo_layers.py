"""The base map: what it shows, how it draws what is disputed, what it weighs, where it comes from."""

import hashlib
import json

import brotli
import pandas as pd
import pytest
import shapely

from corridor import geometry
from corridor.errors import UnknownIdError
from tools.geo.inputs import PACKAGES

FOLDER = geometry.FOLDER
ROUTES = FOLDER.parent / "routes"
# Bytes that a browser loads, compressed; the whole map on the overview.
BUDGET = {
    "borders": 55_000,
    "countries": 170_000,
    "disputed": 8_000,
    "lakes": 25_000,
    "legs": 40_000,
    "railways": 75_000,
    "rivers": 20_000,
}
WHOLE_BUDGET = 350_000


def test_browser_files_keep_their_byte_budget() -> None:
    sizes = {
        path.stem: len(brotli.compress(path.read_bytes(), quality=11)) for path in FOLDER.glob("*.geojson")
    }
    assert sizes.keys() == BUDGET.keys()
    over = {name: size for name, size in sizes.items() if size > BUDGET[name]}
    assert over == {}
    assert sum(sizes.values()) <= WHOLE_BUDGET


def test_manifest_matches_the_files() -> None:
    manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
    files = [path for path in FOLDER.iterdir() if path.suffix in {".csv", ".geojson", ".parquet"}]
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    assert manifest["outputs"] == found
    pinned = [(package.name, package.version, package.sha256) for package in PACKAGES]
    assert [(row["package"], row["version"], row["sha256"]) for row in manifest["inputs"]] == pinned


@pytest.mark.parametrize("name", geometry.LAYERS)
def test_layers_are_alike_for_browser_and_python(name: str) -> None:
    layer = geometry.layer(name)
    features = json.loads((FOLDER / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    assert len(features) == len(layer)
    assert list(features[0]["properties"]) == [column for column in layer.columns if column != "geometry"]
    assert layer.crs.to_epsg() == 4326
    assert not layer.geometry.is_empty.any()


def test_unknown_layer_is_an_error_for_people() -> None:
    with pytest.raises(UnknownIdError, match="motorways"):
        geometry.layer("motorways")


def test_caller_cannot_spoil_a_layer() -> None:
    geometry.layer("rivers")["name"] = "spoilt"
    assert "Danube" in set(geometry.layer("rivers")["name"])


def test_countries_form_a_coverage() -> None:
    polygons = geometry.layer("countries").geometry.to_numpy()
    assert shapely.is_valid(polygons).all()
    assert shapely.coverage_is_valid(polygons)


def test_serbia_and_kosovo_share_a_fill_and_a_dashed_line() -> None:
    groups = geometry.layer("countries").set_index("iso2")["fill_group"]
    assert groups["XK"] == groups["RS"] == "RS"
    borders = geometry.layer("borders")
    assert not ((borders["a"] == "RS") & (borders["b"] == "XK")).any()
    dashed = geometry.layer("disputed").set_index("name").geometry["RS-XK"]
    kosovo = geometry.layer("countries").set_index("iso2").geometry["XK"]
    assert shapely.difference(dashed, shapely.buffer(kosovo.boundary, 1e-6)).is_empty
    assert dashed.length > 2


def test_disputed_lines_around_the_corridor_are_dashed() -> None:
    names = set(geometry.layer("disputed")["name"])
    assert {"RS-XK", "Crimea", "Abkhazia", "Transnistria", "CNM-CYN"} <= names


@pytest.mark.parametrize(
    ("lon", "lat", "iso2"),
    [(34.1, 45.2, "UA"), (63.3, 45.9, "KZ"), (46.75, 39.82, "AZ"), (21.1, 42.6, "XK"), (41.0, 43.0, "GE")],
)
def test_places_lie_in_the_country_our_policy_says(lon: float, lat: float, iso2: str) -> None:
    countries = geometry.layer("countries")
    assert countries[countries.contains(shapely.Point(lon, lat))]["iso2"].tolist() == [iso2]


def test_caspian_is_water() -> None:
    assert not geometry.layer("countries").contains(shapely.Point(50.7, 42.0)).any()


def test_nodes_lie_in_their_country() -> None:
    nodes = pd.read_csv(ROUTES / "nodes.csv")
    countries = geometry.layer("countries").dissolve("iso2").geometry
    for node in nodes.itertuples():
        here = shapely.Point(node.lon, node.lat)
        assert countries[node.country].distance(here) < 0.06, node.node_id


def test_geodesic_of_a_known_line() -> None:
    # A quarter of the WGS 84 meridian is 10,001.966 km.
    assert geometry.geodesic_km(0, 0, 90, 0) == pytest.approx(10_001.966, abs=0.001)


def test_drawn_length_of_an_unknown_leg_is_missing() -> None:
    assert geometry.drawn_km("no-such-leg") is None
    assert geometry.drawn_km("aktau-alat") == pytest.approx(502.5, abs=2)

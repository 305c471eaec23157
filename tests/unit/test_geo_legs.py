"""The drawn legs keep their promises: one line each, right side of the shore, honest about its class."""

import json
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from pyproj import Geod

from corridor import geometry

ELLIPSOID = Geod(ellps="WGS84")
ROUTES = geometry.FOLDER.parent / "routes"
# What thinning the coast (0.01 degrees) and the width of a harbour pier account for.
SHORE_DEG = 0.02
# Kilometres of a railway that may leave the land so widened: piers of Constanța and Kuryk.
RAIL_OFF_LAND_KM = 2.0
SHIP_ON_LAND_KM = 5.0
# The Suez Canal with the Bitter Lakes: the one place where a ship lane crosses land.
SUEZ = shapely.box(32.2, 29.8, 32.7, 31.4)


@pytest.fixture(scope="module")
def nodes() -> pd.DataFrame:
    return pd.read_csv(ROUTES / "nodes.csv").set_index("node_id")


@pytest.fixture(scope="module")
def legs() -> pd.DataFrame:
    return pd.read_csv(ROUTES / "legs.csv").set_index("leg_id")


@pytest.fixture(scope="module")
def lines() -> gpd.GeoDataFrame:
    return geometry.leg_lines().set_index("leg_id")


@pytest.fixture(scope="module")
def land() -> shapely.Geometry:
    return shapely.union_all(geometry.layer("countries").geometry.to_numpy())


def length_km(line: shapely.Geometry) -> float:
    return ELLIPSOID.geometry_length(line) / 1000


def near(land: shapely.Geometry, line: shapely.Geometry) -> shapely.Geometry:
    return shapely.clip_by_rect(land, *shapely.box(*line.bounds).buffer(0.3).bounds)


def test_every_leg_has_exactly_one_line(lines: gpd.GeoDataFrame, legs: pd.DataFrame) -> None:
    assert lines.index.tolist() == legs.index.tolist()
    assert set(lines.geom_type) == {"LineString"}
    assert lines.geometry.is_valid.all()
    assert (lines["mode"] == legs["mode"]).all()


def test_browser_file_tells_the_same(lines: gpd.GeoDataFrame) -> None:
    features = json.loads((geometry.FOLDER / "legs.geojson").read_text(encoding="utf-8"))["features"]
    told = pd.DataFrame([feature["properties"] for feature in features]).set_index("leg_id")
    columns = ["mode", "fidelity", "drawn_km", "method", "bridged_km"]
    assert list(told.columns) == columns
    pd.testing.assert_frame_equal(told, pd.DataFrame(lines[columns]), check_dtype=False)
    for feature, line in zip(features, lines.geometry, strict=True):
        thin = shapely.LineString(feature["geometry"]["coordinates"])
        assert shapely.hausdorff_distance(thin, line) < 0.002


def test_fidelity_agrees_with_the_route_dataset(lines: gpd.GeoDataFrame, legs: pd.DataFrame) -> None:
    differing = lines.index[lines["fidelity"] != legs["geometry_fidelity"]]
    assert differing.tolist() == []


def test_lines_run_from_node_to_node(
    lines: gpd.GeoDataFrame, legs: pd.DataFrame, nodes: pd.DataFrame
) -> None:
    for leg_id, leg in legs.iterrows():
        line = lines.geometry[leg_id]
        for end, node in ((0, leg["from_node"]), (-1, leg["to_node"])):
            lon, lat = line.coords[end]
            assert geometry.geodesic_km(lat, lon, nodes["lat"][node], nodes["lon"][node]) < 0.05, (
                leg_id,
                node,
            )


def test_drawn_length_is_the_length_of_the_line(lines: gpd.GeoDataFrame) -> None:
    measured = lines.geometry.map(length_km)
    assert np.allclose(measured, lines["drawn_km"], atol=0.06)


def test_no_line_is_shorter_than_the_geodesic(
    lines: gpd.GeoDataFrame, legs: pd.DataFrame, nodes: pd.DataFrame
) -> None:
    for leg_id, leg in legs.iterrows():
        start, end = nodes.loc[leg["from_node"]], nodes.loc[leg["to_node"]]
        shortest = geometry.geodesic_km(start["lat"], start["lon"], end["lat"], end["lon"])
        assert lines["drawn_km"][leg_id] >= 0.99 * shortest - 0.1, leg_id


def test_flights_are_geodesics(lines: gpd.GeoDataFrame, legs: pd.DataFrame, nodes: pd.DataFrame) -> None:
    for leg_id, leg in legs[legs["mode"] == "air"].iterrows():
        start, end = nodes.loc[leg["from_node"]], nodes.loc[leg["to_node"]]
        shortest = geometry.geodesic_km(start["lat"], start["lon"], end["lat"], end["lon"])
        assert lines["drawn_km"][leg_id] == pytest.approx(shortest, rel=0.001)
        assert lines["fidelity"][leg_id] == "schematic"


def test_railways_stay_on_land(lines: gpd.GeoDataFrame, land: shapely.Geometry) -> None:
    # The Marmaray tunnel needs no exception: the strait is narrower than the widened shores.
    for leg_id, line in lines[lines["mode"].isin(["rail", "road"])].geometry.items():
        off = length_km(shapely.difference(line, shapely.buffer(near(land, line), SHORE_DEG)))
        assert off < RAIL_OFF_LAND_KM, leg_id


def test_grey_railways_stay_on_land(land: shapely.Geometry) -> None:
    railways = geometry.layer("railways").geometry[0]
    off = shapely.difference(railways, shapely.buffer(near(land, railways), SHORE_DEG))
    assert max(map(length_km, shapely.get_parts(off)), default=0.0) < RAIL_OFF_LAND_KM


def test_ships_stay_off_land(lines: gpd.GeoDataFrame, legs: pd.DataFrame, land: shapely.Geometry) -> None:
    ships = lines[lines["mode"].isin(["sea", "ferry"]) & (legs["via"] != "Lake Van")].geometry
    assert len(ships) == 11
    for leg_id, line in ships.items():
        open_water = shapely.difference(line, SUEZ) if leg_id == "shanghai-piraeus" else line
        assert length_km(shapely.intersection(open_water, near(land, line))) < SHIP_ON_LAND_KM, leg_id


def test_lake_ferry_stays_on_its_lake(lines: gpd.GeoDataFrame) -> None:
    line = lines.geometry["van-tatvan"]
    lake = shapely.union_all(geometry.layer("lakes").geometry.to_numpy())
    assert length_km(shapely.difference(line, shapely.buffer(lake, SHORE_DEG))) < SHIP_ON_LAND_KM


def test_invented_railway_over_the_caspian_is_gone(lines: gpd.GeoDataFrame) -> None:
    manifest = json.loads((geometry.FOLDER / "manifest.json").read_text(encoding="utf-8"))
    left_out = {(tuple(edge["from"]), tuple(edge["to"])) for edge in manifest["railway_edges_left_out"]}
    assert ((55.117, 40.843), (51.313, 43.68)) in left_out
    open_sea = shapely.box(51.9, 40.6, 54.3, 42.0)  # the Caspian shore and Garabogazköl
    rails = lines[lines["mode"] == "rail"].geometry.tolist()
    assert not shapely.intersects(rails, open_sea).any()
    assert not geometry.layer("railways").intersects(open_sea).any()


def test_rail_lines_reach_their_nodes(lines: gpd.GeoDataFrame) -> None:
    rails = lines[(lines["mode"] == "rail") & (lines["fidelity"] != "schematic")]
    assert rails["joint_km"].max() <= 5


def test_classes_are_earned(lines: gpd.GeoDataFrame) -> None:
    for leg_id, leg in lines.iterrows():
        points = shapely.get_coordinates(leg["geometry"])
        longest = max(length_km(shapely.LineString(pair)) for pair in pairwise(points))
        if leg["fidelity"] == "surveyed":
            assert longest <= 16, leg_id
            assert leg["bridged_km"] <= 0.01 * leg["drawn_km"], leg_id
        if leg["fidelity"] == "generalised":
            assert leg["bridged_km"] <= 0.15 * leg["drawn_km"], leg_id
        if leg["method"] == "straight lines between named places":
            assert leg["fidelity"] == "schematic", leg_id
            assert leg["bridged_km"] == pytest.approx(leg["drawn_km"], abs=0.2), leg_id


def test_gauge_changes_only_where_a_node_says_so(legs: pd.DataFrame, nodes: pd.DataFrame) -> None:
    chains = pd.read_csv(ROUTES / "corridor_legs.csv").sort_values(["corridor_id", "sequence"])
    for corridor_id, chain in chains.groupby("corridor_id"):
        walked = [_directed(legs.loc[step.leg_id], reverse=step.reversed) for step in chain.itertuples()]
        for (_, there, before), (here, _, after) in pairwise(walked):
            assert there == here, corridor_id
            if pd.notna(before) and pd.notna(after) and before != after:
                assert nodes["gauge_change"][here], (corridor_id, here)


def test_tracks_of_two_gauges_meet_only_where_a_node_says_so(legs: pd.DataFrame, nodes: pd.DataFrame) -> None:
    tracks = legs.dropna(subset="gauge_mm")
    ends = pd.concat([tracks.set_index(column)["gauge_mm"] for column in ("from_node", "to_node")])
    gauges = ends.groupby(level=0).nunique()
    silent = [node for node in gauges.index[gauges > 1] if not nodes["gauge_change"][node]]
    assert silent == []


def _directed(leg: pd.Series, *, reverse: bool) -> tuple[str, str, float]:
    start, end = (leg["to_node"], leg["from_node"]) if reverse else (leg["from_node"], leg["to_node"])
    return start, end, leg["gauge_mm"]

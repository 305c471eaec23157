"""The graph work of the geodata builder on small networks: stitching, splitting, guarding, classing."""

import networkx as nx
import numpy as np
import pytest
import shapely

from tools.geo import network
from tools.geo.drawing import Drawing
from tools.geo.network import Network, insert_places, line_network, stitch
from tools.geo.sphere import distance_km


def chain(*points: tuple[float, float]) -> Network:
    return line_network([shapely.LineString(points)])


def test_two_dead_ends_are_joined_by_a_marked_bridge() -> None:
    lines = [shapely.LineString([(10, 45), (11, 45)]), shapely.LineString([(11.1, 45), (12, 45)])]
    gap = distance_km((11, 45), (11.1, 45))
    whole = line_network(lines)
    whole = Network(nx.convert_node_labels_to_integers(whole.graph, ordering="sorted"))
    stitch(whole)
    points, bridged_km = whole.way(0, 3)
    assert points == [(10, 45), (11, 45), (11.1, 45), (12, 45)]
    assert bridged_km == pytest.approx(gap)


def test_distant_dead_ends_stay_apart() -> None:
    lines = [shapely.LineString([(10, 45), (11, 45)]), shapely.LineString([(11.5, 45), (12, 45)])]
    whole = Network(nx.convert_node_labels_to_integers(line_network(lines).graph, ordering="sorted"))
    assert stitch(whole) == []


def test_a_place_splits_the_nearest_edge() -> None:
    line = chain((10, 45), (10.1, 45))
    away = insert_places(line, {"here": (10.05, 45.01)}, bend={"here"})
    assert away["here"] == pytest.approx(1.11, abs=0.02)
    points, _ = line.way((10, 45), (10.1, 45))
    assert points[1] == pytest.approx((10.05, 45.0))


def test_a_coarse_straight_is_bent_through_its_station() -> None:
    line = chain((66, 47.7), (68, 47.7))
    insert_places(line, {"station": (67, 47.8), "turn": (67.5, 47.71)}, bend={"station"})
    points, _ = line.way((66, 47.7), (68, 47.7))
    assert points[1] == (67, 47.8)
    assert points[2] == pytest.approx((67.5, 47.7), abs=0.001)


def test_a_place_out_of_reach_is_not_inserted() -> None:
    line = chain((10, 45), (10.1, 45))
    assert insert_places(line, {"far": (10, 46)}, bend=set()) == {}
    assert "far" not in line.graph


def test_an_edge_over_open_sea_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = ([{1: 1.0}, {0: 1.0, 2: 1.0}, {1: 1.0}], [[45.0, 10.0], [45.0, 11.0], [45.0, 14.0]])
    monkeypatch.setattr(network, "read_geograph", lambda _: graph)
    land = np.array([shapely.box(9, 44, 12, 46), shapely.box(13.5, 44, 15, 46)])
    read = network.read_network("any", land, (0, 40, 20, 50))
    assert list(read.graph.edges) == [(0, 1)]
    ((start, end, km, sea_km),) = read.dropped
    assert (start, end) == ((11.0, 45.0), (14.0, 45.0))
    assert km == pytest.approx(236.5, abs=1)
    assert sea_km == pytest.approx(118, abs=2)


def dense(**given: float) -> Drawing:
    return Drawing([(10 + k / 100, 45.0) for k in range(100)], "test", "surveyed", **given)


def test_a_dense_line_without_gaps_is_surveyed() -> None:
    assert dense().fidelity == "surveyed"


@pytest.mark.parametrize(
    ("given", "fidelity"),
    [
        ({"joint_km": 3.0}, "generalised"),
        ({"bridged_km": 2.0}, "generalised"),
        ({"bridged_km": 20.0}, "schematic"),
    ],
)
def test_gaps_lower_the_class(given: dict[str, float], fidelity: str) -> None:
    assert dense(**given).fidelity == fidelity


def test_long_straights_lower_the_class() -> None:
    assert Drawing([(10, 45), (10.5, 45), (10.6, 45)], "test", "surveyed").fidelity == "generalised"


def test_a_method_caps_the_class() -> None:
    points = dense().points
    assert Drawing(points, "test", "generalised").fidelity == "generalised"
    assert Drawing(points, "test", "schematic").fidelity == "schematic"


def test_repeated_points_are_written_once() -> None:
    row = Drawing([(10, 45), (10.00001, 45), (11, 45)], "test", "schematic").row("a-b", "rail")
    assert shapely.get_num_coordinates(row["geometry"]) == 2
    assert row["drawn_km"] == pytest.approx(78.8, abs=0.1)

"""GeoJSON as map programs write it: parts, collections, coordinate systems, the antimeridian."""

from __future__ import annotations

import json
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import pytest

from corridor.brief.bundle import bundle
from corridor.dataset.tables import SHIPPED
from corridor.geometry import line_km, within_half_turn
from corridor.intake import Upload, take_in
from corridor.intake.antimeridian import continuous
from tests.shipped import shipped_data
from ui.map.own_places import own_places
from ui.map.scene import Scene

if TYPE_CHECKING:
    from corridor.intake import Intake

VLADIVOSTOK, SEATTLE = (131.9, 43.1), (-122.3, 47.6)


def node(id_: str, country: str, place: tuple[float, ...] | None, **more: object) -> dict[str, Any]:
    properties = {
        "node_id": id_, "name_en": id_, "kind": "seaport", "country": country, "position_precision": "town",
        "position_method": "own", "gauge_change": False, **more,
    }  # fmt: skip
    geometry = None if place is None else {"type": "Point", "coordinates": list(place)}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def leg(
    geometry: dict[str, Any] | None, id_: str = "sea", ends: tuple[str, str] = ("a", "b")
) -> dict[str, Any]:
    properties = {
        "leg_id": id_, "from_node": ends[0], "to_node": ends[1], "mode": "sea", "both_ways": True,
        "status": "operating", "geometry_fidelity": "generalised",
    }  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def line(*points: tuple[float, float]) -> dict[str, Any]:
    return {"type": "LineString", "coordinates": [list(point) for point in points]}


def parts(*lines: list[tuple[float, float]]) -> dict[str, Any]:
    return {"type": "MultiLineString", "coordinates": [[list(point) for point in one] for one in lines]}


ENDS = (node("a", "RU", VLADIVOSTOK), node("b", "US", SEATTLE))


def brought(*features: dict[str, Any], name: str = "map.geojson", **top: object) -> Intake:
    content = json.dumps({"type": "FeatureCollection", "features": list(features), **top})
    return take_in([Upload(name, content.encode())], base=SHIPPED, rest="empty")


def found(intake: Intake) -> list[tuple[str, object, str]]:
    frame = intake.findings
    rows = frame["row"].astype(object).where(frame["row"].notna(), None)
    return list(zip(frame["check"], rows, frame["value"], strict=True))


def drawn(intake: Intake, id_: str = "sea") -> tuple[tuple[float, float], ...]:
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    return intake.dataset.lines[id_]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_points_and_lines_come_in_any_order(order: tuple[int, ...]) -> None:
    features = [*ENDS, leg(line(VLADIVOSTOK, (180, 50), SEATTLE))]
    assert len(drawn(brought(*(features[at] for at in order)))) == 3


@pytest.mark.parametrize(
    "points",
    [
        [VLADIVOSTOK, (179.5, 51), (-179.5, 51), SEATTLE],
        [VLADIVOSTOK, (180, 51), (237.7, 47.6)],
        [(-228.1, 43.1), (-180, 51), SEATTLE],
        [SEATTLE, (-180, 51), (180, 51), VLADIVOSTOK],
    ],
)
def test_a_line_over_the_antimeridian_goes_the_short_way(points: list[tuple[float, float]]) -> None:
    found_line = drawn(brought(*ENDS, leg(line(*points))))
    assert found_line[0] == pytest.approx(VLADIVOSTOK)
    assert found_line[-1] == pytest.approx((237.7, 47.6))
    assert all(abs(b[0] - a[0]) < 180 for a, b in pairwise(found_line))
    assert line_km(found_line) < 8_000


def test_a_leg_without_a_line_goes_the_short_way_too() -> None:
    intake = brought(*ENDS, leg(None))
    assert drawn(intake) == (VLADIVOSTOK, pytest.approx((237.7, 47.6)))
    assert any(note.kind == "assumed" and "no line of their own" in note.message for note in intake.notes)


@pytest.mark.parametrize("turns", list(permutations(range(3))))
def test_parts_that_meet_are_joined_in_any_order_and_direction(turns: tuple[int, ...]) -> None:
    pieces = [[VLADIVOSTOK, (160.0, 50.0)], [(180.0, 51.0), (160.0, 50.0)], [(-180.0, 51.0), SEATTLE]]
    intake = brought(*ENDS, leg(parts(*(pieces[at] for at in turns))))
    assert [lon for lon, _ in drawn(intake)] == pytest.approx([131.9, 160, 180, 237.7])
    assert any(note.kind == "corrected" and "joined: features 3" in note.message for note in intake.notes)


def test_parts_that_do_not_meet_are_told() -> None:
    intake = brought(*ENDS, leg(parts([VLADIVOSTOK, (160, 50)], [(165, 50), SEATTLE])))
    assert found(intake) == [("geometry", 3, "MultiLineString: 2")]
    assert "do not meet" in intake.findings["problem"][0]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"type": "GeometryCollection", "geometries": [line(VLADIVOSTOK, SEATTLE)]},
        parts([VLADIVOSTOK, SEATTLE]),
    ],
)
def test_a_collection_of_one_is_that_one(wrapped: dict[str, Any]) -> None:
    assert len(drawn(brought(*ENDS, leg(wrapped)))) == 2


def test_a_point_in_a_list_of_one_is_that_point() -> None:
    listed = ENDS[0] | {"geometry": {"type": "MultiPoint", "coordinates": [[*VLADIVOSTOK, 12.5]]}}
    intake = brought(listed)
    assert intake.dataset is not None
    assert intake.dataset.nodes["lon"].tolist() == [131.9]


def test_a_node_without_a_geometry_may_say_its_position_itself() -> None:
    intake = brought(node("a", "RU", None, lat=43.1, lon=131.9))
    assert intake.dataset is not None
    assert intake.dataset.nodes["lat"].tolist() == [43.1]


def test_a_wrong_geometry_is_told_and_what_points_to_its_node_is_not() -> None:
    polygon = node("a", "RU", None) | {
        "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]]]}
    }
    intake = brought(polygon, ENDS[1], leg(line(VLADIVOSTOK, SEATTLE)))
    assert ("geometry", 1, "Polygon") in found(intake)
    assert "dangling-reference" not in set(intake.findings["check"])


@pytest.mark.parametrize("content", [b"not json", b'{"type": "Topology"}', b"\xff\xfe\x00"])
def test_a_file_that_is_no_geojson_is_told_once(content: bytes) -> None:
    header = b"leg_id,from_node,to_node,mode,both_ways,status,geometry_fidelity\n"
    legs = header + b"x,a,b,sea,true,operating,schematic\n"
    intake = take_in([Upload("map.geojson", content), Upload("legs.csv", legs)], base=SHIPPED, rest="empty")
    assert len(intake.findings) == 1
    assert intake.findings["file"].tolist() == ["map.geojson"]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("urn:ogc:def:crs:EPSG::3857", "EPSG:3857"),
        ("EPSG:32640", "EPSG:32640"),
        ("http://www.opengis.net/def/crs/EPSG/0/28408", "EPSG:28408"),
        ("Pulkovo 1942", "Pulkovo 1942"),
    ],
)
def test_another_coordinate_system_is_named_once(name: str, named: str) -> None:
    intake = brought(*ENDS, crs={"type": "name", "properties": {"name": name}})
    assert found(intake) == [("coordinate-system", None, named)]
    assert named in intake.findings["problem"][0]


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84"])
def test_the_usual_coordinate_system_needs_no_word(name: str) -> None:
    intake = brought(*ENDS, crs={"type": "name", "properties": {"name": name}})
    assert intake.dataset is not None
    assert not any("coordinate system" in note.message for note in intake.notes)


def test_points_of_a_system_with_latitude_first_are_read_with_a_word_on_it() -> None:
    intake = brought(*ENDS, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4326"}})
    assert intake.dataset is not None
    assert intake.dataset.nodes["lon"].tolist() == [131.9, -122.3]
    assert any(note.kind == "assumed" and "EPSG:4326" in note.message for note in intake.notes)


def test_metres_are_told_once_as_what_they_are() -> None:
    intake = brought(node("a", "RU", (14_683_000, 5_328_000)), node("b", "KZ", (5_683_000, 5_428_000)))
    assert found(intake) == [("coordinate-system", None, "14,683,000")]
    assert "EPSG:3857" in intake.findings["problem"][0]


def test_one_slip_among_degrees_is_told_as_a_slip() -> None:
    intake = brought(ENDS[0], node("b", "US", (1223.0, 47.6)))
    assert found(intake) == [("position", 2, "[1223.0, 47.6]")]


def test_lines_of_several_files_come_together_and_the_table_of_legs_goes_before_properties() -> None:
    one, other = (leg(line(VLADIVOSTOK, (180, 50), SEATTLE), id_) for id_ in ("sea", "again"))
    header = "leg_id,from_node,to_node,mode,both_ways,status,geometry_fidelity\n"
    rows = "".join(f"{id_},a,b,sea,true,announced,generalised\n" for id_ in ("sea", "again"))
    files = [("one.geojson", [one, *ENDS]), ("other.json", [other, one])]
    uploads = [
        Upload(name, json.dumps({"type": "FeatureCollection", "features": features}).encode())
        for name, features in files
    ]
    intake = take_in([*uploads, Upload("legs.csv", (header + rows).encode())], base=SHIPPED, rest="empty")
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert set(intake.dataset.lines) == {"sea", "again"}
    assert set(intake.dataset.legs["status"]) == {"announced"}
    ignored = [note.file for note in intake.notes if "Properties of lines were ignored" in note.message]
    assert ignored == ["one.geojson", "other.json"]


def test_the_same_line_twice_is_skipped_with_a_word_on_it() -> None:
    twice = leg(line(VLADIVOSTOK, SEATTLE))
    intake = brought(*ENDS, twice, {**twice, "properties": {"leg_id": "sea"}})
    assert len(drawn(intake)) == 2
    assert [note.kind for note in intake.notes if "occurs twice" in note.message] == ["ignored"]


def test_our_own_download_with_a_line_over_the_antimeridian_comes_back() -> None:
    intake = brought(*ENDS, leg(line(VLADIVOSTOK, (179, 51), (-170, 51), SEATTLE)))
    assert intake.dataset is not None
    again = take_in([Upload("everything.zip", bundle(intake.dataset))], base=SHIPPED, rest="empty")
    assert line_km(drawn(again)) == pytest.approx(line_km(drawn(intake)), rel=1e-4)
    assert [lon for lon, _ in drawn(again)] == pytest.approx([131.9, 179, 180, 190, 237.7])


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(170, 0), (190, 10)], [[(170, 0), (180, 5)], [(-180, 5), (-170, 10)]]),
        ([(-170, 0), (-190, 10)], [[(-170, 0), (-180, 5)], [(180, 5), (170, 10)]]),
        ([(0, 0), (180, 0)], [[(0, 0), (180, 0)]]),
        ([(10, 0), (20, 0)], [[(10, 0), (20, 0)]]),
        ([(530, 0), (550, 10)], [[(170, 0), (180, 5)], [(-180, 5), (-170, 10)]]),
    ],
)
def test_a_line_is_cut_at_the_antimeridian(points: list[Any], expected: list[Any]) -> None:
    assert within_half_turn(points) == expected


def test_a_line_keeps_its_longitudes_where_it_does_not_cross() -> None:
    points = ((51.16, 43.65), (-0.0, 10.0), (-100.25, 3.5))
    assert continuous(points) == points


def test_on_the_map_a_node_beyond_the_antimeridian_lies_at_the_end_of_its_line() -> None:
    onward = leg(line(SEATTLE, (-87.6, 41.9)), "rail", ("b", "c"))
    intake = brought(
        *ENDS, node("c", "US", (-87.6, 41.9)), leg(line(VLADIVOSTOK, (180, 51), SEATTLE)), onward
    )
    assert intake.dataset is not None
    own = own_places(intake.dataset, Scene(legs=("rail", "sea"), nodes=("a", "b", "c")))
    at = {id_: place["at"] for id_, place in own["nodes"].items()}
    for id_, (start, end) in (("sea", "ab"), ("rail", "bc")):
        assert own["lines"][id_][0] == pytest.approx(at[start][::-1])
        assert own["lines"][id_][-1] == pytest.approx(at[end][::-1])


def test_on_the_map_shipped_places_stay_where_they_are() -> None:
    data = shipped_data()
    assert own_places(data, Scene(legs=tuple(data.legs["leg_id"][:5]))) == {
        "nodes": {},
        "legs": {},
        "lines": {},
    }

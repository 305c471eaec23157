"""Whatever is brought, the intake answers with a dataset or with findings, and never with an error."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import json
import math
import zipfile
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from corridor.dataset.tables import SHIPPED
from corridor.geometry import line_km, within_half_turn
from corridor.intake import Intake, Upload, take_in
from corridor.intake.antimeridian import continuous
from corridor.intake.encoding import decoded
from corridor.intake.report import Report
from tests import sample_package
from tests.hostile.files import collection, leg_line, one, rows_of, sample, sample_table, workbook, zipped
from tests.shipped import shipped_data

BOOK = workbook({"trade": rows_of("trade")[:6]})[0]
GEO = collection(leg_line("aktau-alat", [[51.22, 43.6], [49.4, 39.99]])).encode()
TABLES = sample_package.rows()
SPICE = (
    b"",
    b"<",
    b">",
    b'"',
    b"9" * 20,
    b"XFD1048576",
    b"<f>1</f>",
    b't="e"',
    b't="d"',
    b"\xff",
    b"\x00",
    b",,,",
    b"[[[",
    b"NaN",
    b"1e999",
    b"&#0;",
    b"\n",
)
EXTREMES = (
    "",
    "NaN",
    "-0",
    "1e400",
    "9" * 30,
    "=1+1",
    "true",
    "|",
    "a|",
    "٣.٥",
    "2026-02-30",
    "/",
    "a" * 300,
    "1,5",
    "\t",
    '"',
    "<b>",
    "-91",
    "181",
    "999999999999999999",
    "start-gauge|aaa",
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.just(10**400) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
splices = st.lists(
    st.tuples(st.integers(0, 10_000), st.integers(0, 12), st.sampled_from(SPICE)), min_size=1, max_size=6
)
few = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
many = settings(few, max_examples=300)
FORMATS = (
    "General", "0%", "0.0,", "yyyy-mm", "mmm-yy", "d-mmm", "h:mm", "[h]:mm", "000", "@",
    "[$-419]d mmm", ";;;", '"x"',
)  # fmt: skip
CELLS = (
    None, "", "#N/A", "#REF!", "А?тау", "=1+1", "node_id", "Node", "1 234,5", "ИСТИНА", True, 0.25, 1e300,
    -1, 46000,
    dt.datetime(2025, 11, 1), dt.time(1, 30), dt.timedelta(hours=30), dt.date(1900, 1, 1), "РђРєС‚Р°Сѓ",  # noqa: DTZ001
)  # fmt: skip
PLACES = st.tuples(st.integers(1, 8), st.integers(1, 24))
NODES = shipped_data().nodes
NAMES = {lang: sorted(set(NODES[f"name_{lang}"].dropna())) for lang in ("kk", "ru", "sr", "bg")}
PAGES = (
    ("ru", "cp1251"),
    ("ru", "cp866"),
    ("ru", "koi8-r"),
    ("sr", "cp1251"),
    ("bg", "cp1251"),
    ("kk", "kz1048"),
)


def answers(uploads: list[Upload], rest: Literal["shipped", "empty"] = "shipped") -> Intake:
    intake = take_in(uploads, base=SHIPPED, rest=rest)
    assert (intake.dataset is None) == (len(intake.findings) > 0)
    assert "" not in set(intake.findings["problem"])
    return intake


def spliced(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, new in changes:
        place = at % (len(content) + 1)
        content = content[:place] + new + content[place + length :]
    return content


@few
@given(st.sampled_from(["type", "geometry", "properties", "coordinates", "leg_id", "features"]), json_values)
def test_geojson_with_anything_in_any_place(name: str, value: object) -> None:
    parsed = json.loads(GEO)
    feature = parsed["features"][0]
    for place in (parsed, feature, feature["geometry"], feature["properties"]):
        if name in place:
            place[name] = value
    answers(one("legs.geojson", json.dumps(parsed)))


@few
@given(splices)
def test_damaged_geojson(changes: list[tuple[int, int, bytes]]) -> None:
    answers(one("legs.geojson", spliced(GEO, changes)))


@few
@given(st.data())
def test_workbooks_damaged_inside(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK.content)) as archive:
        members: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    content = members[name]
    assert isinstance(content, bytes)
    answers(zipped(members | {name: spliced(content, data.draw(splices))}, name="tables.xlsx"))


@few
@given(st.sampled_from(["zip", "xlsx", "csv"]), splices)
def test_damaged_files(kind: str, changes: list[tuple[int, int, bytes]]) -> None:
    whole = sample()[0].content if kind == "zip" else BOOK.content
    answers(one(f"trade.{kind}", spliced(whole, changes)))


@few
@given(st.data())
def test_extreme_cells(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(name for name, rows in TABLES.items() if rows)))
    values = data.draw(st.lists(st.sampled_from(EXTREMES) | st.text(max_size=8), min_size=1, max_size=4))

    def change(rows: list[dict[str, str]]) -> None:
        for value in values:
            row = data.draw(st.sampled_from(rows))
            row[data.draw(st.sampled_from(sorted(row)))] = value.encode(errors="replace").decode()

    answers(sample(**{table: sample_table(table, change)}))


@few
@given(
    st.lists(st.tuples(PLACES, st.sampled_from(CELLS), st.sampled_from(FORMATS)), max_size=12),
    st.lists(st.tuples(PLACES, PLACES), max_size=3),
    st.lists(st.integers(1, 8), max_size=4),
    st.integers(0, 3),
)
def test_workbooks_with_anything_in_any_cell(
    cells: list[tuple[tuple[int, int], object, str]],
    merged: list[tuple[tuple[int, int], tuple[int, int]]],
    hidden: list[int],
    above: int,
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "nodes"
    for _ in range(above):
        sheet.append(["A title above"])
    for row in rows_of("nodes")[:5]:
        sheet.append(row)
    for (row, column), value, number_format in cells:
        cell = sheet.cell(row, column, value)  # type: ignore[arg-type]
        cell.number_format = number_format
    for (top, left), (bottom, right) in merged:
        sheet.merge_cells(
            start_row=min(top, bottom), end_row=max(top, bottom),
            start_column=min(left, right), end_column=max(left, right),
        )  # fmt: skip
    for row in hidden:
        sheet.row_dimensions[row].hidden = True
    content = io.BytesIO()
    book.save(content)
    intake = answers([Upload("places.xlsx", content.getvalue())], "empty")
    told = intake.findings.dropna(subset=["row"])
    assert set(told["row"]) <= set(range(1, 9 + above))


@few
@given(
    st.text(st.characters(codec="utf-16"), max_size=200),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1251", "cp866", "koi8-r", "latin-1"]),
    st.sampled_from(["nodes.csv", "nodes.txt", "nodes.tsv", "nodes.json", "nodes.geojson", "x.csv"]),
    st.booleans(),
)
def test_any_text_in_any_encoding(text: str, encoding: str, name: str, has_head: bool) -> None:  # noqa: FBT001
    head = "node_id;name_en;kind\n" if has_head else ""
    answers(one(name, (head + text).encode(encoding, errors="replace")), "empty")


@pytest.mark.parametrize(("lang", "page"), PAGES)
@settings(many)
@given(data=st.data())
def test_names_in_a_code_page_are_read_right_or_refused(lang: str, page: str, data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(NAMES[lang]), min_size=1, max_size=6))
    text = "node_id;name\n" + "".join(f"a{at};{name}\n" for at, name in enumerate(names))
    text = text.encode(page, errors="ignore").decode(page)
    report = Report()
    found = decoded("nodes.csv", text.encode(page), report)
    assert found in {None, text}
    assert (found is None) == bool(report.findings)


@few
@given(
    st.dictionaries(
        st.text(st.sampled_from("ab.\\/ :~$_йü\x00\r"), min_size=1, max_size=12)
        | st.sampled_from(
            ["__MACOSX/a", "a\\b.csv", ".DS_Store", "desktop.ini", "nodes.csv", "../x", "Icon\r"]
        ),
        st.sampled_from([b"", b"node_id\nx\n", GEO, BOOK.content]),
        max_size=5,
    )
)
def test_archives_with_any_names(members: dict[str, bytes]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    answers([Upload("data.zip", packed.getvalue())], "empty")


@few
@given(
    st.sampled_from(
        ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "GeometryCollection", None, "x"]
    ),
    json_values,
    json_values,
    st.sampled_from(["legs.json", "map.geojson"]),
)
def test_geojson_of_any_shape_and_system(kind: str | None, value: object, crs: object, name: str) -> None:
    geometry = None if kind is None else {"type": kind, "coordinates": value, "geometries": value}
    for properties in ({"leg_id": "aktau-alat"}, {"node_id": "aktau-port"}, None):
        feature = {"type": "Feature", "properties": properties, "geometry": geometry}
        collected = {"type": "FeatureCollection", "features": [feature], "crs": crs}
        answers(one(name, json.dumps(collected)), "empty")
    answers(one(name, json.dumps(geometry)), "empty")
    answers(one(name, json.dumps({"type": "Feature", "properties": {}, "geometry": geometry})), "empty")


points = st.tuples(st.floats(-360, 360, allow_subnormal=False), st.floats(-90, 90, allow_subnormal=False))


@many
@given(st.lists(points, min_size=2, max_size=8))
def test_a_continuous_line_has_the_same_points_and_short_steps(line: list[tuple[float, float]]) -> None:
    found = continuous(line)
    for (lon, lat), (before, lat_before) in zip(found, line, strict=True):
        assert lat == lat_before
        assert math.isclose((lon - before) / 360, round((lon - before) / 360), abs_tol=1e-9)
    assert abs(found[0][0]) <= 180
    assert all(abs(b[0] - a[0]) <= 180 + 1e-9 for a, b in itertools.pairwise(found))
    for part in within_half_turn(found):
        assert all(-180 - 1e-9 <= lon <= 180 + 1e-9 for lon, _ in part)
    ends = (within_half_turn(found)[0][0], within_half_turn(found)[-1][-1])
    for end, expected in zip(ends, (found[0], found[-1]), strict=True):
        assert line_km([end, expected]) < 1

"""Whatever is brought, the intake answers with a dataset or with findings, and never with an error."""

from __future__ import annotations

import io
import json
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.dataset.tables import SHIPPED
from corridor.intake import Intake, Upload, take_in
from tests import sample_package
from tests.hostile.files import collection, leg_line, one, rows_of, sample, sample_table, workbook, zipped

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
few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def answers(uploads: list[Upload]) -> Intake:
    intake = take_in(uploads, base=SHIPPED)
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

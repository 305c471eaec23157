"""The zip to take along: what is in it, that it loads again, that its bytes are steady."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile

import frictionless
import geopandas as gpd
import openpyxl
import pandas as pd
import pytest

from corridor.brief.bundle import WORKBOOK, bundle
from corridor.brief.contents import table_resource
from corridor.brief.csv import as_csv
from corridor.brief.geo import BROUGHT, leg_features
from corridor.brief.provenance import with_sources
from corridor.brief.workbook import COLUMNS_SHEET, workbook
from corridor.chain.steps import steps, totals
from corridor.columns.chain import STEPS, TOTALS
from corridor.dataset.neutral import is_formula
from corridor.dataset.tables import load
from corridor.geometry import leg_lines
from tests import sample_package
from tests.checks import every
from tests.shipped import shipped_data
from ui.language.text import Words

DOCUMENTS = {"README.md", "CITATION.cff", "datapackage.json"}


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def whole(data):
    return bundle(data)


@pytest.fixture(scope="module")
def seen(data):
    chain = steps(data, "tc-btk")
    tables = with_sources(data, {"steps": chain, "totals": totals(chain)})
    return tables, bundle(data, frames=tables, view={"url": "/corridor?c=tc-btk"})


def files(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def plain_ends(text):
    """Spreadsheets know one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_everything_holds_all_forms(whole, data):
    tables = {table.path for table in data.package.tables.values()}
    geo = {f"{layer}.{end}" for layer in ("legs", "nodes") for end in ("geojson", "parquet")}
    licences = {"LICENSE-CC-BY-4.0.txt", "LICENSE-ODbL-1.0.txt"}
    assert set(files(whole)) == tables | geo | licences | DOCUMENTS | {WORKBOOK}


def test_only_the_whole_goes_by_the_name_of_the_dataset(whole, seen, data):
    own, part = (json.loads(files(content)["datapackage.json"]) for content in (whole, seen[1]))
    assert (own["name"], part["name"]) == (data.package.name, f"{data.package.name}-view")
    one_table = json.loads(files(bundle(data, tables=("trade",)))["datapackage.json"])
    assert one_table["name"] == part["name"]


def test_the_same_data_give_the_same_bytes(whole):
    assert bundle(load()) == whole


@pytest.mark.parametrize("which", ["whole", "seen"])
def test_the_descriptor_describes_exactly_the_files_inside(which, whole, seen):
    found = files(whole if which == "whole" else seen[1])
    resources = json.loads(found["datapackage.json"])["resources"]
    described = {one["path"] for one in resources}
    assert described == {name for name in found if name not in DOCUMENTS and not name.startswith("LICENSE-")}
    assert len({one["name"] for one in resources}) == len(resources)
    for one in resources:
        assert one["bytes"] == len(found[one["path"]])
        assert one["hash"] == f"sha256:{hashlib.sha256(found[one['path']]).hexdigest()}"
        if one["path"].endswith(".csv"):
            header = next(csv.reader(io.StringIO(found[one["path"]].decode())))
            assert [field["name"] for field in one["schema"]["fields"]] == header


@pytest.mark.parametrize("which", ["whole", "seen"])
def test_an_independent_validator_finds_nothing_wrong(which, whole, seen, tmp_path):
    content = whole if which == "whole" else seen[1]
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]


def test_everything_loads_again_as_the_same_data(whole, data, tmp_path):
    zipfile.ZipFile(io.BytesIO(whole)).extractall(tmp_path)
    again = load(tmp_path)
    for name in data.package.tables:
        pd.testing.assert_frame_equal(again.table(name), data.table(name))
    assert files(bundle(again)).keys() == files(whole).keys()


def test_a_hostile_dataset_comes_back_as_it_was_and_runs_nowhere(tmp_path):
    texts = [
        "=1+1",
        "+SUM(A1)",
        "-2+3",
        "@x",
        "\t=1",
        "'=1",
        'a,b"c',
        "line\r\nend",
        "\r",
        "#N/A",
        " =x",
        "＝1",
    ]
    rows = sample_package.rows()
    for row, text in zip(rows["claims"], texts, strict=False):
        row["note"] = text
    original = load(sample_package.write(tmp_path / "routes", rows))
    content = bundle(original)
    zipfile.ZipFile(io.BytesIO(content)).extractall(tmp_path / "again")
    pd.testing.assert_frame_equal(load(tmp_path / "again").claims, original.claims)
    cells = [
        cell
        for row in csv.reader(io.StringIO(files(content)["claims.csv"].decode(), newline=""))
        for cell in row
    ]
    assert not [cell for cell in cells if is_formula(cell) and not cell.startswith("'")]
    book = openpyxl.load_workbook(io.BytesIO(files(content)[WORKBOOK]))
    notes = [row[-1] for row in book["claims"].iter_rows(min_row=2)]
    assert [cell.value and plain_ends(cell.value) for cell in notes] == [
        None if pd.isna(note) else plain_ends(note) for note in original.claims["note"]
    ]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}
    assert every(cell.quotePrefix for cell in notes[:5])


def test_ids_held_apart_are_joined_by_bars_and_run_nowhere():
    frame = pd.DataFrame({"ids": [("=1+1", "b"), ("a", "=1"), ()], "text": ["@x", "x|y", "-2"]})
    assert as_csv(frame).decode().splitlines() == ["ids,text", "'=1+1|b,'@x", "a|=1,x|y", ",'-2"]
    book = openpyxl.load_workbook(
        io.BytesIO(workbook({"t": frame}, {"t": [{"name": "ids"}, {"name": "text"}]}, title="t"))
    )
    assert [cell.value for cell in book["t"]["A"][1:]] == ["=1+1|b", "a|=1", None]
    assert {cell.data_type for row in book["t"].iter_rows() for cell in row} <= {"s", "n"}


def test_the_workbook_keeps_numbers_numbers_and_its_header_in_sight(whole, data):
    book = openpyxl.load_workbook(io.BytesIO(files(whole)[WORKBOOK]))
    assert book.sheetnames == [*data.package.tables, COLUMNS_SHEET]
    for name in data.package.tables:
        sheet, frame = book[name], data.table(name)
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert [cell.value for cell in sheet[1]] == list(frame.columns)
        assert sheet.max_row == len(frame) + 1
    typical = [cell.value for cell in book["claims"]["F"][1:]]
    assert typical == [None if pd.isna(value) else pytest.approx(value) for value in data.claims["typical"]]
    assert data.claims.columns[5] == "typical"


@pytest.mark.parametrize("lang", ["kk", "ru", "sr", "sr-Latn", "bg"])
def test_column_titles_come_in_the_language_that_is_asked_for(data, lang):
    translate = Words(lang).gettext
    book = openpyxl.load_workbook(
        io.BytesIO(files(bundle(data, tables=["nodes"], title_language=lang, translate=translate))[WORKBOOK])
    )
    titles = [translate(column.title) for column in data.package.tables["nodes"].columns]
    assert [cell.value for cell in book["nodes"][1]] == titles
    assert titles != [column.title for column in data.package.tables["nodes"].columns]
    names = [(row[1].value, row[2].value) for row in book[COLUMNS_SHEET].iter_rows(min_row=2)]
    assert names == [
        (column.name, translate(column.title)) for column in data.package.tables["nodes"].columns
    ]


def test_too_long_and_unprintable_texts_do_not_break_the_workbook():
    frame = pd.DataFrame({"text": ["x" * 40_000, "bell\x07", "=" * 40_000]})
    content = workbook(
        {"odd/name*that is much too long for a sheet": frame},
        {"odd/name*that is much too long for a sheet": [{"name": "text"}]},
        title="t",
    )
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [len(cell.value) for cell in sheet["A"][1:]] == [32767, 5, 32767]


def test_geojson_and_geoparquet_hold_every_leg_and_node_with_its_id(whole, data):
    found = files(whole)
    for layer, key in (("legs", "leg_id"), ("nodes", "node_id")):
        frame = data.table(layer)
        features = json.loads(found[f"{layer}.geojson"])["features"]
        assert [one["properties"][key] for one in features] == frame[key].tolist()
        assert every(set(frame.columns) <= set(one["properties"]) for one in features)
        table = gpd.read_parquet(io.BytesIO(found[f"{layer}.parquet"]))
        assert table[key].tolist() == frame[key].tolist()
        assert table.crs.to_epsg() == 4326
        assert not table.geometry.isna().any()
    lines = leg_lines().set_index("leg_id").geometry
    for one in json.loads(found["legs.geojson"])["features"]:
        assert len(one["geometry"]["coordinates"]) == len(lines[one["properties"]["leg_id"]].coords)


def test_lines_that_a_dataset_brings_go_before_ours(data):
    own = {"aktau-alat": ((51.0, 43.0), (49.4, 39.9))}
    features = leg_features(data.legs, own).set_index("leg_id")
    assert list(features.loc["aktau-alat"].geometry.coords) == list(own["aktau-alat"])
    assert features.loc["aktau-alat", "method"] == BROUGHT
    assert 350 < features.loc["aktau-alat", "drawn_km"] < 380
    assert len(features) == len(data.legs)


def test_a_view_says_that_it_is_one_and_brings_its_claims_and_sources(seen, data):
    tables, content = seen
    found = files(content)
    assert json.loads(found["view.json"]) == {"url": "/corridor?c=tc-btk"}
    assert "what one page showed" in found["README.md"].decode()
    headlines = {
        id_ for _, cells in tables["steps"].filter(like="_claim_id").items() for id_ in cells.dropna()
    }
    claims = tables["claims"]
    assert headlines <= set(claims["claim_id"])
    on_legs = data.claims[
        data.claims["subject_type"].eq("leg") & data.claims["subject_id"].isin(tables["steps"]["leg_id"])
    ]
    assert set(on_legs["claim_id"]) <= set(claims["claim_id"])
    assert set(claims["source_id"]) <= set(tables["sources"]["source_id"])
    assert set(tables["legs"]["leg_id"]) >= set(tables["steps"]["leg_id"].dropna())
    assert set(tables["legs"]["from_node"]) <= set(tables["nodes"]["node_id"])


def test_claims_bring_what_they_speak_of(data):
    some = data.claims[data.claims["subject_type"].isin(["leg", "project"])].head(40)
    tables = with_sources(data, {"claims": some})
    assert tables["claims"] is some
    for type_, table, key in (("leg", "legs", "leg_id"), ("project", "projects", "project_id")):
        ids = set(some.loc[some["subject_type"] == type_, "subject_id"])
        assert set(tables[table][key] if table in tables else ()) == ids


def test_every_computed_column_is_described(data):
    chain = steps(data, "tc-danube")
    for table, frame in ((STEPS, chain), (TOTALS, totals(chain))):
        assert tuple(frame.columns) == table.names


def test_a_column_that_is_worked_out_is_described_beside_the_file_and_an_unknown_one_is_not(data):
    chain = steps(data, "tc-danube").assign(made_up=1.5)
    told = {
        field["name"]: field for field in table_resource(data.package, "steps", chain)["schema"]["fields"]
    }
    assert told["time_h_typical"]["description"] == STEPS.column("time_h_typical").description
    assert told["made_up"] == {"name": "made_up", "type": "number", "title": "Made up"}
    other = table_resource(data.package, "no_such_table", chain[["made_up"]])["schema"]["fields"]
    assert other == [told["made_up"]]


def test_the_readme_states_licences_version_and_formulas(whole, data):
    text = files(whole)["README.md"].decode()
    for said in (
        data.version,
        data.content_hash,
        "creativecommons.org/licenses/by/4.0",
        "ODbL",
        "OpenStreetMap",
    ):
        assert said in text
    assert "apostrophe" in text
    assert every(f"| `{table.path}` |" in text for table in data.package.tables.values())


def test_descriptions_cannot_break_out_of_the_readme(package):
    descriptor = json.loads((package / "datapackage.json").read_text())
    descriptor["title"] = "a | b\n# Heading"
    descriptor["licenses"] = [{"name": "x|y", "path": "z\n- w"}, "nonsense"]
    descriptor["contributors"] = {"not": "a list"}
    (package / "datapackage.json").write_text(json.dumps(descriptor))
    text = files(bundle(load(package)))["README.md"].decode()
    assert "\n# Heading" not in text
    assert "\n- w" not in text


def test_empty_tables_can_be_packed(data):
    frames = {"claims": data.claims.head(0), "odd": pd.DataFrame({"a": []}), "none": pd.DataFrame()}
    found = files(bundle(data, frames=frames, view={}))
    assert found["odd.csv"] == b"a\n"
    assert as_csv(data.claims.head(0)) == found["claims.csv"]

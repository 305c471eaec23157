"""Twenty-three uploads as people really made them: what must come of each, to the word and the cell."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from corridor.brief.bundle import WORKBOOK, bundle
from corridor.dataset.tables import SHIPPED
from corridor.evidence.figures import leg_figure
from corridor.intake import Upload, take_in
from tests.shipped import shipped_data
from ui.language.text import LANGUAGES, Words
from ui.sections.own_data.upload import _titles

if TYPE_CHECKING:
    from corridor.intake import Intake

CASES = Path(__file__).parents[2] / "cases"
NODES = ("own-aktau", "own-beyneu")


def brought(case: str, *names: str) -> Intake:
    """What comes of a case, or of some of its files, with the tables that were not brought left empty."""
    place = CASES / case
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    uploads = [Upload(file.name, file.read_bytes()) for file in files if not names or file.name in names]
    assert uploads
    return take_in(uploads, base=SHIPPED, rest="empty")


def found(intake: Intake) -> list[tuple[str, int, str, str]]:
    """Check, row, column and value of each finding."""
    frame = intake.findings
    rows = [
        None if row is None else int(row)
        for row in frame["row"].astype(object).where(frame["row"].notna(), None)
    ]
    return list(zip(frame["check"], rows, frame["column"], frame["value"], strict=True))


def said(intake: Intake, kind: str) -> str:
    return "\n".join(str(note) for note in intake.notes if note.kind == kind)


def names(intake: Intake, column: str = "name_ru") -> list[str]:
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    return intake.dataset.nodes[column].tolist()


def test_each_error_cell_is_a_finding_with_its_letter() -> None:
    intake = brought("error-cells.xlsx")
    assert found(intake) == [
        ("spreadsheet-error", 2, "name_kk", "#N/A"),
        ("spreadsheet-error", 2, "name_ru", "#REF!"),
        ("spreadsheet-error", 3, "name_kk", "#NAME?"),
    ]
    assert list(intake.findings["letter"]) == ["C", "D", "C"]
    assert set(intake.findings["file"]) == {"error-cells.xlsx / nodes"}


def test_a_month_stays_a_month() -> None:
    intake = brought("month-cells.xlsx")
    assert intake.dataset is not None
    assert intake.dataset.events["date"].tolist() == ["2025-11", "2025-11-01", "2025-11"]
    assert intake.dataset.events["date_to"].tolist()[1] == "2025-11-04"
    assert "read as a month or a year. Cells: 2. (2025-11)" in said(intake, "assumed")


def test_merged_cells_are_told_with_their_place() -> None:
    intake = brought("merged-note.xlsx")
    assert intake.dataset is not None
    (note,) = [note for note in intake.notes if "Merged cells" in note.message]
    assert (note.kind, note.place, note.file) == ("assumed", "M2:M3", "merged-note.xlsx / nodes")


def test_a_formula_that_gives_nothing_is_an_empty_cell() -> None:
    intake = brought("formula-empty.xlsx")
    assert names(intake) == ["Двор Актау", "Двор Бейнеу"]
    assert intake.dataset is not None
    assert intake.dataset.nodes["note"].isna().all()
    assert "Cells with formulas: 2." in said(intake, "assumed")


def test_parts_of_a_workbook_that_are_no_sheets_are_passed_over() -> None:
    assert names(brought("powerquery.xlsx")) == ["Двор Актау", "Двор Бейнеу"]


# With its dictionary a workbook names its columns itself; without, the titles of each language are known.
@pytest.mark.parametrize(
    ("lang", "has_dictionary"),
    [(None, True), ("kk", True), ("sr-Latn", True), *((lang, False) for lang in (None, *LANGUAGES))],
)
def test_our_own_workbook_comes_back_with_titles_in_any_language(
    lang: str | None,
    has_dictionary: bool,  # noqa: FBT001
) -> None:
    data = shipped_data()
    is_large = (lang, has_dictionary) in {(None, False), ("sr-Latn", True)}
    tables = ("nodes", "legs", "events", "claims") if is_large else ("nodes", "events")
    translate = None if lang is None else Words(lang).gettext
    packed = bundle(data, tables=tables, title_language=lang, translate=translate)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        content = archive.read(WORKBOOK)
    if not has_dictionary:
        book = load_workbook(io.BytesIO(content))
        del book["columns"]
        saved = io.BytesIO()
        book.save(saved)
        content = saved.getvalue()
    titles = None if has_dictionary else _titles("")
    intake = take_in([Upload("tables.xlsx", content)], base=SHIPPED, titles=titles)
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert set(intake.tables) == set(tables)
    for name in tables:
        assert intake.dataset.table(name).equals(data.table(name)), name
    assert ("titles of the columns" in said(intake, "corrected")) == (lang is not None)


def test_the_whole_workbook_of_the_download_comes_back() -> None:
    data = shipped_data()
    with zipfile.ZipFile(io.BytesIO(bundle(data))) as archive:
        content = archive.read(WORKBOOK)
    intake = take_in([Upload("own-workbook.xlsx", content)], base=SHIPPED, rest="empty")
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert set(intake.tables) == set(data.package.tables)
    assert intake.dataset.claims.equals(data.claims)


def test_title_rows_above_the_head_are_told_once_and_rows_keep_their_numbers() -> None:
    intake = brought("title-rows.xlsx")
    assert names(intake) == ["Двор Актау", "Двор Бейнеу"]
    (note,) = [note for note in intake.notes if "above the column names" in note.message]
    assert (note.kind, note.message) == ("ignored", "Rows above the column names were skipped: 1.")
    assert note.value == "Terminals on our routes, state of 1 November 2026"


def test_paths_with_backslashes_are_no_escape() -> None:
    assert names(brought("powershell.zip"), "node_id") == list(NODES)


def test_what_a_mac_adds_is_passed_over() -> None:
    intake = brought("finder.zip")
    assert names(intake, "node_id") == list(NODES)
    assert {note.file for note in intake.notes} == {"Мои маршруты/nodes.csv", "Мои маршруты/legs.csv"}


@pytest.mark.parametrize("lines", ["legs.geojson", "legs-beyond.geojson"])
def test_a_line_over_the_antimeridian_goes_the_short_way(lines: str) -> None:
    intake = brought("g-anti", "nodes.csv", "legs.csv", lines)
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    line = intake.dataset.lines["own-pac"]
    longitudes = [lon for lon, _ in line]
    assert longitudes == sorted(longitudes)
    assert (longitudes[0], longitudes[-1]) == (131.9, pytest.approx(237.7))
    distance = leg_figure(intake.dataset, "own-pac", "distance_km").typical
    assert distance == pytest.approx(7_810, rel=0.005)
    assert leg_figure(intake.dataset, "own-pac", "time_h").typical is None


def test_two_files_with_other_lines_of_one_leg_are_told() -> None:
    assert found(brought("g-anti")) == [("duplicate-key", 1, "leg_id", "own-pac")]


def test_a_multi_geometry_of_one_part_is_that_part() -> None:
    intake = brought("g-multi1")
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert intake.dataset.lines["own-leg"] == ((51.16, 43.65), (52.9, 43.9), (54.2, 44.9), (55.19, 45.32))
    assert intake.dataset.legs["gauge_mm"].tolist() == [1520]
    assert "Heights" in said(intake, "ignored")
    assert "joined" not in said(intake, "corrected")


def test_points_and_lines_in_one_file_in_any_order() -> None:
    intake = brought("g-order")
    assert names(intake, "node_id") == list(NODES)
    assert intake.line_count == 1


def test_the_same_leg_twice_is_told() -> None:
    assert found(brought("g-dup")) == [("duplicate-key", 2, "leg_id", "own-leg")]


def test_geojson_named_json_is_read() -> None:
    intake = brought("g-json")
    assert names(intake, "node_id") == list(NODES)
    assert len(intake.dataset.lines["own-leg"]) == 4  # type: ignore[union-attr]


def test_a_null_geometry_is_told_as_such_and_nothing_after_it() -> None:
    intake = brought("g-null")
    assert found(intake) == [("geometry", 3, "geometry", "own-x")]
    assert "no geometry (null)" in intake.findings["problem"][0]


def test_a_bare_feature_is_read() -> None:
    intake = brought("g-feature")
    assert intake.line_count == 1
    assert found(intake) == [("dangling-reference", 1, "leg_id", "own-leg")]


def test_the_encoding_of_geojson_is_named() -> None:
    intake = brought("g-1251")
    assert found(intake) == [("letters-lost", 1, "name_kk", "А?тау ауласы")]
    assert "Windows-1251" in said(intake, "assumed")


def test_the_coordinate_system_is_named_and_followed_where_the_ends_prove_it() -> None:
    intake = brought("g-4326")
    assert intake.dataset is not None
    assert intake.dataset.lines["own-leg"][0] == (51.16, 43.65)
    assert "EPSG:4326" in said(intake, "corrected")


def test_the_line_that_names_the_separator_is_understood() -> None:
    intake = brought("sep")
    assert names(intake) == ["Двор Актау", "Двор Бейнеу"]


def test_letters_lost_before_us_are_told() -> None:
    intake = brought("lost")
    assert found(intake) == [("letters-lost", 2, "name_kk", "А?тау ауласы")]
    assert "Windows-1251" in said(intake, "assumed")


def test_dos_letters_are_read_right() -> None:
    intake = brought("cp866")
    assert names(intake) == ["Порт Актау", "Рост"]
    assert "DOS-866 (cp866)" in said(intake, "assumed")


def test_a_russian_spreadsheet_says_true_and_its_commas_are_told_once_a_column() -> None:
    intake = brought("ruexcel")
    assert found(intake) == [("decimal-comma", 2, "lat", "43,65"), ("decimal-comma", 2, "lon", "51,16")]
    assert "Write 43.65 for 43,65" in intake.findings["cure"][0]
    assert ".xlsx" in intake.findings["cure"][0]
    assert "ЛОЖЬ → false" in said(intake, "corrected")


def test_windows_letters_stay_right() -> None:
    assert names(brought("cp1251")) == ["Двор Актау", "Двор Бейнеу"]

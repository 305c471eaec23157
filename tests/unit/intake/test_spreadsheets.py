"""What spreadsheets do to values, and what they hide, is told or put right wherever it stands."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from corridor.dataset.tables import SHIPPED
from corridor.intake import Upload, take_in
from corridor.intake.cell_formats import shown
from corridor.intake.sheet_layout import layout_of
from tests.hostile.files import repacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.intake import Intake

HEAD = [
    "node_id", "name_en", "kind", "country", "lat", "lon", "position_precision", "position_method",
    "gauge_change", "note",
]  # fmt: skip
AKTAU = ["own-aktau", "Aktau yard", "rail-station", "KZ", 43.65, 51.16, "town", "own survey", False, "first"]
BEYNEU = ["own-beyneu", "Beyneu yard", "rail-station", "KZ", 45.32, 55.19, "town", "own survey", False, "x"]
LEGS = [
    ["leg_id", "from_node", "to_node", "mode", "both_ways", "status", "geometry_fidelity"],
    ["own-leg", "own-aktau", "own-beyneu", "rail", True, "operating", "generalised"],
]


def book(
    change: Callable[[Workbook, Any], object] = lambda _book, _sheet: None,
    rows: tuple[list[Any], ...] = (HEAD, AKTAU, BEYNEU),
    *,
    title: str = "nodes",
    name: str = "places.xlsx",
) -> Upload:
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    change(made, sheet)
    content = io.BytesIO()
    made.save(content)
    return Upload(name, content.getvalue())


def text(*rows: list[Any], separator: str = ",", name: str = "nodes.csv") -> Upload:
    lines = [separator.join(map(str, row)) for row in rows]
    return Upload(name, ("\n".join(lines) + "\n").encode())


def brought(*uploads: Upload) -> Intake:
    return take_in(uploads, base=SHIPPED, rest="empty")


def found(intake: Intake) -> list[tuple[str, int, str, str]]:
    """Check, row, column with its letter, value."""
    frame = intake.findings
    places = [
        f"{column} {letter}".strip() for column, letter in zip(frame["column"], frame["letter"], strict=True)
    ]
    return list(zip(frame["check"], frame["row"], places, frame["value"], strict=True))


def notes(intake: Intake, kind: str) -> list[str]:
    return [f"{note.message} {note.value}".strip() for note in intake.notes if note.kind == kind]


def cell(place: str, value: object, number_format: str = "General") -> Callable[[Workbook, Any], None]:
    def change(_book: Workbook, sheet: Any) -> None:
        sheet[place] = value
        sheet[place].number_format = number_format

    return change


@pytest.mark.parametrize(
    "error",
    ["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA",
     "#Н/Д", "#ССЫЛКА!", "#ИМЯ?", "#ЗНАЧ!", "#ДЕЛ/0!", "#ЧИСЛО!", "#ПУСТО!", "#VREDNOST!", "#ВРЕДНОСТ!",
     "#IME?",
     "#BEZUG!", "#WERT!", "#NV", "Err:502", "Ошибка:502", "########"],
)  # fmt: skip
def test_an_error_of_any_language_in_a_text_file_is_told(error: str) -> None:
    intake = brought(text(HEAD, [*AKTAU[:1], error, *AKTAU[2:]]))
    assert found(intake) == [("spreadsheet-error", 2, "name_en", error)]


@pytest.mark.parametrize(
    "honest", ["#1 berth", "No. #12", "#hashtag", "#", "Is it open?", "N/A", "R&D!", "#7/2"]
)
def test_what_only_looks_like_an_error_is_kept(honest: str) -> None:
    intake = brought(text(HEAD, [*AKTAU[:9], honest]))
    assert found(intake) == []
    assert intake.dataset is not None
    assert intake.dataset.nodes["note"].tolist() == [honest]


def test_an_error_in_a_column_of_numbers_is_told_once() -> None:
    assert found(brought(book(cell("E2", "#DIV/0!")))) == [("spreadsheet-error", 2, "lat E", "#DIV/0!")]


@pytest.mark.parametrize(
    ("number_format", "value", "mark"),
    [
        ("yyyy-mm", "2025-11", "month"),
        ("mmm-yy", "2025-11", "month"),
        ("mmmm\\ yyyy", "2025-11", "month"),
        ("[$-419]mmmm\\ yyyy;@", "2025-11", "month"),
        ('yyyy" г."', "2025", "year"),
        ("yyyy", "2025", "year"),
        ("dd.mm.yyyy", "2025-11-03", "day"),
        ("mm-dd-yy", "2025-11-03", "day"),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-11-03", "day"),
        ("dd/mm/yyyy hh:mm", "2025-11-03", "day"),
        ("d-mmm", "2025-11-03", "date-without-year"),
        ("dddd", "2025-11-03", "date-without-year"),
        ("h:mm AM/PM", "2025-11-03", "time"),
        ("mm:ss", "2025-11-03", "time"),
    ],
)
def test_a_date_is_read_as_far_as_its_format_shows_it(number_format: str, value: str, mark: str) -> None:
    assert shown(dt.datetime(2025, 11, 3), number_format) == (value, mark)  # noqa: DTZ001 - as a cell holds it


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (0.25, "0%", ("0.25", "percent")),
        (0.25, '0.00" %"', ("0.25", "")),
        (1520, "#,##0", ("1520", "")),
        (1520, "#,##0,", ("1520", "scaled")),
        (1520.0, '0.0,,"m"', ("1520", "scaled")),
        (7, "000", ("007", "")),
        (43.65, "0", ("43.65", "")),
        (True, "0%", ("true", "")),
    ],
)
def test_a_number_is_read_as_the_cell_holds_it(
    number: float, number_format: str, expected: tuple[str, str]
) -> None:
    assert shown(number, number_format) == expected


def test_numbers_shown_as_percent_or_thousands_are_told_once_a_column() -> None:
    def percent(_book: Workbook, sheet: Any) -> None:
        sheet["E2"].number_format = sheet["E3"].number_format = "0%"

    intake = brought(book(percent))
    assert found(intake) == [("shown-otherwise", 2, "lat E", "43.65")]
    assert intake.findings["problem"][0].endswith("rows 2-3")


@pytest.mark.parametrize(
    ("place", "value", "number_format", "expected"),
    [
        ("E2", dt.datetime(1965, 3, 1), "mmm\\.yy", ("unmeant-date", 2, "lat E", "1965-03")),  # noqa: DTZ001
        ("E3", dt.time(1, 30), "h:mm", ("unmeant-date", 3, "lat E", "01:30:00")),
        ("J3", dt.datetime(2026, 1, 2), "d-mmm", ("unmeant-date", 3, "note J", "2026-01-02")),  # noqa: DTZ001
    ],
)
def test_a_date_that_the_spreadsheet_made_of_something_else_is_told(
    place: str, value: object, number_format: str, expected: tuple[str, int, str, str]
) -> None:
    assert found(brought(book(cell(place, value, number_format)))) == [expected]


def test_a_date_in_a_column_of_text_is_written_out_with_a_word_on_it() -> None:
    intake = brought(book(cell("J3", dt.datetime(2026, 1, 2), "dd.mm.yyyy")))  # noqa: DTZ001
    assert intake.dataset is not None
    assert intake.dataset.nodes["note"].tolist() == ["first", "2026-01-02"]
    assert "Dates in columns of text were written as YYYY-MM-DD. Cells: 1. 2026-01-02" in notes(
        intake, "assumed"
    )


def test_what_a_sheet_merges_and_hides_is_told_where_it_touches_the_table() -> None:
    def change(made: Workbook, sheet: Any) -> None:
        sheet.merge_cells("J2:J3")
        sheet.merge_cells("A9:C9")
        sheet.row_dimensions[3].hidden = True
        sheet.row_dimensions[9].hidden = True
        sheet.column_dimensions["J"].hidden = True
        legs = made.create_sheet("legs")
        for row in LEGS:
            legs.append(row)
        legs.sheet_state = "veryHidden"
        made.create_sheet("secret").append(["x"])
        made.create_chartsheet("Chart")

    intake = brought(book(change))
    assert intake.dataset is not None
    assert list(intake.tables) == ["nodes", "legs"]
    assert [note.place for note in intake.notes if "Merged" in note.message] == ["J2:J3"]
    said = notes(intake, "assumed")
    assert "Hidden rows, such as those of a filter, were read like the others: 3." in said
    assert "Hidden columns were read like the others: J." in said
    (hidden,) = [note.file for note in intake.notes if "sheet is hidden" in note.message]
    assert hidden == "places.xlsx / legs"


def test_formulas_without_values_are_told_once_a_column_and_only_in_tables() -> None:
    def change(made: Workbook, sheet: Any) -> None:
        sheet["J2"] = sheet["J3"] = "=1+1"
        made.create_sheet("scratch").append(["=2+2"])

    intake = brought(book(change))
    assert found(intake) == [("formula", 2, "note J", "=1+1")]
    assert intake.findings["problem"][0].endswith("rows 2-3")


def test_saved_values_of_a_workbook_that_asks_to_be_computed_may_be_old() -> None:
    def with_value(upload: Upload) -> Upload:
        with zipfile.ZipFile(io.BytesIO(upload.content)) as archive:
            sheet = archive.read("xl/worksheets/sheet1.xml")
        changed = re.sub(rb"<f>1\+1</f><v ?/>", b"<f>1+1</f><v>2</v>", sheet.replace(b"<v></v>", b"<v/>"))
        assert changed != sheet
        return repacked(upload, {"xl/worksheets/sheet1.xml": changed}, name=upload.name)[0]

    intake = brought(with_value(book(cell("J2", "=1+1"))))
    assert intake.dataset is not None
    assert intake.dataset.nodes["note"].tolist() == ["2", "x"]
    assert any("may be old" in message for message in notes(intake, "assumed"))


def test_where_the_xml_of_a_sheet_gives_no_addresses_cells_are_counted() -> None:
    content = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b"<x:row><x:c><x:v>1</x:v></x:c><x:c><x:f>A1</x:f></x:c></x:row>"
        b'<x:row r="4" hidden="1"><x:c r="C4" t="str"><x:f>B1</x:f><x:v></x:v></x:c></x:row></x:sheetData>'
        b'<x:mergeCells><x:mergeCell ref="A1:B2"/></x:mergeCells></x:worksheet>'
    )
    layout = layout_of(content)
    assert layout.unsaved == {(1, 2): "=A1"}
    assert layout.formulas == {(4, 3)}
    assert (layout.hidden_rows, layout.merged) == ([4], ["A1:B2"])


def test_titles_blank_rows_and_columns_and_remarks_around_a_table_keep_its_row_numbers() -> None:
    wrong = [*BEYNEU[:2], "harbour", *BEYNEU[3:]]
    rows = (
        [None, "Our terminals"],
        [],
        [None, *HEAD],
        [None, *AKTAU],
        [],
        [None, *wrong],
        [],
        ["Source: own survey"],
    )
    intake = brought(book(rows=rows))
    assert found(intake) == [("not-in-list", 6, "kind D", "harbour")]
    assert notes(intake, "ignored") == [
        "Rows above the column names were skipped: 1. Our terminals",
        "Remarks below the table were skipped: rows 8. Source: own survey",
        "Blank rows were skipped: 5.",
    ]


def test_a_second_row_of_titles_is_skipped() -> None:
    intake = brought(book(rows=(HEAD, ["Node", "Name (English)", "Kind", "Country"], AKTAU, BEYNEU)))
    assert intake.dataset is not None
    assert notes(intake, "ignored") == ["Row 2 repeats the column names and was skipped."]


def test_cells_in_a_column_without_a_name_are_told_with_its_letter() -> None:
    assert found(brought(book(rows=(HEAD, [*AKTAU, "stray"], BEYNEU)))) == [
        ("column-without-name", 2, "K", "stray")
    ]


def test_column_names_in_capitals_and_with_blanks_are_understood() -> None:
    intake = brought(book(rows=([name.upper().replace("_", " ") for name in HEAD], AKTAU), title="Sheet1"))
    assert intake.dataset is not None
    assert intake.dataset.nodes["node_id"].tolist() == ["own-aktau"]
    assert "NODE ID → node_id" in "".join(notes(intake, "corrected"))


@pytest.mark.parametrize(
    ("word", "meant"),
    [("ИСТИНА", True), ("ложь", False), ("WAHR", True), ("да", True), ("нет", False), ("иә", True),
     ("жоқ", False),
     ("не", False), ("Yes", True), ("0", False)],
)  # fmt: skip
def test_words_for_true_and_false(word: str, *, meant: bool) -> None:
    intake = brought(text(HEAD, [*AKTAU[:8], word, "x"]))
    assert intake.dataset is not None
    assert intake.dataset.nodes["gauge_change"].tolist() == [meant]


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("43,65", "Write 43.65 for 43,65"),
        ("1 043,5", "Write 1043.5 for 1 043,5"),
        ("1.043,5", "Write 1043.5 for 1.043,5"),
        ("1,043.5", "Write 1043.5 for 1,043.5"),
        ("1 043", "Write 1043 for 1 043"),
        ("0,125", "Write 0.125 for 0,125"),
        ("1,043", "Write 1043 if the comma separates thousands, 1.043 if it marks the decimals."),
    ],
)
def test_commas_and_separators_have_the_right_cure(written: str, cure: str) -> None:
    intake = brought(text(HEAD, [*AKTAU[:4], written, *AKTAU[5:]], separator=";"))
    assert len(intake.findings) == 1
    assert intake.findings["cure"][0].startswith(cure)


def test_a_comma_that_could_be_either_is_told_with_those_that_cannot() -> None:
    rows = ([*AKTAU[:4], "43,650", *AKTAU[5:]], [*BEYNEU[:4], "45,32", *BEYNEU[5:]])
    intake = brought(text(HEAD, *rows, separator=";"))
    assert found(intake) == [("decimal-comma", 2, "lat", "43,650")]
    assert intake.findings["problem"][0].endswith("rows 2-3")


@pytest.mark.parametrize("lost", ["А?тау", "?ызылорда", "Ma?aszewicze", "???", "Т?рксіб"])
def test_letters_lost_to_question_marks_are_told(lost: str) -> None:
    assert found(brought(text(HEAD, [AKTAU[0], lost, *AKTAU[2:]]))) == [("letters-lost", 2, "name_en", lost)]


@pytest.mark.parametrize("honest", ["Open? Not yet", "Why?", "https://example.org/a?b=c", "not known (?)"])
def test_honest_question_marks_stay(honest: str) -> None:
    assert found(brought(text(HEAD, [*AKTAU[:9], honest]))) == []


@pytest.mark.parametrize("page", ["cp1251", "cp1252", "cp1250"])
@pytest.mark.parametrize("meant", ["Атырау", "Ниш", "Эркеш", "Čačak", "Székesfehérvár", "Malå"])
def test_letters_read_in_a_wrong_encoding_are_told_with_what_was_meant(page: str, meant: str) -> None:
    scrambled = "".join(_letter(byte, page) for byte in meant.encode())
    intake = brought(text(HEAD, [AKTAU[0], scrambled, *AKTAU[2:]]))
    assert list(intake.findings["check"]) == ["letters-scrambled"]
    assert f"“{meant}”" in intake.findings["cure"][0]


def _letter(byte: int, page: str) -> str:
    try:
        return bytes([byte]).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


def test_a_number_that_a_spreadsheet_shortened_is_told() -> None:
    assert found(brought(text(HEAD, [*AKTAU[:9], "1.23457E+15"]))) == [
        ("digits-lost", 2, "note", "1.23457E+15")
    ]


def test_blanks_around_values_are_taken_off() -> None:
    intake = brought(text(HEAD, [" own-aktau", "Aktau\u00a0", *AKTAU[2:4], " 43.65 ", *AKTAU[5:]]))
    assert intake.dataset is not None
    assert intake.dataset.nodes["node_id"].tolist() == ["own-aktau"]
    assert any("Cells: 3." in message for message in notes(intake, "corrected"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("n.xls", "Excel 97-2003"), ("n.xlsb", "binary Excel"), ("n.ods", "OpenDocument"),
     ("n.numbers", "Numbers"),
     ("n.xlsm", "macros")],
)  # fmt: skip
def test_workbooks_of_other_kinds_are_named_as_what_they_are(name: str, kind: str) -> None:
    intake = brought(Upload(name, b"\xd0\xcf\x11\xe0 or PK"), text(*LEGS, name="legs.csv"))
    assert [kind in problem for problem in intake.findings["problem"]] == [True]


def test_an_old_workbook_under_a_new_name_is_named_too() -> None:
    (problem,) = brought(Upload("nodes.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")).findings["problem"]
    assert "locked with a password" in problem


def test_a_tab_separated_text_of_excel_is_a_table_and_a_read_me_is_none() -> None:
    table = text(HEAD, AKTAU, separator="\t")
    unicode_text = Upload("places.txt", table.content.decode().encode("utf-16"))
    intake = brought(unicode_text, Upload("read me.txt", "Привет".encode("cp1251")))
    assert intake.dataset is not None
    assert list(intake.tables) == ["nodes"]
    assert notes(intake, "ignored") == ["The file is not a table and was ignored."]


def test_a_zip_of_a_russian_windows_has_its_names_in_their_letters() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("XXXX/nodes.csv", text(HEAD, AKTAU).content)
        archive.writestr("XXXX/desktop.ini", b"")
        archive.writestr("XXXX/Thumbs.db", b"")
        archive.writestr("XXXX/~$nodes.xlsx", b"")
        archive.writestr("$RECYCLE.BIN/x.exe", b"")
    content = packed.getvalue().replace(b"XXXX", "Пути".encode("cp866"))
    intake = brought(Upload("data.zip", content))
    assert intake.dataset is not None
    assert {note.file for note in intake.notes} == {"Пути/nodes.csv"}


@pytest.mark.parametrize("path", ["..\\..\\nodes.csv", "C:\\nodes.csv", "\\\\host\\nodes.csv"])
def test_backslashes_are_still_no_way_out(path: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo(path), text(HEAD, AKTAU).content)
    assert set(brought(Upload("data.zip", packed.getvalue())).findings["check"]) == {"archive-path"}


def test_nothing_is_missed_in_a_file_that_could_not_be_read() -> None:
    intake = brought(Upload("everything.xls", b"\xd0\xcf\x11\xe0"), text(*LEGS, name="legs.csv"))
    assert set(intake.findings["check"]) == {"workbook-kind"}

"""Rows of cells out of the sheets of an XLSX workbook; formulas are not computed, macros not run."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.archive import unpack
from corridor.intake.cell_formats import shown
from corridor.intake.delimited import fits
from corridor.intake.sheet_layout import Layout, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.intake.cell_formats import Mark
    from corridor.intake.report import Report, Upload

_MACRO = re.compile(r"vbaproject|macrosheets|activex|/ctrlprops/", re.IGNORECASE)
_MACRO_TYPE = b"macroEnabled"
_LINKS = "externallinks/"
# Folders of a workbook that hold what is read, and sheets of generators with folders of their own.
_READ_FOLDERS = frozenset({"", "_rels", "xl", "xl/_rels", "xl/worksheets", "xl/theme"})
_SHEET_PART = re.compile(r"/sheet\d*\.xml$", re.IGNORECASE)
_NO_TABLE_SHEETS = re.compile(r"(^|/)(chartsheets|dialogsheets)/", re.IGNORECASE)
_DATA_FROM_ELSEWHERE = re.compile(rb"/(connections|queryTables?/)")
_RECALCULATED = re.compile(rb'<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad="(?:1|true)"')
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")

_SAVE_PLAIN = Phrase(
    "Save the workbook as a plain .xlsx without macros and links, or each sheet as CSV UTF-8."
)


@dataclass
class Grid:
    """
    One sheet.

    Attributes
    ----------
    rows
        Its cells as texts, without blank cells at the end of a row.
    marks
        What is to be known of a cell beside its text, by (row, column) counted from 1.
    layout
        What it merges, hides and computes.
    is_hidden
        Whether the workbook hides the sheet.
    """

    rows: list[list[str]] = field(default_factory=list)
    marks: dict[tuple[int, int], Mark] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    is_hidden: bool = False


def sheets_of(workbook: Upload, report: Report) -> dict[str, Grid] | None:
    """
    Read every sheet as rows of text.

    Parameters
    ----------
    workbook
        The file.
    report
        Gets what is wrong.

    Returns
    -------
    dict or None
        The sheets by their names; None if the workbook is refused.
    """
    before = len(report.findings)
    parts = unpack(workbook, report, is_passed_over=_is_no_sheet)
    _check_parts(workbook, parts, report)
    if len(report.findings) > before:
        return None
    try:
        grids = _read(workbook.name, parts, report)
    except Exception as error:  # noqa: BLE001 - a hostile workbook can fail the reader in any way
        problem = Phrase("the workbook is damaged, or it is not an XLSX workbook")
        report.refuse(workbook.name, problem, _SAVE_PLAIN, "workbook-damaged", value=type(error).__name__)
        return None
    if len(report.findings) > before:
        return None
    _say_computed(workbook.name, grids, parts, report)
    return grids


def _is_no_sheet(path: str) -> bool:
    """Whether a part is of no use for reading tables: charts, pictures, properties, queries; never macros."""
    if _MACRO.search(path) or _LINKS in path.lower():
        return False
    folder = path.rpartition("/")[0]
    is_read = folder in _READ_FOLDERS or _SHEET_PART.search(path) is not None
    return not is_read or _NO_TABLE_SHEETS.search(path) is not None


def _check_parts(workbook: Upload, parts: list[Upload], report: Report) -> None:
    """Refuse macros, links to other files, and XML that defines words of its own."""
    for part in parts:
        problem = ""
        if _MACRO.search(part.name) or (
            "[content_types]" in part.name.lower() and _MACRO_TYPE in part.content
        ):
            problem, check = Phrase("the workbook holds macros"), "workbook-macros"
        elif _LINKS in part.name.lower():
            problem, check = Phrase("the workbook draws values from other files"), "workbook-links"
        elif _ENTITY.search(part.content) or (
            part.name.endswith((".xml", ".rels")) and part.content.startswith(_UTF16)
        ):
            problem, check = Phrase("the workbook holds XML that no spreadsheet writes"), "workbook-xml"
        if problem:
            report.refuse(workbook.name, problem, _SAVE_PLAIN, check, value=part.name)
            return


def _packed(parts: list[Upload]) -> bytes:
    """Pack the checked parts anew, so that no header of the visitor's archive is read again."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for part in parts:
            archive.writestr(part.name, part.content)
    return packed.getvalue()


def _read(file: str, parts: list[Upload], report: Report) -> dict[str, Grid]:
    """Read values as last saved; stop where a limit is passed."""
    found: dict[str, Grid] = {}
    by_path = {part.name: part.content for part in parts}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not keep
        book = load_workbook(
            io.BytesIO(_packed(parts)), read_only=True, data_only=True, keep_links=False, keep_vba=False
        )
        sheets: list[Any] = list(book.worksheets)
        for sheet in sheets:
            grid = Grid(is_hidden=sheet.sheet_state != "visible")
            for number, row in enumerate(_rows(sheet), start=1):
                grid.rows.append(_texts(row, number, grid))
                if not fits(f"{file} / {sheet.title}", grid.rows[-1], number, report):
                    return {}
            while grid.rows and not grid.rows[-1]:
                grid.rows.pop()
            path = str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - no public name for it
            grid.layout = layout_of(by_path[path])
            found[sheet.title] = grid
        book.close()
    return found


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Cells of each row; what the sheet claims of its own size is not believed."""
    sheet.reset_dimensions()
    yield from sheet.iter_rows(max_row=limits.ROWS + 2, max_col=limits.COLUMNS + 1)


def _texts(row: tuple[Any, ...], number: int, grid: Grid) -> list[str]:
    """Texts of a row without blank cells at its end; the grid gets their marks."""
    texts: list[str] = []
    for at, cell in enumerate(row, start=1):
        value = cell.value
        if value is None:
            texts.append("")
            continue
        text, mark = shown(value, "" if isinstance(value, str) else cell.number_format)
        if cell.data_type == "e":
            mark = "error"
        if mark:
            grid.marks[number, at] = mark
        texts.append(text)
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _say_computed(file: str, grids: dict[str, Grid], parts: list[Upload], report: Report) -> None:
    """Say how many values come from formulas and from elsewhere: they are as old as the workbook."""
    count = sum(len(grid.layout.formulas) for grid in grids.values())
    if count:
        pattern = Phrase(
            "Cells with formulas: {count}. Their values were taken as last saved; nothing was computed."
        )
        report.assumed(file, Phrase(pattern, count=count))
    if count and any(_RECALCULATED.search(part.content) for part in parts if "workbook" in part.name):
        message = Phrase(
            "The workbook asks for its formulas to be computed when it is opened, "
            "so the saved values may be old. "
            "Open and save it in the spreadsheet, then bring it again."
        )
        report.assumed(file, message)
    if any(_DATA_FROM_ELSEWHERE.search(part.content) for part in parts if _lists_parts(part.name)):
        message = Phrase("The workbook takes data from queries or connections: the values are as last saved.")
        report.assumed(file, message)


def _lists_parts(path: str) -> bool:
    """Whether a part lists the other parts."""
    return "[content_types]" in path.lower()

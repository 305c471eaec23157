"""Rows of cells out of the sheets of an XLSX workbook; formulas are not computed, macros not run."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from corridor.intake import limits
from corridor.intake.archive import unpack
from corridor.intake.delimited import fits
from corridor.intake.plain import plain
from corridor.intake.report import N_, Upload

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.intake.report import Report

_MACRO = re.compile(r"vbaproject|macrosheets|activex|/ctrlprops/", re.IGNORECASE)
_MACRO_TYPE = b"macroEnabled"
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_FORMULA = re.compile(rb"<f[ />]")

_SAVE_PLAIN = N_("Save the workbook as a plain .xlsx without macros and links, or each sheet as CSV UTF-8.")


def sheets_of(workbook: Upload, report: Report) -> dict[str, list[list[str]]]:
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
    dict
        Rows with the header first, by the name of the sheet; empty if the workbook is refused.
    """
    before = len(report.findings)
    parts = unpack(workbook, report)
    _check_parts(workbook, parts, report)
    if len(report.findings) > before:
        return {}
    plain = _packed(parts)
    has_formulas = any(_FORMULA.search(part.content) for part in parts if "worksheets/" in part.name)
    try:
        values = _read(workbook.name, plain, report, computed=True)
        if has_formulas and values:
            _check_formulas(workbook.name, values, plain, report)
    except Exception as error:  # noqa: BLE001 - a hostile workbook can fail the reader in any way
        problem = N_("the workbook is damaged, or it is not an XLSX workbook")
        report.refuse(workbook.name, problem, _SAVE_PLAIN, "workbook-damaged", value=type(error).__name__)
        return {}
    return values if len(report.findings) == before else {}


def _check_parts(workbook: Upload, parts: list[Upload], report: Report) -> None:
    """Refuse macros, links to other files, and XML that defines words of its own."""
    for part in parts:
        problem = ""
        if _MACRO.search(part.name) or (
            "[content_types]" in part.name.lower() and _MACRO_TYPE in part.content
        ):
            problem, check = N_("the workbook holds macros"), "workbook-macros"
        elif "externallinks/" in part.name.lower():
            problem, check = N_("the workbook draws values from other files"), "workbook-links"
        elif _ENTITY.search(part.content) or (
            part.name.endswith((".xml", ".rels")) and part.content.startswith(_UTF16)
        ):
            problem, check = N_("the workbook holds XML that no spreadsheet writes"), "workbook-xml"
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


def _read(file: str, content: bytes, report: Report, *, computed: bool) -> dict[str, list[list[str]]]:
    """Read values as last saved, or formulas as written; stop where a limit is passed."""
    found: dict[str, list[list[str]]] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not keep
        book = load_workbook(
            io.BytesIO(content), read_only=True, data_only=computed, keep_links=False, keep_vba=False
        )
        for sheet in book.worksheets:
            rows: list[list[str]] = []
            for row in _cells(sheet):
                rows.append(row)
                if not fits(f"{file} / {sheet.title}", row, len(rows), report):
                    return {}
            while rows and not any(rows[-1]):
                rows.pop()
            found[sheet.title] = [row if any(row) else [] for row in rows]
        book.close()
    return found


def _cells(sheet: Any) -> Iterator[list[str]]:
    """Texts of each row; what the sheet claims of its own size is not believed."""
    sheet.reset_dimensions()
    width = 0
    rows = sheet.iter_rows(max_row=limits.ROWS + 2, max_col=limits.COLUMNS + 1, values_only=True)
    for number, row in enumerate(rows):
        texts = [plain(value) for value in row]
        while texts and not texts[-1]:
            texts.pop()
        if number == 0:
            width = len(texts)
        yield texts + [""] * (width - len(texts))


def _check_formulas(file: str, values: dict[str, list[list[str]]], content: bytes, report: Report) -> None:
    """Say how many values come from formulas; refuse formulas whose value was never saved."""
    count = 0
    for sheet, rows in _read(file, content, report, computed=False).items():
        header = rows[0] if rows else []
        for number, row in enumerate(rows, start=1):
            for at, text in enumerate(row):
                if not text.startswith("=") or values_at(values, sheet, number, at) == text:
                    continue
                count += 1
                if not values_at(values, sheet, number, at):
                    problem = N_(
                        "the cell holds a formula whose value was not saved; formulas are not computed here"
                    )
                    cure = N_("Replace the formula by its value.")
                    column = header[at] if at < len(header) else ""
                    report.refuse(
                        f"{file} / {sheet}", problem, cure, "formula", row=number, column=column, value=text
                    )
    if count:
        message = N_("Cells with formulas: the values were taken as last saved; no formula was computed.")
        report.say(file, message, str(count))


def values_at(values: dict[str, list[list[str]]], sheet: str, number: int, at: int) -> str:
    """Text of one cell; empty outside the sheet."""
    rows = values.get(sheet, [])
    row = rows[number - 1] if number <= len(rows) else []
    return row[at] if at < len(row) else ""

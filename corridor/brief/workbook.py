"""One workbook with a sheet a table."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from corridor.brief.archive import zipped
from corridor.brief.csv import cells
from corridor.dataset.neutral import is_formula

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

COLUMNS_SHEET = "columns"
_DAY = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the format holds no zone
_MAX_TEXT_LENGTH = 32767  # what a cell can hold
_MAX_NAME_LENGTH = 31
_WIDEST, _NARROWEST, _LOOKED_AT = 48, 8, 50
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")
_HEAD_FONT = Font(bold=True)
_HEAD_FILL = PatternFill("solid", fgColor="DFEAF0")
_HEAD_ALIGNMENT = Alignment(vertical="top", wrap_text=True)


def workbook(
    frames: Mapping[str, pd.DataFrame],
    fields: Mapping[str, Sequence[Mapping[str, Any]]],
    *,
    title: str,
    translate: Callable[[str], str] | None = None,
) -> bytes:
    """
    Write tables into one XLSX file.

    The first row of each sheet holds the column names and stays in sight. Texts are texts whatever they begin
    with: none becomes a formula, and those that begin like one are marked as quoted, so that they stay texts
    when somebody edits the cell. Numbers are numbers. No macros, links or outside references.

    Parameters
    ----------
    frames
        Tables by name; each becomes a sheet.
    fields
        For each table the fields of its schema (name, title, type, unit, description).
    title
        Title of the workbook.
    translate
        If given, the first row holds the columns' titles put through it instead of the names; the sheet
        "columns" says which is which.

    Returns
    -------
    bytes
        The file; the same input gives the same bytes. Texts over 32,767 characters are cut, because no cell
        holds more.
    """
    book = Workbook(write_only=True)
    book.properties.title = title
    book.properties.creator = "Corridor Explorer"
    book.properties.created = book.properties.modified = _DAY
    for name, frame in frames.items():
        heads = [
            translate(str(field.get("title", field["name"]))) if translate else str(field["name"])
            for field in fields[name]
        ]
        _sheet(book, name, heads, [values for _, values in cells(frame)])
    _sheet(book, COLUMNS_SHEET, *_dictionary(fields, translate))
    return _bytes(book)


def _sheet(book: Workbook, name: str, heads: list[str], columns: list[list[Any]]) -> None:
    """Add one sheet."""
    sheet: Any = book.create_sheet(_NO_NAME.sub("-", name)[:_MAX_NAME_LENGTH])
    sheet.freeze_panes = "A2"
    for at, (head, values) in enumerate(zip(heads, columns, strict=True), start=1):
        longest = max(len(str(value)) for value in (head, *values[:_LOOKED_AT]) if value is not None)
        sheet.column_dimensions[get_column_letter(at)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
    if heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(columns[0]) + 1}"
    sheet.append([_head(sheet, head) for head in heads])
    for row in zip(*columns, strict=True):
        sheet.append([_cell(sheet, value) for value in row])


def _head(sheet: Any, text: str) -> Any:
    """Make a cell of the first row."""
    cell = _quoted(sheet, text)
    cell.font, cell.fill, cell.alignment = _HEAD_FONT, _HEAD_FILL, _HEAD_ALIGNMENT
    return cell


def _cell(sheet: Any, value: Any) -> Any:
    """Make a cell; plain values where the library takes them as what they are."""
    if not isinstance(value, str):
        return value
    text = _UNPRINTABLE.sub("\ufffd", value)[:_MAX_TEXT_LENGTH]
    # The library reads "#N/A" as an error and "=…" as a formula.
    return _quoted(sheet, text) if text.startswith("#") or is_formula(text) else text


def _quoted(sheet: Any, text: str) -> Any:
    """Make a cell that is a text and stays one."""
    cell: Any = WriteOnlyCell(sheet, value=_UNPRINTABLE.sub("\ufffd", text)[:_MAX_TEXT_LENGTH])
    cell.data_type = "s"
    cell.quotePrefix = is_formula(text)
    return cell


def _dictionary(
    fields: Mapping[str, Sequence[Mapping[str, Any]]], translate: Callable[[str], str] | None
) -> tuple[list[str], list[list[Any]]]:
    """Head and columns of the sheet that describes the columns."""
    parts = ("name", "title", "type", "unit", "description")
    rows: list[tuple[Any, ...]] = [
        (table, *(field.get(part) for part in parts)) for table, of in fields.items() for field in of
    ]
    if translate:
        rows = [(table, name, translate(title or name), *rest) for table, name, title, *rest in rows]
    return ["table", "column", *parts[1:]], [list(column) for column in zip(*rows, strict=True)] or [[]] * 6


def _bytes(book: Workbook) -> bytes:
    """Save the workbook without the time of saving."""
    buffer = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(buffer, "w")).save()  # `book.save` would write the present time
    with zipfile.ZipFile(buffer) as saved:
        return zipped({name: saved.read(name) for name in saved.namelist()})

"""Where a brought table begins: the row of its column names, by names or by titles in any language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.report import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from corridor.columns.column import Table
    from corridor.dataset.schema import Package
    from corridor.intake.cell_formats import Mark
    from corridor.intake.report import Report

_BLANKS = re.compile(r"[\s_\-]+")
_MIN_NAMES = 2  # so many names make a row of column names, below the first row
_SHOWN = 60


@dataclass(frozen=True)
class Sheet:
    """
    One table as it was brought.

    Attributes
    ----------
    source
        File, and sheet of a workbook.
    rows
        Cells as text; the column names first, once `headed` has found them.
    numbers
        Row of each in the visitor's program; for GeoJSON the number of the feature.
    columns
        Column of each cell of a row in the visitor's spreadsheet, counted from 1; empty where the file is
        none.
    marks
        What is to be known of a cell of a workbook, by row and column as its spreadsheet counts them.
    is_features
        Whether the rows are the features of a GeoJSON file.
    """

    source: str
    rows: list[list[str]]
    numbers: list[int]
    columns: tuple[int, ...] = ()
    marks: Mapping[tuple[int, int], Mark] | None = None
    is_features: bool = False


class Headings:
    """
    What the columns of each table are called: by their names, and by their titles in the known languages.

    Parameters
    ----------
    package
        The schema.
    titles
        Translations of English titles of columns, by title.
    """

    def __init__(self, package: Package, titles: Mapping[str, Collection[str]]) -> None:
        self._by_table = {
            table.name: {
                _key(text): column.name
                for column in table.columns
                for text in (*titles.get(column.title, ()), column.title, column.name)
            }
            for table in package.tables.values()
        }
        self._required = {
            table.name: {column.name for column in table.columns if column.required}
            for table in package.tables.values()
        }
        self.texts = frozenset(
            text.casefold()
            for table in package.tables.values()
            for column in table.columns
            for text in (*titles.get(column.title, ()), column.title, column.name)
        )

    def learn(self, rows: Iterable[Sequence[str]]) -> None:
        """Take over titles from rows of table, column, title, as our own workbooks hold them."""
        for table, column, title, *_ in (row for row in rows if len(row) >= 3):  # noqa: PLR2004 - as named
            name = table.replace("-", "_")
            if title and column in self._by_table.get(name, {}).values():
                self._by_table[name].setdefault(_key(title), column)

    def names(self, table: str, row: Sequence[str]) -> list[str]:
        """Column names of a row of headings; what is no column keeps its text."""
        known = self._by_table[table]
        return [known.get(_key(cell), cell.strip()) for cell in row]

    def count(self, table: str, row: Sequence[str]) -> int:
        """How many different columns of a table a row names."""
        known = self._by_table[table]
        return len({known[key] for cell in row if (key := _key(cell)) in known})

    def head_row(self, table: str, rows: Sequence[Sequence[str]]) -> int:
        """Position of the row of column names; 0 if none looks like it."""
        counts = [self.count(table, row) for row in rows[: limits.HEAD_ROWS]]
        most = max(counts, default=0)
        return counts.index(most) if most >= _MIN_NAMES else 0

    def table_of(self, rows: Sequence[Sequence[str]]) -> str | None:
        """Name of the one table whose required columns a row holds, and no other column but its own."""
        found = []
        for table, required in self._required.items():
            at = self.head_row(table, rows)
            names = {name for name in self.names(table, rows[at]) if name} if rows else set()
            if required <= names <= set(self._by_table[table].values()):
                found.append(table)
        return found[0] if len(found) == 1 else None


def letter_of(sheet: Sheet, at: int) -> str:
    """Letter of a column in the visitor's spreadsheet; "" where the file is none."""
    return get_column_letter(sheet.columns[at]) if at < len(sheet.columns) else ""


def headed(sheet: Sheet, table: Table, headings: Headings, report: Report) -> Sheet:
    """
    Find the row of column names, and leave out what stands around the table.

    Parameters
    ----------
    sheet
        The rows as they came.
    table
        The schema.
    headings
        What its columns may be called.
    report
        Gets notes on rows that were passed over and on titles that were read as column names.

    Returns
    -------
    Sheet
        The column names first, then the rows that hold anything; no blank columns.
    """
    if not sheet.rows:
        return sheet
    at = headings.head_row(table.name, sheet.rows)
    above = [sheet.numbers[row] for row in range(at) if any(map(str.strip, sheet.rows[row]))]
    if above:
        first = next(cell.strip() for row in sheet.rows[:at] for cell in row if cell.strip())
        pattern = Phrase("Rows above the column names were skipped: {rows}.")
        report.ignored(sheet.source, Phrase(pattern, rows=listed(above)), first[:_SHOWN])
    titles = [cell.strip() for cell in sheet.rows[at]]
    names = headings.names(table.name, titles)
    changed = [f"{title} → {name}" for title, name in zip(titles, names, strict=True) if title != name]
    if changed:
        message = Phrase("The titles of the columns were read as their names.")
        report.corrected(sheet.source, message, ", ".join(changed))
    body = range(at + 1, len(sheet.rows))
    body = _without_second_head(sheet, table, headings, body, report)
    body = _without_notes(sheet, table, body, report)
    kept = [row for row in body if any(map(str.strip, sheet.rows[row]))]
    blank = [sheet.numbers[row] for row in body if row not in set(kept) and row < max(kept, default=0)]
    if blank:
        pattern = Phrase("Blank rows were skipped: {rows}.")
        report.ignored(sheet.source, Phrase(pattern, rows=listed(blank)))
    found = replace(
        sheet,
        rows=[names, *(sheet.rows[row] for row in kept)],
        numbers=[sheet.numbers[at], *(sheet.numbers[row] for row in kept)],
    )
    return _without_blank_columns(found, report)


def _without_second_head(
    sheet: Sheet, table: Table, headings: Headings, body: range, report: Report
) -> range:
    """Leave out a row below the column names that names the columns once more, such as by their titles."""
    while body:
        cells = [cell for cell in sheet.rows[body[0]] if cell.strip()]
        if len(cells) < _MIN_NAMES or headings.count(table.name, cells) < len(cells):
            break
        pattern = Phrase("Row {row} repeats the column names and was skipped.")
        report.ignored(sheet.source, Phrase(pattern, row=sheet.numbers[body[0]]))
        body = body[1:]
    return body


def _without_notes(sheet: Sheet, table: Table, body: range, report: Report) -> range:
    """Leave out remarks below a table: rows at its end with one cell of several words."""
    if sum(column.required for column in table.columns) < _MIN_NAMES:
        return body
    end = len(body)
    found = []
    while end > 0:
        cells = [cell.strip() for cell in sheet.rows[body[end - 1]] if cell.strip()]
        if len(cells) > 1 or (cells and " " not in cells[0]):
            break
        if cells:
            found.append((sheet.numbers[body[end - 1]], cells[0]))
        end -= 1
    if found:
        pattern = Phrase("Remarks below the table were skipped: rows {rows}.")
        rows = listed([number for number, _ in found])
        report.ignored(sheet.source, Phrase(pattern, rows=rows), found[-1][1][:_SHOWN])
    return body[:end] if found else body


def _without_blank_columns(sheet: Sheet, report: Report) -> Sheet:
    """Leave out columns with neither name nor cells; of a spreadsheet, report cells without a column name."""
    head, *body = sheet.rows
    width = max([len(head), *map(len, body)]) if sheet.columns else len(head)
    head = head + [""] * (width - len(head))
    nameless = [at for at, name in enumerate(head) if not name]
    filled = {at: [row for row in range(len(body)) if _cell(body[row], at)] for at in nameless}
    for at in nameless:
        if filled[at] and sheet.columns:
            row = filled[at][0]
            problem = Phrase("the column has cells but no name")
            cure = Phrase("Name the column as the schema does, or clear its cells.")
            report.refuse(
                sheet.source, problem, cure, "column-without-name",
                row=sheet.numbers[row + 1], value=_cell(body[row], at), letter=letter_of(sheet, at),
            )  # fmt: skip
    gone = {at for at in nameless if not filled[at] or sheet.columns}
    if not sheet.columns and not gone:
        return replace(sheet, rows=[head, *body])
    kept = [at for at in range(width) if at not in gone]
    rows = [[head[at] for at in kept]]
    for cells in body:
        beyond = [] if sheet.columns else cells[width:]  # too many cells of a text file stay, to be reported
        whole = sheet.columns or len(cells) >= width
        rows.append([_cell(cells, at, strip=False) for at in kept if whole or at < len(cells)] + beyond)
    return replace(sheet, rows=rows, columns=tuple(sheet.columns[at] for at in kept) if sheet.columns else ())


def _cell(row: Sequence[str], at: int, *, strip: bool = True) -> str:
    """Text of a cell, "" beyond the end of the row."""
    text = row[at] if at < len(row) else ""
    return text.strip() if strip else text


def _key(text: str) -> str:
    """Form of a name or title in which capitals, blanks, hyphens and underscores make no difference."""
    return _BLANKS.sub(" ", text.strip().casefold()).strip()

"""The cells of a CSV file as text, with everything that is wrong with the file itself."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from corridor.dataset.findings import Finding, Phrase
from corridor.dataset.neutral import MARK, restored

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.columns.column import Table

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS_UTF8 = Phrase("Save the file as CSV in the encoding UTF-8.")


@dataclass(frozen=True)
class Cells:
    """
    The readable rows of one table, as text.

    Attributes
    ----------
    table
        The table's schema.
    columns
        One tuple of cell texts for each column of the schema that the file has; "" is a missing value.
    rows
        For each readable row its number as a spreadsheet counts.
    loose_keys
        First cells of rows that could not be read, so that references to them do not count as dangling.
    """

    table: Table
    columns: Mapping[str, tuple[str, ...]]
    rows: Sequence[int]
    loose_keys: frozenset[str] = frozenset()

    def rows_with(self, column: str, value: str) -> Sequence[int]:
        """Row numbers of a column's cells with that text."""
        return self._rows_by_value(column).get(value, ())

    def _rows_by_value(self, column: str) -> Mapping[str, list[int]]:
        """Row numbers by text, collected once: one walk for each wrong text would take for ever."""
        if column not in self._collected:
            found: dict[str, list[int]] = {}
            for row, value in zip(self.rows, self.columns[column], strict=True):
                found.setdefault(value, []).append(row)
            self._collected[column] = found
        return self._collected[column]

    @cached_property
    def _collected(self) -> dict[str, dict[str, list[int]]]:
        """Row numbers by text of the columns that were asked for."""
        return {}


def read_cells(content: bytes, table: Table) -> tuple[Cells, list[Finding]]:
    """
    Split one CSV file into cells.

    Parameters
    ----------
    content
        The bytes of the file.
    table
        The schema that the file should follow.

    Returns
    -------
    Cells, list of Finding
        What could be read, and what is wrong with encoding, header and shape of rows.
    """
    findings: list[Finding] = []
    text = _decoded(content, table.path, findings)
    lines = _lines(text, table.path, findings)
    if not lines:
        findings.append(
            _finding(table.path, None, Phrase("the file is empty"), _header_cure(table), "empty-file")
        )
        return Cells(table, {}, ()), findings
    header = [name.strip() for name in lines[0]]
    findings += _header_findings(header, table)
    width, body = len(header), lines[1:]
    rows: Sequence[int] = range(2, len(lines) + 1)
    loose: frozenset[str] = frozenset()
    if any(len(row) != width for row in body):
        bad = [(number, row) for number, row in zip(rows, body, strict=True) if len(row) != width]
        findings += [_ragged(table.path, number, row, width) for number, row in bad]
        loose = frozenset(row[0] for _, row in bad if row)
        rows = [number for number, row in zip(rows, body, strict=True) if len(row) == width]
        body = [row for row in body if len(row) == width]
    values = list(zip(*body, strict=True)) or [()] * width
    if any(f"{before}{MARK}" in text for before in ',\n"'):
        values = [tuple(map(restored, cells)) for cells in values]
    known = {column.name for column in table.columns}
    columns = {name: cells for name, cells in zip(header, values, strict=True) if name in known}
    return Cells(table, columns, rows, loose), findings


def _decoded(content: bytes, file: str, findings: list[Finding]) -> str:
    """Text of the file; what is not UTF-8 is reported and replaced."""
    if content.startswith(_UTF16):
        problem = Phrase("the file is UTF-16, not UTF-8")
        findings.append(_finding(file, 1, problem, _SAVE_AS_UTF8, "encoding"))
        return content.decode("utf-16", errors="replace")
    if content.startswith(_BOM):
        problem = Phrase("the file begins with an invisible byte order mark")
        cure = Phrase("Save it as CSV in UTF-8 without a byte order mark (BOM).")
        findings.append(_finding(file, 1, problem, cure, "byte-order-mark"))
        content = content[len(_BOM) :]
    if b"\x00" in content:
        row = content[: content.index(b"\x00")].count(b"\n") + 1
        problem = Phrase("the file holds NUL bytes, so it is not plain text")
        findings.append(_finding(file, row, problem, _SAVE_AS_UTF8, "nul-byte"))
        content = content.replace(b"\x00", b"")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        offending = content[error.start : error.start + 1].hex()
        problem = Phrase("the byte 0x{byte} is not UTF-8 text", byte=offending)
        findings.append(_finding(file, row, problem, _SAVE_AS_UTF8, "encoding"))
        return content.decode("utf-8", errors="replace")


def _lines(text: str, file: str, findings: list[Finding]) -> list[list[str]]:
    """Rows of cells, up to a point where the quoting breaks."""
    reader = csv.reader(io.StringIO(text, newline="\n"), strict=True)
    lines: list[list[str]] = []
    try:
        lines.extend(reader)
    except csv.Error as error:
        problem = Phrase(
            "the quoting of the cells breaks here ({error}); the rest of the file was not read", error=error
        )
        cure = Phrase('Put cells with commas or quotation marks between " and double each " inside.')
        findings.append(_finding(file, len(lines) + 1, problem, cure, "quoting"))
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _header_findings(header: list[str], table: Table) -> list[Finding]:
    """Missing, unknown, doubled or wrongly ordered columns."""
    expected = [column.name for column in table.columns]
    findings = []
    for name in expected:
        if name not in header:
            problem, cure = Phrase("the column is missing"), _header_cure(table)
            findings.append(Finding(table.path, 1, name, "", problem, cure, "missing-column"))
    for position, name in enumerate(header):
        if name not in expected:
            problem = Phrase("no such column belongs to this table")
            cure = Phrase("Remove it. The first row should be: {columns}", columns=_header(table))
            findings.append(Finding(table.path, 1, name, name, problem, cure, "unknown-column"))
        elif name in header[:position]:
            problem, cure = Phrase("the column is there twice"), Phrase("Remove one of the two.")
            findings.append(Finding(table.path, 1, name, name, problem, cure, "doubled-column"))
    if not findings and header != expected:
        problem = Phrase("the columns are in another order than in the schema")
        findings.append(_finding(table.path, 1, problem, _header_cure(table), "column-order"))
    return findings


def _header_cure(table: Table) -> Phrase:
    """Say what the first row should be."""
    return Phrase("The first row should be: {columns}", columns=_header(table))


def _header(table: Table) -> str:
    """First row of a table as CSV."""
    return ",".join(column.name for column in table.columns)


def _ragged(file: str, number: int, row: list[str], width: int) -> Finding:
    """Report a row with too many or too few cells."""
    if not row:
        return _finding(file, number, Phrase("the row is blank"), Phrase("Delete the row."), "blank-row")
    problem = Phrase("the row has {cells} cells, the header {columns}", cells=len(row), columns=width)
    cure = Phrase('Add the missing commas, or put a text that holds commas between " and ".')
    return Finding(file, number, "", row[0], problem, cure, "ragged-row")


def _finding(file: str, row: int | None, problem: str, cure: str, check: str) -> Finding:
    """Report the file rather than a cell."""
    return Finding(file, row, "", "", problem, cure, check)

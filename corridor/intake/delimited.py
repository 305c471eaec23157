"""Rows of cells out of a delimited text file."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from corridor.dataset.findings import Phrase
from corridor.intake import limits

if TYPE_CHECKING:
    from collections.abc import Collection

    from corridor.intake.report import Report

_DELIMITERS = {
    ",": "",
    ";": Phrase("The cells are separated by semicolons."),
    "\t": Phrase("The cells are separated by tabs."),
    "|": Phrase("The cells are separated by vertical bars."),
}
# The line by which Excel is told the separator; Excel does not show it, so that it counts as no row.
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[;,\t]*\r?\n', re.IGNORECASE)


def rows_of(file: str, text: str, names: Collection[str], report: Report) -> list[list[str]] | None:
    """
    Split a text into rows of cells.

    Parameters
    ----------
    file
        Name of the file, for the report.
    text
        The text.
    names
        Every column name and title in small letters, by which the delimiter is told.
    report
        Gets what is wrong.

    Returns
    -------
    list of list of str or None
        The rows; None if they cannot be read or are too many.
    """
    said = _SEPARATOR_LINE.match(text)
    text = text[said.end() :] if said else text
    if said and said[1] in _DELIMITERS:
        delimiter = said[1]
    else:
        first = text[: limits.CELL_LENGTH].splitlines()[: limits.HEAD_ROWS]
        delimiter = max(
            _DELIMITERS,
            key=lambda delimiter: max((_known(line, delimiter, names) for line in first), default=0),
        )
    if _DELIMITERS[delimiter]:
        report.corrected(file, _DELIMITERS[delimiter])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if not fits(file, row, len(rows), report):
                return None
    except csv.Error as error:
        if "field limit" in str(error):
            too_long(file, len(rows) + 1, "", report)
            return None
        problem = Phrase("the quotation marks of the cells do not match; the rest of the file was not read")
        cure = Phrase('Put cells with commas or quotation marks between " and double each " inside.')
        report.refuse(file, problem, cure, "quoting", row=len(rows) + 1)
        return None
    return rows


def fits(file: str, row: list[str], number: int, report: Report) -> bool:
    """Whether a row keeps to the limits; a finding if not."""
    if number > limits.ROWS + 1 or number * len(row) > limits.CELLS:
        problem, cure = Phrase("the table has too many rows"), Phrase("Bring fewer rows.")
        report.refuse(file, problem, cure, "too-many-rows", row=number, value=f"> {number - 2}")
        return False
    if len(row) > limits.COLUMNS:
        problem = Phrase("the table has too many columns")
        cure = Phrase("Keep only the columns of the schema.")
        report.refuse(file, problem, cure, "too-many-columns", row=number, value=str(len(row)))
        return False
    for cell in row:
        if len(cell) > limits.CELL_LENGTH:
            too_long(file, number, cell, report)
            return False
    return True


def too_long(file: str, number: int, cell: str, report: Report) -> None:
    """Report a cell that is longer than any text should be."""
    problem = Phrase("a cell holds far more text than a cell should")
    report.refuse(file, problem, Phrase("Shorten the text."), "cell-too-long", row=number, value=cell)


def _known(line: str, delimiter: str, names: Collection[str]) -> int:
    """How many known column names a delimiter finds in a line."""
    return len({cell.strip(' "').casefold() for cell in line.split(delimiter)}.intersection(names))

"""A brought table in the form of our CSV files, with what a spreadsheet leaves behind tidied away."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from corridor.dataset.neutral import is_formula
from corridor.intake import limits
from corridor.intake.report import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.dataset.schema import Table
    from corridor.intake.gathering import Sheet
    from corridor.intake.report import Report

# Control characters, and those that turn the direction of writing or cannot be seen.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)
_LOST = "\ufffd"
_PLACES = {"nodes", "legs", "corridor_legs"}


def as_csv(sheet: Sheet, table: Table, report: Report) -> bytes:
    """
    Bring a table into the order and form of the schema.

    Parameters
    ----------
    sheet
        The rows as they came.
    table
        The schema.
    report
        Gets notes on what was mended, findings on what cannot be.

    Returns
    -------
    bytes
        CSV in UTF-8; columns that the schema does not know are kept, so that validation reports them.
    """
    rows = _without_edges(sheet.rows)
    if table.name in _PLACES and len(rows) > limits.PLACES + 1:
        problem, cure = N_("the table has too many rows"), N_("Bring fewer rows.")
        report.refuse(
            sheet.source, problem, cure, "too-many-rows", value=f"{len(rows) - 1} > {limits.PLACES}"
        )
        rows = rows[: limits.PLACES + 1]
    if rows and rows[0]:
        rows = _seen(rows, sheet, report)
        rows = _in_order(rows, sheet, table, report)
    return _written(rows)


def empty(table: Table) -> bytes:
    """Table with its header and no rows."""
    return _written([[column.name for column in table.columns]])


def _without_edges(rows: list[list[str]]) -> list[list[str]]:
    """Rows without the blank columns and blank last rows that spreadsheets leave, names trimmed."""
    if not rows:
        return []
    header = [name.strip() for name in rows[0]]
    while header and not header[-1]:
        width = len(header)
        if any(len(row) >= width and row[width - 1] for row in rows[1:]):
            break
        header.pop()
        rows = [rows[0], *(row[:-1] if len(row) == width else row for row in rows[1:])]
    body = [row if any(row) else [] for row in rows[1:]]
    while body and not body[-1]:
        body.pop()
    return [header, *body]


def _seen(rows: list[list[str]], sheet: Sheet, report: Report) -> list[list[str]]:
    """Rows without characters that cannot be seen; report letters that were lost before."""
    invisible = formulas = 0
    header, cleaned = rows[0], []
    for number, row in enumerate(rows, start=1):
        texts = [_INVISIBLE.sub("", cell) for cell in row]
        invisible += texts != row
        for at, text in enumerate(texts):
            formulas += is_formula(text) and not _is_number(text) and text[0] != "'"
            if _LOST in text:
                problem = N_("letters of this cell were lost when the file was saved before")
                cure = N_("Take the text from the original and save as CSV UTF-8.")
                column = header[at] if at < len(header) else ""
                row_number = max(1, number - sheet.shift)
                report.refuse(
                    sheet.source, problem, cure, "letters-lost", row=row_number, column=column, value=text
                )
        cleaned.append(texts)
    if invisible:
        report.say(sheet.source, N_("Rows with invisible characters: these were taken out."), str(invisible))
    if formulas:
        message = N_("Cells that a spreadsheet would take for formulas: they are kept as plain text.")
        report.say(sheet.source, message, str(formulas))
    return cleaned


def _in_order(rows: list[list[str]], sheet: Sheet, table: Table, report: Report) -> list[list[str]]:
    """Columns in the order of the schema, optional ones that are missing added empty."""
    header = rows[0]
    expected = [column.name for column in table.columns]
    if len(set(header)) < len(header) or not set(header) & set(expected):
        return rows
    added = [one.name for one in table.columns if one.name not in header and not one.required]
    if added:
        report.say(
            sheet.source,
            N_("Columns that may be empty were missing; they are taken as empty."),
            ", ".join(added),
        )
    unknown = [name for name in header if name not in expected]
    order = [name for name in expected if name in header or name in added] + unknown
    if not added and order == header:
        return rows
    if [name for name in order if name in header] != header and not sheet.shift:
        report.say(sheet.source, N_("The columns were put into the order of the schema."))
    at = {name: index for index, name in enumerate(header)}
    width = len(header)
    ordered = [order]
    for row in rows[1:]:
        whole = len(row) == width
        ordered.append([row[at[name]] if name in at else "" for name in order] if whole else row)
    return ordered


def _is_number(text: str) -> bool:
    """Whether a text is a number, such as -6.1."""
    try:
        float(text)
    except ValueError:
        return False
    return True


def _written(rows: Iterable[list[str]]) -> bytes:
    """CSV as our files are: commas, line feeds, UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", errors="replace")

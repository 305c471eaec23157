"""A brought table in the form of our CSV files: the schema's columns in their order, UTF-8 and commas."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.cell_values import read_values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.columns.column import Table
    from corridor.intake.headings import Sheet
    from corridor.intake.report import Report

_PLACES = {"nodes", "legs", "corridor_legs"}


def as_csv(sheet: Sheet, table: Table, report: Report) -> bytes:
    """
    Bring a table into the order and form of the schema.

    Parameters
    ----------
    sheet
        The table with its column names first.
    table
        The schema.
    report
        Gets notes on what was corrected or assumed, findings on what cannot be.

    Returns
    -------
    bytes
        CSV in UTF-8, a row for each of the sheet; columns that the schema does not know are kept, so that
        validation reports them.
    """
    if table.name in _PLACES and len(sheet.rows) > limits.PLACES + 1:
        problem, cure = Phrase("the table has too many rows"), Phrase("Bring fewer rows.")
        count = f"{len(sheet.rows) - 1} > {limits.PLACES}"
        report.refuse(sheet.source, problem, cure, "too-many-rows", value=count)
        sheet = replace(
            sheet, rows=sheet.rows[: limits.PLACES + 1], numbers=sheet.numbers[: limits.PLACES + 1]
        )
    rows = sheet.rows
    if rows and rows[0]:
        rows = _in_order(read_values(sheet, table, report), table, report)
    return _written(rows)


def empty(table: Table) -> bytes:
    """Table with its header and no rows."""
    return _written([[column.name for column in table.columns]])


def _in_order(sheet: Sheet, table: Table, report: Report) -> list[list[str]]:
    """Columns in the order of the schema, optional ones that are missing added empty."""
    rows = sheet.rows
    header = rows[0]
    expected = [column.name for column in table.columns]
    if len(set(header)) < len(header) or not set(header) & set(expected):
        return rows
    added = [wanted.name for wanted in table.columns if wanted.name not in header and not wanted.required]
    if added:
        message = Phrase("Columns that may be empty were missing; they are taken as empty.")
        report.assumed(sheet.source, message, ", ".join(added))
    unknown = [name for name in header if name not in expected]
    order = [name for name in expected if name in header or name in added] + unknown
    if not added and order == header:
        return rows
    if [name for name in order if name in header] != header and not sheet.is_features:
        report.corrected(sheet.source, Phrase("The columns were put into the order of the schema."))
    at = {name: index for index, name in enumerate(header)}
    width = len(header)
    ordered = [order]
    for row in rows[1:]:
        whole = len(row) == width
        ordered.append([row[at[name]] if name in at else "" for name in order] if whole else row)
    return ordered


def _written(rows: Iterable[list[str]]) -> bytes:
    """CSV as our files are: commas, line feeds, UTF-8."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", errors="replace")

"""What a sheet of a workbook merges, hides or left uncomputed, told where it touches the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, range_boundaries

from corridor.dataset.findings import Phrase
from corridor.intake.report import listed

if TYPE_CHECKING:
    from corridor.intake.headings import Sheet
    from corridor.intake.report import Report
    from corridor.intake.workbook import Grid

_NAMED = 8


def say_layout(grid: Grid, sheet: Sheet, report: Report) -> None:
    """
    Tell what of a sheet's layout bears on its table.

    Parameters
    ----------
    grid
        The sheet of the workbook.
    sheet
        The table in it, with its column names first.
    report
        Gets notes on merged and hidden cells, findings on formulas without a saved value.
    """
    rows = set(sheet.numbers)
    if grid.is_hidden:
        report.assumed(
            sheet.source, Phrase("The sheet is hidden in the workbook; it was read like the others.")
        )
    merged = [area for area in grid.layout.merged if _touches(area, sheet)]
    if merged:
        message = Phrase("Merged cells hold one value, in their first cell; the others were read as empty.")
        more = ", …" if len(merged) > _NAMED else ""
        report.assumed(sheet.source, message, place=", ".join(merged[:_NAMED]) + more)
    hidden = sorted(rows.intersection(grid.layout.hidden_rows))
    if hidden:
        pattern = Phrase("Hidden rows, such as those of a filter, were read like the others: {rows}.")
        report.assumed(sheet.source, Phrase(pattern, rows=listed(hidden)))
    runs = grid.layout.hidden_columns
    letters = [
        get_column_letter(column)
        for column in sheet.columns
        if any(first <= column <= last for first, last in runs)
    ]
    if letters:
        pattern = Phrase("Hidden columns were read like the others: {columns}.")
        report.assumed(sheet.source, Phrase(pattern, columns=", ".join(letters)))
    _refuse_unsaved(grid, sheet, report)


def _touches(cells: str, sheet: Sheet) -> bool:
    """Whether a range of merged cells reaches into the table."""
    try:
        left, top, right, bottom = (bound or 0 for bound in range_boundaries(cells))
    except ValueError:
        return False
    return (
        bottom >= sheet.numbers[0]
        and top <= sheet.numbers[-1]
        and any(left <= column <= right for column in sheet.columns)
    )


def _refuse_unsaved(grid: Grid, sheet: Sheet, report: Report) -> None:
    """Report formulas whose value was never saved, once for each column."""
    rows = set(sheet.numbers)
    by_column: dict[int, list[tuple[int, str]]] = {}
    for (row, column), formula in grid.layout.unsaved.items():
        if row in rows:
            by_column.setdefault(column, []).append((row, formula))
    for name, column in zip(sheet.rows[0], sheet.columns, strict=True):
        found = sorted(by_column.get(column, []))
        if not found:
            continue
        numbers = [row for row, _ in found]
        problem = Phrase("the values of formulas were not saved; formulas are not computed here: rows {rows}")
        cure = Phrase(
            "Open the workbook in your spreadsheet and save it, or replace the formulas by their values."
        )
        report.refuse(
            sheet.source, Phrase(problem, rows=listed(numbers)), cure, "formula",
            row=numbers[0], column=name, value=found[0][1], letter=get_column_letter(column),
        )  # fmt: skip
        report.told.update((sheet.source, number, name) for number in numbers)

"""The data dictionary: the Table Schema as a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.columns.column import Column, Table
    from corridor.dataset.schema import Package


def as_markdown(package: Package) -> str:
    """
    Write the data dictionary of a route dataset.

    Parameters
    ----------
    package
        Its description.

    Returns
    -------
    str
        Markdown: one section a table, one row a column. Ends with a line feed.
    """
    return "\n".join(_lines(package)) + "\n"


def _lines(package: Package) -> Iterator[str]:
    """Lines of the page."""
    yield "# Data dictionary"
    yield ""
    yield f"{package.title}, version {package.version}. {package.description}"
    yield ""
    yield "Generated from `data/routes/datapackage.json` by `corridor dictionary`; do not edit by hand."
    yield "An empty cell means: not known. Files are CSV in UTF-8; the first row holds the column names."
    for table in package.tables.values():
        yield from _section(table)


def _section(table: Table) -> Iterator[str]:
    """Section of one table."""
    yield ""
    yield f"## {table.title}"
    yield ""
    yield f"`{table.path}`. {table.description} Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
    yield ""
    yield "| Column | Title | Type | Unit | Required | What it is | Allowed |"
    yield "|---|---|---|---|---|---|---|"
    for column in table.columns:
        cells = (
            f"`{column.name}`",
            column.title,
            column.type,
            column.unit or "",
            "yes" if column.required else "",
            column.description,
            "; ".join(_allowed(table, column)),
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _allowed(table: Table, column: Column) -> Iterator[str]:
    """Constraints and references of one column, in words."""
    if column.enum:
        yield ", ".join(f"`{value}`" for value in column.enum)
    if column.minimum is not None:
        yield f"from {column.minimum:g}"
    if column.maximum is not None:
        yield f"to {column.maximum:g}"
    if column.unique:
        yield "unique"
    for key in table.foreign_keys:
        if key.column == column.name:
            yield f"id in {key.table}"
    if column.reference is not None:
        yield from _reference(column)
    elif column.pattern and not column.enum:
        yield f"matches `{column.pattern}`"


def _reference(column: Column) -> Iterator[str]:
    """Where the ids of a column stand."""
    reference = column.reference
    if reference is None:
        return
    if reference.by is not None:
        yield f"id in the table that `{reference.by}` names"
        return
    where = " or ".join(reference.tables)
    yield f"ids in {where}, separated by {reference.separator}" if reference.separator else f"id in {where}"
    if reference.also:
        yield f"also {', '.join(f'`{value}`' for value in reference.also)}"

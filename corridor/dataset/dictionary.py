"""The data dictionary: every column of the recorded and of the computed tables, as a page to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.columns.computed import COMPUTED

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
        Markdown: one section a table, one row a column, the computed tables last. Ends with a line feed.
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
        key = f"Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
        yield from _section(table, f"## {table.title}", f"`{table.path}`. {table.description} {key}")
    yield ""
    yield "## Computed tables"
    yield ""
    yield "What the engine computes, as downloads, the command line, the HTTP API and the library give it."
    yield "Declared in `corridor/columns`. In files and in the API a list is one text, separated by |."
    for table in COMPUTED.values():
        yield from _section(table, f"### {table.title}: `{table.name}`", table.description)


def _section(table: Table, heading: str, lead: str) -> Iterator[str]:
    """Section of one table."""
    yield ""
    yield heading
    yield ""
    yield lead
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
    yield from _values(column)
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


def _values(column: Column) -> Iterator[str]:
    """Which values a column may hold, and whether every table has it."""
    if column.enum:
        yield ", ".join(f"`{value}`" for value in column.enum if value)
    if column.values_of:
        yield f"as `{column.values_of}`"
    if column.is_extra:
        yield "not in every table"


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

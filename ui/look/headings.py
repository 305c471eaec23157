"""Columns of tables on pages whose heading and tooltip are those of a declared column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ui.look.tables import Column

if TYPE_CHECKING:
    from corridor.columns.column import Table
    from ui.link.view import View

Kind = Literal["text", "figure", "count", "date", "header"]


def heading_of(view: View, table: Table, name: str, *, key: str = "", kind: Kind = "text") -> Column:
    """
    Make a column of a page's table from a declared one: the title heads it, the description is the tooltip.

    `tools/catalogues.py` finds the calls of this function by table and name, and extracts the descriptions.

    Parameters
    ----------
    view
        The visit.
    table
        The declared table.
    name
        Name of its column.
    key
        Key of the cells in the rows; the name if empty.
    kind
        What its cells are, as `ui.look.tables.Column` tells apart.

    Returns
    -------
    Column
        In the visitor's language.
    """
    declared = table.column(name)
    return Column(
        key=key or name,
        title=view.words.gettext(declared.title),
        tip=view.words.gettext(declared.description),
        is_figure=kind == "figure",
        is_count=kind == "count",
        is_date=kind == "date",
        is_header=kind == "header",
    )

"""Real HTML tables that turn into cards on a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ui.look.folds import folded_on_phones
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

MAX_OPEN_ROWS = 10
# On a phone every cell is a line of its own: a table of more cells, and more rows than these, folds there.
MAX_CELLS_ON_PHONES, MAX_ROWS_ON_PHONES = 12, 2
# A table of this class alone scrolls sideways on phones, so that its frame has to be reached by keyboard.
SCROLLS = "cx-matrix"
Fold = Literal["closed", "open", "never", "rest", "always"]


@dataclass(frozen=True, kw_only=True)
class Column:
    """
    One column of a table on a page.

    Attributes
    ----------
    key
        Key of its cells in the rows.
    title
        Heading, already in the visitor's language.
    tip
        What the column holds, as the tooltip of the heading.
    is_figure
        Whether its cells are figures that rest on claims: flush right, each with the mark of its basis.
    is_count
        Whether its cells are plain counts or attributes: flush right, without a mark.
    is_date
        Whether its cells are dates, kept on one line.
    is_header
        Whether its cells head their rows.
    """

    key: str
    title: str
    tip: str = ""
    is_figure: bool = False
    is_count: bool = False
    is_date: bool = False
    is_header: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    One row of a table on a page.

    Attributes
    ----------
    cells
        Text, which is escaped, or markup, by column key. A missing cell stays empty.
    class_
        Class names for the style sheet.
    spans
        Whether the first cell runs over the whole width, as a heading between rows.
    worded
        Keys of columns of figures whose cell here is words, such as why there is no figure.
    """

    cells: Mapping[str, object]
    class_: str = ""
    spans: bool = False
    worded: Collection[str] = ()


def table(
    view: View,
    rows: Sequence[Line],
    columns: Sequence[Column],
    caption: str,
    *,
    empty: str = "",
    class_: str = "",
    fold: Fold = "closed",
) -> Markup:
    """
    Write a table with caption, scopes and a label beside each cell for small screens.

    One of more than `MAX_OPEN_ROWS` rows opens by a press on its caption; on phones a shorter one does too.

    Parameters
    ----------
    view
        The visit.
    rows
        The lines, in order.
    columns
        The columns, in order.
    caption
        What the table shows.
    empty
        What to say if there are no rows.
    class_
        Further class names.
    fold
        How a long table opens: "closed" until pressed, "open" where the visitor has chosen one of its rows,
        "never" where it is what the visitor came for, or stands in a fold already; "rest" folds what follows
        the first `MAX_OPEN_ROWS`; "always" keeps even a short one closed, where phones have no room.
    """
    if not rows:
        return tag("p", empty or view.words.gettext("Nothing to show here yet."), class_="none")
    headings = [
        tag("th", column.title, scope="col", title=column.tip or None, class_=_classes(column) or None)
        for column in columns
    ]
    body = [_line(row, columns) for row in rows]
    if fold == "rest" and len(rows) > MAX_OPEN_ROWS and not any(row.spans for row in rows):
        return _begun(view, rows, columns, caption, class_)
    is_long = sum(not row.spans for row in rows) > MAX_OPEN_ROWS
    long = fold == "always" or (fold not in {"never", "rest"} and is_long)
    written = tag(
        "div",
        tag(
            "table",
            tag("caption", caption, class_="cx-hidden" if long else None),
            tag("thead", tag("tr", *headings)),
            tag("tbody", *body),
            class_=f"cx-table {class_}".strip(),
        ),
        class_="cx-table-frame",
        **({"tabindex": "0", "role": "region", "aria_label": caption} if class_ == SCROLLS else {}),
    )
    count = view.words.ngettext("{count} row", "{count} rows", len(rows)).format(count=len(rows))
    title = together(caption, " ", tag("small", count))
    if not long:
        is_tall = len(rows) > MAX_ROWS_ON_PHONES and len(rows) * len(columns) > MAX_CELLS_ON_PHONES
        return folded_on_phones(title, written) if fold == "closed" and is_tall else written
    return tag(
        "details",
        tag("summary", title),
        written,
        class_="cx-more cx-fold",
        open=fold == "open",
    )


def _begun(view: View, rows: Sequence[Line], columns: Sequence[Column], caption: str, class_: str) -> Markup:
    """Write the first rows openly, the others behind a fold."""
    left = len(rows) - MAX_OPEN_ROWS
    words = view.words.ngettext("and {count} more", "and {count} more", left).format(count=left)
    rest = table(view, rows[MAX_OPEN_ROWS:], columns, caption, class_=class_, fold="never")
    return tag(
        "div",
        table(view, rows[:MAX_OPEN_ROWS], columns, caption, class_=class_, fold="never"),
        tag("details", tag("summary", words), rest, class_="cx-more"),
    )


def _line(row: Line, columns: Sequence[Column]) -> Markup:
    """Write one row."""
    if row.spans:
        first = row.cells[columns[0].key]
        heading = tag("th", first, scope="rowgroup", colspan=len(columns))
        return tag("tr", heading, class_=f"spans {row.class_}".strip())
    return tag("tr", *(_cell(row, column) for column in columns), class_=row.class_ or None)


def _cell(row: Line, column: Column) -> Markup:
    """Write one cell, a heading of its row or a value with its column's name."""
    content = row.cells.get(column.key, "")
    if column.is_header:
        return tag("th", content, scope="row", data_label=column.title)
    empty = "is-empty" if content == "" else ""
    own = "" if column.key in row.worded else _classes(column)
    classes = " ".join(name for name in (own, empty) if name)
    return tag(
        "td", tag("div", content) if content != "" else "", data_label=column.title, class_=classes or None
    )


def _classes(column: Column) -> str:
    """Name the class of a column."""
    if column.is_figure:
        return "is-figure"
    if column.is_count:
        return "is-count"
    return "is-date" if column.is_date else ""

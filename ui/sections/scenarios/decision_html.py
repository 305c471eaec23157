"""Tables and figures of a view, drawn on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.evidence.chips import basis_mark
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.scenarios.decision import CHARGES

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.publication.content import Cell, Figure, Table
    from ui.link.view import View


def as_html(view: View, one: Table) -> Markup:
    """Write a table of the view as one of the page, its first rows openly."""
    names = [f"{at}" for at in range(len(one.heads))]
    figured = [any(row[at].basis for row in one.rows) for at in range(len(one.heads))]
    counted = [
        not is_figure and any(row[at].number is not None for row in one.rows)
        for at, is_figure in enumerate(figured)
    ]
    header = next(at for at in range(len(names)) if not figured[at] and not counted[at])
    columns = [
        Column(
            key=name,
            title=head,
            is_header=at == header,
            is_figure=figured[at] and at != header and any(row[at].number is not None for row in one.rows),
            is_count=counted[at],
        )
        for at, (name, head) in enumerate(zip(names, one.heads, strict=True))
    ]
    lines = [
        Line(
            cells=dict(zip(names, (_cell(view, cell) for cell in row), strict=True)),
            worded=tuple(name for name, cell in zip(names, row, strict=True) if not cell.basis),
        )
        for row in one.rows
    ]
    return tag("section", table(view, lines, columns, one.title, fold="rest"), class_="cx-decision")


def _cell(view: View, cell: Cell) -> Markup | str:
    """Write a cell with the mark of its basis."""
    if not cell.basis:
        return cell.text
    look = "cx-nobody" if cell.text in nobody_words(view) else "none" if cell.basis == "missing" else "figure"
    words = tag("span", cell.text, class_=look)
    return together(words, basis_mark(view, cell.basis))


def nobody_words(view: View) -> frozenset[str]:
    """Words for parts that nobody is named in charge of: they stand out in every table."""
    return frozenset(view.words.gettext(words) for words in CHARGES.values() if words)


def card(view: View, figure: Figure) -> Markup:
    """Draw one figure with its range and its doubt."""
    mark = basis_mark(view, figure.basis) if figure.basis else None
    return tag(
        "li",
        tag("h3", figure.name),
        tag("p", figure.text, mark, class_="cx-days"),
        tag("p", figure.range_text) if figure.range_text else None,
        tag("p", figure.doubt, class_="doubt") if figure.doubt else None,
        class_="cx-card",
    )

"""The parts of the page that answer a decision: worked out from the address, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.chips import basis_mark
from ui.evidence.memory import piece
from ui.evidence.openings import drawn
from ui.look import first_screen
from ui.look.chart_picture import chart_picture
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.map import show as route_map
from ui.sections.scenarios import fix_part, lost_part, much_part, scene, sure_part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup
    from streamlit.delta_generator import DeltaGenerator

    from corridor.publication.content import Cell, Figure, Table
    from ui.evidence.shown import Shown
    from ui.link.view import View
    from ui.sections.scenarios.decision import Decision

DECISIONS: Mapping[str, Callable[[View], Decision]] = {
    "sure": sure_part.decide,
    "much": much_part.decide,
    "fix": fix_part.decide,
    "lost": lost_part.decide,
}
_CHOICES: Mapping[str, Callable[[View], None]] = {
    "sure": sure_part.choose,
    "much": much_part.choose,
    "fix": fix_part.choose,
}


def decided(view: View) -> Decision:
    """Work out the part that the address names."""
    return DECISIONS[view.state.lab](view)


def draw(view: View, answer: DeltaGenerator) -> Shown:
    """
    Draw the part that the address names; give what it shows, to take along.

    Parameters
    ----------
    view
        The visit.
    answer
        Where the sentence of the page stands.
    """
    if view.state.lab in _CHOICES:
        _CHOICES[view.state.lab](view)
    found = decided(view)
    answer.html(drawn(view, found.opening))
    with_map, beside = first_screen.halves()
    with with_map:
        route_map.show(view, found.scene, key=f"map-{view.state.lab}", height=430, on_pick=scene.pick)
    beside.html(piece(view, cards))
    st.html(piece(view, below))
    return found.shown


def cards(view: View) -> Markup:
    """Draw the figures beside the map."""
    return first_screen.key_cards(*(_card(view, figure) for figure in decided(view).figures))


def below(view: View) -> Markup:
    """Draw the charts and tables below the map."""
    found = decided(view)
    return together(
        *(chart_picture(view, chart) for chart in found.charts),
        *(as_html(view, one) for one in found.tables if one.rows),
        tag("p", found.note, class_="cx-note") if found.note else None,
    )


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
    words = tag("span", cell.text, class_="none" if cell.basis == "missing" else "figure")
    return together(words, basis_mark(view, cell.basis))


def _card(view: View, figure: Figure) -> Markup:
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

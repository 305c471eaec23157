"""The parts of the page that answer a decision: worked out from the address, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.memory import piece
from ui.evidence.openings import drawn
from ui.look import first_screen
from ui.look.chart_notes import noted, write_notes
from ui.look.chart_picture import chart_picture
from ui.look.markup import tag, together
from ui.map import show as route_map
from ui.sections.scenarios import fix_part, lost_part, much_part, scene, sure_part
from ui.sections.scenarios.decision_html import as_html, card

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup
    from streamlit.delta_generator import DeltaGenerator

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
    write_notes(view, *filter(None, map(noted, found.charts)))
    return found.shown


def cards(view: View) -> Markup:
    """Draw the figures beside the map."""
    return first_screen.key_cards(*(card(view, figure) for figure in decided(view).figures))


def below(view: View) -> Markup:
    """Draw the charts and tables below the map."""
    found = decided(view)
    return together(
        *(chart_picture(view, chart) for chart in found.charts),
        *(as_html(view, listed) for listed in found.tables if listed.rows),
        tag("p", found.note, class_="cx-note") if found.note else None,
    )

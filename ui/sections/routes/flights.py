"""The passenger half of the page Routes: direct flights and those with one stop, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.look.chart_notes import write_notes
from ui.look.links import way
from ui.look.markup import tag
from ui.map import show as route_map
from ui.sections.flights import export, first_answer, options, table
from ui.sections.flights.options import DESTINATION, ORIGIN
from ui.sections.routes.journeys import journeys_table

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.evidence.shown import Shown
    from ui.link.view import View


def headline(view: View) -> Markup:
    """Write the sentence with which the page Flights opens for the same two ends and the same day."""
    origin, destination = _ends(view)
    ways = options.connections_between(view, origin, destination)
    return piece(view, first_answer.sentence, ways, origin, destination)


def draw(view: View) -> Shown:
    """Draw the ways to fly between the two ends; give what is shown, to take along."""
    _ = view.words.gettext
    origin, destination = _ends(view)
    ways = options.connections_between(view, origin, destination)
    if told := options.taken(view, origin, destination):
        st.html(told)
    route_map.show(view, options.scene(view, ways, origin, destination), key="map-routes", height=480)
    st.html(options.in_words(view, ways, origin, destination))
    st.html(journeys_table(view, origin, destination))
    st.html(options.week(view, ways, origin, destination))
    write_notes(view, *points_of(view, options.week_chart, ways))
    st.html(table.folded(view, ways))
    more = way(
        view, "flights", _("How the link came about, airports, cargo"), origin=origin, destination=destination
    )
    st.html(tag("p", more))
    return export.flights(view, ways, origin, destination)


def _ends(view: View) -> tuple[str, str]:
    """Airports of the two ends of the address."""
    return (
        options.airport_for(view, view.state.origin, ORIGIN),
        options.airport_for(view, view.state.destination, DESTINATION),
    )

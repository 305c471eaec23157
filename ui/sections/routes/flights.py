"""The passenger half of the page Routes: direct flights and those with one stop, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence import wording
from ui.language import format as fmt
from ui.look.links import way
from ui.look.markup import tag, together
from ui.map import show as route_map
from ui.sections.flights import export, options, table
from ui.sections.flights.options import DESTINATION, ORIGIN
from ui.sections.routes.journeys import journeys_table

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from ui.evidence.shown import Shown
    from ui.link.view import View


def draw(view: View) -> Shown:
    """Draw the ways to fly between the two ends; give what is shown, to take along."""
    _ = view.words.gettext
    origin = options.airport_for(view, view.state.origin, ORIGIN)
    destination = options.airport_for(view, view.state.destination, DESTINATION)
    ways = options.connections_between(view, origin, destination)
    if told := options.taken(view, origin, destination):
        st.html(told)
    st.html(_in_short(view, ways, origin, destination))
    route_map.show(view, options.scene(view, ways, origin, destination), key="map-routes", height=480)
    st.html(options.in_words(view, ways, origin, destination))
    st.html(journeys_table(view, origin, destination))
    st.html(options.week(view, ways, origin, destination))
    st.html(table.folded(view, ways))
    more = way(
        view, "flights", _("How the link came about, airports, cargo"), origin=origin, destination=destination
    )
    st.html(tag("p", more))
    return export.flights(view, ways, origin, destination)


def _in_short(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Name the airports, and say what runs on the day of travel."""
    _, _n = view.words.gettext, view.words.ngettext
    ends = f"{wording.node(view, origin)} – {wording.node(view, destination)}. "
    count = _n(
        "{count} connection by air is known.", "{count} connections by air are known.", len(ways)
    ).format(count=len(ways))
    day = view.state.date
    if day is None:
        return tag("p", ends, count, class_="cx-note")
    running = ways[ways["weekdays"].fillna("").str.contains(str(day.isoweekday()), regex=False)]
    runs = _n(
        "On {day} {count} of them is known to begin.",
        "On {day} {count} of them are known to begin.",
        len(running),
    ).format(day=fmt.partial_date(day.isoformat(), view.lang), count=len(running))
    return tag("p", together(ends, count, " ", runs), class_="cx-note")

"""The passenger half of the page Routes: direct flights and those with one stop, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import flight_options, flight_table, shown, wording
from ui import format as fmt
from ui import map as route_map
from ui.flight_options import DESTINATION, ORIGIN
from ui.markup import tag, together
from ui.route_journeys import journeys_table
from ui.route_question import airport_of
from ui.ways import way

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from ui.shell import View
    from ui.shown import Shown


def draw(view: View) -> Shown:
    """Draw the ways to fly between the two ends; give what is shown, to take along."""
    _ = view.words.gettext
    origin = airport_of(view, view.state.origin, ORIGIN)
    destination = airport_of(view, view.state.destination, DESTINATION)
    ways = flight_options.ways_between(view, origin, destination)
    st.html(_in_short(view, ways, origin, destination))
    route_map.show(view, flight_options.scene(view, ways, origin, destination), key="map-routes", height=480)
    st.html(flight_options.in_words(view, ways, origin, destination))
    st.html(journeys_table(view, origin, destination))
    st.html(flight_options.week(view, ways))
    st.html(flight_table.folded(view, ways))
    more = way(
        view, "flights", _("How the link came about, airports, cargo"), origin=origin, destination=destination
    )
    st.html(tag("p", more))
    return shown.flights(view, ways, origin, destination)


def _in_short(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Name the airports, and say what runs on the day of travel."""
    _, _n = view.words.gettext, view.words.ngettext
    ends = f"{wording.node(view, origin)} – {wording.node(view, destination)}. "
    count = _n("{count} way to fly is known.", "{count} ways to fly are known.", len(ways)).format(
        count=len(ways)
    )
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

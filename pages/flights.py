"""Flights: the direct flight, the ways with one stop, how the link came about, cargo, what is not known."""

import streamlit as st

from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.language.text import N_
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.contents import contents
from ui.map import show as route_map
from ui.sections.flights import (
    air_cargo,
    airports,
    block_times,
    direct_flight,
    export,
    first_answer,
    gaps,
    options,
    table,
)
from ui.shell import downloads, page

SECTIONS = {
    "days": N_("Days of the week"),
    "direct": N_("The direct flight Astana – Belgrade"),
    "times": N_("How long, how often"),
    "unknown": N_("What is not known"),
    "history": N_("How the link came about"),
    "airports": N_("Airports"),
    "cargo": N_("Air cargo"),
}

view = page.open_page("flights")
_ = view.words.gettext

st.title(_("Flights"))
answer = st.container()
origin, destination = options.choose_airports(view)
if taken := options.taken(view, origin, destination):
    st.html(taken)
ways = options.connections_between(view, origin, destination)
answer.html(piece(view, first_answer.sentence, ways, origin, destination))
with_map, beside = first_screen.halves()
with with_map:
    route_map.show(view, options.scene(view, ways, origin, destination), key="map-flights", height=480)
beside.html(piece(view, first_answer.cards, ways))
st.html(contents(view, SECTIONS))
st.html(piece(view, options.in_words, ways, origin, destination))

st.header(_(SECTIONS["days"]), anchor="days")
st.html(piece(view, options.week, ways, origin, destination))
write_notes(view, *points_of(view, options.week_chart, ways))
st.html(piece(view, table.folded, ways))

st.header(_(SECTIONS["direct"]), anchor="direct")
st.html(piece(view, direct_flight.direct_card))

st.header(_(SECTIONS["times"]), anchor="times")
st.html(piece(view, block_times.section, ways, origin, destination))

st.header(_(SECTIONS["unknown"]), anchor="unknown")
st.html(piece(view, gaps.section, ways))

st.header(_(SECTIONS["history"]), anchor="history")
st.html(piece(view, direct_flight.history))
st.html(piece(view, direct_flight.announcements, ways))

st.header(_(SECTIONS["airports"]), anchor="airports")
st.html(piece(view, airports.airports_table, options.airports_of(ways, origin, destination)))

st.header(_(SECTIONS["cargo"]), anchor="cargo")
st.html(piece(view, air_cargo.section))

downloads.panel(view, name="flights", frames=export.flights(view, ways, origin, destination))
page.close_page(view)

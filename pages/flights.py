"""Flights: the direct flight, the ways with one stop, how the link came about, cargo, what is not known."""

import streamlit as st

from ui.map import show as route_map
from ui.sections.flights import air_cargo, airports, block_times, direct_flight, export, gaps, options, table
from ui.shell import downloads, page

view = page.open_page("flights")
_ = view.words.gettext

st.title(_("Flights"))
st.header(_("The direct flight Astana – Belgrade"), anchor=False)
st.html(direct_flight.direct_card(view))

st.header(_("Direct and with one stop"), anchor=False)
origin, destination = options.choose_airports(view)
if taken := options.taken(view, origin, destination):
    st.html(taken)
ways = options.ways_between(view, origin, destination)
route_map.show(view, options.scene(view, ways, origin, destination), key="map-flights", height=480)
st.html(options.in_words(view, ways, origin, destination))
st.html(options.week(view, ways))
st.html(table.folded(view, ways))

st.header(_("How long, how often"), anchor=False)
st.html(block_times.section(view, ways, origin, destination))

st.header(_("What is not known"), anchor=False)
st.html(gaps.section(view, ways))

st.header(_("How the link came about"), anchor=False)
st.html(direct_flight.history(view))
st.html(direct_flight.announcements(view, ways))

st.header(_("Airports"), anchor=False)
st.html(airports.airports_table(view, options.airports_of(ways, origin, destination)))

st.header(_("Air cargo"), anchor=False)
st.html(air_cargo.section(view))

downloads.panel(view, name="flights", frames=export.flights(view, ways, origin, destination))
page.close_page(view)

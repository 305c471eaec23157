"""Flights: the direct flight, the ways with one stop, how the link came about, cargo, what is not known."""

import streamlit as st

from ui import (
    air_cargo,
    air_times,
    airports,
    direct_flight,
    downloads,
    flight_gaps,
    flight_options,
    flight_table,
    shell,
    shown,
)
from ui import map as route_map
from ui.kept import piece

view = shell.open_page("flights")
_ = view.words.gettext

st.title(_("Flights"))
st.header(_("The direct flight Astana – Belgrade"), anchor=False)
st.html(piece(view, direct_flight.direct_card))

st.header(_("Direct and with one stop"), anchor=False)
origin, destination = flight_options.choose_airports(view)
if taken := flight_options.taken(view, origin, destination):
    st.html(taken)
ways = flight_options.ways_between(view, origin, destination)
route_map.show(view, flight_options.scene(view, ways, origin, destination), key="map-flights", height=480)
st.html(piece(view, flight_options.in_words, ways, origin, destination))
st.html(piece(view, flight_options.week, ways))
st.html(piece(view, flight_table.folded, ways))

st.header(_("How long, how often"), anchor=False)
st.html(piece(view, air_times.section, ways, origin, destination))

st.header(_("What is not known"), anchor=False)
st.html(piece(view, flight_gaps.section, ways))

st.header(_("How the link came about"), anchor=False)
st.html(piece(view, direct_flight.history))
st.html(piece(view, direct_flight.announcements, ways))

st.header(_("Airports"), anchor=False)
st.html(piece(view, airports.airports_table, flight_options.airports_of(ways, origin, destination)))

st.header(_("Air cargo"), anchor=False)
st.html(piece(view, air_cargo.section))

downloads.panel(view, name="flights", frames=shown.flights(view, ways, origin, destination))
shell.close_page(view)

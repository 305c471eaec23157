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

view = shell.open_page("flights")
_ = view.words.gettext

st.title(_("Flights"))
st.header(_("The direct flight Astana – Belgrade"), anchor=False)
st.html(direct_flight.direct_card(view))

st.header(_("Direct and with one stop"), anchor=False)
origin, destination = flight_options.choose_airports(view)
if taken := flight_options.taken(view, origin, destination):
    st.html(taken)
ways = flight_options.ways_between(view, origin, destination)
route_map.show(view, flight_options.scene(view, ways, origin, destination), key="map-flights", height=480)
st.html(flight_options.in_words(view, ways, origin, destination))
st.html(flight_options.week(view, ways))
st.html(flight_table.folded(view, ways))

st.header(_("How long, how often"), anchor=False)
st.html(air_times.section(view, ways, origin, destination))

st.header(_("What is not known"), anchor=False)
st.html(flight_gaps.section(view, ways))

st.header(_("How the link came about"), anchor=False)
st.html(direct_flight.history(view))
st.html(direct_flight.announcements(view, ways))

st.header(_("Airports"), anchor=False)
st.html(airports.airports_table(view, flight_options.airports_of(ways, origin, destination)))

st.header(_("Air cargo"), anchor=False)
st.html(air_cargo.section(view))

downloads.panel(view, name="flights", frames=shown.flights(view, ways, origin, destination))
shell.close_page(view)

"""Flights: the direct flight, the ways with one stop, how the link came about."""

import streamlit as st

from ui import airports, direct_flight, downloads, flight_options, flight_table, shell, shown
from ui import map as route_map

view = shell.open_page("flights")
_ = view.words.gettext

st.title(_("Flights"))
st.header(_("The direct flight Astana – Belgrade"), anchor=False)
st.html(direct_flight.direct_card(view))

st.header(_("Direct and with one stop"), anchor=False)
origin, destination = flight_options.choose_airports(view)
ways = flight_options.ways_between(view, origin, destination)
route_map.show(view, flight_options.scene(view, ways, origin, destination), key="map-flights", height=480)
st.html(flight_options.in_words(view, ways, origin, destination))
st.html(flight_options.week(view, ways))
st.html(flight_table.options_table(view, ways))

st.header(_("How the link came about"), anchor=False)
st.html(direct_flight.history(view))

st.header(_("Airports"), anchor=False)
st.html(airports.airports_table(view, flight_options.airports_of(ways, origin, destination)))

downloads.panel(view, name="flights", frames=shown.flights(view, ways))
shell.close_page(view)

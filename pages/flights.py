"""The page Flights."""

import streamlit as st

from ui import map as route_map
from ui import shell

view = shell.open_page("flights")
_ = view.words.gettext
st.title(_("Flights"))
route_map.show(view, route_map.whole_network(view), key="map-flights", height=560)
shell.close_page(view)

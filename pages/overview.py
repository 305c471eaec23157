"""The page Overview."""

import streamlit as st

from ui import map as route_map
from ui import shell

view = shell.open_page("overview")
_ = view.words.gettext
st.title(_("Overview"))
route_map.show(view, route_map.whole_network(view), key="map-overview", height=560)
shell.close_page(view)

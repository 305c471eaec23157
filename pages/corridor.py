"""The page Corridor."""

import streamlit as st

from ui import map as route_map
from ui import shell

view = shell.open_page("corridor")
_ = view.words.gettext
st.title(_("Corridor"))
route_map.show(view, route_map.whole_network(view), key="map-corridor", height=560)
shell.close_page(view)

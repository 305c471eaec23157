"""Routes: how to get from here to there, which ways there are, and one of them step by step."""

import streamlit as st

from ui import downloads, route_flights, route_form, route_freight, route_look, shell

view = shell.open_page("routes")
_ = view.words.gettext

route_look.dress()
st.title(_("Routes"))
route_form.draw(view)
half = route_flights if view.state.carriage == "air" else route_freight
shown = half.draw(view)

downloads.panel(view, name="routes", frames=shown)
shell.close_page(view)

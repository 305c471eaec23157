"""Compare: two to four routes beside each other, on the map, as staircases, in hours and in figures."""

import streamlit as st

from ui import compared_view, downloads, route_look, shell

view = shell.open_page("compare")
_ = view.words.gettext

route_look.dress()
st.title(_("Compare"))
shown = compared_view.draw(view)

downloads.panel(view, name="compare", frames=shown)
shell.close_page(view)

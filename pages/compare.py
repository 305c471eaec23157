"""Compare: two to four routes side by side, on the map, as staircases, in hours and in figures."""

import streamlit as st

from ui.sections.compare import comparison
from ui.sections.routes import style
from ui.shell import downloads, page

view = page.open_page("compare")
_ = view.words.gettext

style.dress()
st.title(_("Compare"))
shown = comparison.draw(view)

downloads.panel(view, name="compare", frames=shown)
page.close_page(view)

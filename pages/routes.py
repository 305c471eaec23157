"""Routes: how to get from here to there, which ways there are, and one of them step by step."""

import streamlit as st

from ui.sections.routes import flights, form, freight, headline, style
from ui.shell import downloads, page

view = page.open_page("routes")
_ = view.words.gettext

style.dress()
st.title(_("Routes"))
half = flights if view.state.carriage == "air" else freight
st.html(headline.headline(view) if half is freight else flights.headline(view))
form.draw(view)
shown = half.draw(view)

downloads.panel(view, name="routes", frames=shown)
page.close_page(view)

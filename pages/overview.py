"""Overview: how Kazakhstan and Serbia are connected today, on one screen."""

import streamlit as st

from ui.chain import connections, itinerary
from ui.evidence import events
from ui.evidence.memory import piece
from ui.language.text import N_
from ui.look import first_screen
from ui.look.contents import contents
from ui.look.markup import together
from ui.map import show as route_map
from ui.sections.overview import export, first_answer, headlines
from ui.sections.partners import themes, trade_chart
from ui.shell import downloads, page

SECTIONS = {
    "connections": N_("Connections"),
    "trade": N_("Trade"),
    "projects": N_("Partner projects"),
    "news": N_("What is new"),
}

view = page.open_page("overview")
_ = view.words.gettext

st.title(_("Overview"))
st.html(piece(view, first_answer.sentence))
with_map, beside = first_screen.halves()
with with_map:
    route_map.show(view, connections.scene(view), key="map-overview", height=520)
beside.html(piece(view, headlines.beside))
st.html(contents(view, SECTIONS))
st.html(together(piece(view, headlines.cards), piece(view, headlines.marks_explained)))
st.html(piece(view, itinerary.all_in_words))

st.header(_(SECTIONS["connections"]), anchor="connections")
st.html(piece(view, connections.air_table))
st.html(piece(view, connections.freight_table))
st.html(piece(view, connections.further))

trade = piece(view, trade_chart.in_short)
if trade is not None:
    st.header(_(SECTIONS["trade"]), anchor="trade")
    st.html(trade)

st.header(_(SECTIONS["projects"]), anchor="projects")
st.html(piece(view, themes.theme_table))

st.header(_(SECTIONS["news"]), anchor="news")
st.html(piece(view, events.latest_events))
st.subheader(_("Latest publications in the ledger"), anchor=False)
st.html(piece(view, events.latest_publications))

downloads.panel(view, name="overview", frames=export.overview(view))
page.close_page(view)

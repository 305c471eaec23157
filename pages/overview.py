"""Overview: how Kazakhstan and Serbia are connected today, on one screen."""

import streamlit as st

from ui.chain import connections, itinerary
from ui.evidence import events
from ui.evidence.memory import piece
from ui.look.markup import tag, together
from ui.map import show as route_map
from ui.sections.overview import export, headlines
from ui.sections.partners import themes
from ui.shell import downloads, page

view = page.open_page("overview")
_ = view.words.gettext

st.title(_("Overview"))
st.html(
    tag(
        "p",
        _(
            "How people and goods travel between Kazakhstan and Serbia today, by air and by freight: "
            "every figure opens to the sources that state it."
        ),
        class_="cx-lead",
    )
)
st.html(together(piece(view, headlines.cards), piece(view, headlines.marks_explained)))

st.header(_("The whole link on one map"), anchor=False)
route_map.show(view, connections.scene(view), key="map-overview", height=560)
st.html(piece(view, itinerary.all_in_words))

st.header(_("Connections"), anchor=False)
st.html(piece(view, connections.air_table))
st.html(piece(view, connections.freight_table))
st.html(piece(view, connections.further))

st.header(_("Partner projects"), anchor=False)
st.html(piece(view, themes.theme_table))

st.header(_("What is new"), anchor=False)
st.html(piece(view, events.latest_events))
st.subheader(_("Latest publications in the ledger"), anchor=False)
st.html(piece(view, events.latest_publications))

downloads.panel(view, name="overview", frames=export.overview(view))
page.close_page(view)

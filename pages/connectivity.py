"""Connectivity: how countries and cities are joined, an index beside other pairs, reach, what is critical."""

import streamlit as st

from ui import (
    critical_map,
    downloads,
    pair_frames,
    pair_look,
    pair_ranks,
    pair_tables,
    pair_weights,
    reach_map,
    shell,
    shown,
)
from ui import map as route_map
from ui.markup import tag

view = shell.open_page("connectivity")
_ = view.words.gettext

pair_look.dress()
st.title(_("Connectivity"))
st.html(
    tag(
        "p",
        _(
            "How well Kazakhstan and Serbia are joined for freight: the best between every two places, how "
            "that compares with other pairs of countries, how far one gets in so many days, and what must "
            "not fail."
        ),
        class_="cx-lead",
    )
)

st.header(_("Country by country, city by city"), anchor=False)
measure = pair_tables.choose_measure(view)
st.html(pair_tables.country_matrix(view, measure))
st.html(pair_tables.city_matrix(view, measure))
st.html(pair_tables.all_figures(view))

st.header(_("Beside other pairs of countries"), anchor=False)
if pair_frames.is_ranked(view.dataset):
    pair_weights.choose(view)
    st.html(pair_ranks.in_words(view))
    st.html(pair_ranks.chart(view))
    st.html(pair_ranks.parts_table(view))
    st.subheader(_("How far the order hangs on the weights"), anchor=False)
    st.html(pair_ranks.shares_table(view))
    st.html(pair_ranks.moves_table(view))
else:
    st.html(pair_ranks.impossible(view))

st.header(_("How far one gets"), anchor=False)
place = reach_map.choose(view)
route_map.show(view, reach_map.scene(view, place), key="map-reach", height=480, on_pick=reach_map.taken)
st.html(reach_map.in_words(view, place))
st.html(reach_map.reach_table(view, place))

st.header(_("What must not fail"), anchor=False)
st.html(critical_map.in_words(view))
route_map.show(view, critical_map.scene(view), key="map-critical", height=480)
st.html(critical_map.critical_table(view))

downloads.panel(view, name="connectivity", frames=shown.connectivity(view, place))
shell.close_page(view)

"""Connectivity: how countries and cities are joined, an index beside other pairs, reach, what is critical."""

import streamlit as st

from corridor.publication.parts import SECOND_MAP
from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.language.text import N_
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.contents import contents
from ui.map import show as route_map
from ui.sections.connectivity import (
    critical_map,
    export,
    first_answer,
    frames,
    leaving_out,
    ranks,
    reach_map,
    style,
    tables,
    weights,
)
from ui.sections.routes import headline
from ui.shell import downloads, page

SECTIONS = {
    "reach": N_("How far freight gets"),
    "cities": N_("Country by country, city by city"),
    "pairs": N_("Compared with other pairs of countries"),
    "critical": N_("Critical legs and places"),
}

opened = page.open_page("connectivity")
view = frames.as_asked(opened)
_ = view.words.gettext

style.dress()
st.title(_("Connectivity"))
is_ranked = frames.is_ranked(view.dataset)
answer = st.container()
answer.html(piece(view, first_answer.sentence) if is_ranked else piece(view, ranks.impossible))
with st.container(key="left-out", horizontal=True, gap="small", vertical_alignment="center"):
    st.html(headline.switch(opened, frames.left_out(opened)), width="content")
    leaving_out.choose(opened)
with_map, beside = first_screen.halves()
with with_map:
    place = reach_map.choose(view)
    route_map.show(view, reach_map.scene(view, place), key="map-reach", height=440, on_pick=reach_map.taken)
with beside:
    if is_ranked:
        st.html(piece(view, first_answer.beside, first_answer.choose(view)))

sections = SECTIONS if is_ranked else {name: title for name, title in SECTIONS.items() if name != "pairs"}
st.html(contents(view, sections))

st.header(_(SECTIONS["reach"]), anchor="reach")
st.html(piece(view, reach_map.in_words, place))
st.html(piece(view, reach_map.reach_table, place))

st.header(_(SECTIONS["cities"]), anchor="cities")
measure = tables.choose_measure(view)
st.html(piece(view, tables.country_matrix, measure))
st.html(piece(view, tables.city_matrix, measure))
st.html(piece(view, tables.all_figures))

if is_ranked:
    st.header(_(SECTIONS["pairs"]), anchor="pairs")
    st.html(piece(view, ranks.in_words))
    st.html(piece(view, ranks.chart))
    write_notes(view, *points_of(view, ranks.pairs_chart))
    with st.expander(_("Weights and method of the index"), expanded=bool(view.state.weights)):
        weights.choose(view)
    st.html(piece(view, ranks.parts_table))
    st.subheader(_("How sensitive the ranking is to the weights"), anchor=False)
    st.html(piece(view, ranks.shares_table))
    st.html(piece(view, ranks.moves_table))

st.header(_(SECTIONS["critical"]), anchor="critical")
st.html(piece(view, critical_map.in_words))
critical = critical_map.scene(view)
route_map.show(view, critical, key="map-critical", height=480, credits_=False, part=SECOND_MAP)
st.html(piece(view, critical_map.critical_table))

downloads.panel(opened, name="connectivity", frames=export.connectivity(view, place))
page.close_page(opened)

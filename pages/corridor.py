"""Corridor: one way leg by leg, with its map, its totals and what is missing."""

import streamlit as st

from ui import downloads, itinerary, journey, shell, shown, stretches, totals
from ui import map as route_map
from ui.choice import choose_leg, choose_way, constraints, scene

view = shell.open_page("corridor")
_ = view.words.gettext

st.title(_("Corridor"))
way = choose_way(view)
chain, _sums = totals.sums(view.dataset, way.corridor, way.branches)
st.html(constraints(view, way))

st.header(_("On the map"), anchor=False)
selected = choose_leg(view, chain)
route_map.show(view, scene(view, chain, selected), key="map-corridor", height=520)
st.html(itinerary.written(view, way.corridor, branches=way.branches, selected=selected))

st.header(_("Totals"), anchor=False)
st.html(totals.totals_table(view, way.corridor, way.branches))
st.html(totals.cost_note(view))

st.header(_("Leg by leg"), anchor=False)
st.html(journey.leg_table(view, chain, selected=selected))

st.header(_("Our sum beside what was published"), anchor=False)
st.html(totals.calibration_table(view, way.corridor, way.branches))
st.html(stretches.stretches_table(view, way.corridor, way.branches))

downloads.panel(view, name="corridor", frames=shown.chain(view, way))
shell.close_page(view)

"""Corridor: one way leg by leg and year by year, where its hours go, what it carries, who its rivals are."""

import streamlit as st

from ui import (
    bottlenecks,
    calibration_table,
    corridor_years,
    downloads,
    itinerary,
    journey,
    rivals,
    sections,
    shell,
    shown,
    stretches,
    totals,
    volumes,
)
from ui import map as route_map
from ui.choice import choose_leg, choose_way, constraints, scene
from ui.kept import kept, piece

view = shell.open_page("corridor")
_ = view.words.gettext

st.title(_("Corridor"))
sections.styles()
way = choose_way(view)
chain, _sums = totals.sums(view.dataset, way.corridor, way.branches)
st.html(constraints(view, way))
st.html(sections.jumps(view))

sections.head(view, "years")
choices = st.columns(2, gap="large")
with choices[0]:
    year = corridor_years.choose_year(view)
with choices[1]:
    selected = choose_leg(view, chain)
upgrades = corridor_years.upgrades_of(view, way, year)
route_map.show(
    view, scene(view, chain, selected, marks=corridor_years.marks(upgrades)), key="map-corridor", height=520
)
st.html(piece(view, itinerary.written, way.corridor, way.branches, selected))
st.html(corridor_years.lead(view, year))
st.html(kept(view, "year-facts", lambda: corridor_years.facts(view, way, year), way, year))
st.html(kept(view, "year-upgrades", lambda: corridor_years.upgrade_table(view, upgrades, year), way, year))
if plans := corridor_years.plans_way(view, way, year):
    st.html(plans)
st.html(kept(view, "year-events", lambda: corridor_years.events_list(view, way, year), way, year))

sections.head(view, "legs")
st.html(piece(view, totals.totals_table, way.corridor, way.branches))
st.html(totals.cost_note(view))
st.html(piece(view, journey.folded_leg_table, chain, selected))

sections.head(view, "bottlenecks")
st.html(kept(view, "bottlenecks", lambda: bottlenecks.section(view, way), way))

sections.head(view, "volumes")
st.html(kept(view, "volumes", lambda: volumes.section(view, way, year), way, year))

sections.head(view, "times")
st.html(
    kept(view, "times-in-short", lambda: calibration_table.in_short(view, way.corridor, way.branches), way)
)
st.html(kept(view, "stretches", lambda: stretches.stretches_table(view, way.corridor, way.branches), way))
st.html(kept(view, "times", lambda: calibration_table.whole(view, way.corridor, way.branches), way))

sections.head(view, "rivals")
st.html(piece(view, rivals.section, way))

downloads.panel(view, name="corridor", frames=shown.chain(view, way, year))
shell.close_page(view)

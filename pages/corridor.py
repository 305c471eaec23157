"""Corridor: one way leg by leg and year by year, where its hours go, what it carries, who its rivals are."""

import streamlit as st

from ui.chain import itinerary, leg_table, stretches, totals
from ui.evidence import measured
from ui.evidence.chart_points import points_of
from ui.evidence.memory import kept, piece
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.map import show as route_map
from ui.sections.corridor import (
    bottlenecks,
    calibration_table,
    export,
    first_answer,
    jumps,
    rivals,
    volumes,
    years,
)
from ui.sections.corridor.choice import choose_leg, choose_way, constraints, scene
from ui.shell import downloads, page

view = page.open_page("corridor")
_ = view.words.gettext

st.title(_("Corridor"))
jumps.styles()
answer = st.container()
way = choose_way(view)
answer.html(piece(view, first_answer.sentence, way))
chain, _sums = totals.sums(view.dataset, way.corridor, way.branches)
with_map, beside = first_screen.halves()
with with_map:
    shown = st.container()
    pick_year, pick_leg = st.columns(2, gap="large")
    with pick_year:
        year = years.choose_year(view)
    with pick_leg:
        selected = choose_leg(view, chain)
    upgrades = years.upgrades_of(view, way, year)
    with shown:
        route_map.show(
            view, scene(view, chain, selected, marks=years.marks(upgrades)), key="map-corridor", height=430
        )
beside.html(piece(view, first_answer.beside, way))
if limits := constraints(view, way):
    st.html(limits)
st.html(jumps.jumps(view))

jumps.head(view, "years")
st.html(piece(view, itinerary.written, way.corridor, way.branches, selected))
st.html(years.lead(view, year))
st.html(kept(view, "year-facts", lambda: years.facts(view, way, year), way, year))
st.html(kept(view, "year-upgrades", lambda: years.upgrade_table(view, upgrades, year), way, year))
if plans := years.plans_way(view, way, year):
    st.html(plans)
st.html(kept(view, "year-events", lambda: years.events_list(view, way, year), way, year))

jumps.head(view, "legs")
st.html(piece(view, totals.totals_table, way.corridor, way.branches))
st.html(totals.cost_note(view))
st.html(piece(view, leg_table.folded_leg_table, chain, selected))

jumps.head(view, "bottlenecks")
st.html(kept(view, "bottlenecks", lambda: bottlenecks.section(view, way), way))

jumps.head(view, "volumes")
st.html(kept(view, "volumes", lambda: volumes.section(view, way, year), way, year))
write_notes(view, *points_of(view, volumes.whole_charts, way))

jumps.head(view, "times")
st.html(
    kept(view, "times-in-short", lambda: calibration_table.in_short(view, way.corridor, way.branches), way)
)
st.html(kept(view, "stretches", lambda: stretches.stretches_table(view, way.corridor, way.branches), way))
st.html(kept(view, "times", lambda: calibration_table.whole(view, way.corridor, way.branches), way))

st.html(kept(view, "measured-words", lambda: measured.in_words(view)))
st.html(kept(view, "measured", lambda: measured.tables(view)))

jumps.head(view, "rivals")
st.html(piece(view, rivals.section, way))
write_notes(view, *points_of(view, rivals.charts, way))

downloads.panel(view, name="corridor", frames=export.chain(view, way, year))
page.close_page(view)

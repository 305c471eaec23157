"""The part "What if": the scenario beside today, on the map, in figures and as routes won and lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.language.text import N_
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.contents import contents
from ui.map import show as route_map
from ui.sections.scenarios import builder, export, first_answer, offers, presets, scene, staircases, tables
from ui.sections.scenarios.lab import lab

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from ui.evidence.shown import Shown
    from ui.link.view import View

SECTIONS = {
    "beside": N_("Today and the scenario"),
    "won": N_("Routes won, lost and kept"),
    "staircases": N_("Staircases over each other"),
    "capacity": N_("Capacity, and what limits it"),
    "connectivity": N_("Connectivity"),
}


def draw(view: View, answer: DeltaGenerator) -> Shown:
    """
    Draw the part; give what it shows, to take along.

    Parameters
    ----------
    view
        The visit.
    answer
        Where the sentence of the page stands.
    """
    _ = view.words.gettext
    shown = lab(view)
    answer.html(piece(view, first_answer.sentence))
    if cards := piece(view, presets.cards):
        st.html(cards)
    with_map, beside = first_screen.halves()
    with with_map:
        drawn = replace(view, dataset=shown.dataset(view.dataset))
        route_map.show(drawn, scene.scene(drawn, shown), key="map-scenarios", height=430, on_pick=scene.pick)
    with beside:
        if offered := offers.offers(view):
            st.html(offered)
        st.html(piece(view, first_answer.beside))
    st.header(_("The scenario"), anchor="build")
    st.html(piece(view, offers.listed))
    if words := piece(view, presets.in_words):
        st.html(words)
    builder.draw(view)
    if listed := piece(view, presets.whole_table):
        st.html(listed)
    if shown.is_changed:
        _differences(view)
    return export.compared(view, shown)


def _differences(view: View) -> None:
    """Draw what the scenario changes, the most asked for first."""
    _ = view.words.gettext
    st.html(contents(view, SECTIONS))
    st.header(_(SECTIONS["beside"]), anchor="beside")
    st.html(piece(view, tables.beside_table))
    st.header(_(SECTIONS["won"]), anchor="won")
    st.html(piece(view, tables.routes_table))
    if stairs := piece(view, staircases.drawn):
        st.header(_(SECTIONS["staircases"]), anchor="staircases")
        st.html(stairs)
        write_notes(view, *points_of(view, staircases.chart_of))
    st.header(_(SECTIONS["capacity"]), anchor="capacity")
    st.html(piece(view, tables.capacity_table))
    st.header(_(SECTIONS["connectivity"]), anchor="connectivity")
    st.html(piece(view, tables.connectivity_table))

"""The part "What if": the scenario beside today, on the map, in figures and as routes won and lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.memory import piece
from ui.look import first_screen
from ui.map import show as route_map
from ui.sections.routes import headline
from ui.sections.scenarios import builder, export, first_answer, offers, scene, staircases, tables
from ui.sections.scenarios.lab import lab

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from ui.evidence.shown import Shown
    from ui.link.view import View


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
    st.html(headline.rules(view))
    with_map, beside = first_screen.halves()
    with with_map:
        drawn = replace(view, dataset=shown.dataset(view.dataset))
        route_map.show(drawn, scene.scene(drawn, shown), key="map-scenarios", height=460, on_pick=scene.pick)
    with beside:
        if offered := offers.offers(view):
            st.html(offered)
        st.html(piece(view, first_answer.beside))
    st.header(_("The scenario"), anchor="build")
    st.html(piece(view, offers.listed))
    builder.draw(view)
    if shown.is_changed:
        st.header(_("Today and the scenario"), anchor="beside")
        st.html(piece(view, tables.beside_table))
        st.header(_("Routes won, lost and kept"), anchor="routes")
        st.html(piece(view, tables.routes_table))
        st.header(_("Staircases over each other"), anchor="staircases")
        if stairs := piece(view, staircases.drawn):
            st.html(stairs)
    return export.compared(shown)

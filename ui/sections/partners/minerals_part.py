"""The part Critical raw materials of the page Partners: map with the sites beside it, then the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.memory import piece
from ui.look import first_screen
from ui.map import show as route_map
from ui.sections.partners import export, export_routes, minerals, minerals_map

if TYPE_CHECKING:
    from ui.evidence.shown import Shown
    from ui.link.view import View


def draw(view: View) -> Shown:
    """Draw the part; give its tables to take along."""
    _ = view.words.gettext
    destination = export_routes.choose_destination(view)
    with_map, beside = first_screen.halves()
    with with_map:
        scene = minerals_map.scene(view, destination)
        route_map.show(view, scene, key="map-minerals", height=460, on_pick=minerals_map.pick)
        st.html(piece(view, minerals_map.symbols))
    beside.html(piece(view, minerals_map.beside, destination))
    st.html(piece(view, minerals.lead))
    st.subheader(_("Mines and plants"), anchor=False)
    st.html(piece(view, minerals.sites_table))
    st.subheader(_("Export route"), anchor=False)
    st.html(piece(view, export_routes.routes_table, destination))
    st.subheader(_("Who has agreed with whom"), anchor=False)
    st.html(piece(view, minerals.partners_table))
    return export.raw_materials(view, destination)

"""The parts of the page Scenarios: which there are, and the choice of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.language.text import N_
from ui.link import address
from ui.sections.routes import headline

if TYPE_CHECKING:
    from ui.link.view import View

TITLES = {
    "compare": N_("What if"),
    "sure": N_("How sure"),
    "much": N_("How much"),
    "fix": N_("What to fix first"),
    "lost": N_("What hurts most when lost"),
    "sweep": N_("Many at once"),
}


def choose_part(view: View) -> str:
    """Let the visitor choose a part of the page, and which routes it speaks of; the address holds both."""
    _ = view.words.gettext
    with st.container(key="scenario-parts", horizontal=True, gap="medium", vertical_alignment="center"):
        st.segmented_control(
            _("Part of the page"),
            list(TITLES),
            format_func=lambda part: _(TITLES[part]),
            label_visibility="collapsed",
            required=True,
            **address.bound(view.state, "lab"),
        )
        st.html(headline.rules(view), width="content")
    return view.state.lab

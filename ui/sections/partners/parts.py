"""The parts of the page Partners: which there are, and the choice of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.language.text import N_
from ui.link import address

if TYPE_CHECKING:
    from ui.link.view import View

TITLES = {
    "register": N_("Projects"),
    "papers": N_("Agreements and visits"),
    "promises": N_("Follow-up"),
    "mending": N_("Bottlenecks and projects"),
    "minerals": N_("Critical raw materials"),
    "trade": N_("Trade and companies"),
    "organisations": N_("Organisations"),
}


def choose_part(view: View) -> str:
    """Let the visitor choose a part of the page; the address holds the choice."""
    _ = view.words.gettext
    st.segmented_control(
        _("Part of the page"),
        list(TITLES),
        format_func=lambda part: _(TITLES[part]),
        label_visibility="collapsed",
        **address.bound(view.state, "part"),
    )
    return view.state.part

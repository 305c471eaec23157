"""The parts of the page Corridor: their titles, anchors to jump to, one sentence each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from ui.language.text import N_
from ui.look.contents import contents
from ui.look.markup import tag
from ui.serving.sheets import imported, sheet_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

SECTIONS = {
    "years": (N_("Year by year"), ""),
    "legs": (
        N_("Leg by leg"),
        N_("Totals of the whole route, and every leg and piece of work on it."),
    ),
    "bottlenecks": (
        N_("Where the hours go"),
        N_("The steps of this route by the time they take, with their capacity and planned works."),
    ),
    "volumes": (
        N_("What it carries, and could carry"),
        N_("Reported volumes, planned volumes and stated capacity: each mark is a claim."),
    ),
    "times": (
        N_("Our sum beside what was published"),
        N_("Published times are not part of our sums. They show how reliable our sums are."),
    ),
    "rivals": (N_("Rivals on the same work"), ""),
}


def styles() -> None:
    """Put the style sheet of the page into it."""
    st.html(_styles())


def head(view: View, name: str) -> None:
    """Draw the heading of a part, with its sentence."""
    _ = view.words.gettext
    title, words = SECTIONS[name]
    st.header(_(title), anchor=name)
    if words:
        st.html(tag("p", _(words), class_="cx-prose"))


def jumps(view: View) -> Markup:
    """Link to every part of the page."""
    return contents(view, {name: title for name, (title, _words) in SECTIONS.items()})


@cache
def _styles() -> str:
    """Element that brings the style sheet of the page."""
    return imported(sheet_of(Path(__file__).with_name("corridor.css")))

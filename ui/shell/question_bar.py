"""The line under the header: the question that travels, each part of it removable, and what rests here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.content.conditions import asked, question_in_words, resting
from ui.link.state import State
from ui.link.travel import FOUND
from ui.look.links import stay
from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.content.conditions import Condition
    from ui.link.view import View


def draw(view: View) -> None:
    """Draw a chip for each part that acts, and a word on those that do not; nothing without a question."""
    line = written(view)
    if line is not None:
        st.html(line)


def written(view: View) -> Markup | None:
    """Write the line."""
    _ = view.words.gettext
    acting, rest = asked(view), resting(view)
    if not acting and not rest:
        return None
    kept = _("Not used here, kept for other pages: {conditions}")
    quiet = kept.format(conditions="; ".join(one.words for one in rest))
    chips = [part for one in acting for part in (_chip(view, one), " ")]
    return tag("p", *chips, tag("small", quiet) if rest else None, class_="site-question", lang=view.lang)


def on_paper(view: View) -> Markup | None:
    """Write the question for the head of a printed page, where chips are of no use."""
    told = question_in_words(view)
    return tag("p", "; ".join(told), class_="site-on-paper", lang=view.lang) if told else None


def _chip(view: View, one: Condition) -> Markup:
    """Write one part as a link to the same view without it."""
    title = view.words.gettext("Remove: {limit}").format(limit=one.words)
    attributes = {"class_": "cx-chip", "title": title}
    gone = {name: getattr(State(), name) for name in FOUND}
    return stay(view, f"{one.words} ×", attributes=attributes, **gone, **one.without)

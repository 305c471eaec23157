"""The notes that a visitor writes on a chart: listed below it, written in a small window, in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.charts.notes import points
from ui.look.markup import tag
from ui.look.note_window import listed, note_window

if TYPE_CHECKING:
    from corridor.charts.chart import Chart, Mark
    from ui.link.view import View


def write_notes(view: View, chart: Chart) -> None:
    """
    List the notes on a chart, say which point is not in it, and draw the window to write them.

    Parameters
    ----------
    view
        The visit.
    chart
        The chart, as it stands on the page.
    """
    known = points(chart)
    here = [note for note in view.state.notes if note.chart == chart.id]
    written = [(note, _name(known[note.place])) for note in here if note.place in known]
    lines = listed(view, (f"{name}: {note.text}" for note, name in written))
    if lines is not None:
        st.html(str(lines))
    for note in here:
        if note.place not in known:
            words = view.words.gettext("The link has {key}={value}, which does not exist here. It was ignored.")
            told = words.format(key="note", value=f"{note.chart}:{note.place}")
            st.html(str(tag("p", told, class_="cx-note", role="status", lang=view.lang)))
    if known and not view.embed:
        names = {point: _name(mark) for point, mark in known.items()}
        title = view.words.gettext("Note on the chart")
        note_window(view, title, written, names, key=f"chart-{chart.id}", chart=chart.id)


def _name(mark: Mark) -> str:
    """Name a point as a reader finds it: what it is, where it lies or how large it is."""
    return " · ".join(filter(None, (mark.name or mark.at_text, mark.at_text if mark.name else "", mark.text)))

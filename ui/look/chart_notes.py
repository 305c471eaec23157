"""The notes that a visitor writes on a chart: listed below it, written in a small window, in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from corridor.charts.notes import points
from ui.look.markup import tag
from ui.look.note_window import listed, note_window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.chart import Chart, Mark
    from ui.link.notes import ViewNote
    from ui.link.view import View

_SEEN = "charts-seen"


@dataclass(frozen=True, kw_only=True)
class Noted:
    """
    What the notes on a chart need of it.

    Attributes
    ----------
    id, title
        Of the chart.
    names
        Names of the points that a note may point to, by id, in the order of the chart.
    """

    id: str
    title: str
    names: Mapping[str, str]


def noted(chart: Chart) -> Noted | None:
    """Give what notes need of a chart; None for one without a point."""
    names = {point: _name(mark) for point, mark in points(chart).items()}
    return Noted(id=chart.id, title=chart.title, names=names) if names else None


def write_notes(view: View, *charts: Noted) -> None:
    """
    List the notes on charts, say which point is not in them, and draw the windows to write them.

    Parameters
    ----------
    view
        The visit.
    *charts
        The charts as they stand on the page.
    """
    st.session_state.setdefault(_SEEN, set()).update(chart.id for chart in charts)
    for chart in charts:
        _list(view, chart)
    if view.embed or not charts:
        return
    with st.container(horizontal=True, gap="small"):
        for chart in charts:
            written = [
                (note, chart.names[note.place]) for note in _notes(view, chart) if note.place in chart.names
            ]
            title = view.words.gettext("Note on the chart")
            note_window(
                view,
                f"{title}: {chart.title}" if len(charts) > 1 else title,
                written,
                chart.names,
                key=f"chart-{chart.id}",
                chart=chart.id,
            )


def tell_left_out(view: View) -> None:
    """Say at the end of a page which notes are on charts that it has not drawn."""
    seen = st.session_state.pop(_SEEN, set())
    for note in view.state.notes:
        if note.chart and note.chart not in seen:
            _tell(view, note)


def _notes(view: View, chart: Noted) -> list[ViewNote]:
    """Give the notes of the address on one chart."""
    return [note for note in view.state.notes if note.chart == chart.id]


def _list(view: View, chart: Noted) -> None:
    """List the notes on one chart; say which point it has not."""
    known = chart.names
    here = _notes(view, chart)
    lines = listed(view, (f"{known[note.place]}: {note.text}" for note in here if note.place in known))
    if lines is not None:
        st.html(str(lines))
    for note in here:
        if note.place not in known:
            _tell(view, note)


def _tell(view: View, note: ViewNote) -> None:
    """Say that a note points to what is not there."""
    words = view.words.gettext("The link has {key}={value}, which does not exist here. It was ignored.")
    told = words.format(key="note", value=f"{note.chart}:{note.place}")
    st.html(str(tag("p", told, class_="cx-note", role="status", lang=view.lang)))


def _name(mark: Mark) -> str:
    """Name a point as a reader finds it: what it is, where it lies or how large it is."""
    return " · ".join(filter(None, (mark.name or mark.at_text, mark.at_text if mark.name else "", mark.text)))

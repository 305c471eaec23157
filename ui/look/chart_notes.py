"""The notes that a visitor writes on a chart: listed below it, written in a small window, in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

import streamlit as st

from corridor.charts.notes import points
from corridor.errors import ChartError
from ui.look.markup import tag
from ui.look.note_window import listed, note_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark
    from ui.link.notes import ViewNote
    from ui.link.view import View

Parts = ParamSpec("Parts")
_SEEN = "charts-seen"


def write_notes(view: View, *given: Chart | None) -> None:
    """
    List the notes on charts, say which point is not in them, and draw the windows to write them.

    Parameters
    ----------
    view
        The visit.
    *given
        The charts as they stand on the page; None where there is none.
    """
    charts = [chart for chart in given if chart is not None and points(chart)]
    st.session_state.setdefault(_SEEN, set()).update(chart.id for chart in charts)
    for chart in charts:
        _list(view, chart)
    if view.embed or not charts:
        return
    with st.container(horizontal=True, gap="small"):
        for chart in charts:
            known = points(chart)
            written = [
                (note, _name(known[note.place])) for note in _notes(view, chart) if note.place in known
            ]
            title = view.words.gettext("Note on the chart")
            note_window(
                view,
                f"{title}: {chart.title}" if len(charts) > 1 else title,
                written,
                {point: _name(mark) for point, mark in known.items()},
                key=f"chart-{chart.id}",
                chart=chart.id,
            )


def tell_left_out(view: View) -> None:
    """Say at the end of a page which notes are on charts that it has not drawn."""
    seen = st.session_state.pop(_SEEN, set())
    for note in view.state.notes:
        if note.chart and note.chart not in seen:
            _tell(view, note)


def if_drawn(draw: Callable[Parts, Chart | None], *parts: Parts.args, **more: Parts.kwargs) -> Chart | None:
    """Give a chart, or None where the data hold too little for it."""
    try:
        return draw(*parts, **more)
    except ChartError:
        return None


def _notes(view: View, chart: Chart) -> list[ViewNote]:
    """Give the notes of the address on one chart."""
    return [note for note in view.state.notes if note.chart == chart.id]


def _list(view: View, chart: Chart) -> None:
    """List the notes on one chart; say which point it has not."""
    known = points(chart)
    here = _notes(view, chart)
    items = [_item(chart, known[note.place], note) for note in here if note.place in known]
    lines = listed(view, items, chart=chart.id)
    if lines is not None:
        st.html(str(lines))
    for note in here:
        if note.place not in known:
            _tell(view, note)


def _item(chart: Chart, mark: Mark, note: ViewNote) -> Markup:
    """
    Write a note, with what ``static/own/notes.js`` needs to draw it at its mark.

    That is the label of the mark, which of the marks with this label it is, and its place on the axes.
    """
    alike = [other for other in chart.marks if other.label == mark.label]
    nth = next((at for at, other in enumerate(alike) if other.target == mark.target), 0)
    return tag(
        "li",
        f"{_name(mark)}: {note.text}",
        data_text=note.text,
        data_mark=mark.label,
        data_nth=nth,
        data_x=chart.across.percent(mark.at),
        data_y=chart.panels[0].up.percent(mark.base + (mark.typical or 0.0)),
    )


def _tell(view: View, note: ViewNote) -> None:
    """Say that a note points to what is not there."""
    words = view.words.gettext("The link has {key}={value}, which does not exist here. It was ignored.")
    told = words.format(key="note", value=f"{note.chart}:{note.place}")
    st.html(str(tag("p", told, class_="cx-note", role="status", lang=view.lang)))


def _name(mark: Mark) -> str:
    """Name a point as a reader finds it: what it is, where it lies or how large it is."""
    return " · ".join(filter(None, (mark.name or mark.at_text, mark.at_text if mark.name else "", mark.text)))

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

    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark
    from ui.link.notes import ViewNote
    from ui.link.view import View

_SEEN = "charts-seen"


@dataclass(frozen=True, kw_only=True)
class Point:
    """
    A mark of a chart that a note may point to.

    Attributes
    ----------
    name
        As a reader finds it.
    label, nth
        Label of the mark, and which of the marks with this label it is.
    x, y
        Its place on the axes in percent.
    """

    name: str
    label: str
    nth: int
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class Noted:
    """
    What the notes on a chart need of it.

    Attributes
    ----------
    id, title
        Of the chart.
    points
        The points that a note may point to, by id, in the order of the chart.
    """

    id: str
    title: str
    points: Mapping[str, Point]

    @property
    def names(self) -> Mapping[str, str]:
        """Names of the points by id."""
        return {point_id: point.name for point_id, point in self.points.items()}


def noted(chart: Chart) -> Noted | None:
    """Give what notes need of a chart; None for one without a point."""
    known = {point_id: _point(chart, mark) for point_id, mark in points(chart).items()}
    return Noted(id=chart.id, title=chart.title, points=known) if known else None


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
    known = chart.points
    here = _notes(view, chart)
    items = [_item(known[note.place], note) for note in here if note.place in known]
    lines = listed(view, items, chart=chart.id)
    if lines is not None:
        st.html(str(lines))
    for note in here:
        if note.place not in known:
            _tell(view, note)


def _item(point: Point, note: ViewNote) -> Markup:
    """Write a note, with what ``static/own/notes.js`` needs to draw it at its mark."""
    return tag(
        "li",
        f"{point.name}: {note.text}",
        data_text=note.text,
        data_mark=point.label,
        data_nth=point.nth,
        data_x=point.x,
        data_y=point.y,
    )


def _point(chart: Chart, mark: Mark) -> Point:
    """Find a mark again among those with its label, and its place on the axes."""
    alike = [other for other in chart.marks if other.label == mark.label]
    return Point(
        name=_name(mark),
        label=mark.label,
        nth=next((at for at, other in enumerate(alike) if other.target == mark.target), 0),
        x=chart.across.percent(mark.at),
        y=chart.panels[0].up.percent(mark.base + (mark.typical or 0.0)),
    )


def _tell(view: View, note: ViewNote) -> None:
    """Say that a note points to what is not there."""
    words = view.words.gettext("The link has {key}={value}, which does not exist here. It was ignored.")
    told = words.format(key="note", value=f"{note.chart}:{note.place}")
    st.html(str(tag("p", told, class_="cx-note", role="status", lang=view.lang)))


def _name(mark: Mark) -> str:
    """Name a point as a reader finds it: what it is, where it lies or how large it is."""
    return " · ".join(filter(None, (mark.name or mark.at_text, mark.at_text if mark.name else "", mark.text)))

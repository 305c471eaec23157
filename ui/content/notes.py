"""The visitor's own notes on the map and the charts of a view, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.publication.content import Annotation

if TYPE_CHECKING:
    from ui.link.view import View


def annotations(view: View) -> tuple[Annotation, ...]:
    """Give the notes on the map of a view, in the order of its address."""
    return tuple(
        Annotation(text=note.text, lon=row["lon"], lat=row["lat"], place=view.words.name(row))
        for note in view.state.notes
        if not note.chart and view.dataset.has("nodes", note.place)
        for row in [view.dataset.record("nodes", note.place)]
    )


def notes_on(view: View, chart: str) -> tuple[tuple[str, str], ...]:
    """Give the notes on one chart of a view: points and texts."""
    return tuple((note.place, note.text) for note in view.state.notes if note.chart == chart)

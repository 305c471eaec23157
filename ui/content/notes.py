"""The visitor's own notes on the map of a view, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.publication.content import Annotation

if TYPE_CHECKING:
    from ui.link.view import View


def annotations(view: View) -> tuple[Annotation, ...]:
    """Give the notes of a view, in the order of its address."""
    return tuple(
        Annotation(text=note.text, lon=row["lon"], lat=row["lat"], place=view.words.name(row))
        for note in view.state.notes
        if view.dataset.has("nodes", note.node)
        for row in [view.dataset.record("nodes", note.node)]
    )

"""The notes that a visitor writes on a map: they stand in the address, the map draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.memory.memo import Depends, remembered
from ui.language.text import Words
from ui.look.markup import tag
from ui.look.note_window import listed, note_window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.notes import ViewNote
    from ui.link.view import View
    from ui.map.scene import Scene


def placed(view: View) -> list[dict[str, Any]]:
    """Give the notes of a view as the map's script takes them: a place and a text."""
    return [
        {"node": note.place, "at": [row["lat"], row["lon"]], "text": note.text}
        for note, row in _with_places(view)
    ]


def in_words(view: View) -> Markup | None:
    """List the notes below the map, for those who do not see it."""
    lines = (f"{view.words.name(row)}: {note.text}" for note, row in _with_places(view))
    return listed(view, [tag("li", line) for line in lines])


def write_notes(view: View, scene: Scene, *, key: str) -> None:
    """
    Draw the small window in which notes are written and removed.

    Parameters
    ----------
    view
        The visit.
    scene
        What the map shows: its places come first in the list.
    key
        Name of the map on its page.
    """
    written = [(note, view.words.name(row)) for note, row in _with_places(view)]
    names = _in_order(view, scene)
    note_window(view, view.words.gettext("Note on the map"), written, names, key=key)


def _in_order(view: View, scene: Scene) -> Mapping[str, str]:
    """Name the nodes to choose from: those of the map first, then the others by name."""
    names = _names(view.dataset, view.lang)
    ends = (scene.origin, scene.destination, scene.place)
    first = {node: names[node] for node in (*ends, *scene.nodes) if node in names}
    return {**first, **names}


@remembered(depends_on=Depends.EVERYTHING)
def _names(dataset: Dataset, lang: str) -> Mapping[str, str]:
    """Names of all nodes in a language, in the order of these."""
    words = Words(lang)
    names = {node: words.name(dataset.record("nodes", node)) for node in dataset.nodes["node_id"]}
    return dict(sorted(names.items(), key=lambda name: name[1]))


def _with_places(view: View) -> list[tuple[ViewNote, Any]]:
    """Give the notes on the map with the rows of their nodes."""
    data = view.dataset
    return [
        (note, data.record("nodes", note.place))
        for note in view.state.notes
        if not note.chart and data.has("nodes", note.place)
    ]

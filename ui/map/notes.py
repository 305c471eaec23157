"""The notes that a visitor writes on a map: they stand in the address, the map draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.link import address
from ui.link.map_notes import MAX_NOTE, MAX_NOTES, MapNote
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View
    from ui.map.scene import Scene


def placed(view: View) -> list[dict[str, Any]]:
    """Give the notes of a view as the map's script takes them: a place and a text."""
    return [
        {"node": note.node, "at": [row["lat"], row["lon"]], "text": note.text}
        for note, row in _with_places(view)
    ]


def in_words(view: View) -> Markup | None:
    """List the notes below the map, for those who do not see it."""
    _ = view.words.gettext
    lines = [tag("li", f"{view.words.name(row)}: {note.text}") for note, row in _with_places(view)]
    if not lines:
        return None
    return tag("ul", *lines, class_="map-notes", lang=view.lang, aria_label=_("Notes on the view"))


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
    _ = view.words.gettext
    with st.popover(_("Note on the map"), type="tertiary", width="content", key=f"notes-{key}"):
        for position, (note, row) in enumerate(_with_places(view)):
            name = view.words.name(row)
            st.html(str(together(tag("strong", name), tag("p", note.text, lang=view.lang))))
            st.button(
                _("Remove: {place}").format(place=name),
                key=f"note-remove-{key}-{position}",
                on_click=_remove,
                args=(note,),
            )
        if len(view.state.notes) >= MAX_NOTES:
            st.caption(_("A map has {count} notes at most.").format(count=MAX_NOTES))
            return
        _ask(view, scene, key)


def _ask(view: View, scene: Scene, key: str) -> None:
    """Ask for a place and a text."""
    _ = view.words.gettext
    names = {node: view.words.name(view.dataset.record("nodes", node)) for node in _places(view, scene)}
    fields = f"note-place-{key}", f"note-text-{key}"
    st.selectbox(_("Place"), list(names), format_func=names.__getitem__, key=fields[0])
    st.text_input(_("Text of the note"), max_chars=MAX_NOTE, key=fields[1])
    st.button(_("Add the note"), key=f"note-add-{key}", on_click=_add, args=fields)
    st.caption(_("It stands in the link, in pictures and in papers of this view."))


def _places(view: View, scene: Scene) -> list[str]:
    """List the nodes to choose from: those of the map first, then the others by name."""
    nodes = view.dataset.nodes["node_id"]
    known = set(nodes)
    ends = (scene.origin, scene.destination, scene.place)
    first = [node for node in (*ends, *scene.nodes) if node in known]
    others = sorted(
        known.difference(first), key=lambda node: view.words.name(view.dataset.record("nodes", node))
    )
    return list(dict.fromkeys([*first, *others]))


def _with_places(view: View) -> list[tuple[MapNote, Any]]:
    """Give the notes with the rows of their nodes."""
    data = view.dataset
    return [
        (note, data.record("nodes", note.node)) for note in view.state.notes if data.has("nodes", note.node)
    ]


def _add(place: str, text: str) -> None:
    """Write what was typed to the address; without a letter there is nothing to write."""
    notes = address.current().state.notes
    try:
        note = MapNote(st.session_state[place], st.session_state[text])
    except ValueError:
        return
    if len(notes) < MAX_NOTES and note.node in address.known().nodes:
        address.write(notes=(*notes, note))
        st.session_state[text] = ""


def _remove(note: MapNote) -> None:
    """Take a note out of the address."""
    address.write(notes=tuple(kept for kept in address.current().state.notes if kept != note))

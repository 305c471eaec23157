"""The small window in which a visitor writes and removes notes: the same on a map and on a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.link import address
from ui.link.notes import MAX_NOTE, MAX_NOTES, ViewNote
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View


def note_window(
    view: View,
    title: str,
    written: Iterable[tuple[ViewNote, str]],
    places: Mapping[str, str],
    *,
    key: str,
    chart: str = "",
) -> None:
    """
    Draw the window.

    Parameters
    ----------
    view
        The visit.
    title
        What its button says.
    written
        The notes that are there already, each with the name of its place.
    places
        Names of the places that a note may point to, by id, in the order of the list.
    key
        Name of the map or chart on its page.
    chart
        Id of the chart; empty on the map.
    """
    _ = view.words.gettext
    with st.popover(title, type="tertiary", width="content", key=f"notes-{key}"):
        for position, (note, name) in enumerate(written):
            st.html(str(together(tag("strong", name), tag("p", note.text, lang=view.lang))))
            st.button(
                _("Remove: {place}").format(place=name),
                key=f"note-remove-{key}-{position}",
                on_click=_remove,
                args=(note,),
            )
        if len(view.state.notes) >= MAX_NOTES:
            st.caption(_("A view has {count} notes at most.").format(count=MAX_NOTES))
            return
        fields = f"note-place-{key}", f"note-text-{key}"
        word = _("Point of the chart") if chart else _("Place")
        st.selectbox(word, list(places), format_func=places.__getitem__, key=fields[0])
        st.text_input(_("Text of the note"), max_chars=MAX_NOTE, key=fields[1])
        st.button(_("Add the note"), key=f"note-add-{key}", on_click=_add, args=(*fields, chart))
        st.caption(_("It stands in the link, in pictures and in papers of this view."))


def listed(view: View, items: Sequence[Markup], *, chart: str = "") -> Markup | None:
    """List notes below the map or the chart that they are on, for those who do not see it."""
    if not items:
        return None
    label = view.words.gettext("Notes on the view")
    return tag("ul", *items, class_="map-notes", lang=view.lang, aria_label=label, data_chart=chart or None)


def _add(place: str, text: str, chart: str) -> None:
    """Write what was typed to the address; without a letter there is nothing to write."""
    notes = address.current().state.notes
    try:
        note = ViewNote(st.session_state[place], st.session_state[text], chart)
    except ValueError:
        return
    is_known = bool(chart) or note.place in address.known().nodes
    if len(notes) < MAX_NOTES and is_known:
        address.write(notes=(*notes, note))
        st.session_state[text] = ""


def _remove(note: ViewNote) -> None:
    """Take a note out of the address."""
    address.write(notes=tuple(kept for kept in address.current().state.notes if kept != note))

"""A choice of several, which the address holds, and the panel in which such choices stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.link import address
from ui.link.state import moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from ui.link.view import View


def panel(view: View, title: str, count: int, *, key: str) -> DeltaGenerator:
    """
    Open a panel whose title says how many of its choices are set.

    Parameters
    ----------
    view
        The visit.
    title
        What can be chosen in it.
    count
        How many choices are set.
    key
        Its name: without one it would close when its title changes.
    """
    told = view.words.ngettext("{count} set", "{count} set", count).format(count=count)
    return st.popover(f"{title} · {told}" if count else title, width="content", key=key)


def several(
    view: View,
    field: str,
    label: str,
    names: Mapping[str, str],
    *,
    most: int | None = None,
    clear: tuple[str, ...] = (),
) -> None:
    """
    Draw a list of which several can be chosen.

    Parameters
    ----------
    view
        The visit.
    field
        Field of `ui.link.state.State` that holds what is chosen.
    label
        Title of the list.
    names
        What can be chosen, and how each is called. What the address names beside these is let go.
    most
        How many can be chosen; None for any number.
    clear
        Fields to reset when this one changes.
    """
    chosen = tuple(word for word in getattr(view.state, field) if word in names)
    options: dict[str, Any] = address.bound(moved(view.state, **{field: chosen}), field, clear=clear)
    st.session_state[options["key"]] = list(chosen)
    st.multiselect(
        label,
        list(names),
        format_func=lambda word: names.get(word, word),
        max_selections=most,
        placeholder=view.words.gettext("nothing chosen"),
        select_all=False,
        **options,
    )

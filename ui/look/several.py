"""A choice of several, which the address holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.link import address
from ui.link.state import moved

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.link.view import View


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

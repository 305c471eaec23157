"""Pieces of pages that are drawn once for the server and kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from markupsafe import Markup

    from ui.link.view import View

_MOST = 512


def kept(view: View, name: str, draw: Callable[[], Markup], *parts: Hashable) -> Markup:
    """
    Draw a piece of a page, or give what was drawn before. Of a visitor's own data nothing is kept.

    Parameters
    ----------
    view
        The visit; language, data and day are part of what is remembered.
    name
        Name of the piece.
    draw
        Draws it.
    *parts
        What else it depends on, such as the filters.
    """
    if view.own:
        return draw()
    return _kept(draw, view.data_token, view.lang, today(), name, parts)


def today() -> date:
    """Day by which the age of claims is judged, in universal time."""
    return datetime.now(tz=UTC).date()


@st.cache_resource(max_entries=_MOST, show_spinner=False)
def _kept(
    _draw: Callable[[], Markup],
    data_token: str,  # noqa: ARG001 - part of the key
    lang: str,  # noqa: ARG001
    day: date,  # noqa: ARG001
    name: str,  # noqa: ARG001
    parts: tuple[Hashable, ...],  # noqa: ARG001
) -> Markup:
    """Draw, the first time."""
    return _draw()

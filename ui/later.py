"""Parts of pages that stand below a map: their HTML travels closed and is opened when the map is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

# Streamlit's page cleans every element and attribute of what `st.html` brings, on the thread that the map's
# frame needs. In an attribute it is one text. These characters mean nothing to HTML; they are no letters.
_CLOSED = {"<": "\ue000", ">": "\ue001", "&": "\ue002", '"': "\ue003", "'": "\ue004"}
_OPENED = {closed: plain for plain, closed in _CLOSED.items()}
_LEAST = 1500


def html(part: Markup) -> None:
    """
    Draw a part of a page that may wait for the map above it.

    ``static/own/later.js`` opens it in place once the map is drawn, or after a moment if it is not. Until
    then what stood there before stays. Short parts are drawn at once.

    Parameters
    ----------
    part
        The part, escaped where it came from data.
    """
    st.html(closed(part))


def closed(part: Markup) -> Markup:
    """Close a part, or give it as it is if it is short, or holds characters that would be taken for ours."""
    if len(part) < _LEAST or any(mark in part for mark in _OPENED):
        return part
    return tag("div", class_="cx-later-part", data_part=str(part).translate(str.maketrans(_CLOSED)))


def opened(text: str) -> str:
    """Open what `closed` closed, as the browser does."""
    return text.translate(str.maketrans(_OPENED))

"""The style sheet of charts and cards of routes, sent only to pages that draw them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from ui.serving.sheets import imported, sheet_of


def dress() -> None:
    """Send the style sheet."""
    st.html(_sheet())


@cache
def _sheet() -> str:
    """Element that brings the style sheet."""
    return imported(sheet_of(Path(__file__).with_name("routes.css")))

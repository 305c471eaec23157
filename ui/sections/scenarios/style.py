"""The style sheet of the page Scenarios, sent only to that page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st


def dress() -> None:
    """Send the style sheet."""
    st.html(f"<style>{_sheet()}</style>")


@cache
def _sheet() -> str:
    """Read the style sheet once for the server."""
    return Path(__file__).with_name("scenarios.css").read_text(encoding="utf-8")

"""The data that a visitor explores with: their own for this visit, else those of the server."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

_KEY, _SERVED = "own-data", "served-data"
_TOKEN_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class OwnData:
    """
    A visitor's own data.

    Attributes
    ----------
    name
        What the visitor calls it.
    dataset
        The data.
    token
        Name of these data in caches: drawn by lot, so that no other visit can ask for it.
    """

    name: str
    dataset: Dataset
    token: str = field(default_factory=lambda: f"own-{secrets.token_hex(_TOKEN_BYTES)}")


def current() -> OwnData | None:
    """Give the visitor's own data; None while they see those of the server."""
    found: OwnData | None = st.session_state.get(_KEY)
    return found


def shown() -> Dataset:
    """Give the data that this visit shows: its own, else the server's as they were when the visit began."""
    own = current()
    if own is not None:
        return own.dataset
    found: Dataset = st.session_state.setdefault(_SERVED, dataset())
    return found


def explore(name: str, data: Dataset) -> None:
    """Show these data to this visitor, on every page, until they leave them or close the page."""
    st.session_state[_KEY] = OwnData(name=name, dataset=data)


def leave() -> None:
    """Go back to the data of the server."""
    st.session_state.pop(_KEY, None)

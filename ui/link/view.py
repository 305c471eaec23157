"""What a page knows of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from corridor.dataset.tables import Dataset
    from ui.language.text import Words
    from ui.link.state import State


@dataclass(frozen=True, kw_only=True)
class View:
    """
    What a page needs to know of the visit.

    `own` names the visitor's own data, if these are shown; `since` is the place where the page says what has
    changed since its link was made, if that was with other data.
    """

    page: str
    state: State
    words: Words
    lang: str
    dark: bool
    embed: bool
    dataset: Dataset
    data_token: str
    own: str = ""
    since: DeltaGenerator | None = None

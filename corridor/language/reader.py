"""For whom something is worded: the language, its words, and the dataset that gives the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from corridor.language.text import Words

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset


class Reader(Protocol):
    """Whoever reads: a visit of the dashboard is one, and so is `LanguageReader`."""

    @property
    def dataset(self) -> Dataset:
        """The dataset that gives the names."""

    @property
    def lang(self) -> str:
        """One of `corridor.language.text.LANGUAGES`."""

    @property
    def words(self) -> Words:
        """Translations into the language."""


@dataclass(frozen=True)
class LanguageReader:
    """A reader of whom only the language is known."""

    dataset: Dataset
    lang: str

    @property
    def words(self) -> Words:
        """Translations into the language."""
        return Words(self.lang)

"""The words a visitor reads: those of `corridor.language.text`."""

from corridor.errors import N_
from corridor.language.text import (
    CATALOGUES,
    DATA_DOMAIN,
    DERIVED,
    DOMAIN,
    LANGUAGES,
    LOCALES,
    MISSING,
    SOURCE_LANGUAGE,
    Words,
    language_named,
    marked_plural,
    serbian_latin,
    term_message,
)

__all__ = [
    "CATALOGUES",
    "DATA_DOMAIN",
    "DERIVED",
    "DOMAIN",
    "LANGUAGES",
    "LOCALES",
    "MISSING",
    "N_",
    "SOURCE_LANGUAGE",
    "Words",
    "language_named",
    "marked_plural",
    "serbian_latin",
    "term_message",
]

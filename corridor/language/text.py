"""The words a visitor reads, in the language of the visit."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corridor.dataset.shipped import ROOT
from corridor.errors import N_, CorridorError
from corridor.words.transliteration import serbian_latin

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
    "term_message",
]

DOMAIN = "explorer"
# Texts of the dataset that have no columns for other languages: notes, summaries, definitions.
DATA_DOMAIN = "data"
CATALOGUES = ROOT / "locales"

# In the order of the language picker; each language by its own name.
LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "kk": "Қазақша",
    "ru": "Русский",
    "sr": "Српски",
    "sr-Latn": "Srpski",
    "bg": "Български",
}
# The locale whose separators, months and weekdays each language uses; English as written in Geneva.
LOCALES: Mapping[str, str] = {
    "en": "en_GB",
    "kk": "kk",
    "ru": "ru",
    "sr": "sr_Cyrl",
    "sr-Latn": "sr_Latn",
    "bg": "bg",
}
# What stands where a figure or a date is missing.
MISSING = "—"
SOURCE_LANGUAGE = "en"
# Serbian Latin has no catalogue and no names of its own: both are made from Serbian Cyrillic.
DERIVED = {"sr-Latn": "sr"}

# Enumerated values that are worded by more than a space for the hyphen.
_TERMS = {
    "pre-construction": "pre-construction",
    "trans-caspian": "Trans-Caspian",
    "education-culture": "education and culture",
    "energy-industry": "energy and industry",
    "infrastructure-formats": "infrastructure and formats",
    "area-proxy": "near the site",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Translations into one language; the English text is the key.

    Code binds the translators to the names by which extraction finds them::

        _, _n, _p = words.gettext, words.ngettext, words.pgettext

    Parameters
    ----------
    lang
        One of `LANGUAGES`.

    Raises
    ------
    ValueError
        If there is no such language.
    """

    lang: str

    def __post_init__(self) -> None:
        """Refuse a language that is not offered."""
        if self.lang not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            message = f"no language {self.lang!r}; one of {known} is needed"
            raise ValueError(message)

    def gettext(self, message: str) -> str:
        """Translate a text; what has no translation stays English."""
        return self._written(_catalogue(self.lang).gettext(message)) if message else ""

    def ngettext(self, one: str, many: str, count: float) -> str:
        """Translate a text that depends on a number, by the plural rules of the language.

        A broken number takes the form of two, which is what English, Russian and Serbian ask for.
        """
        whole = int(count) if float(count).is_integer() else 2
        return self._written(_catalogue(self.lang).ngettext(one, many, abs(whole)))

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text whose meaning depends on where it stands."""
        return self._written(_catalogue(self.lang).pgettext(context, message)) if message else ""

    def term(self, value: str) -> str:
        """Word an enumerated value of the schema, such as ``border-crossing``."""
        return self.gettext(term_message(value))

    def name(self, row: Mapping[str, Any], field: str = "name") -> str:
        """Pick the name of a row in this language.

        Parameters
        ----------
        row
            A mapping or a row of a frame with ``name_en`` and perhaps ``name_kk``, ``name_ru``,
            ``name_sr``, ``name_bg``.
        field
            What stands before the language code in the column names.

        Returns
        -------
        str
            The name in this language; else the catalogue's translation of the English name; else the
            English name; else an empty text.
        """
        own = row.get(f"{field}_{DERIVED.get(self.lang, self.lang)}")
        if isinstance(own, str) and own:
            return self._written(own)
        english = row.get(f"{field}_{SOURCE_LANGUAGE}")
        return self.gettext(english) if isinstance(english, str) else ""

    def data(self, text: str) -> str:
        """Translate a text of the dataset, such as a note; what has no translation stays English."""
        return self._written(_catalogue(self.lang, DATA_DOMAIN).gettext(text)) if text else ""

    def has_data(self, text: str) -> bool:
        """Tell whether a text of the dataset can be read in this language."""
        return self.lang == SOURCE_LANGUAGE or _catalogue(self.lang, DATA_DOMAIN).gettext(text) != text

    def error(self, error: CorridorError) -> str:
        """Word an error of the library."""
        return error.text(self.gettext, self.name)

    def _written(self, text: str) -> str:
        """Put a text into the script of this language."""
        return serbian_latin(text) if self.lang in DERIVED else text


def language_named(text: str) -> str | None:
    """Return the language of a code in any spelling (EN, sr_latn), or None."""
    wanted = text.replace("_", "-").casefold()
    return next((code for code in LANGUAGES if code.casefold() == wanted), None)


def marked_plural(one: str, many: str) -> tuple[str, str]:
    """Mark both forms of a text that depends on a number; returns them unchanged."""
    return one, many


def term_message(value: str) -> str:
    """English wording of an enumerated value of the schema, which is its key in the catalogues."""
    return _TERMS.get(value, value.replace("-", " "))


@lru_cache(maxsize=2 * len(LANGUAGES))
def _catalogue(lang: str, domain: str = DOMAIN) -> gettext.NullTranslations:
    """Compiled catalogue of a language, read once for the server."""
    if lang == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    return gettext.translation(domain, CATALOGUES, [DERIVED.get(lang, lang)], fallback=True)

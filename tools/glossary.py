"""Checks that catalogues use the terms of ``locales/glossary.csv``: ``python -m tools.glossary``."""

from __future__ import annotations

import csv
import re
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tools.catalogues import TRANSLATED, forms, read
from ui.language.text import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GLOSSARY = CATALOGUES / "glossary.csv"
EXCEPTIONS = CATALOGUES / "glossary-exceptions.csv"

# Separates the stems of a term. The words of a stem must follow each other, with any words between.
_OR = "|"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Term:
    """A thing of the field: its English forms, its meaning, its name and its stems in each language."""

    term: str
    forms: tuple[str, ...]
    meaning: str
    names: dict[str, str]
    stems: dict[str, tuple[str, ...]]

    def is_in(self, english: str) -> bool:
        """Tell whether an English text holds the term as a word."""
        return _pattern(self.forms).search(_PLACEHOLDER.sub("0", english)) is not None

    def is_named(self, text: str, lang: str) -> bool:
        """Tell whether a translation holds the term of its language, in any inflection."""
        words = _WORD.findall(_PLACEHOLDER.sub(" ", text).casefold())
        return any(_holds(words, stem.split()) for stem in self.stems[lang])


@dataclass(frozen=True)
class Difference:
    """A translation without the term of the glossary."""

    term: str
    lang: str
    english: str
    translation: str

    def __str__(self) -> str:
        """Return it on three lines."""
        return f"{self.lang}: {self.term}\n    {self.english}\n    {self.translation}"


def main() -> int:
    """Print every difference; return 1 if there is any."""
    found = list(differences())
    for difference in found:
        print(difference)
    print(f"{len(found)} differences from {len(terms())} terms")
    return int(bool(found))


def terms() -> tuple[Term, ...]:
    """Read the glossary."""
    with GLOSSARY.open(encoding="utf-8", newline="") as rows:
        return tuple(_term(row) for row in csv.DictReader(rows))


def exceptions() -> set[tuple[str, str, str]]:
    """Read where a term may be absent: term, language (``*`` for all) and English text."""
    with EXCEPTIONS.open(encoding="utf-8", newline="") as rows:
        return {(row["term"], row["lang"], row["text"]) for row in csv.DictReader(rows) if row["reason"]}


def differences(langs: Iterable[str] = TRANSLATED) -> Iterator[Difference]:
    """Find the translations without the term of the glossary that their English text holds."""
    allowed, known = exceptions(), terms()
    for lang in langs:
        for message in read(lang):
            english, translation = " ".join(forms(message.id)), " ".join(forms(message.string))
            if not translation:
                continue
            for term in known:
                names = {(term.term, lang, english), (term.term, "*", english)}
                if term.is_in(english) and not term.is_named(translation, lang) and not names & allowed:
                    yield Difference(term.term, lang, english, translation)


def _term(row: dict[str, str]) -> Term:
    """Read one row."""
    others = [form for form in row["other_forms"].split(_OR) if form]
    return Term(
        row["term"],
        (row["term"], *others),
        row["meaning"],
        {lang: row[lang] for lang in TRANSLATED},
        {lang: tuple(row[f"{lang}_stem"].split(_OR)) for lang in TRANSLATED},
    )


@cache
def _pattern(texts: tuple[str, ...]) -> re.Pattern[str]:
    """Compile the search for whole words; ``port`` is neither in ``report`` nor in ``port-of-poti``."""
    alternatives = "|".join(re.escape(text) for text in texts)
    return re.compile(rf"(?<![\w./-])(?:{alternatives})(?![\w/-])", re.IGNORECASE)


def _holds(words: list[str], stems: list[str]) -> bool:
    """Tell whether words begin with the stems, in this order."""
    at = 0
    for word in words:
        at += at < len(stems) and word.startswith(stems[at])
    return at == len(stems)


if __name__ == "__main__":
    sys.exit(main())

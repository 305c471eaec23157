"""Each thing of the field has one name in each language, and no word mixes Latin and Cyrillic letters."""

import csv
import re

import pytest
from babel.messages.catalog import Catalog

from corridor.dataset.tables import SHIPPED
from tools import catalogues, glossary

LANGUAGES = catalogues.TRANSLATED
TERMS = {term.term: term for term in glossary.terms()}

LATIN, CYRILLIC = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")
# Serbian writes the symbols of units in Latin letters.
SERBIAN_SYMBOLS = {"g", "h", "m", "t"}
LONELY = re.compile(r"(?<![\w./{-])[A-Za-z](?![\w./}-])")


def has_mixed_word(text):
    """Tell whether a word has letters of both scripts; zip-архив is two words."""
    words = re.findall(r"[^\W\d_]+", text)
    return any(LATIN.search(word) and CYRILLIC.search(word) for word in words)


def every_text(lang):
    """All translations of a language: of the catalogue, and the names in the data."""
    for domain in catalogues.DOMAINS:
        for message in catalogues.read(lang, domain):
            yield from (text for text in catalogues.forms(message.string) if message.id)
    for table in sorted(SHIPPED.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from (text for column, text in row.items() if column.endswith(f"_{lang}"))


def test_terms_are_translated_the_same_way_everywhere():
    assert [str(difference) for difference in glossary.differences()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_each_term_has_its_own_stem(lang):
    assert [name for name, term in TERMS.items() if not term.is_named(term.names[lang], lang)] == []


def test_each_term_says_what_it_means():
    assert len(TERMS) > 60
    vague = [name for name, term in TERMS.items() if len(term.meaning) < 10 or not term.meaning.endswith(".")]
    assert vague == []
    assert [name for name, term in TERMS.items() if name in term.meaning.casefold().split()] == []


def test_each_exception_has_a_reason_and_is_needed(monkeypatch):
    with glossary.EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row for row in rows if len(row["reason"]) < 10] == []
    monkeypatch.setattr(glossary, "exceptions", set)
    found = list(glossary.differences())
    without = {(each.term, each.lang, each.english) for each in found}
    without |= {(each.term, "*", each.english) for each in found}
    assert [row for row in rows if (row["term"], row["lang"], row["text"]) not in without] == []


def test_another_word_for_a_term_is_found(monkeypatch):
    catalogue = Catalog("ru", fuzzy=False)
    catalogue.add("Transhipments", "Перегрузы")
    catalogue.add("Report of the port-of-poti", "Отчёт")
    catalogue.add("{port} hours", "{port} часов")
    catalogue.add("A break of gauge", "Смена ширины колеи")
    monkeypatch.setattr(glossary, "read", lambda _lang: catalogue)
    (found,) = glossary.differences(["ru"])
    assert str(found) == "ru: transhipment\n    Transhipments\n    Перегрузы"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_mixes_latin_and_cyrillic_letters(lang):
    texts = list(every_text(lang))
    assert len(texts) > 2500
    assert [text for text in texts if has_mixed_word(text)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_latin_letter_stands_alone_as_if_it_were_cyrillic(lang):
    allowed = SERBIAN_SYMBOLS if lang == "sr" else set()
    texts = [text for text in every_text(lang) if CYRILLIC.search(text)]
    assert [text for text in texts if set(LONELY.findall(text)) - allowed] == []


def test_a_latin_letter_in_a_cyrillic_word_is_seen():
    assert has_mixed_word("кон\u0074ейнер")
    assert not has_mixed_word("zip-архив, TEU-километр, GeoJSON-да")
    assert LONELY.findall("20 t груза") == ["t"]

"""The visitor's words: translations, names, Serbian Latin."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.language.text import LANGUAGES, LOCALES, Words, serbian_latin, term_message

BELGRADE = {
    "name_en": "Belgrade",
    "name_kk": "Белград",
    "name_ru": "Белград",
    "name_sr": "Београд",
    "name_bg": "",
}
CYRILLIC = re.compile("[Ѐ-ӿ]")
SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџш"


def test_picker_shows_each_language_by_its_own_name():
    assert list(LANGUAGES.items()) == [
        ("en", "English"),
        ("kk", "Қазақша"),
        ("ru", "Русский"),
        ("sr", "Српски"),
        ("sr-Latn", "Srpski"),
        ("bg", "Български"),
    ]
    assert list(LOCALES) == list(LANGUAGES)


def test_unknown_language_is_refused_with_the_ones_that_exist():
    with pytest.raises(ValueError, match=r"'de'.*en, kk, ru, sr, sr-Latn, bg"):
        Words("de")


def test_english_text_is_its_own_key():
    words = Words("en")
    assert words.gettext("Overview") == "Overview"
    assert [words.ngettext("{n} leg", "{n} legs", n) for n in (0, 1, 2)] == [
        "{n} legs",
        "{n} leg",
        "{n} legs",
    ]
    assert words.pgettext("noun", "Transit") == "Transit"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_empty_text_stays_empty(lang):
    assert Words(lang).gettext("") == ""
    assert Words(lang).pgettext("any", "") == ""


@pytest.mark.parametrize("lang", [code for code in LANGUAGES if code != "en"])
def test_every_other_language_translates(lang):
    assert Words(lang).gettext("Overview") != "Overview"


def test_plurals_follow_the_rules_of_the_language():
    russian = [Words("ru").ngettext("{value} wagon", "{value} wagons", n) for n in (1, 2, 5, 11, 21, 1.5)]
    assert russian == [
        f"{{value}} {word}" for word in ("вагон", "вагона", "вагонов", "вагонов", "вагон", "вагона")
    ]
    serbian = [Words("sr-Latn").ngettext("{value} train", "{value} trains", n) for n in (1, 3, 5, 12, 31)]
    assert serbian == [f"{{value}} {word}" for word in ("voz", "voza", "vozova", "vozova", "voz")]
    bulgarian = [Words("bg").ngettext("{value} train", "{value} trains", n) for n in (1, 3)]
    assert bulgarian == ["{value} влак", "{value} влака"]


def test_name_falls_back_to_english():
    assert Words("sr").name(BELGRADE) == "Београд"
    assert Words("sr-Latn").name(BELGRADE) == "Beograd"
    assert Words("bg").name(BELGRADE) == "Belgrade"
    assert Words("kk").name({"name_en": "Bor", "name_kk": float("nan")}) == "Bor"
    assert Words("ru").name({}) == ""


def test_serbian_latin_keeps_digraphs_and_capitals_apart():
    written = {
        "Његош и Љубљана": "Njegoš i Ljubljana",
        "КОЊСКИ ЏЕП": "KONJSKI DŽEP",
        "КОЊ": "KONJ",
        "Џ": "Dž",
        "инјекција": "injekcija",
        "Ђевђелија": "Đevđelija",
        "UN/LOCODE {value} km": "UN/LOCODE {value} km",
    }
    assert {text: serbian_latin(text) for text in written} == written


@given(st.text(alphabet=SERBIAN + SERBIAN.upper() + " -,.()"))
def test_serbian_latin_leaves_no_cyrillic_letter(text):
    assert not CYRILLIC.search(serbian_latin(text))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_latin_text_stays(text):
    assert serbian_latin(text) == text


def test_terms_are_worded():
    assert term_message("border-crossing") == "border crossing"
    assert term_message("pre-construction") == "pre-construction"

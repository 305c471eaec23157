"""Streamlit's own words are those that its browser part holds, and have a translation in each language."""

import json
from pathlib import Path

import pytest
import streamlit

from ui.language.text import LANGUAGES, Words
from ui.shell.streamlit_words import WORDS, carried

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
# Put together in the browser: the words around what changes; parts of a date.
MADE = {
    "Press Enter to apply": "Press Enter to ",
    "Select * matches": " matches`",
    "Drag and drop files here": "Drag and drop files here",
}
PARTS = {"yyyy", "mm", "dd"}


def test_streamlit_still_says_these_words():
    scripts = "\n".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js"))
    sought = {words: MADE.get(words, words.strip("*").rstrip()) for words in WORDS if words not in PARTS}
    assert [words for words, piece in sought.items() if piece not in scripts] == []


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_each_word_is_put_into_the_language(lang):
    table = json.loads(carried(Words(lang)))
    assert table.keys() == WORDS.keys()
    same = {words for words, ours in table.items() if ours == WORDS[words]}
    assert same <= PARTS
    assert [words for words in table if "*" in words and "{value}" not in table[words]] == []


def test_english_needs_no_words():
    assert carried(Words("en")) is None

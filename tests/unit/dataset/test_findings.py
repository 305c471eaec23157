"""Findings keep their words in a form that every language can say, and name their place."""

from __future__ import annotations

import copy
import pickle

import pytest

from corridor.dataset.findings import Finding, Phrase, as_frame, column_place, in_words
from corridor.dataset.validation import validate
from corridor.intake.report import Note, Report, listed
from tests import sample_package
from ui.language.text import LANGUAGES, Words
from ui.sections.own_data.report import _said

NO_NUMBER = Phrase("'{value}' is not a number", value="{0} 4,5 {x}")


@pytest.mark.parametrize(
    "again",
    [NO_NUMBER, copy.deepcopy(NO_NUMBER), pickle.loads(pickle.dumps(NO_NUMBER))],  # noqa: S301
)
def test_a_phrase_is_its_text_and_keeps_pattern_and_values(again: Phrase) -> None:
    assert again == "'{0} 4,5 {x}' is not a number"
    assert again.pattern == "'{value}' is not a number"
    assert dict(again.values) == {"value": "{0} 4,5 {x}"}


def test_a_phrase_without_values_is_its_pattern() -> None:
    assert Phrase("Write {braces} as they are") == "Write {braces} as they are"


def test_a_table_of_findings_keeps_the_phrases_in_their_order() -> None:
    late = Finding("b.csv", 2, "lat", "x" * 100, NO_NUMBER, Phrase("Correct the number."), "type", "E")
    early = Finding("a.csv", None, "", "", Phrase("the file is empty"), Phrase("Correct it."), "empty-file")
    frame = as_frame([late, early])
    assert list(frame["file"]) == ["a.csv", "b.csv"]
    assert isinstance(frame["problem"][1], Phrase)
    assert len(frame["value"][1]) == 80
    assert in_words(frame) == [
        "a.csv: the file is empty. Correct it.",
        f"b.csv, row 2, lat (E): {NO_NUMBER}. Correct the number.",
    ]


@pytest.mark.parametrize(
    ("column", "letter", "place"), [("lat", "E", "lat (E)"), ("lat", "", "lat"), ("", "K", "K"), ("", "", "")]
)
def test_the_place_of_a_column(column: str, letter: str, place: str) -> None:
    assert column_place(column, letter) == place


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([2], "2"),
        ([2, 3], "2-3"),
        ([9, 2, 3, 4], "2-4, 9"),
        (list(range(1, 40, 2)), "1, 3, 5, 7, 9, 11, 13, 15, …"),
    ],
)
def test_rows_are_listed_in_few_words(numbers: list[int], text: str) -> None:
    assert listed(numbers) == text


def test_a_note_says_its_place() -> None:
    report = Report()
    report.assumed("t.xlsx / nodes", "Merged.", "x", place="M2:M3")
    assert report.notes == [Note("t.xlsx / nodes", "Merged.", "x", "assumed", "M2:M3")]
    assert str(report.notes[0]) == "t.xlsx / nodes, M2:M3: Merged. (x)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_are_said_in_every_language(tmp_path, lang: str) -> None:
    rows = sample_package.rows()
    rows["nodes"][0].update(lat="43,65", kind="harbour", country="")
    rows["legs"][0].update(from_node="nowhere")
    sample_package.write(tmp_path, rows)
    frame = validate(tmp_path)
    assert {"type", "not-in-list", "required", "dangling-reference"} <= set(frame["check"])
    words = Words(lang)
    for column in ("problem", "cure"):
        for text in frame[column]:
            assert isinstance(text, Phrase)
            assert (_said(words, text) == text) == (lang == "en"), text
            assert all(value in _said(words, text) for value in text.values.values())

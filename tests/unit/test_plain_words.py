"""Names, docstrings and texts use plain words; what is not changed yet is listed, and the list shrinks."""

import csv

import pytest

from tools import plain_words

MAX_EXCEPTIONS = 130
FOUND = plain_words.findings()
HERE = [finding[:3] for finding in FOUND]


def test_no_new_word_to_avoid():
    known = plain_words.exceptions()
    new = [finding for finding in FOUND if finding[:3] not in known]
    assert [f"{finding.place}: '{finding.found}'. Better: {finding.better}" for finding in new] == []


def test_each_exception_is_still_needed_and_has_a_reason():
    with plain_words.EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row for row in rows if len(row["reason"]) < 5] == []
    assert [row for row in rows if (row["kind"], row["place"], row["found"]) not in HERE] == []
    assert len(rows) <= MAX_EXCEPTIONS


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("def mending(): pass", "mending"),
        ("def f(way_out): pass", "way_out"),
        ("_MOST_ROWS = 3", "_MOST_ROWS"),
        ("x = [one for one in legs]", "for one"),
        ('"""What mends a leg."""', "mends"),
        ("always = railway = amendment = 1", None),
        ("for leg in legs: MAX_ROWS = 1", None),
    ],
)
def test_words_are_found_where_they_stand(source, found):
    assert [finding.found for finding in plain_words.of_code("a.py", source)] == ([found] if found else [])


def test_each_word_says_what_is_better():
    words = plain_words.words()
    assert len(words) > 20
    assert [word for word in words if not word.better] == []

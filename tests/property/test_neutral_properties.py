"""Marking texts against spreadsheet formulas loses nothing, and leaves nothing that runs."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.brief.csv import as_csv
from corridor.dataset.neutral import neutralised, restored

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
texts = st.text() | st.builds(
    "".join, st.lists(st.sampled_from(["'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "a", "1", "＝"]))
)


@given(texts)
def test_marking_is_undone_to_the_letter(text):
    assert restored(neutralised(text)) == text


@given(texts)
def test_nothing_marked_begins_like_a_formula(text):
    marked = neutralised(text)
    assert not marked.startswith(RUNS)
    assert not marked.lstrip().startswith(RUNS)


@given(texts, texts)
def test_two_texts_never_look_the_same(one, other):
    assert (neutralised(one) == neutralised(other)) == (one == other)


@given(st.lists(texts, min_size=1), st.floats(allow_nan=False, allow_infinity=False))
def test_a_csv_file_gives_back_texts_and_numbers(cells, number):
    cells = [cell.replace("\x00", "") for cell in cells]
    frame = pd.DataFrame({"id": [f"r{at}" for at in range(len(cells))], "text": cells, "number": number})
    lines = list(csv.reader(io.StringIO(as_csv(frame).decode(), newline="\n"), strict=True))
    assert lines[0] == ["id", "text", "number"]
    assert [restored(line[1]) for line in lines[1:]] == cells
    assert {float(line[2]) for line in lines[1:]} == {number}
    assert not any(line[1].lstrip().startswith(RUNS) for line in lines[1:])


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+20% on 2020", "-9.7 percent", "@SUM(A1)", "\t=1", "'=1", "''+x", " =cmd|' /C calc'!A0", "＝1"],
)
def test_known_dangers_are_marked(text):
    assert neutralised(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "12", "Astana", "'quoted'", "a=b", "2026-11-22", "'", "O'Hare"])
def test_honest_texts_stay(text):
    assert neutralised(text) == text

"""A story is read from its text and written back; what cannot be read is told with its line."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.errors import StoryError
from corridor.story.reading import plain, read, write
from corridor.story.story import MAX_SLIDES, MAX_TEXT, Reference

TEXT = """title: From Astana to Belgrade
summary: What flies and what sails.
---
cover
# From Astana to Belgrade
---
statement
figure days = routes?from=altynkol&to=belgrade#time
figure since = claim c-air-002
figure sea = leg aktau-alat time_h
# By rail and ship it takes {days}
The flight is there since {since}.
> Say that the sea takes {sea}.
---
views routes?from=altynkol&to=belgrade | corridor?c=tc-btk
# Two ways
---
chart corridor?c=tc-btk#staircase
# Where the days go
"""


def test_a_story_is_read_whole():
    story = read(TEXT, id_="astana")
    cover, statement, two, chart = story.slides
    assert (story.id, story.title, story.is_own) == ("astana", "From Astana to Belgrade", False)
    assert cover.kind == "cover"
    assert statement.references == (
        Reference(name="days", view="routes?from=altynkol&to=belgrade", figure="time"),
        Reference(name="since", claim="c-air-002"),
        Reference(name="sea", subject=("leg", "aktau-alat", "time_h")),
    )
    assert statement.paragraphs == ("The flight is there since {since}.",)
    assert statement.notes == ("Say that the sea takes {sea}.",)
    assert two.addresses == ("routes?from=altynkol&to=belgrade", "corridor?c=tc-btk")
    assert (chart.addresses, chart.part) == (("corridor?c=tc-btk",), "staircase")
    assert "Two ways" in story.texts


def test_a_story_written_is_read_the_same():
    story = read(TEXT)
    assert read(write(story)) == story


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("title: From Astana to Belgrade", "heading: x", "story-head", 1),
        ("title: From Astana to Belgrade", "title:", "story-title", None),
        ("cover\n", "covers\n", "slide-kind", 4),
        ("# Two ways\n", "Two ways\n", "story-heading", 15),
        (" | corridor?c=tc-btk", "", "slide-addresses", 15),
        ("| corridor?c=tc-btk", "| https://elsewhere", "slide-address", 15),
        ("claim c-air-002", "three", "figure-reference", 9),
        ("figure days", "figure hours", "figure-unknown", 7),
        ("Two ways", "x" * (MAX_TEXT + 1), "text-long", 16),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(old, new, code, line):
    with pytest.raises(StoryError) as told:
        read(TEXT.replace(old, new, 1))
    assert told.value.code == code
    assert told.value.values.get("line") == line


def test_a_story_has_slides_and_not_too_many():
    with pytest.raises(StoryError, match="no slides"):
        read("title: x")
    with pytest.raises(StoryError, match="no slides"):
        read("")
    with pytest.raises(StoryError, match="too many slides"):
        read("title: x\n" + "---\ntext\n# y\n" * (MAX_SLIDES + 1))


@given(st.text())
def test_what_a_visitor_types_stays_one_text(typed):
    line = plain(typed)
    if line:
        story = read(f"title: x\n---\ntext\n# y\nFirst {line}\n")
        assert story.slides[0].paragraphs == (f"First {line}".strip(),)
        assert len(story.slides) == 1


@given(st.text())
def test_any_text_is_a_story_or_an_error_in_words(text):
    with contextlib.suppress(StoryError):
        read(text)

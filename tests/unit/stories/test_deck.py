"""A story as one document: whole without a server, hostile texts escaped, in the reader's language."""

import re

import pytest

from corridor.story.reading import read
from ui.link.named import view_of
from ui.stories.deck import deck
from ui.stories.shelf import shelf
from ui.stories.slides import shown_slides

HOSTILE = "<script>alert(1)</script>\"'&"
MAX_BYTES = 3_000_000


def document(story, lang="en", **options):
    view = view_of("overview", {"lang": [lang]})
    return deck(story, shown_slides(story, view), view, **options)


def test_a_visitors_texts_are_escaped():
    story = read(f"title: {HOSTILE}\n---\ntext\n# {HOSTILE}\n{HOSTILE}\n> {HOSTILE}\n")
    text = document(story)
    assert "<script>alert" not in text
    assert text.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 4


@pytest.mark.parametrize("lang", ["en", "kk"])
def test_a_saved_story_asks_for_nothing(lang):
    text = document(
        shelf()["astana-belgrade"], lang, address="https://example.org/present/astana-belgrade?lang=en"
    )
    assert f'<html lang="{lang}">' in text
    asked = re.findall(r'(?:src|href)="([^"]+)"', text)
    assert all(one.startswith(("data:", "https://", "http://", "#")) for one in asked)
    assert not re.search(r'src="(?!data:)', text)
    assert "url(http" not in text
    assert len(text.encode()) <= MAX_BYTES


def test_every_slide_has_a_name_and_a_heading():
    text = document(shelf()["trans-caspian"])
    slides = text.split("<section")[1:]
    assert len(slides) == len(shelf()["trans-caspian"].slides)
    assert all(re.search(r"<h[12]", slide) and 'aria-label="' in slide for slide in slides)
    assert text.count("<h1") == 1


def test_a_slide_without_its_figure_shows_no_placeholder():
    text = document(read("title: T\n---\nstatement\nfigure days = claim nope\n# It takes {days}\n"))
    assert "{days}" not in text.split("doubt")[0]
    assert "It takes …" in text


def test_a_range_is_not_broken_and_stands_below_its_figure_in_a_table():
    text = document(shelf()["astana-belgrade"])
    statement = text.split("<section")[4]
    assert re.search(r"\d\N{WORD JOINER}–\N{WORD JOINER}\d", statement)
    itinerary = text.split("<section")[7]
    assert re.search(r'<td class="number">[^<(]+ <small>\([^<]+\)</small></td>', itinerary)


def test_a_view_without_figures_takes_the_whole_width():
    slides = document(shelf()["february-talks"]).split("<section")
    assert "has-above" in slides[3]
    assert "has-beside" in slides[8]


def test_a_figure_worked_out_of_many_names_the_sources_of_its_view():
    assert "Sources:" in document(shelf()["trans-caspian"]).split("<section")[3].split("<footer")[1]

"""The shipped stories: their figures are references, their texts are translated, their views exist."""

import re

import pytest

from tools.catalogues import TRANSLATED
from tools.catalogues import read as catalogue
from ui.link import nav
from ui.link.key_values import MAX_VALUE_LENGTH
from ui.link.named import keys_of
from ui.link.state import parse, vocabulary
from ui.settings.dataset import dataset
from ui.stories.shelf import shelf

STORIES = list(shelf().values())
WANTED = {"astana-belgrade", "trans-caspian", "february-talks", "raw-materials"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def test_the_four_stories_are_there():
    assert set(shelf()) >= WANTED


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_no_figure_is_typed(story):
    typed = [text for text in story.texts if re.search(r"\d", _YEAR.sub("", re.sub(r"\{\w+\}", "", text)))]
    assert not typed


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_every_text_is_translated(story):
    for lang in TRANSLATED:
        known = catalogue(lang)
        assert not [text for text in story.texts if not known.get(text).string], lang


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_every_view_of_a_story_can_be_read(story):
    pages = {entry.name for entry in nav.ENTRIES}
    known = vocabulary(dataset())
    addresses = [address for slide in story.slides for address in slide.addresses]
    addresses += [
        reference.view for slide in story.slides for reference in slide.references if reference.view
    ]
    for address in addresses:
        page, _mark, query = address.partition("?")
        assert page in pages
        assert parse(keys_of(query), known).notices == (), address
        assert len(address) < MAX_VALUE_LENGTH

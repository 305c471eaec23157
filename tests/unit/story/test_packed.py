"""A story in a link comes out as it went in; a broken or swollen one is refused."""

import base64
import contextlib
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.errors import StoryError
from corridor.story.packed import MAX_PACKED, MAX_UNPACKED, pack, unpack
from corridor.story.reading import read
from corridor.story.story import Slide, Story

STORY = read("title: Ours\n---\nview routes?from=altynkol&to=belgrade\n# The way\nОсы жол.\n")


def test_a_packed_story_comes_out_the_same():
    assert unpack(pack(STORY)) == STORY


def random_story(length):
    letters = random.Random(1)  # noqa: S311 - texts that do not compress well
    texts = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz ", k=length)).strip() for _ in range(30)]
    return Story(title="x", slides=tuple(Slide(kind="text", heading=" ".join(t.split())) for t in texts))


def test_a_story_too_long_for_a_link_is_told():
    assert unpack(pack(random_story(60))) == random_story(60)
    with pytest.raises(StoryError) as told:
        pack(random_story(390))
    assert told.value.code == "link-long"


def test_a_swollen_link_is_refused_before_it_is_unpacked():
    bomb = base64.urlsafe_b64encode(zlib.compress(b"x" * 100 * MAX_UNPACKED, 9)).decode().rstrip("=")
    assert len(bomb) < MAX_PACKED
    with pytest.raises(StoryError) as told:
        unpack(bomb)
    assert told.value.code == "link-broken"


@given(
    st.text(max_size=200) | st.binary(max_size=100).map(lambda raw: base64.urlsafe_b64encode(raw).decode())
)
def test_any_text_is_a_story_or_an_error(text):
    with contextlib.suppress(StoryError):
        unpack(text)


def test_a_cut_link_is_told():
    with pytest.raises(StoryError) as told:
        unpack(pack(STORY)[:-8])
    assert told.value.code == "link-broken"

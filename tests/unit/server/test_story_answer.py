"""Stories over HTTP: shown, saved, checked, refused in words."""

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.story.packed import pack
from corridor.story.reading import read
from ui.language.text import Words
from ui.server import story_answer

OWN = read("title: Ours\n---\ncover\n# Ours\n---\ntext\n# Second <b>\n")


@pytest.fixture(scope="module")
def client():
    return TestClient(
        Starlette(
            routes=[
                Route("/present/{story}", story_answer.presented("")),
                Route("/stories", story_answer.listed("")),
                Route("/stories/check/{story}", story_answer.checked("")),
            ]
        )
    )


def test_a_visitors_own_story_is_shown_from_its_link(client):
    answer = client.get("/present/own", params={"s": pack(OWN), "lang": "kk"})
    assert answer.status_code == 200
    assert '<html lang="kk">' in answer.text
    assert "Second &lt;b&gt;" in answer.text
    assert 'content="noindex"' in answer.text


def test_a_visitors_own_story_takes_no_place_from_the_shipped_ones(client):
    shipped = len(story_answer.stories)
    own = read(f"title: Mine\n---\ntext\n# Apart {len(story_answer.own_stories)}\n")
    assert client.get("/present/own", params={"s": pack(own)}).status_code == 200
    assert len(story_answer.stories) == shipped
    assert len(story_answer.own_stories) > 0


@pytest.mark.parametrize("text", ["", "x", "AAAA", "x" * 7_000])
def test_a_broken_link_is_told_in_words(client, text):
    answer = client.get("/present/own", params={"s": text, "lang": "ru"})
    assert answer.status_code == 400
    assert Words("ru").gettext("No story here") in answer.text


def test_an_unknown_story_is_told(client):
    assert client.get("/present/no-such").status_code == 404
    assert client.get("/stories/check/no-such").status_code == 404


def test_the_list_names_every_story_in_the_language(client):
    answer = client.get("/stories", params={"lang": "sr"})
    assert answer.status_code == 200
    for story in story_answer.shelf().values():
        assert Words("sr").gettext(story.title) in answer.text
        assert f"present/{story.id}.html?lang=sr" in answer.text


def test_a_story_is_checked_and_saved(client):
    found = client.get("/stories/check/february-talks").json()
    assert found["problems"] == []
    saved = client.get("/present/february-talks.html")
    assert "attachment" in saved.headers["content-disposition"]
    assert len(saved.content) == found["bytes"] < 3_000_000
    again = client.get("/present/february-talks.html", headers={"If-None-Match": saved.headers["etag"]})
    assert again.status_code == 304

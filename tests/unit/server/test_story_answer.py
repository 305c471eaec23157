"""Stories over HTTP: shown, saved, checked, refused in words."""

import io
import zipfile

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.publication.forms import FORMS
from corridor.publication.story_forms import STORY_FORMS
from corridor.story.packed import pack
from corridor.story.reading import read
from ui.language.text import Words
from ui.server import story_answer, story_papers
from ui.serving.queues import Queue, Results

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


@pytest.mark.parametrize("form", ["pdf", "pptx", "docx", "zip"])
def test_a_story_is_a_file_in_each_form(client, form):
    answer = client.get(f"/present/raw-materials.{form}?lang=bg")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMS[form].media_type)
    assert answer.headers["content-disposition"].endswith(f'corridor-story-raw-materials-bg.{form}"')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert 10_000 < len(answer.content) < 3_000_000
    again = client.get(
        f"/present/raw-materials.{form}?lang=bg", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status_code == 304


def test_a_visitors_own_story_is_a_file_that_leads_back_to_it(client):
    before = len(story_papers.papers)
    answer = client.get("/present/own.zip", params={"s": pack(OWN), "lang": "ru"})
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert read(archive.read("story.txt").decode()) == OWN
        assert f"http://testserver/present/own?lang=ru&s={pack(OWN)}" in archive.read("README.md").decode()
    assert len(story_papers.papers) == before


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/present/raw-materials.doc", 404),
        ("/present/raw-materials.png", 404),
        ("/present/raw-materials.pdf.pdf", 404),
        ("/present/no-such.pdf", 404),
        ("/present/own.pdf?s=AAAA", 400),
        ("/present/..%2f.pdf", 404),
    ],
)
def test_a_file_that_there_is_not_is_refused_in_words(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert "content-disposition" not in answer.headers


def test_forms_that_there_are_are_named(client):
    assert "html, pdf, pptx, docx, zip" in client.get("/present/raw-materials.xls?lang=en").text


def test_a_full_queue_of_papers_says_when_to_come_back(client, monkeypatch):
    queue = Queue("test-papers", at_once=1, waiting=0, patience_s=1.0)
    queue.close()
    monkeypatch.setattr(story_papers, "papers", Results(queue, most=4))
    answer = client.get("/present/raw-materials.docx?lang=ru")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


def test_the_deck_and_the_list_link_every_form(client):
    shown = client.get("/present/raw-materials?lang=kk").text
    listed = client.get("/stories?lang=kk").text
    for form in STORY_FORMS:
        assert f'href="raw-materials.{form}?lang=kk"' in shown
        assert f'present/raw-materials.{form}?lang=kk"' in listed
    own = client.get("/present/own", params={"s": pack(OWN), "lang": "kk"}).text
    assert f'href="own.pptx?lang=kk&amp;s={pack(OWN)}"' in own
    assert "raw-materials.pdf" not in client.get("/present/raw-materials.html?lang=kk").text

"""Briefs over HTTP: what there is, how it is named and cached, what is refused in which words."""

import io
import zipfile

import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.publication.forms import FORMS
from ui.server import brief_answer
from ui.serving.queues import Queue, Results


@pytest.fixture(scope="module")
def client():
    path = f"/{brief_answer.FOLDER}/{{page}}.{{form}}"
    return TestClient(Starlette(routes=[Route(path, brief_answer.brief(""))]))


@pytest.mark.parametrize("form", ["pdf", "pptx", "docx", "zip"])
def test_a_view_is_a_file_with_a_telling_name(client, form):
    answer = client.get(f"/brief/flights.{form}?lang=kk&from=NQZ&to=BEG")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMS[form].media_type)
    name = answer.headers["content-disposition"]
    assert name.startswith('attachment; filename="corridor-flights')
    assert name.endswith(f'-kk.{form}"')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert 2_000 < len(answer.content) < 3 * 2**20


def test_the_link_of_a_file_leads_to_the_view_on_this_server(client):
    content = client.get("/brief/flights.zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"http://testserver/flights?" in archive.read("view.json")


def test_who_has_a_file_gets_no_second_one(client):
    first = client.get("/brief/flights.pdf")
    again = client.get("/brief/flights.pdf", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert len(PdfReader(io.BytesIO(first.content)).pages) > 0


def test_keys_that_change_nothing_share_a_file(client, monkeypatch):
    made = []
    write = brief_answer.write
    monkeypatch.setattr(brief_answer, "write", lambda *parts, **look: made.append(1) or write(*parts, **look))
    for query in ("lang=bg", "lang=bg&nothing=1", "lang=bg&size=a4", "lang=bg&from=nowhere"):
        assert client.get(f"/brief/flights.zip?{query}").status_code == 200
    assert len(made) == 1


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/brief/nothing.pdf", 404, "no page of this name"),
        ("/brief/flights.doc", 404, "no such form. Choose from"),
        ("/brief/flights.pdf?size=a5", 400, "This size is unknown. Choose from: slide, a4, square."),
        ("/brief/flights.pdf?theme=red", 400, "This theme is unknown. Choose from: light, dark."),
        ("/brief/<script>.pdf", 404, "no page of this name"),
    ],
)
def test_what_there_is_not_is_refused_in_words(client, path, status, words):
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "<script>" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_a_full_queue_says_when_to_come_back(client, monkeypatch):
    queue = Queue("test-briefs", at_once=1, waiting=0, patience_s=1.0)
    queue.close()
    monkeypatch.setattr(brief_answer, "files", Results(queue, most=4))
    answer = client.get("/brief/flights.docx?lang=ru")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0

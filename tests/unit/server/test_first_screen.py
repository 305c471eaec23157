"""The first screen that stands in the document: what it says, how small it is, that it is escaped."""

from __future__ import annotations

import gzip
import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.checks import every
from ui.content.content import content_of
from ui.language.text import LANGUAGES
from ui.link.nav import ENTRIES
from ui.server import app as server
from ui.server import document, preview_answer
from ui.server.first_screen import MAX_ROWS, first_screen
from ui.server.share_answer import view_of

MOST_BYTES = 60_000
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36"


async def nothing(_request):
    return PlainTextResponse("nothing here", status_code=404)


@pytest.fixture(scope="module")
def client():
    app = Starlette(routes=[Route("/{rest:path}", nothing)], middleware=server.middleware())
    with pytest.MonkeyPatch.context() as patch, TestClient(app) as client:
        patch.setattr(preview_answer, "PATIENCE_S", 120)  # a busy machine is no failure
        yield client


def screen_of(page, /, **keys):
    view = view_of(page, {name: [value] for name, value in keys.items()})
    return str(first_screen(view, content_of(view)))


def plain(html):
    html = re.sub(r"<style>.*?</style>|</?(?:i|span)\b[^>]*>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).replace("\xa0", " ").split())


@pytest.mark.parametrize("lang", ["en", "kk"])
@pytest.mark.parametrize("page", [entry.name for entry in ENTRIES])
def test_the_first_screen_says_what_the_view_says(page, lang):
    said = content_of(view_of(page, {"lang": [lang]}))
    html = screen_of(page, lang=lang)
    shown = plain(html)
    assert f'lang="{lang}"' in html
    assert html.count("<h1>") == 1
    texts = [said.title, said.sentence, said.doubt, said.basis, *(figure.text for figure in said.figures)]
    assert every(plain(text) in shown for text in texts if text)
    assert (said.picture is not None) == ('role="img"' in html)
    assert every(plain(cell.text) in shown for cell in said.tables[0].rows[0])
    assert html.count("<tr>") <= 2 * (MAX_ROWS + 1)


def test_the_document_carries_it_before_anything_is_asked_for(client):
    for path in ("/", "/routes?lang=ru", "/partners"):
        answer = client.get(path, headers={"Accept-Encoding": "br"})
        assert int(answer.headers["content-length"]) < MOST_BYTES / 1.5
        text = answer.text
        screen = text.index('<div id="cx-first"')
        assert screen < text.index('<div id="root">') < text.index('<script type="module"')
        head = text[: text.index("</head>")]
        assert set(re.findall(r'<link rel="([a-z ]+)"', head)) <= {"shortcut icon", "alternate"}
        assert document.UNREAD not in text


def test_it_is_the_same_for_whoever_takes_it_in_another_encoding(client):
    packed = client.get("/routes", headers={"Accept-Encoding": "gzip"}).text
    assert client.get("/routes", headers={"Accept-Encoding": "identity"}).text == packed


def test_a_phone_gets_a_map_for_its_size_and_a_frame_no_menu(client):
    wide, phone = (client.get("/routes", headers={"User-Agent": agent}).text for agent in ("x", PHONE))
    assert 'viewBox="0 0 880 480"' in wide
    assert 'viewBox="0 0 500 420"' in phone
    framed = client.get("/routes?embed=true", headers={"User-Agent": "x"}).text
    assert 'class="cxf-pages"' in wide
    assert 'class="cxf-pages"' not in framed


def test_own_data_are_in_no_document(client):
    assert "cx-first" not in client.get("/routes?own=1&d=0.0.1-0123456789ab").text


def test_what_stands_in_an_address_is_escaped(client):
    text = client.get("/sources?q=<script>alert(1)</script>").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_many_addresses_do_not_fill_the_memory(client, monkeypatch):
    made = []
    monkeypatch.setattr(preview_answer, "_filled", lambda *_: made.append(1) or f"{len(made)} {'x' * 50_000}")
    for number in range(300):
        client.get(f"/sources?q=word{number}")
    assert len(made) == 300
    assert len(preview_answer.pages) <= preview_answer.MAX_PAGES
    assert len(preview_answer.screens) <= preview_answer.MAX_PAGES
    assert preview_answer.MAX_BYTES <= 16_000_000


def test_the_policy_allows_the_scripts_of_the_document(client):
    text = client.get("/routes").text
    inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert inline == document.inline_scripts()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_in_every_language_that_the_live_page_cannot_be_reached(lang):
    html = screen_of("overview", lang=lang)
    (hidden,) = re.findall(r'<p class="cxf-out" role="status" hidden>(.*?)</p>', html)
    assert hidden in html[html.index("<noscript>") : html.index("</noscript>")]
    assert "./brief/overview.html?" in hidden
    assert "/package.zip" in hidden


def test_it_is_small_when_packed():
    for entry in ENTRIES:
        assert len(gzip.compress(screen_of(entry.name).encode())) < MOST_BYTES / 2

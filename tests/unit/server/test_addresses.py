"""Addresses: known ones are answered, others lead to the page that was meant or say that there is none."""

from __future__ import annotations

import copy
import re
from html import unescape
from types import SimpleNamespace
from unittest.mock import MagicMock
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime.app_session import _populate_theme_msg
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes

from ui.language.text import LANGUAGES, Words
from ui.link import address
from ui.link.nav import ENTRIES
from ui.link.state import MAX_KEYS, vocabulary
from ui.server import app as server
from ui.server.addresses import MAX_FIELDS, MAX_LETTERS
from ui.settings.dataset import dataset
from ui.share import panel as share

BLANK = "Streamlit's page"


async def blank(scope, receive, send):
    is_read = scope["method"] in {"GET", "HEAD"}
    await HTMLResponse(BLANK, status_code=200 if is_read else 405)(scope, receive, send)


async def health(_request):
    return PlainTextResponse("ok")


async def stream(socket):
    await socket.accept()
    await socket.close()


def app(base=""):
    """Serve our layers and routes round something that, like Streamlit, answers everything with its page."""
    return Starlette(
        routes=[
            *server.routes(),
            Route(f"{base}/_stcore/health", health),
            WebSocketRoute(f"{base}/_stcore/stream", stream),
            Mount(base or "/", app=blank, name="static-assets"),
        ],
        middleware=server.middleware(),
    )


@pytest.fixture(scope="module")
def client():
    return TestClient(app(), follow_redirects=False)


@pytest.fixture
def client_below(monkeypatch):
    get = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: "/kz/" if name == "server.baseUrlPath" else get(name))
    return TestClient(app("/kz"), follow_redirects=False)


@pytest.mark.parametrize(
    "path", ["/a/a", "/index.html", "/manifest.json", "/_stcore/nothing", "/wp-login.php"]
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_address_says_so_in_the_visitors_language(client, path, lang):
    _ = Words(lang).gettext
    for asked in ({"params": {"lang": lang}}, {"headers": {"Accept-Language": f"{lang},en;q=0.5"}}):
        answer = client.get(path, **asked)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert f'<html lang="{lang}">' in answer.text
        assert f"<h1>{_('Page not found')}</h1>" in answer.text
        links = re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', answer.text)
        assert [unescape(title) for _link, title in links] == [_(entry.title) for entry in ENTRIES]
        for (link, _title), entry in zip(links, ENTRIES, strict=True):
            assert urljoin(f"http://testserver{path}", link) == f"http://testserver/{entry.path}?lang={lang}"
        assert client.get(urljoin(f"http://testserver{path}", mark(answer.text))).status_code == 200


def mark(page):
    return re.search(r'<img src="([^"]+)"', page)[1]


def test_the_words_of_the_page_are_translated():
    for text in ("Page not found", "The address is too long", "Pages"):
        told = {Words(lang).gettext(text) for lang in LANGUAGES}
        assert len(told) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("", "en"),
        ("kk-KZ,kk;q=0.9,en;q=0.8", "kk"),
        ("de-DE,de;q=0.9,ru;q=0.7,en;q=0.3", "ru"),
        ("en;q=0.2, bg;q=0.9", "bg"),
        ("sr-Latn-RS,sr;q=0.5", "sr-Latn"),
        ("en-US,kk;q=0.9", "en"),
        ("kk;q=0, ru;q=x, *;q=0.1", "en"),
        ("," * 5000, "en"),
    ],
)
def test_the_browser_names_the_language_where_the_address_does_not(client, header, lang):
    assert f'<html lang="{lang}">' in client.get("/a", headers={"Accept-Language": header}).text
    assert '<html lang="sr">' in client.get("/a?lang=sr", headers={"Accept-Language": header}).text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/corridor/?lang=en&c=tc-btk", "/corridor?lang=en&c=tc-btk"),
        ("/sources/?lang=en", "/sources?lang=en"),
        ("/routes/", "/routes"),
        ("/routes//", "/routes"),
        ("//routes", "/routes"),
        ("/Routes?lang=ru", "/routes?lang=ru"),
        ("/overview?lang=kk", "/?lang=kk"),
        ("/corridor%3Flang=en&c=tc-btk", "/corridor?lang=en&c=tc-btk"),
        ("/corridor%3flang%3Den%26c%3Dtc-btk", "/corridor?lang=en&c=tc-btk"),
        ("/corridor/%3Flang=en?c=tc-btk", "/corridor?lang=en&c=tc-btk"),
        ("/%3Flang=ru", "/?lang=ru"),
        ("/sources%3Fq=%D0%B1%D0%BE%D1%80%2520x", "/sources?q=%D0%B1%D0%BE%D1%80%20x"),
        ("/routes/?q=a%0D%0ASet-Cookie:%20x", "/routes?q=a%0D%0ASet-Cookie:%20x"),
        ("/routes%3Fq=a%0D%0ASet-Cookie:x", "/routes?q=a%0D%0ASet-Cookie:x"),
    ],
)
def test_an_address_that_means_a_page_leads_to_it(client, address, expected):
    answer = client.get(f"http://testserver{address}")
    assert answer.status_code == 301
    location = answer.headers["location"]
    assert urlsplit(location)[:2] == ("", "")  # relative: it holds below the path of any proxy
    assert urljoin(f"http://testserver{address}", location) == f"http://testserver{expected}"
    assert "set-cookie" not in answer.headers
    assert client.get(f"http://testserver{expected}").status_code == 200


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_page_is_answered_and_cannot_be_written(client, entry):
    assert '<div id="root"></div>' in client.get(f"/{entry.path}").text
    assert client.head(f"/{entry.path}").status_code == 200
    assert client.post(f"/{entry.path}").status_code in {200, 405}


def test_what_has_a_route_is_let_through(client):
    assert client.get("/_stcore/health").text == "ok"
    assert client.get("/healthz").text == "ok"
    assert client.post("/healthz").status_code == 405
    with client.websocket_connect("/_stcore/stream"):
        pass
    script = re.search(r'type="module" crossorigin src="\.(/static/[^"]+)"', client.get("/").text)[1]
    assert client.get(script).headers["content-type"].startswith("text/javascript")
    assert client.get("/static/js/nothing.js").status_code == 404
    assert client.get("/api/v1/nothing").json()["code"] == "address-unknown"
    assert client.get("/share/nothing").status_code == 404


def test_the_page_that_streamlit_answers_everything_with_still_goes_by_its_name():
    """What is passed on is told by the name of one route of Streamlit, which an upgrade may change."""
    everything = [route for route in create_streamlit_routes(MagicMock()) if isinstance(route, Mount)]
    assert [route.name for route in everything] == ["static-assets"]


def test_below_a_path(client_below):
    assert '<div id="root"></div>' in client_below.get("/kz/").text
    assert client_below.get("/kz/corridor").status_code == 200
    for asked, expected in (
        ("/kz", "/kz/"),
        ("/kz?lang=ru", "/kz/?lang=ru"),
        ("/kz/corridor/?c=tc-btk", "/kz/corridor?c=tc-btk"),
    ):
        answer = client_below.get(asked)
        assert answer.status_code == 301
        assert urljoin(f"http://testserver{asked}", answer.headers["location"]).endswith(
            f"testserver{expected}"
        )
    for asked in ("/", "/corridor", "/a/b/c", "/kzz/corridor", "/kz/a/a"):
        answer = client_below.get(asked)
        assert answer.status_code == 404
        assert urljoin(f"http://testserver{asked}", mark(answer.text)).endswith(
            "/kz/app/static/icons/mark.svg"
        )
    assert "/kz/sitemap.xml" in client_below.get("/kz/robots.txt").text


FIELDS = "&".join(f"{number}=" for number in range(9_000))


@pytest.mark.parametrize("path", ["/", "/routes", "/share/routes", "/preview/routes.png", "/a/a", "/healthz"])
def test_an_address_with_too_much_in_it_is_refused_unread(client, path, monkeypatch):
    for name in ("link.named.parse_qs", "server.share_answer.view_of", "server.preview_answer.view_of"):
        monkeypatch.setattr(f"ui.{name}", lambda *_args, **_options: pytest.fail("the address was read"))
    many = "&".join("k" for _ in range(MAX_FIELDS + 1))
    for query, status in ((FIELDS, 414), ("x" * MAX_LETTERS, 414), (many, 400)):
        answer = client.get(f"{path}?{query}", headers={"Accept-Language": "ru"})
        assert answer.status_code == status
        assert '<html lang="ru">' in answer.text
        assert Words("ru").gettext("The address is too long") in answer.text
    refused = client.get(f"{path}{'x' * MAX_LETTERS}")
    assert refused.status_code == 414


def test_the_api_refuses_it_in_its_own_form(client):
    for query, status in ((FIELDS, 414), ("k&" * (MAX_FIELDS + 1), 400)):
        answer = client.get(f"/api/v1/routes.json?{query}")
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert (told["code"], told["status"]) == ("address-too-long", status)
        assert str(MAX_LETTERS) in told["detail"]


def test_a_stream_with_too_much_in_its_address_is_closed(client):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"/_stcore/stream?{FIELDS}"):
        pass


def test_an_address_of_usual_size_is_read(client):
    query = "&".join(f"k{number}={'v' * 40}" for number in range(MAX_FIELDS - 1))
    assert client.get(f"/healthz?{query}").status_code == 200
    panel = client.get(f"/{share.FOLDER}/corridor?c=tc-btk&root=http://testserver")
    assert (panel.status_code, "c=tc-btk" in panel.text) == (200, True)


def test_search_engines_find_every_page_in_every_language(client):
    robots = client.get("/robots.txt")
    assert robots.headers["content-type"].startswith("text/plain")
    assert "Disallow: /_stcore/" in robots.text
    (address,) = re.findall(r"^Sitemap: (.+)$", robots.text, re.MULTILINE)
    answer = client.get(address)
    assert answer.headers["content-type"].startswith("application/xml")
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ET.fromstring(answer.content).findall("s:url", spaces)  # noqa: S314 - our own
    assert len(urls) == len(ENTRIES) * len(LANGUAGES)
    for at, url in enumerate(urls):
        address = url.find("s:loc", spaces).text
        alternates = {one.get("hreflang"): one.get("href") for one in url.findall("x:link", spaces)}
        assert alternates.keys() == {*LANGUAGES, "x-default"}
        assert alternates[parse_qs(urlsplit(address).query)["lang"][0]] == address
        # Every page in one language and each language on one page; test_link_previews opens all of them.
        if at % len(LANGUAGES) == at // len(LANGUAGES) % len(LANGUAGES):
            assert client.get(address).status_code == 200


def test_a_host_that_is_none_makes_no_sitemap(client):
    headers = {"Host": 'x"><script>'}
    assert client.get("/sitemap.xml", headers=headers).status_code == 404
    assert "Sitemap" not in client.get("/robots.txt", headers=headers).text


def test_there_is_an_icon_for_whoever_asks_for_none_by_name(client):
    answer = client.get("/favicon.ico")
    assert answer.status_code == 200
    assert answer.headers["content-type"] in {"image/vnd.microsoft.icon", "image/x-icon"}
    assert answer.content.startswith(b"\x00\x00\x01\x00")


class Keys(dict):
    """The keys of an address as Streamlit gives them to a page."""

    def __init__(self, count):
        super().__init__({f"k{number}": "1" for number in range(count)})
        self.read = []

    def get_all(self, name):
        self.read.append(name)
        return [self[name]]


def test_a_page_reads_only_so_many_keys_of_a_message_of_the_browser(monkeypatch):
    given = Keys(1000)
    visit = SimpleNamespace(query_params=given, context=SimpleNamespace(locale="kk"))
    monkeypatch.setattr(address, "st", visit)
    monkeypatch.setattr(address, "known", lambda: vocabulary(dataset()))
    assert address.current().state.lang == "kk"
    assert len(given.read) == MAX_KEYS


def test_fonts_are_named_as_streamlit_sends_them():
    """Streamlit rewrites the older name `weight` in place for each visit: two at once trip over it."""
    faces = st.get_option("theme.fontFaces")
    assert faces
    before = copy.deepcopy(faces)
    _populate_theme_msg(CustomThemeConfig())
    assert st.get_option("theme.fontFaces") == before

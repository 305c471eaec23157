"""The share panel: canonical link, safe address, code, frame, message."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.routing.routes import MAX_PASSED
from corridor.scenario.codec import MAX_CHANGES
from tests.checks import every
from ui.language.text import LANGUAGES
from ui.link.key_values import MAX_AVOIDED
from ui.link.nav import ENTRIES
from ui.server import share_answer
from ui.settings.dataset import dataset
from ui.settings.environment import ADDRESS
from ui.settings.public_address import public_address
from ui.share import panel

ROOT = "http://testserver"


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=[Route(f"/{panel.FOLDER}/{{page}}", share_answer.answer)]))


def asked(client, page, /, *, root=ROOT, **keys):
    return client.get(f"/share/{page}", params={**keys, "root": root})


def request(**headers):
    written = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "scheme": "http", "headers": written, "client": ("127.0.0.1", 50_000)}


def texts(html):
    return {
        kind: unescape(text)
        for kind, text in re.findall(
            r'<code class="share-text share-(\w+)"[^>]*>(.*?)</code>', html, re.DOTALL
        )
    }


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", [entry.name for entry in ENTRIES])
def test_every_page_has_its_panel(client, page, lang):
    answer = asked(client, page, lang=lang)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    told = texts(answer.text)
    assert told.keys() - {"part"} == {"link", "frame", "message"}
    assert ("part" in told) == (page not in {"sources", "own-data", "method"})
    assert told["link"] in told["message"]
    assert f"lang={lang}" in told["link"]
    assert not re.search(r"\b(None|nan)\b", told["message"])


def test_the_link_is_the_canonical_state_with_the_version_of_the_data(client):
    answer = asked(
        client, "corridor", via="start-astana", c="tc-btk", lang="sr", zz="1", leg="<b>", map="whole"
    )
    version = f"{dataset().version}-{dataset().content_hash}"
    link = texts(answer.text)["link"]
    assert link == f"{ROOT}/corridor?lang=sr&c=tc-btk&via=start-astana&d={version}"


def test_a_link_made_with_older_data_is_stamped_anew(client):
    link = texts(asked(client, "overview", d="0.0.1").text)["link"]
    assert link == f"{ROOT}/?lang=en&d={dataset().version}-{dataset().content_hash}"


def test_the_frame_is_a_snippet_that_stands_in_html_as_it_is(client):
    frame = texts(asked(client, "corridor", c="tc-btk").text)["frame"]
    (source,) = re.findall(r'src="([^"]+)"', frame)
    assert "&lang" not in source
    keys = parse_qs(urlsplit(unescape(source)).query)
    assert keys["embed"] == ["true"]
    assert keys["c"] == ["tc-btk"]


def test_the_message_carries_figures_link_and_version(client):
    html = asked(client, "overview", lang="en").text
    (mail,) = re.findall(r'href="(mailto:[^"]+)"', html)
    keys = parse_qs(unescape(mail).partition("?")[2])
    assert keys["subject"] == ["Corridor Explorer: Overview"]
    body = keys["body"][0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Cargo on the Trans-Caspian route, latest year: 4.119 Mt" in body
    assert f"{ROOT}/?lang=en&d=" in body
    assert dataset().content_hash in body
    assert "\r\n\r\n" in body


def test_the_message_of_a_corridor_speaks_of_that_corridor(client):
    texts_ = [texts(asked(client, "corridor", c=one).text)["message"] for one in ("tc-btk", "northern-rail")]
    assert texts_[0] != texts_[1]
    assert every("km" in one for one in texts_)


def test_the_message_of_routes_names_the_chosen_route_and_its_sums(client):
    ends = {"from": "almaty", "to": "belgrade", "lang": "en"}
    route = texts(asked(client, "routes", **ends).text)["message"]
    assert "Almaty – Belgrade" in route
    assert re.search(r"Time by timetable: (at least )?\d", route)
    beside = texts(asked(client, "compare", **ends).text)["message"]
    assert beside.count("Route ") == 3
    none = texts(asked(client, "routes", avoid="KZ", **ends).text)["message"]
    assert "Time" not in none


def test_own_data_are_not_told_and_their_absence_is(client):
    html = asked(client, "corridor", own="1").text
    assert "does not carry your own data" in html
    assert "km" not in texts(html)["message"]


@pytest.mark.parametrize("letters", ["x" * 80, "Ж" * 80, "\N{SNOWMAN}" * 80, '"><script>alert(1)</script>'])
def test_searched_words_are_carried_whole_and_harmless(client, letters):
    html = asked(client, "sources", q=letters, sq=letters).text
    assert "<script" not in html
    link = texts(html)["link"]
    assert parse_qs(urlsplit(link).query)["q"] == [letters]
    assert link.isascii()


def test_a_link_too_long_for_a_code_says_so(client):
    """The largest code there is holds 2,953 bytes; one face is 12 letters of an address."""
    words = "\N{GRINNING FACE}" * 80
    legs = sorted(dataset().legs["leg_id"], key=len, reverse=True)
    places = sorted(dataset().nodes["node_id"], key=len, reverse=True)
    question = {
        "from": "almaty",
        "to": "belgrade",
        "by": "time.cost.co2e.borders",
        "avoid": ".".join(legs[:MAX_AVOIDED]),
        "pass": ".".join(places[:MAX_PASSED]),
        "sc": "_".join(f"time.{leg}.1.25" for leg in legs[:MAX_CHANGES]),
        "date": "2026-12-01",
    }
    html = asked(client, "sources", q=words, sq=words, **question).text
    assert len(texts(html)["link"]) > 2953
    assert "too long for a code" in html
    assert "share-code" not in html
    html = asked(client, "sources", q=words, sq=words).text
    assert len(texts(html)["link"]) < 2953
    assert "too long for a code" not in html
    assert "share-code" in html


def test_the_code_is_a_picture_in_the_page_that_can_be_saved(client):
    html = asked(client, "overview").text
    (picture,) = re.findall(r'<img src="(data:image/svg\+xml[^"]+)"', html)
    assert unquote(unescape(picture)).startswith("data:image/svg+xml;charset=utf-8,<svg")
    assert f'href="{picture}"' in html
    assert 'download="corridor-overview.svg"' in html


@pytest.mark.parametrize("page", ["nowhere", "overview%2F..", "..%2Fetc"])
def test_there_are_no_other_pages(client, page):
    assert asked(client, page).status_code == 404


@pytest.mark.parametrize(
    "root",
    [
        "http://evil.example", "javascript:alert(1)", "//testserver", "http://testserver@evil.example",
        "http://testserver/a?b", "http://testserver/#x", 'http://testserver/"><script>', "", "http://[::",
        "http://testserver:1/", "ftp://testserver", "http://тестсервер",
    ],
)  # fmt: skip
def test_no_link_leads_elsewhere(client, root):
    assert asked(client, "overview", root=root).status_code == 404


@pytest.mark.parametrize(
    ("told", "headers", "expected"),
    [
        ("https://testserver/kz/", {"host": "testserver"}, "https://testserver/kz"),
        ("http://127.0.0.1:8501", {"host": "127.0.0.1:8501"}, "http://127.0.0.1:8501"),
        ("http://[::1]:8501/", {"host": "[::1]:8501"}, "http://[::1]:8501"),
        ("https://far.example/kz", {"host": "near", "x-forwarded-host": "far.example"}, None),
        ("https://far.example", {"host": "near"}, None),
        ("http://", {}, None),
    ],
)
def test_the_address_is_the_one_that_was_asked(told, headers, expected):
    assert public_address(told, request(**headers)) == expected


def test_the_owner_names_the_address(monkeypatch):
    monkeypatch.setenv(ADDRESS, "https://corridor.example.org/kz/")
    assert public_address("http://inside:8501", request(host="other")) == "https://corridor.example.org/kz"

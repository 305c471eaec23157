"""A link unfolds in mail and chat to its own view: tags in the head of the page, and a picture."""

from __future__ import annotations

import dataclasses
import io
import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.picture.base_map import BOUNDARIES, around, window
from corridor.picture.draw import draw
from corridor.picture.lettering import fitted, width_px, wrapped
from corridor.picture.scene import Key, Line, Picture, Place
from tests.checks import every
from ui.content.picture import picture_of, shown_by
from ui.language.text import LANGUAGES
from ui.link.named import keys_of, view_of
from ui.link.nav import ENTRIES
from ui.link.state import State
from ui.server import app as server
from ui.server import preview_answer
from ui.settings.dataset import dataset
from ui.settings.environment import ADDRESS
from ui.share.link_tags import FOLDER

BOT = {"User-Agent": "Twitterbot/1.0", "Accept-Encoding": "identity"}


async def nothing(_request):
    return PlainTextResponse("nothing here", status_code=404)


@pytest.fixture(scope="module")
def client():
    routes = [
        Route(f"/{FOLDER}/{{page}}.png", preview_answer.picture),
        Route("/{rest:path}", nothing),
    ]
    app = Starlette(routes=routes, middleware=server.middleware())
    with pytest.MonkeyPatch.context() as patch, TestClient(app, raise_server_exceptions=True) as client:
        patch.setattr(preview_answer, "PATIENCE_OF_READERS_S", 120)  # a busy machine is no failure
        yield client


def head(client, path, headers=BOT, **keys):
    answer = client.get(path, params=keys, headers=headers)
    assert answer.status_code == 200
    return tags(answer.text)


def tags(page):
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page)
    assert len(dict(found)) == len(found)
    return {name: unescape(value) for name, value in found}


def test_every_page_in_every_language_has_its_tags(client):
    titles = set()
    for entry in ENTRIES:
        for lang in LANGUAGES:
            told = head(client, f"/{entry.path}", lang=lang)
            assert told["twitter:card"] == "summary_large_image"
            assert told["og:description"] == told["description"]
            assert 5 < len(told["og:description"]) <= 300
            assert not re.search(r"\b(None|nan)\b", told["og:description"])
            assert f"lang={lang}" in told["og:url"]
            assert told["og:image"].startswith(f"http://testserver/preview/{entry.name}.png?lang={lang}")
            titles.add((entry.name, told["og:title"]))
    assert {name for name, _title in titles} == {entry.name for entry in ENTRIES}


def test_the_tags_speak_of_just_that_view(client):
    told = head(client, "/routes", **{"from": "astana", "to": "belgrade", "lang": "kk"})
    assert "Астана – Белград" in told["og:title"]
    assert told["og:locale"] == "kk_KZ"
    other = head(client, "/routes", **{"from": "almaty", "to": "bor", "lang": "kk"})
    assert other["og:title"] != told["og:title"]
    assert other["og:description"] != told["og:description"]
    corridors = [head(client, "/corridor", c=one)["og:description"] for one in ("tc-btk", "northern-rail")]
    assert corridors[0] != corridors[1]
    assert every("km" in one for one in corridors)
    overview = head(client, "/", lang="en")["og:description"]
    assert "Cargo on the Trans-Caspian route, latest year: 4.119 Mt" in overview


def test_link_and_picture_are_the_canonical_state(client):
    told = head(client, "/corridor", via="start-astana", c="tc-btk", lang="sr", zz="1", utm_source="x")
    version = f"{dataset().version}-{dataset().content_hash}"
    assert told["og:url"] == f"http://testserver/corridor?lang=sr&c=tc-btk&via=start-astana&d={version}"
    keys = parse_qs(urlsplit(told["og:image"]).query)
    assert keys == {"lang": ["sr"], "c": ["tc-btk"], "via": ["start-astana"], "d": [version]}
    assert client.get(told["og:image"]).status_code == 200


def test_own_data_are_not_told(client):
    told = head(client, "/corridor", own="1", lang="en")
    assert told["og:description"] == "Corridor"
    assert "km" not in told["og:title"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        # Whoever asks can send these; test_trusted_proxies says who is believed.
        ({"X-Forwarded-Proto": "https", "X-Forwarded-Host": "far.example"}, "http://testserver/?lang="),
        ({"X-Forwarded-Proto": "javascript"}, "http://testserver/?lang="),
        ({"Host": 'x"><script>'}, None),
        ({"Host": "a@b"}, None),
    ],
)
def test_the_address_is_the_servers_or_none(client, headers, expected):
    told = head(client, "/", {**BOT, **headers})
    assert told.get("og:url", "").startswith(expected) if expected else "og:url" not in told
    assert ("og:image" in told) == bool(expected)


def test_the_owner_can_name_the_address(client, monkeypatch):
    monkeypatch.setenv(ADDRESS, "https://corridor.example.org/kz")
    assert head(client, "/", lang="bg")["og:url"].startswith("https://corridor.example.org/kz/?lang=bg")


HOSTILE = [
    "\x00",
    "'\"><script>alert(1)</script>", "x" * 400, "../../etc/passwd", "%ff%fe", "\N{GRINNING FACE}" * 40,
    "{{7*7}}", "$\\frac{1}{0}$", "=cmd|'/C calc'!A0", "1e999", "-1", "a.b.c.d", "_" * 300,
]  # fmt: skip


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_links_open_with_tags_and_pictures(client, value):
    names = ("lang", "c", "via", "from", "to", "sc", "at", "q", "r", "cmp", "date", "map", "year", "d", "zz")
    query = "&".join(f"{name}={quote(value)}" for name in names)
    for page in ("", "routes"):
        answer = client.get(f"/{page}?{query}", headers=BOT)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text
        assert "og:title" in tags(answer.text)
    answer = client.get(f"/{FOLDER}/routes.png?{query}")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")


def test_a_page_opens_even_if_its_tags_cannot_be_written(client, monkeypatch, caplog):
    def fails(*_parts):
        message = "no tags today"
        raise RuntimeError(message)

    monkeypatch.setattr(preview_answer, "tags", fails)
    answer = client.get("/?lang=ru&q=something-new", headers=BOT)
    assert answer.status_code == 200
    assert '<div id="root"></div>' in answer.text
    assert "no tags today" in caplog.text


def test_visitors_do_not_wait(client, monkeypatch):
    for results in (preview_answer.pages, preview_answer.pictures):
        monkeypatch.setattr(results.queue, "places", 0)
    answer = client.get("/?lang=kk&q=never-asked", headers={"User-Agent": "Mozilla/5.0"})
    assert answer.status_code == 200
    assert "og:title" not in answer.text
    busy = client.get(f"/{FOLDER}/overview.png?lang=kk&q=never-asked")
    assert busy.status_code == 503
    assert busy.headers["retry-after"]


def test_pages_are_compressed_and_not_sent_twice(client):
    plain = client.get("/", headers={**BOT})
    packed = client.get("/", headers={**BOT, "Accept-Encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "br"
    assert packed.text == plain.text
    assert "content-security-policy" in packed.headers
    again = client.get("/", headers={**BOT, "If-None-Match": plain.headers["etag"]})
    assert again.status_code == 304


def picture(client, path):
    answer = client.get(f"/{FOLDER}/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(answer.content))
    assert image.size == (1200, 630)
    assert len(answer.content) < 400_000
    return answer.content


def test_pictures_differ_between_views_and_are_the_same_for_equal_ones(client):
    paths = [
        "overview.png",
        "overview.png?lang=kk",
        "corridor.png?c=tc-btk",
        "corridor.png?c=tc-btk&leg=aktau-alat",
        "corridor.png?c=tc-btk&map=caspian",
        "corridor.png?c=tc-btk&at=43.6_51.2_6",
        "routes.png?from=aktau-port&to=bor",
        "flights.png",
        "compare.png",
        "sources.png",
    ]
    drawn = {path: picture(client, path) for path in paths}
    assert len(set(drawn.values())) == len(paths)
    assert picture(client, "corridor.png?zz=1&c=tc-btk&utm_source=x") == drawn["corridor.png?c=tc-btk"]


VIEWS = {
    "overview": ("", "note=aktau-port.Wait here", "map=caspian&leg=aktau-alat"),
    "corridor": ("", "c=tc-btk&via=start-astana&leg=aktau-alat&year=2030&q=x"),
    "flights": ("", "from=almaty&to=belgrade&date=2026-12-01&at=43.6_51.2_6"),
    "routes": ("", "from=almaty&to=bor&want=cheapest&step=1", "carry=air", "sc=close.aktau-alat&avoid=RU"),
    "compare": ("", "from=aktau-port&to=bor"),
    "connectivity": ("", "place=almaty&days=20&norm=ratio"),
    "partners": ("", "part=mending", "pj=x&stage=operating"),
    "sources": ("", "q=rail&sp=2"),
    "own-data": ("", "own=1"),
    "scenarios": ("", "sc=shut.kuryk-port", "lab=lost", "lab=much&need=5000000.t"),
    "method": ("", "q=x"),
}


@pytest.mark.parametrize("page", [entry.name for entry in ENTRIES])
def test_a_picture_depends_on_nothing_that_its_key_leaves_out(page):
    fields = {one.name for one in dataclasses.fields(State)}
    read = set()

    class Watched(State):
        def __getattribute__(self, name):
            read.add(name)
            return object.__getattribute__(self, name)

    for query in VIEWS[page]:
        view = view_of(page, keys_of(query))
        plain = Watched(**{name: getattr(view.state, name) for name in fields})
        picture_of(dataclasses.replace(view, state=plain))
    shown = read & fields
    assert "preset" in shown
    read.clear()
    shown_by(dataclasses.replace(view, state=plain))
    assert shown <= read & fields
    assert not {"search", "source_page", "year", "claim", "data"} & read


def test_there_are_no_other_pictures(client):
    for path in ("nowhere.png", "..%2Foverview.png", "overview.svg"):
        assert client.get(f"/{FOLDER}/{path}").status_code == 404


def test_an_unchanged_picture_is_not_sent_again(client):
    answer = client.get(f"/{FOLDER}/overview.png")
    again = client.get(f"/{FOLDER}/overview.png", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


SKETCH = Picture(
    kicker="Ұшу · Ђорђе · Šiš",
    title="Қазақстан – Србија: $x_1$ \\frac{a}{b} " + "долго " * 40,
    bounds=((40.0, 18.0), (52.0, 75.0)),
    lines=(
        Line(points=((20.5, 44.8), (51.2, 43.6)), colour="#14202b", width=5, is_strong=True),
        Line(
            points=((20.5, 44.8), (71.4, 51.1)),
            colour="#a30f33",
            dash=(16, 6),
            is_strong=True,
            is_hollow=True,
        ),
    ),
    places=(Place(lon=20.5, lat=44.8, name="Београд", is_large=True), Place(lon=200, lat=89, name="nowhere")),
    figures=(("Уақыт", "кемінде 17 тәулік"), ("A name so long that it needs two lines", "1\u202f000 km")),
    keys=(Key(name="теміржол", colour="#14202b"),),
    credits="Credits. " * 60,
)


@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_a_picture_is_drawn_in_every_form(form, start):
    assert draw(SKETCH, form=form).startswith(start)


def test_the_same_picture_is_the_same_file():
    assert draw(SKETCH) == draw(SKETCH)


@pytest.mark.parametrize("boundaries", BOUNDARIES)
def test_the_policy_on_boundaries_is_kept(boundaries):
    picture = Picture(kicker="", title="Balkans", bounds=((41.0, 18.5), (44.0, 23.0)), boundaries=boundaries)
    others = [
        draw(Picture(**{**vars(picture), "boundaries": one})) for one in BOUNDARIES if one != boundaries
    ]
    assert draw(picture) not in others


def test_words_are_cut_where_they_end():
    assert width_px("Қазақстан", 20) > width_px("Қазақ", 20) > 0
    cut = fitted("Trans-Caspian International Transport Route", 120, 20)
    assert cut.endswith("…")
    assert width_px(cut, 20) <= 120
    lines = wrapped("one two three four five six seven", 90, 20, most_lines=2)
    assert len(lines) == 2
    assert every(width_px(line, 20) <= 90 for line in lines)


def test_a_window_shows_all_of_its_bounds():
    west, east, south, north = window(((40.0, 20.0), (50.0, 80.0)), 1200, 350)
    assert west <= 20
    assert east >= 80
    assert (east - west) / (north - south) == pytest.approx(1200 / 350)
    (low, left), (high, right) = around(45, 50, 5)
    assert low < 45 < high
    assert left < 50 < right

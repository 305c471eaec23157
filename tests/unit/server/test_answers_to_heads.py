"""What plain routes answer to HEAD, to odd wishes for compression, and below a path."""

import gzip

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.link.nav import PARTS_FOLDER, STORIES
from ui.server import brief_answer, part_answer, share_answer, story_answer
from ui.share import panel
from ui.stories import files as story_files

BASE = "/kz"
ADDRESSES = (
    "/brief/flights.svg?lang=kk",
    "/brief/flights.html",
    "/embed/flights?part=chart.week",
    "/oembed?url=http://testserver/kz/flights",
    f"/{story_files.FOLDER}/astana-belgrade",
    f"/{STORIES}",
    "/share/flights?root=http://testserver/kz&part=chart.week",
)
ODD = (
    "",
    "*",
    "identity",
    "identity;q=0",
    "gzip;q=0, br;q=0",
    "br;q=1.5, gzip;q=x",
    ";;;,",
    "zstd",
)


@pytest.fixture(scope="module")
def client():
    routes = [
        Route(f"{BASE}/{brief_answer.FOLDER}/{{page}}.{{form}}", brief_answer.brief(BASE)),
        Route(f"{BASE}/{PARTS_FOLDER}/{{page}}", part_answer.framed_part(BASE)),
        Route(f"{BASE}/oembed", part_answer.described(BASE)),
        Route(f"{BASE}/{story_files.FOLDER}/{{story}}", story_answer.presented(BASE)),
        Route(f"{BASE}/{STORIES}", story_answer.listed(BASE)),
        Route(f"{BASE}/{panel.FOLDER}/{{page}}", share_answer.answer),
    ]
    return TestClient(Starlette(routes=routes))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_head_has_the_headers_of_the_whole_and_nothing_else(client, address):
    whole, head = client.get(BASE + address), client.head(BASE + address)
    assert (whole.status_code, head.status_code) == (200, 200)
    assert head.content == b""
    named = ("content-type", "cache-control", "etag", "content-disposition")
    assert {name: head.headers.get(name) for name in named} == {
        name: whole.headers.get(name) for name in named
    }


@pytest.mark.parametrize("wish", ODD)
def test_an_odd_wish_for_compression_gets_an_answer_that_can_be_read(client, wish):
    for address in ADDRESSES[:1] + ADDRESSES[2:4]:
        with client.stream("GET", BASE + address, headers={"Accept-Encoding": wish}) as answer:
            assert answer.status_code in {200, 406}
            assert answer.headers.get("content-encoding") in {None, "gzip", "br", "zstd"}
            if "gzip" not in wish or "q=0" in wish:
                assert answer.headers.get("content-encoding") != "gzip" or wish == "*"
            content = b"".join(answer.iter_raw())
            if answer.headers.get("content-encoding") == "gzip":
                content = gzip.decompress(content)
            assert content


def test_every_address_that_is_told_lies_below_the_path(client):
    frame = client.get(f"{BASE}/oembed?url=http://testserver/kz/flights").json()["html"]
    assert 'src="http://testserver/kz/embed/flights' in frame
    part = client.get(f"{BASE}/embed/flights?part=chart.week").text
    assert "http://testserver/kz/flights?" in part
    menu = client.get(f"{BASE}/share/flights?root=http://testserver/kz&part=chart.week").text
    assert "http://testserver/kz/embed/flights?" in menu
    assert 'href="./brief/flights.png' in menu
    assert client.get(f"{BASE}/{STORIES}").text.count('href="/') == 0

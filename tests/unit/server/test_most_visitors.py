"""A visitor for whom there is no room is asked to come back, in their language."""

from __future__ import annotations

from contextlib import suppress

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from ui.language.text import LANGUAGES, Words
from ui.server import visitors
from ui.server.observed import STREAM
from ui.server.visitors import ARRIVAL_S, MAX_ARRIVALS_OF_AN_ADDRESS, Admission, BoundedVisitors
from ui.settings.environment import VISITORS
from ui.settings.visitors import USUAL_VISITORS, most_visitors

HERE, THERE = ("203.0.113.9", 40_000), ("203.0.113.10", 40_000)


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def fine(_request):
    return PlainTextResponse("fine")


async def stream(socket):
    await socket.accept()
    with suppress(WebSocketDisconnect):
        await socket.receive_text()


def served(admission, base=""):
    paths = ("/routes", "/healthz", "/api/v1/places.json")
    routes = [Route(f"{base}{path}", fine) for path in paths]
    routes.append(WebSocketRoute(f"{base}{STREAM}", stream))
    return Starlette(routes=routes, middleware=[Middleware(BoundedVisitors, base=base, admission=admission)])


def ask(app, path="/routes", client=HERE, **headers):
    return TestClient(app, client=client).get(path, headers=headers)


def test_pages_are_handed_out_until_there_is_no_room_and_again_when_one_leaves(clock):
    app = served(Admission(2, clock=clock))
    with TestClient(app).websocket_connect(STREAM), TestClient(app).websocket_connect(STREAM) as last:
        refused = ask(app)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "30")
        assert refused.headers["cache-control"] == "no-store"
        assert [ask(app, path).status_code for path in ("/healthz", "/api/v1/places.json")] == [200, 200]
        last.close()
    assert ask(app).status_code == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_the_visitors_language_with_a_link_to_the_same_view(clock, lang):
    app, words = served(Admission(1, clock=clock)), Words(lang)
    ask(app)
    page = ask(app, f"/routes?lang={lang}&from=<script>").text
    assert f'<html lang="{words.lang}">' in page
    assert words.gettext(visitors._HEADING) in page
    assert words.gettext(visitors._TEXT).format(seconds=30) in page
    assert f'<a href="" class="again">{words.gettext("Try again")}</a>' in page
    assert "<script>" not in page


def test_a_page_counts_until_its_connection_opens_or_it_is_clear_that_none_will(clock):
    admission = Admission(3, clock=clock)
    assert [admission.may_arrive("a") for _ in range(4)] == [True, True, True, False]
    assert admission.may_connect("a")
    assert len(admission) == 3
    clock.now += ARRIVAL_S
    assert len(admission) == 1
    admission.leave()
    assert len(admission) == 0


def test_who_opens_nothing_does_not_keep_the_others_out(clock):
    admission = Admission(2 * MAX_ARRIVALS_OF_AN_ADDRESS, clock=clock)
    assert all(admission.may_arrive("crawler") for _ in range(1000))
    assert len(admission) == MAX_ARRIVALS_OF_AN_ADDRESS
    assert admission.may_arrive("visitor")


def test_a_connection_that_was_lost_comes_back_and_there_is_an_end_to_that(clock):
    admission = Admission(20, clock=clock)
    assert [admission.may_connect("a") for _ in range(23)] == [True] * 22 + [False]
    app = served(Admission(1, clock=clock), "/kz")
    with (
        TestClient(app).websocket_connect(f"/kz{STREAM}"),
        TestClient(app).websocket_connect(f"/kz{STREAM}"),
        pytest.raises(WebSocketDisconnect) as refused,
        TestClient(app).websocket_connect(f"/kz{STREAM}"),
    ):
        pass
    assert refused.value.code == 1013


def test_no_limit_is_none(clock):
    admission = Admission(0, clock=clock)
    assert all(admission.may_arrive("a") and admission.may_connect("a") for _ in range(5000))


def test_the_log_says_once_that_there_was_no_room(clock, caplog):
    visitors._tell.cache_clear()
    app = served(Admission(1, clock=clock))
    for _ in range(4):
        ask(app)
    assert caplog.text.count(VISITORS) == 1
    assert HERE[0] not in caplog.text


@pytest.mark.parametrize(("given", "expected"), [("", USUAL_VISITORS), ("0", 0), (" 40 ", 40)])
def test_the_number_of_visitors_is_a_setting(monkeypatch, given, expected):
    monkeypatch.setenv(VISITORS, given)
    assert most_visitors() == expected

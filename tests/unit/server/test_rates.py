"""An address that asks for more work than its share is told when to come back; the others notice nothing."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.language.text import LANGUAGES, Words
from ui.server import rates
from ui.server.rates import MAX_ADDRESSES, BoundedRates, Budgets, address_to_count
from ui.settings.environment import RATE, TRUSTED_PROXIES
from ui.settings.rate import USUAL_RATE, rate

HERE, THERE = ("203.0.113.9", 40_000), ("203.0.113.10", 40_000)


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def served(budgets, base=""):
    def fine(_request):
        return PlainTextResponse("fine")

    paths = ("/api/v1/places.json", "/brief/routes.pdf", "/routes", "/app/static/own/x.js")
    routes = [Route(f"{base}{path}", fine) for path in paths]
    return Starlette(routes=routes, middleware=[Middleware(BoundedRates, base=base, budgets=budgets)])


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def app(clock):
    return served(Budgets(20, clock=clock))


def ask(app, path, client=HERE, **headers):
    return TestClient(app, client=client).get(path, headers=headers)


def test_an_address_has_its_points_and_gets_them_back_with_time(app, clock):
    assert [ask(app, "/brief/routes.pdf").status_code for _ in range(3)] == [200, 200, 429]
    refused = ask(app, "/brief/routes.pdf")
    assert refused.headers["retry-after"] == "30"
    assert ask(app, "/api/v1/places.json").headers["retry-after"] == "3"
    clock.now += 30
    assert ask(app, "/brief/routes.pdf").status_code == 200
    assert ask(app, "/brief/routes.pdf").status_code == 429


def test_another_address_and_what_costs_nothing_go_on(app):
    for _ in range(3):
        ask(app, "/brief/routes.pdf")
    assert ask(app, "/brief/routes.pdf", THERE).status_code == 200
    assert {ask(app, path).status_code for path in ("/routes", "/app/static/own/x.js")} == {200}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_refusal_is_in_the_visitors_language(app, lang):
    for _ in range(3):
        ask(app, "/brief/routes.pdf")
    words = Words(lang)
    page = ask(app, f"/brief/routes.pdf?lang={lang}")
    assert words.gettext("Too many requests") in page.text
    assert "30" in page.text
    assert page.headers["cache-control"] == "no-store"
    told = ask(app, f"/api/v1/places.json?lang={lang}")
    assert told.headers["content-type"].startswith("application/problem+json")
    assert told.json()["status"] == 429
    assert told.json()["code"] == "rate-exceeded"
    assert told.json()["title"] == words.gettext("Too many requests")


def test_no_limit_is_none(clock):
    app = served(Budgets(0, clock=clock))
    assert {ask(app, "/brief/routes.pdf").status_code for _ in range(50)} == {200}


def test_what_costs_more_than_a_minute_is_answered_once_a_minute(clock):
    budgets = Budgets(5, clock=clock)
    assert budgets.wait_s("a", 10) == 0
    assert budgets.wait_s("a", 10) == 60
    clock.now += 60
    assert budgets.wait_s("a", 10) == 0


def test_addresses_are_forgotten_the_oldest_first(clock):
    budgets = Budgets(10, clock=clock)
    budgets.wait_s("first", 10)
    for number in range(MAX_ADDRESSES + 5):
        budgets.wait_s(str(number), 1)
    assert len(budgets) == MAX_ADDRESSES
    assert budgets.wait_s("first", 10) == 0


def test_a_clock_that_stands_still_gives_no_points_back(clock):
    budgets = Budgets(10, clock=clock)
    assert budgets.wait_s("a", 10) == 0
    assert budgets.wait_s("a", 1) == 6
    assert budgets.wait_s("a", 1) == 6


def scope(client, **headers):
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "headers": raw, "client": client}


@pytest.mark.parametrize(
    ("client", "told", "counted"),
    [
        (HERE, {}, "203.0.113.9"),
        # Not a trusted proxy: what it says counts for nothing.
        (HERE, {"x-forwarded-for": "198.51.100.1"}, "203.0.113.9"),
        (("10.0.0.1", 40_000), {"x-forwarded-for": "198.51.100.1"}, "198.51.100.1"),
        # A visitor can write whatever they like before the address that the proxy adds.
        (("10.0.0.1", 40_000), {"x-forwarded-for": "192.0.2.1, 198.51.100.1"}, "198.51.100.1"),
        (("10.0.0.1", 40_000), {"x-forwarded-for": "198.51.100.1, 10.0.0.2"}, "198.51.100.1"),
        (("10.0.0.1", 40_000), {"x-forwarded-for": "nonsense"}, "10.0.0.1"),
        (("10.0.0.1", 40_000), {}, "10.0.0.1"),
        # uvicorn has put the visitor in the place of a proxy on this machine.
        (("198.51.100.1", 0), {"x-forwarded-for": "198.51.100.1"}, "198.51.100.1"),
        (("127.0.0.1", 40_000), {}, None),
        (("::1", 40_000), {}, None),
        (("2001:db8:1:2:3:4:5:6", 40_000), {}, "2001:db8:1:2::/64"),
        (("::ffff:203.0.113.9", 40_000), {}, "203.0.113.9"),
        (("testclient", 40_000), {}, None),
        (None, {}, None),
    ],
)
def test_the_address_is_the_visitors_as_far_as_it_can_be_known(monkeypatch, client, told, counted):
    monkeypatch.setenv(TRUSTED_PROXIES, "10.0.0.0/8")
    assert address_to_count(scope(client, **told)) == counted


def test_a_proxy_that_nobody_named_is_told_of_in_the_log_once(app, caplog):
    rates._tell.cache_clear()
    for _ in range(5):
        ask(app, "/brief/routes.pdf", **{"X-Forwarded-For": "198.51.100.1"})
    assert caplog.text.count(TRUSTED_PROXIES) == 1
    assert "203.0.113.9" not in caplog.text


def test_it_holds_below_a_base(clock):
    app = served(Budgets(20, clock=clock), "/kz")
    assert [ask(app, "/kz/brief/routes.pdf").status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(("given", "expected"), [("", USUAL_RATE), (" 0 ", 0), ("60", 60)])
def test_the_setting_is_a_whole_number(monkeypatch, given, expected):
    monkeypatch.setenv(RATE, given)
    assert rate() == expected


@pytest.mark.parametrize("given", ["-1", "1.5", "much", "١٢", "9" * 400])
def test_any_other_setting_is_refused_in_words(monkeypatch, given):
    monkeypatch.setenv(RATE, given)
    with pytest.raises(ValueError, match="whole number"):
        rate()

"""The page Routes says first whether a route can be had; EU rules by default; old links show all routes."""

import re

import pytest

from corridor.language.text import LANGUAGES, Words
from tests.checks import every
from tests.pages.conftest import Outline, written

QUESTION = {"from": "almaty", "to": "belgrade"}
_CARD = '<li class="cx-card cx-route'


def cards(app):
    return [_CARD + part.split("</details>")[0] for part in written(app).split(_CARD)[1:]]


def states(app):
    return [re.search(r"cx-had is-(\w+)", card)[1] for card in cards(app)]


def test_eu_rules_are_the_default_and_one_click_shows_all(seen):
    app = seen("routes", lang="en", **QUESTION)
    assert not app.exception
    html = written(app)
    assert Outline(html).faults == []
    assert "restricted" not in states(app)
    assert "EU rules: without Belarus, Iran and Russia" in html
    assert "Almaty – Belgrade without Belarus, Iran and Russia, as known until March 2026: " in html
    link = re.search(
        r'<a[^>]*href="([^"]*)"[^>]*id="routes-rules"|id="routes-rules"[^>]*href="([^"]*)"', html
    )
    assert "rules=all" in (link[1] or link[2])


def test_all_routes_end_with_the_restricted_ones_and_say_why(seen):
    app = seen("routes", lang="en", rules="all", avoid="road", **QUESTION)
    found = states(app)
    assert found[-1] == "restricted"
    assert "restricted" not in found[: found.index("restricted")]
    card = cards(app)[-1]
    assert "since 25 Feb 2023; European Union" in card
    assert "would be fastest" in card
    assert not re.search(r'class="cx-why">fastest', card)


def test_a_card_says_whether_before_how_long_and_how_much(seen):
    for card in cards(seen("routes", lang="en", rules="all", **QUESTION)):
        places = [card.index(part) for part in ("cx-had is-", "cx-big", "cx-price")]
        assert places == sorted(places)
        assert "in practice (8 of 10)" in card
        assert "by timetable" in card


def test_what_is_not_confirmed_is_never_the_fastest_without_saying_so(seen):
    for card in cards(seen("routes", lang="en", **QUESTION)):
        if "cx-had is-possible" in card:
            leads = re.findall(r'class="cx-why">([^<]*)<', card)
            assert every(lead.startswith(("would be", "a different path")) for lead in leads)


def test_the_sentence_names_where_nothing_is_confirmed(seen):
    ends = {"from": "poti-port", "to": "burgas-port", "avoid": "batumi-port.constanta-port.TR"}
    html = written(seen("routes", lang="en", **ends))
    assert "not confirmed: Poti port – Burgas port" in html


@pytest.mark.parametrize("page", ["routes", "compare"])
def test_an_old_link_shows_all_routes(seen, page):
    old = seen(page, lang="en", d="0.2.0-2aa5d2591d2d", **QUESTION)
    new = seen(page, lang="en", d="0.2.0-2aa5d2591d2d", rules="eu", **QUESTION)
    assert not old.exception
    assert ("Russia" in "".join(re.findall(r"cx-route-link[^>]*>([^<]*)<", written(old)))) == (
        page == "routes"
    )
    assert ("This link was made before" in written(old)) == (page == "routes")
    assert "This link was made before" not in written(new)


def test_every_link_of_the_page_names_the_rules(seen):
    for rules in ("eu", "all"):
        html = written(seen("routes", lang="en", rules=rules, **QUESTION))
        hrefs = [one for one in re.findall(r'href="\./routes\?([^"]*)"', html) if "id=" not in one]
        assert hrefs
        assert every("rules=" in one for one in hrefs)


def test_a_change_on_a_bare_address_keeps_the_rules(visit):
    app = visit("routes", lang="en", **QUESTION)
    app.button(key="route-swap").click().run()
    assert app.query_params["rules"] == ["eu"] or app.query_params["rules"] == "eu"


def test_a_closure_acts_on_its_days_alone(seen):
    for day, is_there in (("2025-09-11", True), ("2025-09-20", False), ("2025-09-25", True)):
        html = written(seen("routes", lang="en", rules="all", date=day, **QUESTION))
        through = re.findall(r'<p class="cx-through">(.*?)</p>', html)
        assert any("Belarus" in countries for countries in through) == is_there


def test_before_the_rules_nothing_is_left_out(seen):
    html = written(seen("routes", lang="en", date="2018-06-01", **QUESTION))
    assert "On this day no rules restrict a country" in html


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_said_in_every_language(seen, lang):
    html = written(seen("routes", lang=lang, rules="all", **QUESTION))
    assert Outline(html).faults == []
    said = set(re.findall(r'class="cx-had is-restricted"[^>]*><span[^>]*>[^<]*</span> ([^<]*)<', html))
    assert said == {Words(lang).gettext("restricted")}
    assert ("restricted" in said) == (lang == "en")
    assert every("{" not in text for text in re.findall(r'class="cx-(?:answer|chip)[^"]*">(.*?)</', html))


def test_the_best_are_named_and_the_others_go_another_way(seen):
    html = written(seen("routes", lang="en", **QUESTION))
    assert "no other beats" not in re.search(r'<p class="cx-note">Best: .*?</p>', html)[0]
    assert re.search(r"Best: route 1: fastest", html)
    assert "because they take a different path" in html or "because it takes a different path" in html

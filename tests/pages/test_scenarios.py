"""The page Scenarios: a scenario beside today, built by links, by the list and by the map."""

import re
from html import unescape
from urllib.parse import parse_qs, parse_qsl

import pytest

from corridor.dataset.shipped import ROOT
from corridor.scenario.codec import MAX_CHANGES
from tests.pages.conftest import written
from ui.sections.scenarios.edits import changes_of, with_change, without_change

KURYK = {
    "lang": "en",
    "sc": "shut.kuryk-port",
    "date": "2026-12-01",
    "from": "astana",
    "to": "belgrade",
    "avoid": "BY.IR.RU",
    "rules": "all",
}


def test_the_first_sentence_says_what_the_scenario_changes(seen):
    app = seen("scenarios", **KURYK)
    assert not app.exception
    html = written(app)
    said = re.search(r'class="cx-answer-line">(.*?)</p>', html, re.DOTALL)[1]
    words = re.sub(r"<[^>]+>", "", said)
    assert words.startswith("Port of Kuryk shut by winter weather: ")
    assert "instead of" in words or "as today" in words
    assert re.search(r"\d+ best routes? lost, \d+ won", words)


def test_both_sides_stand_beside_each_other_in_figures(seen):
    html = written(seen("scenarios", **KURYK))
    for caption in (
        "The best route today and under the scenario",
        "Best routes lost, won and kept",
        "Yearly capacity between the ends",
        "How Kazakhstan and Serbia are connected, today and under the scenario",
    ):
        assert caption in html
    assert "Today limited by" in html


def test_each_change_of_the_list_can_be_removed_by_its_link(seen):
    html = written(seen("scenarios", **KURYK))
    listed = html[html.index('class="cx-changes"') :]
    link = re.search(r'href="([^"]+)"[^>]*>×', listed)[1]
    keys = parse_qs(unescape(link).partition("?")[2])
    assert "sc" not in keys
    assert keys["date"] == ["2026-12-01"]


def test_a_chosen_leg_offers_to_close_slow_speed_up_and_re_price_it(seen):
    app = seen("scenarios", lang="en", leg="aktau-alat", sc="time.aktau-alat.2")
    html = written(app)
    offers = html[html.index("cx-offers") :]
    offers = offers[: offers.index("</section>")]
    links = {
        parse_qs(unescape(one).partition("?")[2]).get("sc", [""])[0]
        for one in re.findall(r'href="([^"]+)"', offers)
    }
    assert {"close.aktau-alat_time.aktau-alat.2", "time.aktau-alat.0.5", ""} <= links
    assert any("cost.aktau-alat.0.8" in one for one in links)
    assert 'aria-pressed="true"' in offers
    assert not app.exception


def test_a_chosen_place_offers_its_closure_and_its_planned_works(seen):
    html = written(seen("scenarios", lang="en", node="aktau-port"))
    offers = html[html.index("cx-offers") :]
    offers = offers[: offers.index("</section>")]
    assert "shut.aktau-port" in offers
    assert "up.aktau-hub-stage-2" in offers


def test_a_leg_of_the_visitors_own_is_added_with_its_assumption(visit):
    app = visit("scenarios", lang="en")
    app.selectbox(key="scenario-add-from").set_value("aktau-port")
    app.selectbox(key="scenario-add-to").set_value("baku")
    app.selectbox(key="scenario-add-mode").set_value("sea")
    app.number_input(key="scenario-add-hours").set_value(20)
    app.button(key="scenario-add").click()
    app.run()
    assert not app.exception
    assert app.query_params["sc"] in ("add.aktau-port.baku.sea.20", ["add.aktau-port.baku.sea.20"])
    assert "added, an assumption" in written(app)


def test_the_name_stands_in_the_link_and_opens_the_sentence(visit):
    app = visit("scenarios", **KURYK)
    app.text_input(key="scenario-name").set_value("Kuryk <b>berth</b>").run()
    assert "sc" in app.query_params
    assert not app.exception
    assert "<b>berth" not in written(app)
    app.text_input(key="scenario-name").set_value("Kuryk berth 2026").run()
    assert "name.Kuryk berth 2026" in str(app.query_params["sc"])
    assert "Kuryk berth 2026: " in written(app)


def test_changes_are_put_in_and_taken_out_one_by_one():
    text = with_change("name.Winter_shut.kuryk-port", "time.aktau-alat.2")
    assert changes_of(text) == ("shut.kuryk-port", "time.aktau-alat.2")
    assert with_change(text, "time.aktau-alat.3").endswith("time.aktau-alat.3")
    assert without_change(text, "time.aktau-alat.2") == "name.Winter_shut.kuryk-port"
    assert without_change("name.Winter_shut.kuryk-port", "shut.kuryk-port") == ""
    full = "_".join(f"close.leg-{at}" for at in range(MAX_CHANGES))
    assert with_change(full, "close.one-more") is None


# How the first sentence begins, by a word of the question in docs/tutorial.md.
ANSWERS = {
    "three works": r"3 works bring most between Aktau port and Belgrade: .+; together they save [\d.]+ d",
    "Kuryk": r"Port of Kuryk shut by winter weather: [\d.]+ days in practice .+(instead of [\d.]+|as today)",
    "300,000": r"Aktau port – .+: 300,000 TEU a year do not fit; at most 150,000 TEU a year, limited by Alat",
    "Varna": r"The route by .+ is quicker than the route by .+ in \d+ of 100 journeys",
    "Serbia gain": r"New line Halkalı - Kapıkule finished: [\d.]+ days in practice .+ instead of [\d.]+",
}
# What the page must say in words beside its figures.
TOLD = {
    "three works": "Without a recorded work, so that no set holds it: Samsun",
    "Kuryk": "The quickest route that is shut takes",
    "Varna": "have an observed time",
    "Serbia gain": "1,500,000 today, 9,600,000 tonnes a year under the scenario",
}
LINKS = dict(
    re.findall(
        r"^\| (.+\?) \| `/scenarios\?(\S+)` \|$",
        (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("word", ANSWERS)
def test_each_question_of_a_deputy_minister_is_answered_by_its_link(seen, word):
    assert len(LINKS) == len(ANSWERS)
    query = next(link for question, link in LINKS.items() if word in question)
    app = seen("scenarios", lang="en", **dict(parse_qsl(query, strict_parsing=True)))
    assert not app.exception
    said = re.search(r'class="cx-answer-line">(.*?)</p>', written(app), re.DOTALL)[1]
    words = unescape(re.sub(r"<[^>]+>", "", said)).replace("\N{NO-BREAK SPACE}", " ")
    assert re.match(ANSWERS[word], words), words
    assert TOLD.get(word, "") in written(app)


def test_routes_that_nobody_named_are_told_by_their_ports(seen):
    html = written(seen("scenarios", lang="en", lab="sure", **{"from": "almaty", "to": "belgrade"}))
    words = unescape(re.sub(r"<[^>]+>", "", html)).replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "The route by Batumi port and Trabzon is quicker than the route by Poti port and Constanța port"
        in words
    )
    assert "route Route" not in words


def test_what_hurts_most_is_ranked_with_and_without_the_countries_left_out(seen):
    app = seen("scenarios", lang="en", lab="lost", **{"from": "aktau-port", "to": "belgrade"})
    assert not app.exception
    html = written(app)
    assert "hurts most" in html
    assert "Loss with all countries" in html


@pytest.mark.parametrize(
    ("key", "value", "others"),
    [
        ("k", "-1", {"lab": "fix"}),
        ("need", "nan.teu", {"lab": "much"}),
        ("ways", "<img src=x onerror=alert(1)>.kars", {"lab": "sure"}),
        ("grid", "-1~nan~1e308", {"lab": "sweep"}),
        ("sc", "add.aktau-port.baku.sea.1e308", {}),
        ("sc", "_".join(["add.aktau-port.baku.sea.20"] * 10_000), {"lab": "sweep"}),
    ],
)
def test_an_absurd_key_is_told_in_the_visitors_language(seen, key, value, others):
    asked = {"lang": "ru", "from": "aktau-port", "to": "belgrade", **others, key: value}
    app = seen("scenarios", **asked)
    assert not app.exception
    html = written(app)
    assert re.search(rf"\b{key}\b[^<]*Параметр пропущен", html)
    assert "<img src=x" not in html

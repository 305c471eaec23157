"""What is meant to mend the chosen route stands at its steps: under the staircase, in tables, on the map."""

import re

import pytest
from markupsafe import escape

from corridor.partners.route_works import works_on
from corridor.routing.ask import ask, ask_different
from corridor.routing.sanctioned import SANCTIONED
from tests.pages.conftest import Outline, written
from tests.pages.test_routes import rows, scene
from ui.language.text import LANGUAGES
from ui.sections.partners.works_pair import different_routes
from ui.settings.dataset import dataset

QUESTION = {"lang": "en", "from": "altynkol", "to": "belgrade", "avoid": "RU.IR.BY"}
LINE = "halkali-kapikule-new-line"


@pytest.fixture(scope="module")
def by_halkali():
    found = ask(dataset(), "altynkol", "belgrade", avoid="RU,IR,BY")
    return next(
        (route, hops)
        for route, hops in found.hops.items()
        if any(hop.leg_id == "halkali-kapikule" for hop in hops)
    )


def test_each_step_that_is_to_be_mended_has_one_mark(seen, by_halkali):
    route, hops = by_halkali
    html = written(seen("routes", **QUESTION, r=route))
    marked = [int(one) for one in re.findall(r'id="mend-(\d+)"', html)]
    assert marked == sorted(set(works_on(dataset(), hops)["position"]))


def test_the_marks_on_the_map_are_the_legs_and_places_that_are_to_be_mended(seen, by_halkali):
    route, hops = by_halkali
    sent = scene(seen("routes", **QUESTION, r=route))
    assert set(sent["marks"]) == set(works_on(dataset(), hops)["subject_id"])
    assert sent["marks"]["halkali-kapikule"] == "mending"
    assert set(sent["marks"].values()) <= {"mending", "mended"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chosen_step_says_who_is_to_mend_it_with_claim_and_effect(seen, by_halkali, lang):
    route, hops = by_halkali
    found = works_on(dataset(), hops).set_index("upgrade_id")
    step = str(found.loc[LINE, "position"])
    app = seen("routes", **{**QUESTION, "lang": lang}, r=route, step=step)
    assert not app.exception
    html = written(app)
    assert Outline(html).faults == []
    offered = re.search(rf'<a[^>]*id="at-done-{LINE}"[^>]*>', html)
    assert offered
    assert f"sc=up.{LINE}" in offered[0]
    row = html[html.rindex("<tr", 0, offered.start()) : offered.start()]
    assert "pj=halkali-kapikule-line" in row
    assert re.search(r"8[.,]5\N{NO-BREAK SPACE}", row)


def test_a_step_that_nobody_mends_says_so(seen, by_halkali):
    route, hops = by_halkali
    named = set(works_on(dataset(), hops)["position"])
    free = next(position for position in range(1, 10) if position not in named)
    html = written(seen("routes", **QUESTION, r=route, step=str(free)))
    assert "No project and no works are named for this step." in html


def test_works_taken_as_done_are_not_offered_again(seen, by_halkali):
    route, _hops = by_halkali
    app = seen("routes", **QUESTION, r=route, sc=f"up.{LINE}")
    assert not app.exception
    if route in rows(app):
        assert "It is already assumed to be done here." in written(app)


def test_the_pair_of_the_address_is_the_pair_of_the_join(seen):
    app = seen("partners", lang="en", part="mending", **{"from": "aktau-port", "to": "bor"})
    html = written(app)
    assert not app.exception
    assert [app.selectbox(key=f"bound-{end}").value for end in ("origin", "destination")] == [
        "aktau-port",
        "bor",
    ]
    nobody = html[html.index("that no project and no upgrade covers") :]
    assert "from=aktau-port" in nobody
    assert str(escape("Aktau port – Bor")) in html
    assert "avoid=BY.IR.RU" in nobody


def test_the_page_and_the_command_line_look_at_the_same_ways():
    pair = ("aktau-port", "belgrade")
    avoid = ",".join(sorted(SANCTIONED))
    assert list(ask_different(dataset(), *pair, avoid=avoid)) == list(different_routes(dataset(), pair).shown)


def test_an_end_that_no_freight_reaches_gives_way_to_the_usual_one(seen):
    app = seen("partners", lang="en", part="mending", **{"from": "beg", "to": "belgrade"})
    assert not app.exception
    assert app.selectbox(key="bound-origin").value == "altynkol"

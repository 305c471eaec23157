"""The page Routes: the question in the address, the same route and step wherever they are shown."""

import json
import re

import pytest

from tests.pages.conftest import Outline, written
from ui.settings.dataset import dataset

QUESTION = {"lang": "en", "from": "almaty", "to": "novi-sad"}
_CURRENT = re.compile(r'<a[^>]*\bid="(\w+)-([0-9a-f]{8}|\d+)"[^>]*aria-current="(?:true|step)"')
_SCENE = re.compile(r"corridorMap\.show\((\{.*?\})\);", re.DOTALL)


def current(app):
    """What is marked as chosen, by the kind of link."""
    html = written(app)
    links = re.findall(r"<a [^>]*>", html)
    found = {}
    for link in links:
        id_ = re.search(r'\bid="([a-z]+)-([0-9a-f]+)"', link)
        if id_ and "aria-current" in link:
            found.setdefault(id_[1], []).append(id_[2])
    return found


def scene(app):
    """What the map was sent."""
    (frame,) = (one for one in app.main if one.type == "component_instance" or "st_folium" in str(one.proto))
    script = json.loads(frame.proto.json_args)
    text = next(value for value in script.values() if isinstance(value, str) and "corridorMap.show" in value)
    return json.loads(_SCENE.search(text)[1])


def rows(app):
    return re.findall(r'id="row-([0-9a-f]{8})"', written(app))


def test_the_first_answer_is_chosen_and_the_same_everywhere(seen):
    app = seen("routes", **QUESTION)
    assert not app.exception
    chosen = current(app)
    assert chosen["card"] == chosen["row"] == chosen["point"]
    assert len(chosen["card"]) == 1
    assert scene(app)["chosen"] == chosen["card"][0]
    assert Outline(written(app)).faults == []


def test_a_route_of_the_link_is_chosen_in_card_row_point_and_map(seen):
    first = seen("routes", **QUESTION)
    for route in (rows(first)[1], rows(first)[-1]):
        app = seen("routes", **QUESTION, r=route)
        assert {kind: ids for kind, ids in current(app).items() if kind in {"card", "row", "point"}} == {
            "card": [route],
            "row": [route],
            "point": [route],
        }
        sent = scene(app)
        assert sent["chosen"] == route
        assert next(one for one in sent["alternatives"] if one["id"] == route)["legs"] == sent["legs"]
        assert (sent["origin"], sent["destination"]) == ("almaty", "novi-sad")


def test_a_step_is_chosen_in_staircase_table_itinerary_and_map(seen):
    app = seen("routes", **QUESTION, step="3")
    assert current(app)["time"] == ["3"]
    leg = scene(app)["selected"]
    assert leg
    html = written(app)
    assert html.count("is-selected") >= 4
    steps = len(re.findall(r'id="(?:time|work)-', html))
    assert f"Step 3 of {steps}" in html
    by_leg = seen("routes", **QUESTION, leg=leg)
    assert current(by_leg)["time"] == ["3"]


def test_work_at_a_place_is_a_step_too(seen):
    html = written(seen("routes", **QUESTION))
    work = re.search(r'id="work-(\d+)"', html)[1]
    app = seen("routes", **QUESTION, step=work)
    sent = scene(app)
    assert sent["selected"] is None
    assert dataset().has("nodes", sent["place"])
    assert current(app)["work"] == [work]


def test_a_route_that_is_no_answer_is_told(seen):
    app = seen("routes", **QUESTION, r="00000000")
    assert not app.exception
    assert "not among the results" in written(app)
    assert current(app)["card"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"from": "belgrade", "to": "belgrade"}, "Choose two different places"),
        ({"from": "almaty", "to": "novi-sad", "avoid": "RS"}, "No route is left"),
        ({"from": "beg", "to": "almaty"}, "is not on the freight network"),
    ],
)
def test_what_cannot_be_answered_is_said_kindly(seen, keys, words):
    app = seen("routes", lang="en", **keys)
    assert not app.exception
    assert words in written(app)


def test_what_is_avoided_and_passed_is_kept_to(seen):
    app = seen("routes", **QUESTION, avoid="RU.IR", **{"pass": "poti-port"})
    html = written(app)
    assert "Iran" not in re.findall(r'<p class="cx-through">.*?</p>', html)[0]
    for card in re.findall(r'<p class="cx-through">(.*?)</p>', html):
        assert "Russia" not in card
        assert "Georgia" in card
    assert "· 2 set" in app.get("popover")[0].proto.popover.label


def test_a_scenario_is_told_with_the_way_back(seen):
    app = seen("routes", **QUESTION, sc="shut.poti-port_time.almaty-shu.2")
    html = written(app)
    assert "this is not how it is today" in html
    assert "× 2" in html
    back = re.search(r'href="([^"]*)"[^>]*>Back to today', html)[1]
    assert "sc=" not in back
    assert not any(
        "Poti" in card for card in re.findall(r'class="cx-stay cx-route-link"[^>]*>([^<]*)<', html)
    )


def test_swapping_writes_the_ends_the_other_way_round(visit):
    app = visit("routes", **QUESTION, r="00000000", step="2")
    app.button(key="route-swap").click().run()
    keys = {name: app.query_params[name] for name in app.query_params}
    assert keys["from"] == "novi-sad"
    assert keys["to"] == "almaty"
    assert not {"r", "step"}.intersection(keys)


def test_a_choice_of_another_end_lets_go_of_the_route(visit):
    app = visit("routes", **QUESTION, r="00000000")
    app.selectbox(key="bound-destination").select("nis").run()
    assert app.query_params["to"] == "nis"
    assert "r" not in app.query_params
    assert not app.exception


@pytest.mark.parametrize("wish", ["fastest", "cheapest", "cleanest", "fewest"])
def test_each_wish_leads_with_its_best(seen, wish):
    app = seen("routes", **QUESTION, want=wish)
    assert not app.exception
    assert len(current(app)["card"]) == 1


def test_the_table_is_sorted_by_the_address(seen):
    by_time = rows(seen("routes", **QUESTION, sort="time"))
    by_distance = rows(seen("routes", **QUESTION, sort="distance"))
    assert sorted(by_time) == sorted(by_distance)
    assert by_time != by_distance


def test_passengers_fly_between_the_airports_of_the_same_places(seen):
    app = seen("routes", **QUESTION | {"to": "belgrade"}, how="air", date="2026-12-01")
    assert not app.exception
    assert "Almaty (ALA)" in written(app)
    assert app.date_input[0].value.isoformat() == "2026-12-01"


def test_options_name_places_in_several_languages(seen):
    app = seen("routes", lang="en")
    options = app.selectbox(key="bound-origin").options
    assert any("Almaty" in one and "Алматы" in one for one in options)
    assert any("Belgrade" in one and "Београд" in one for one in options)

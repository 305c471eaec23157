"""A question for routes refuses what cannot be answered, and says what would be right."""

import datetime as dt

import pytest

from corridor.errors import CorridorError
from corridor.routing.ask import ask, find_detours, find_different, find_routes
from corridor.routing.question import Avoided, RouteQuestion
from corridor.scenario.codec import Scenario
from tests.shipped import shipped_data

PAIR = {"origin": "astana", "destination": "belgrade"}
KEYS = {"from": "astana", "to": "belgrade"}


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"criteria": ()}, "criterion-missing"),
        ({"criteria": ("speed",)}, "criterion-unknown"),
        ({"criteria": ("time",)}, "criterion-unknown"),
        ({"via": frozenset({"a", "b", "c", "d"})}, "via-too-many"),
        ({"max_transhipments": -1}, "transhipments-negative"),
        ({"cargo": "passengers"}, "cargo-unknown"),
    ],
)
def test_what_no_dataset_could_answer_is_no_question(part, code):
    with pytest.raises(CorridorError) as refused:
        RouteQuestion(**PAIR, **part)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"origin": "Astana"}, "place-unknown"),
        ({"via": frozenset({"ala"})}, "place-unknown"),
        ({"destination": "astana"}, "ends-alike"),
        ({"avoid": Avoided(countries=frozenset({"XX"}))}, "avoid-unknown"),
        ({"avoid": Avoided(modes=frozenset({"air"}))}, "avoid-unknown"),
        ({"avoid": Avoided(nodes=frozenset({"moon"}))}, "avoid-unknown"),
        ({"avoid": Avoided(legs=frozenset({"astana"}))}, "avoid-unknown"),
        ({"scenario": Scenario(closed_legs=("moon",))}, "id-unknown"),
        ({"cargo": "bulk"}, "bulk-cost-unknown"),
    ],
)
@pytest.mark.parametrize("find", [find_routes, find_detours, find_different])
def test_what_the_data_do_not_have_is_refused_when_it_is_asked(data, find, part, code):
    with pytest.raises(CorridorError) as refused:
        find(data, RouteQuestion(**{**PAIR, **part}))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"to": "belgrade"}, "parameter-missing"),
        ({**KEYS, "from": " "}, "parameter-missing"),
        ({**KEYS, "speed": "1"}, "parameter-unknown"),
        ({**KEYS, "max_transhipments": "-1"}, "whole-number-unusable"),
        ({**KEYS, "max_transhipments": "100"}, "whole-number-unusable"),
        ({**KEYS, "max_transhipments": "٣"}, "whole-number-unusable"),
        ({**KEYS, "date": "2026-02-30"}, "day-unusable"),
        ({**KEYS, "avoid": "RU,nowhere"}, "avoid-unknown"),
        ({**KEYS, "to": "Belgarde"}, "place-misspelt"),
        ({**KEYS, "scenario": "explode.poti"}, "change-unknown"),
        ({**KEYS, "criteria": "speed"}, "criterion-unknown"),
        ({**KEYS, "cargo": "cars"}, "cargo-unknown"),
    ],
)
def test_keys_that_cannot_be_read_are_refused(data, keys, code):
    with pytest.raises(CorridorError) as refused:
        RouteQuestion.from_keys(data, keys)
    assert refused.value.code == code


def test_an_empty_key_is_as_if_it_were_not_there(data):
    empty = dict.fromkeys(("criteria", "avoid", "via", "max_transhipments", "scenario", "date", "cargo"), "")
    assert RouteQuestion.from_keys(data, KEYS | empty) == RouteQuestion(**PAIR)


def test_the_keys_hold_all_that_is_asked_and_nothing_more(data):
    assert RouteQuestion(**PAIR).as_keys() == {**KEYS, "criteria": "time,cost,co2e"}
    question = RouteQuestion.read(
        data,
        "Астана",
        "Белград",
        criteria=["distance", "borders"],
        avoid="sea,ru,poti-port,aktau-alat",
        via=["Алматы", "Bor"],
        max_transhipments=0,
        scenario=Scenario(closed_nodes=("alat-port",)),
        date="2026-12-01",
        cargo="bulk",
    )
    assert question.date == dt.date(2026, 12, 1)
    assert question.as_keys() == {
        **KEYS,
        "criteria": "distance,borders",
        "avoid": "RU,aktau-alat,poti-port,sea",
        "via": "almaty,bor",
        "max_transhipments": "0",
        "scenario": "shut.alat-port",
        "date": "2026-12-01",
        "cargo": "bulk",
    }


def test_different_routes_are_the_best_and_then_detours(data):
    question = RouteQuestion(**PAIR, criteria=("time_h",), avoid=Avoided(countries=frozenset({"RU"})))
    different = find_different(data, question)
    best = find_routes(data, question)
    assert len(best.table) < len(different)
    assert next(iter(different)) in best.hops
    russian = set(data.nodes.loc[data.nodes["country"] == "RU", "node_id"])
    assert not any({hop.start, hop.end} & russian for hops in different.values() for hop in hops)


def test_no_route_left_is_an_empty_answer(data):
    closed = RouteQuestion(**PAIR, avoid=Avoided(countries=frozenset({"RS"})))
    assert find_routes(data, closed).table.empty
    assert find_different(data, closed) == {}
    assert ask(data, "Astana", "Belgrade", avoid=["RS"]).table.empty

"""What a scenario changes in an answer: the figures are those of the two answers, worked out apart."""

from __future__ import annotations

import pytest

from corridor.chain.steps import steps_of
from corridor.practice import in_practice
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.parameters import read
from corridor.routing.ask import ask
from corridor.routing.question import RouteQuestion
from corridor.routing.what_if import effect
from tests.shipped import shipped_data

PAIR, AVOID = ("almaty", "belgrade"), "RU,BY,IR"
BOTH_SHUT = "shut.kuryk-port_shut.aktau-port"


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def answers(data, scenario):
    before, after = (ask(data, *PAIR, avoid=AVOID, scenario=text) for text in ("", scenario))
    question = RouteQuestion.read(data, *PAIR, avoid=AVOID, scenario=scenario)
    return before, after, effect(before, after, question)


def median(found, route):
    row = in_practice(found.dataset, {route: steps_of(found.dataset, found.hops[route])}).iloc[0]
    return row["time_h_p50"], row["cost_usd_per_teu_p50"]


def test_the_best_route_is_compared_with_the_best_before(data):
    before, after, found = answers(data, BOTH_SHUT)
    old, new = median(before, found.best_before), median(after, found.best_after)
    assert found.time_h == pytest.approx(new[0] - old[0])
    assert found.cost_usd_per_teu == pytest.approx(new[1] - old[1])
    assert (found.routes_before, found.routes_after) == (len(before.table), len(after.table))
    assert found.time_h > 0
    assert found.routes_after < found.routes_before


def test_a_route_that_survives_is_compared_with_itself(data):
    _before, _after, closed = answers(data, "close.aktau-alat")
    rows = closed.routes.set_index("route_id")
    assert rows["is_kept"].all()
    assert (rows["time_h_change_same"].fillna(0) == 0).all()
    assert rows.loc[closed.best_before, "time_h_change_best"] == 0


def test_a_slower_leg_makes_its_routes_slower_than_themselves(data):
    before, _after, _found = answers(data, "")
    best = before.table["route_id"].iloc[0]
    leg = max(before.hops[best], key=lambda hop: hop.leg_id).leg_id
    _before, after, found = answers(data, f"time.{leg}.3")
    rows = found.routes.set_index("route_id")
    for route in rows.index:
        uses = any(hop.leg_id == leg for hop in after.hops[route])
        change = rows.loc[route, "time_h_change_same"]
        assert change > 0 if uses else change == 0


def test_a_route_over_a_new_leg_has_no_self_to_compare_with(data):
    _before, after, found = answers(data, "add.almaty.belgrade.road.1.1.1")
    rows = found.routes.set_index("route_id")
    new = [route for route, hops in after.hops.items() if len(hops) == 1]
    assert new
    assert not rows.loc[new, "is_kept"].any()
    assert rows.loc[new, "time_h_change_same"].isna().all()


def test_command_line_and_api_say_the_same(data):
    question = next(one for one in QUESTIONS if one.verb == "what-if")
    values = read(
        question.parameters, {"from": "Almaty", "to": "Belgrade", "avoid": AVOID, "scenario": BOTH_SHUT}
    )
    answer = question.answer(data, values)
    _before, _after, found = answers(data, BOTH_SHUT)
    assert answer.facts["time_h_change"] == found.time_h
    assert answer.facts["routes_after"] == found.routes_after
    assert answer.tables["what_if_routes"].equals(found.routes)

"""How sure an order is: the same answer for the same seed, the figures of `risk`, honest edges."""

from dataclasses import replace

import pytest

from corridor.chain.steps import steps_of
from corridor.errors import RouteError
from corridor.routing.ask import ask
from corridor.routing.observed import observed_only
from corridor.routing.risk import risk
from corridor.routing.routes import route_id
from corridor.routing.sureness import RouteFigures, how_sure
from tests.shipped import shipped_data

AVOID = "RU,BY,IR"


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def ways(data):
    found = (ask(data, "Astana", "Belgrade", avoid=AVOID, via=place) for place in ("varna-port", "kars"))
    return [RouteFigures(routes.dataset, next(iter(routes.hops.values()))) for routes in found]


@pytest.fixture(scope="module")
def told(ways):
    return how_sure(*ways, samples=4000)


def test_the_same_question_has_the_same_answer(ways, told):
    again = how_sure(*ways, samples=4000)
    assert again.order.equals(told.order)
    assert again.tornado.equals(told.tornado)
    assert how_sure(*ways, samples=4000, seed=1).order["share"].iloc[0] != told.order["share"].iloc[0]


def test_probability_and_percentiles_are_those_of_the_verb_risk(ways, told):
    steps = {route_id(way.hops): steps_of(way.dataset, way.hops) for way in ways}
    known = risk(steps, samples=4000)
    row = told.order.iloc[0]
    assert row["share"] == pytest.approx(known.beats.loc[row["first"], row["second"]], abs=0.02)
    by_route = known.table.set_index("route_id")
    for side in told.routes.to_dict("records"):
        assert side["p50"] == pytest.approx(by_route.loc[side["route_id"], "p50"])


def test_the_other_way_round_the_probability_is_the_rest(ways, told):
    turned = how_sure(*reversed(ways), samples=4000).order.iloc[0]
    row = told.order.iloc[0]
    assert turned["share"] == pytest.approx(1 - row["share"], abs=1e-6)
    assert turned["difference_p50"] == pytest.approx(-row["difference_p50"], rel=0.01)


def test_a_route_against_itself_is_even_and_never_certain(data, ways):
    row = how_sure(ways[0], ways[0], samples=500).order.iloc[0]
    assert row["share"] == 0.5
    slower = replace(data, content_hash="other")
    row = how_sure(ways[0], RouteFigures(slower, ways[0].hops), samples=500).order.iloc[0]
    assert row["share"] == 0.5
    assert row["error"] > 0


def test_a_change_of_one_part_decides_though_all_else_is_unsure(data):
    before = ask(data, "Aktau", "Belgrade", avoid=AVOID)
    hops = next(iter(before.hops.values()))
    after = ask(data, "Aktau", "Belgrade", avoid=AVOID, scenario=f"time.{hops[1].leg_id}.2").dataset
    row = how_sure(RouteFigures(before.dataset, hops), RouteFigures(after, hops), samples=500).order.iloc[0]
    assert row["share"] == 1
    assert row["error"] > 0


def test_the_tornado_has_every_part_once_a_route_widest_first(told, ways):
    for side, way in zip(("first", "second"), ways, strict=True):
        rows = told.tornado[told.tornado["side"] == side]
        assert rows["swing"].is_monotonic_decreasing
        assert {"common", "model"} <= set(rows["kind"])
        assert {hop.leg_id for hop in way.hops} == set(rows["leg_id"].dropna())
        assert (rows["p10"] < rows["p50"]).all()
        assert (rows["p50"] < rows["p90"]).all()


def test_a_slow_part_of_the_first_route_lowers_its_chance(told):
    widest = told.tornado[(told.tornado["side"] == "first") & (~told.tornado["is_shared"])].iloc[0]
    assert widest["share_if_quick"] > told.order["share"].iloc[0] > widest["share_if_slow"]


def test_observed_only_leaves_aside_what_was_claimed_or_planned(data, told):
    left = observed_only(data).claims
    timed = set(data.quantities.loc[data.quantities["group"] == "time", "quantity_id"])
    assert set(left.loc[left["quantity"].isin(timed), "kind"]) == {"observed"}
    rows = told.observed
    assert (rows.loc[rows["is_observed"], "observed_basis"] == "published").all()
    assert (rows.loc[rows["is_observed"], "claim_kind"].dropna() == "observed").all()
    sums = rows[rows["is_observed"]].groupby("side").size().to_dict()
    counted = told.routes.set_index("side")["observed"].to_dict()
    assert {side: sums.get(side, 0) for side in counted} == counted


@pytest.mark.parametrize("samples", [0, 1_000_001])
def test_a_number_of_draws_that_makes_no_sense_is_refused(ways, samples):
    with pytest.raises(RouteError):
        how_sure(*ways, samples=samples)

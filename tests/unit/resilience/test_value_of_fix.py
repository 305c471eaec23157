"""An hour saved gains what the engine says when it is asked with that hour saved."""

import math
from itertools import pairwise

import pytest

from corridor.chain.steps import steps_of
from corridor.errors import RouteError
from corridor.freight.arrays import network
from corridor.resilience.removals import best
from corridor.resilience.value_of_fix import value_of_fix
from corridor.routing.risk import risk
from corridor.routing.routes import routes
from corridor.scenario.codec import Scenario
from tests.shipped import shipped_data

DATA = shipped_data()
NET = network(DATA)
PAIRS = [("aktau-port", "bor"), ("mangistau", "sofia"), ("poti-port", "belgrade"), ("almaty", "aktau-port")]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_leg_made_quicker_gains_what_the_engine_says(pair):
    frame = value_of_fix(NET, *pair, percent=50, near=0.6)
    now = best(NET, *pair, criterion="time_h")
    legs = frame[(frame["kind"] == "leg") & (frame["basis"] != "missing")]
    some = [*legs[legs["on_best"]].head(2).itertuples(), *legs[~legs["on_best"]].head(4).itertuples()]
    for row in some:
        quick = network(DATA, scenario=Scenario(time_factors=((row.leg_id, 0.5),)))
        after = best(quick, *pair, criterion="time_h")
        assert after.gaps == now.gaps
        assert row.gain == pytest.approx(now.total - after.total, abs=0.05)


def test_another_route_takes_over_only_once_it_has_caught_up():
    pairs = [("smederevo", "nis"), ("xian", "varna-port"), ("moscow", "urumqi"), ("presevo", "alashankou")]
    frames = [value_of_fix(NET, *pair, percent=80, near=1.0) for pair in pairs]
    off = [row for frame in frames for row in frame[~frame["on_best"]].itertuples()]
    assert off
    for row in off:
        assert 0 <= row.gain <= max(row.saved - row.slack, 0) + 0.05 or math.isnan(row.saved)
    assert any(row.gain > 0 for row in off)


@pytest.mark.parametrize("pair", PAIRS)
def test_on_the_best_route_an_hour_saved_is_an_hour_gained(pair):
    frame = value_of_fix(NET, *pair)
    on = frame[frame["on_best"]]
    known = on[on["basis"] != "missing"]
    assert known["typical"].sum() == pytest.approx(best(NET, *pair, criterion="time_h").total, abs=0.5)
    assert (known["gain"] == known["saved"]).all()
    assert (known["saved"] <= known["typical"]).all()
    missing = on[on["basis"] == "missing"]
    assert missing[["saved", "gain", "share"]].isna().all(axis=None)
    assert len(missing) == best(NET, *pair, criterion="time_h").gaps


def test_the_more_is_saved_the_more_is_gained():
    names = ["kind", "leg_id", "work", "node_id"]
    frames = [
        value_of_fix(NET, "aktau-port", "bor", hours=hours).groupby(names, dropna=False)["gain"].sum()
        for hours in (0.5, 2, 24)
    ]
    for one, other in pairwise(frames):
        assert (other.reindex(one.index) >= one - 1e-9).all()


def test_spread_and_shares_are_those_of_the_draws():
    found = routes(NET, "aktau-port", "bor", criteria=("time_h",))
    route = found.table["route_id"].iloc[0]
    drawn = risk({route: steps_of(DATA, found.hops[route])}, samples=1).sensitivity
    frame = value_of_fix(NET, "aktau-port", "bor")
    on = frame[frame["on_best"] & (frame["basis"] != "missing")]
    assert on["share"].sum() == pytest.approx(1)
    names = on["leg_id"].fillna(on["work"] + ":" + on["node_id"])
    shares = dict(zip(names, on["share"], strict=True))
    for part, share in drawn.groupby("part")["share"].sum().items():
        assert shares[part] == pytest.approx(share, abs=1e-9)
    timed = on[on["typical"] > 0]
    assert (timed["p10"] < timed["p90"]).all()
    assert (on.loc[on["typical"] == 0, ["p10", "p90"]] == 0).all(axis=None)


def test_a_saving_of_nothing_is_refused():
    for asked in ({"hours": 0}, {"hours": math.nan}, {"percent": 91}, {"near": -1}):
        with pytest.raises(RouteError, match="saving"):
            value_of_fix(NET, "aktau-port", "bor", **asked)


def test_without_a_route_there_is_nothing_to_mend():
    shut = network(DATA, scenario=Scenario(closed_nodes=("bor",)))
    assert value_of_fix(shut, "aktau-port", "bor").empty

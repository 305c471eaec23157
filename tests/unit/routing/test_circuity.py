"""A route many times as long as the straight line says so; legs are named as travelled; no time is not 0."""

import math

import pytest

from corridor.chain.emissions import inventory
from corridor.chain.steps import steps_of
from corridor.cli.main import main
from corridor.routing.ask import ask
from corridor.routing.circuity import MAX_DETOUR, circuity, is_far_round, straight_km
from corridor.routing.risk import risk
from tests.shipped import shipped_data
from ui.evidence import wording
from ui.language.text import LANGUAGES
from ui.link.named import view_of

DATA = shipped_data()


def test_the_straight_line_of_xian_and_shanghai():
    # Great-circle calculators give 1,215 to 1,220 km between the two city centres.
    assert straight_km(DATA, "xian", "shanghai") == pytest.approx(1218, abs=3)


def test_circuity_is_the_ratio_and_nothing_where_a_part_of_it_is_not_known():
    assert circuity(300.0, 100.0) == 3.0
    for distance, straight in ((300.0, 0.0), (0.0, 100.0), (math.nan, 100.0)):
        assert math.isnan(circuity(distance, straight))
    assert not is_far_round(MAX_DETOUR)
    assert is_far_round(MAX_DETOUR + 0.01)
    assert not is_far_round(None)
    assert not is_far_round(math.nan)


def test_every_route_carries_both_and_they_agree():
    table = ask(DATA, "xian", "shanghai").table
    assert not table.empty
    assert (table["circuity"] > MAX_DETOUR).all()
    assert table["circuity"].tolist() == pytest.approx(
        (table["distance_km_typical"] / table["straight_km"]).tolist()
    )
    assert not (ask(DATA, "astana", "belgrade").table["circuity"] > MAX_DETOUR).any()


@pytest.mark.usefixtures("loaded_once")
def test_the_command_line_warns_of_each_such_route_and_of_no_other(capsys):
    assert main(["route", "xian", "shanghai"]) == 0
    assert "Long detour: 21 times the straight-line distance of 1218 km" in capsys.readouterr().out
    assert main(["route", "astana", "belgrade"]) == 0
    assert "detour" not in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_warning_is_worded_in_every_language(lang):
    view = view_of("routes", {"lang": [lang]})
    told = wording.far_round(view, 20.8, 1218.0)
    assert "21" in told
    assert lang == "en" or "straight line" not in told
    assert wording.far_round(view, 1.4, 4000.0) == ""


@pytest.mark.parametrize(("origin", "destination"), [("bar", "belgrade"), ("belgrade", "bar")])
def test_emissions_name_both_ends_of_each_leg_as_travelled(origin, destination):
    found = ask(DATA, origin, destination)
    hops = found.hops[found.table["route_id"].iloc[0]]
    legs = inventory(DATA, hops).query("element == 'transport'")
    ends = list(zip(legs["from_node"], legs["to_node"], strict=True))
    assert ends == [(hop.start, hop.end) for hop in hops]
    assert ends[0][0] == origin
    assert ends[-1][1] == destination


def test_a_route_of_which_no_time_is_known_has_no_likely_time_and_beats_no_other():
    hops = ask(DATA, "bar", "belgrade").hops
    known = steps_of(DATA, next(iter(hops.values())))
    unknown = known.assign(time_h_basis="missing")
    drawn = risk({"known": known, "unknown": unknown}, samples=200)
    table = drawn.table.set_index("route_id")
    assert table.loc["unknown", ["p10", "p50", "p90", "mean"]].isna().all()
    assert table.loc["unknown", "gaps"] == len(unknown)
    assert table.loc["known", "p50"] > 0
    assert math.isnan(drawn.beats.loc["unknown", "known"])
    assert math.isnan(drawn.beats.loc["known", "unknown"])

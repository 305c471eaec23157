"""What is meant to mend a route stands at its steps, and comes to what the engine finds when it is done."""

import pytest

from corridor.chain.steps import steps_of
from corridor.partners.route_works import IN_SCENARIO, works_on
from corridor.partners.works import join, without_works
from corridor.routing.alternatives import spread
from corridor.routing.ask import ask
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import Scenario
from corridor.scenario.upgrade_effects import CALLED_OFF
from tests.checks import every
from tests.shipped import shipped_data

LINE = "halkali-kapikule-new-line"


@pytest.fixture(scope="module")
def found():
    return ask(shipped_data(), "altynkol", "belgrade", avoid="RU,BY,IR,road")


@pytest.fixture(scope="module")
def ways(found):
    return {one: found.hops[one] for one in spread(shipped_data(), found)}


@pytest.fixture(scope="module")
def by_halkali(ways):
    return next(hops for hops in ways.values() if any(hop.leg_id == "halkali-kapikule" for hop in hops))


def test_every_row_stands_at_a_step_of_its_leg_or_place(ways):
    for hops in ways.values():
        steps = steps_of(shipped_data(), hops).set_index("position")
        frame = works_on(shipped_data(), hops)
        assert len(frame)
        assert frame["position"].is_monotonic_increasing
        for row in frame.to_dict("records"):
            step = steps.loc[row["position"]]
            assert row["kind"] == step["kind"]
            places = {step["leg_id"], step["node_id"], step["from_node"], step["to_node"]}
            assert row["subject_id"] in places


def test_nothing_of_the_join_on_the_route_is_left_out(by_halkali):
    joined = join(shipped_data())
    joined = joined[~joined["status"].isin(CALLED_OFF)]
    legs = {hop.leg_id for hop in by_halkali}
    nodes = {hop.start for hop in by_halkali} | {hop.end for hop in by_halkali}
    wanted = joined[joined["subject_id"].isin(legs | nodes)]
    assert len(works_on(shipped_data(), by_halkali)) == len(wanted)


def test_a_quicker_line_takes_its_hours_off_the_route(by_halkali):
    row = works_on(shipped_data(), by_halkali).set_index("upgrade_id").loc[LINE]
    made = assumed(shipped_data(), Scenario(upgrades=(LINE,)))
    assert (row["part_before"], row["part_after"], row["time_h_gain"]) == pytest.approx((8.5, 3.5, 5.0))
    assert row["time_h_after"] == pytest.approx(steps_of(made, by_halkali)["time_h_typical"].sum())


def test_what_the_scenario_has_already_is_not_gained_twice(by_halkali):
    row = works_on(shipped_data(), by_halkali, Scenario(upgrades=(LINE,))).set_index("upgrade_id").loc[LINE]
    assert row["reason"] == IN_SCENARIO
    assert str(row["time_h_gain"]) == "nan"


def test_gains_come_on_top_of_the_scenario(by_halkali):
    slow = Scenario(time_factors=(("halkali-kapikule", 2.0),))
    row = works_on(shipped_data(), by_halkali, slow).set_index("upgrade_id").loc[LINE]
    assert (row["part_before"], row["part_after"]) == pytest.approx((17.0, 7.0))


def test_what_is_worked_out_has_no_reason_and_what_is_not_has_one(ways):
    for hops in ways.values():
        frame = works_on(shipped_data(), hops)
        worked = frame["time_h_gain"].notna()
        assert (frame.loc[worked, "reason"] == "").all()
        assert (frame.loc[~worked, "reason"] != "").all()
        assert (frame.loc[worked, "time_h_gain"] >= -1e-9).all()
        assert not set(frame.loc[worked, "status"]) & {"operating", *CALLED_OFF}


def test_what_nobody_mends_some_routes_is_on_them_and_named_by_nobody(ways):
    frame = without_works(shipped_data(), ways)
    named = join(shipped_data())
    named = set(named.loc[~named["status"].isin(CALLED_OFF), "subject_id"])
    assert len(frame)
    steps = {way: steps_of(shipped_data(), hops) for way, hops in ways.items()}
    parts = {way: {*some["leg_id"], *some["node_id"]} for way, some in steps.items()}
    for row in frame.to_dict("records"):
        assert row["id"] not in named
        assert every(row["id"] in parts[way] for way in row["ways"])


def test_no_routes_leave_nothing_that_nobody_mends():
    assert without_works(shipped_data(), {}).empty

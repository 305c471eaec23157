"""Where the hours go: the steps of the chain, the longest first, each with who is named to mend it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from corridor.chain.steps import steps
from corridor.corridors.bottlenecks import bottlenecks
from tests.shipped import shipped_data
from ui.evidence.rows import rows
from ui.sections.corridor import bottlenecks as page


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize("chain", ["tc-danube", "tc-btk", "northern-rail", "ocean-piraeus"])
def test_the_steps_are_those_of_the_chain_and_the_shares_add_up(data, chain):
    frame, whole = bottlenecks(data, chain), steps(data, chain)
    assert sorted(frame["position"]) == whole["position"].tolist()
    by_position = frame.set_index("position").sort_index()
    assert by_position["time_h_typical"].equals(whole.set_index("position")["time_h_typical"])
    assert frame["share_percent"].sum() == pytest.approx(100)
    known = frame["time_h_typical"].dropna()
    assert known.is_monotonic_decreasing
    assert frame["time_h_typical"].tail(len(frame) - len(known)).isna().all()


def test_who_mends_a_step_is_named_from_the_registers(data):
    frame = bottlenecks(data, "tc-danube")
    port = frame[(frame["node_id"] == "aktau-port") & (frame["work"] == "transhipment")].iloc[0]
    assert {"aktau-hub-stage-1", "aktau-hub-stage-2"} <= set(port["upgrades"].split("|"))
    assert port["capacity_teu_per_year"] == 140_000
    alone = frame[frame["leg_id"] == "poti-constanta"].iloc[0]
    assert not alone["is_named"]


def test_the_chips_of_the_page_show_the_hours_of_the_frame(data):
    view = SimpleNamespace(dataset=data)
    for chain in ("tc-danube", "tc-btk", "southern-rail", "ocean-piraeus"):
        for row in rows(bottlenecks(data, chain)):
            assert page._time_key(view, row).estimate(data).typical == row["time_h_typical"], row


@pytest.mark.parametrize("status", ["shelved", "cancelled"])
def test_what_was_dropped_mends_nothing(data, status):
    assert bottlenecks(data, "tc-danube")[["projects", "upgrades"]].notna().any().all()
    gone = {name: data.table(name).assign(status=status) for name in ("projects", "upgrades")}
    frame = bottlenecks(replace(data, **gone), "tc-danube")
    assert frame[["projects", "upgrades"]].isna().all(axis=None)
    assert not frame["is_named"].any()


def test_branches_take_the_place_of_the_chains_own_legs(data):
    legs = set(bottlenecks(data, "tc-danube", branches=("cross-kuryk",))["leg_id"].dropna())
    assert "kuryk-alat" in legs
    assert "aktau-alat" not in legs

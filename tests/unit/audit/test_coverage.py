"""Coverage says of every leg and node on what each figure rests, as the figures themselves do."""

import pytest

from corridor.audit.coverage import BASES, QUANTITIES, leg_coverage, legs_of_chains, node_coverage
from corridor.chain.steps import steps
from corridor.columns.quantities import WORKS
from corridor.evidence.figures import LEG_QUANTITIES, leg_figure
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def shipped():
    return shipped_data()


def states(dataset):
    frame = leg_coverage(dataset)
    return {(row.leg_id, row.quantity): row.basis for row in frame.itertuples()}


def test_the_state_of_a_leg(sample):
    found = states(sample)
    assert found["start-gauge", "time_h"] == "published"
    assert found["gauge-portm", "time_h"] == "modelled"
    assert found["start-gauge", "cost_usd_per_teu"] == "missing"
    assert found["gauge-portm", "gauge_mm"] == "published"  # the leg names its sources
    assert found["start-gauge", "gauge_mm"] == "unsourced"
    assert found["start-gauge", "operator"] == "unsourced"
    assert found["gauge-altport", "operator"] == "missing"
    assert found["altport-portn", "gauge_mm"] == "not-applicable"
    assert found["start-gauge", "electrified"] == "missing"
    assert found["start-gauge", "capacity"] == "missing"


def test_claims_that_speak_of_something_near_are_counted_apart(sample):
    frame = leg_coverage(sample).set_index(["leg_id", "quantity"])
    assert frame.loc[("start-gauge", "cost_usd_per_teu"), ["exact_count", "other_count"]].tolist() == [0, 1]
    assert frame.loc[("start-gauge", "time_h"), ["exact_count", "other_count"]].tolist() == [3, 0]


def test_every_leg_has_every_state_once(shipped):
    frame = leg_coverage(shipped)
    assert len(frame) == len(shipped.legs) * len(QUANTITIES)
    assert not frame.duplicated(["leg_id", "quantity"]).any()
    assert set(frame["basis"]) <= set(BASES)


@pytest.mark.parametrize("quantity", LEG_QUANTITIES)
def test_the_matrix_says_what_the_figures_say(shipped, quantity):
    found = states(shipped)
    for leg in shipped.corridor_legs["leg_id"].unique():
        assert found[leg, quantity] == leg_figure(shipped, leg, quantity).basis


def test_every_node_of_every_chain_is_there_and_its_work_too(shipped):
    frame = node_coverage(shipped)
    assert len(frame) == frame["node_id"].nunique() * len(WORKS)
    found = {(row.node_id, row.work): row for row in frame.itertuples()}
    for chain in shipped.corridors.loc[shipped.corridors["kind"] == "chain", "corridor_id"]:
        for step in steps(shipped, chain).itertuples():
            if step.kind == "leg":
                assert (step.from_node, "border") in found
            else:
                row = found[step.node_id, step.work]
                assert row.basis != "not-applicable"
                assert chain in row.chains


def test_legs_of_chains_keep_their_order(sample):
    assert legs_of_chains(sample)["main"][:3] == ("start-gauge", "gauge-portm", "portm-portn")

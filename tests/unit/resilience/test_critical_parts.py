"""What is critical to many pairs is the sum of what is critical to each."""

import pytest

from corridor.freight.arrays import network
from corridor.resilience.critical_parts import critical_parts
from corridor.resilience.criticality import criticality
from tests.shipped import shipped_data

PAIRS = (("aktau-port", "belgrade"), ("tbilisi", "bor"))


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


def test_one_pair_is_criticality(net):
    frame = critical_parts(net, PAIRS[:1], criterion="distance_km").set_index(["kind", "id"])
    other = criticality(net, *PAIRS[0], criterion="distance_km").set_index(["kind", "id"])
    assert set(frame.index) == set(other.index)
    for key, row in other.iterrows():
        assert frame.loc[key, "cut"] == (not row["is_left"])
        if row["is_left"]:
            assert frame.loc[key, "loss_most"] == pytest.approx(row["loss"])
            assert frame.loc[key, "loss_mean"] == pytest.approx(row["loss"])


def test_what_both_use_is_counted_twice_and_the_worst_stands_first(net):
    frame = critical_parts(net, PAIRS, criterion="distance_km")
    assert (frame["pairs"] == 2).all()
    assert frame["used"].max() == 2
    assert frame["cut"].is_monotonic_decreasing
    # The mean is over all pairs that are left without the part, those that never used it with a loss of 0.
    each = [criticality(net, *pair, criterion="distance_km").set_index(["kind", "id"]) for pair in PAIRS]
    for key, row in frame.set_index(["kind", "id"]).iterrows():
        losses = [one.loc[key, "loss"] for one in each if key in one.index and one.loc[key, "is_left"]]
        left = row["pairs"] - row["cut"]
        assert row["loss_mean"] == pytest.approx(sum(losses) / left if left else float("nan"), nan_ok=True)


def test_no_pair_no_parts(net):
    assert critical_parts(net, [("belgrade", "belgrade")]).empty


def test_what_alone_leads_on_cuts_every_pair(net):
    frame = critical_parts(net, [("bar", "belgrade"), ("bar", "bor")]).set_index("id")
    assert frame.loc["bar-belgrade", "cut"] == 2
    assert frame.loc["bar-belgrade", ["loss_mean", "loss_most"]].isna().all()

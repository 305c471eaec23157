"""Pairs of places: the sums are those of the routes, and different means different."""

import itertools

import pytest

from corridor.freight.arrays import CRITERIA, network
from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA, TOGETHER, connectivity
from corridor.routing.alternatives import shared, spread
from corridor.routing.routes import routes
from corridor.scenario.codec import Scenario
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


def test_every_pair_of_the_two_countries_stands_there_once(net):
    frame = connectivity(net)
    pairs = set(zip(frame["origin"], frame["destination"], strict=True))
    assert pairs == set(itertools.product(KAZAKHSTAN, SERBIA))
    assert len(frame) == len(pairs)
    assert (frame["different"] >= 2).all()
    assert (frame["different"] <= frame["routes"]).all()
    countries = [
        {net.dataset.record("nodes", one)["country"] for one in ends} for ends in (KAZAKHSTAN, SERBIA)
    ]
    assert countries == [{"KZ"}, {"RS"}]


def test_the_sums_are_those_of_the_routes(net):
    row = connectivity(net, ["astana"], ["belgrade"]).iloc[0]
    for criterion in CRITERIA:
        best = routes(net, "astana", "belgrade", criteria=(criterion,)).table.iloc[0]
        assert row[f"{criterion}_least"] == best[f"{criterion}_typical"]
        assert row[f"{criterion}_gaps"] == best[f"{criterion}_gaps"]
        assert row[f"{criterion}_legs"] >= 1
        assert row[f"{criterion}_low"] <= row[f"{criterion}_least"] <= row[f"{criterion}_high"]


def test_different_routes_share_at_most_half(net):
    found = routes(net, "astana", "belgrade", criteria=TOGETHER)
    chosen = spread(net.dataset, found, count=10, is_strict=True)
    assert len(chosen) == connectivity(net, ["astana"], ["belgrade"])["different"].iloc[0]
    for one, other in itertools.combinations(chosen, 2):
        assert shared(net.dataset, found.hops[one], found.hops[other]) <= 0.5


def test_a_place_and_itself_is_no_pair(net):
    assert connectivity(net, ["sofia"], ["sofia"]).empty


def test_the_different_routes_are_named_and_a_second_look_is_the_same(net):
    first, second = (connectivity(net, ["aktau-port"], ["bor"]) for _ in range(2))
    assert first.equals(second)
    row = first.iloc[0]
    assert len(row["different_routes"].split("|")) == row["different"]
    assert row["geodesic_km"] < row["distance_km_least"]


def test_a_network_of_a_scenario_is_not_mixed_up_with_that_of_the_data(net):
    closed = network(net.dataset, scenario=Scenario(closed_legs=("bar-belgrade",)))
    assert connectivity(net, ["bar"], ["belgrade"])["distance_km_least"].notna().all()
    row = connectivity(closed, ["bar"], ["belgrade"]).iloc[0]
    assert row["routes"] == 0
    assert row["time_h_route"] == ""

"""Pairs of places: the sums are those of the routes, and different means different."""

import itertools

import pytest

from corridor.alternatives import shared, spread
from corridor.connectivity import KAZAKHSTAN, SERBIA, connectivity
from corridor.dataset import load
from corridor.network import network
from corridor.routing import routes


@pytest.fixture(scope="module")
def net():
    return network(load())


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
    for criterion in ("time_h", "distance_km"):
        best = routes(net, "astana", "belgrade", criteria=(criterion,)).table.iloc[0]
        assert row[f"{criterion}_least"] == best[f"{criterion}_typical"]
        assert row[f"{criterion}_gaps"] == best[f"{criterion}_gaps"]


def test_different_routes_share_at_most_half(net):
    found = routes(net, "astana", "belgrade", criteria=("time_h", "co2e_kg_per_t", "distance_km"))
    chosen = spread(net.dataset, found, count=10, is_strict=True)
    assert len(chosen) == connectivity(net, ["astana"], ["belgrade"])["different"].iloc[0]
    for one, other in itertools.combinations(chosen, 2):
        assert shared(net.dataset, found.hops[one], found.hops[other]) <= 0.5


def test_a_place_and_itself_is_no_pair(net):
    assert connectivity(net, ["sofia"], ["sofia"]).empty

"""No path stands at a place twice, and none is lost to one that does."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search.pareto import pareto
from tests.random_networks import arrays, by_trying, networks, solved


@st.composite
def networks_with_places(draw):
    """Networks of which several states may stand at one place; -1 is no place."""
    states, arcs, source, target = draw(networks(most_criteria=3, most_weight=3))
    places = draw(st.lists(st.integers(-1, 3), min_size=states, max_size=states))
    return states, arcs, source, target, np.array(places, dtype=np.int32)


def seen_twice(path, heads, places, source):
    stood = [place for place in [places[source], *places[heads[list(path)]]] if place >= 0]
    return len(set(stood)) < len(stood)


@settings(max_examples=400)
@given(networks_with_places())
def test_the_set_is_what_trying_every_path_gives(network):
    states, arcs, source, target, places = network
    _tails, indptr, heads, weights = arrays(states, arcs)
    found = pareto(indptr, heads, weights, source, target, places=places)
    assert {tuple(row) for row in found.sums.tolist()} == by_trying(arcs, source, target, places.tolist())
    for total, path in zip(found.sums, found.arcs, strict=True):
        assert weights[list(path)].sum(axis=0).tolist() == total.tolist()
        assert not seen_twice(path, heads, places, source)


@settings(max_examples=100)
@given(networks_with_places(), st.sampled_from([0.05, 0.3]))
def test_the_cover_of_such_paths_is_kept_too(network, within):
    states, arcs, source, target, places = network
    _tails, indptr, heads, weights = arrays(states, arcs)
    found = pareto(indptr, heads, weights, source, target, places=places, within=within)
    sums = found.sums.tolist()
    for one in by_trying(arcs, source, target, places.tolist()):
        assert any(all(a <= b * (1 + within) for a, b in zip(row, one, strict=True)) for row in sums)
    assert not any(seen_twice(path, heads, places, source) for path in found.arcs)


def test_a_path_that_comes_back_to_a_place_does_not_push_out_one_that_does_not():
    # From 0 by 1 to 4: states 1 and 3 stand at one place, and the way round by 2 and 3 costs less than the
    # change from 1 to 4 does.
    arcs = [(0, 1, (1, 1)), (1, 2, (1, 0)), (1, 4, (9, 9)), (2, 3, (1, 0)), (3, 4, (1, 1))]
    places = np.array([0, 1, 2, 1, 3], dtype=np.int32)
    assert solved(arcs, 5, 0, 4) == {(4, 2)}
    assert solved(arcs, 5, 0, 4, places=places) == {(10, 10)}


def test_a_way_round_that_costs_nothing_does_not_push_out_the_direct_one():
    arcs = [(0, 1, (0,)), (1, 2, (0,)), (1, 4, (0,)), (2, 3, (0,)), (3, 4, (0,))]
    places = np.array([0, 1, 2, 1, 3], dtype=np.int32)
    _tails, indptr, heads, weights = arrays(5, arcs)
    assert [len(path) for path in pareto(indptr, heads, weights, 0, 4, places=places).arcs] == [2]

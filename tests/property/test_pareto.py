"""The kernel and its plain twin find what trying every path finds; the invariants of a Pareto set hold."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search import plain_twin
from corridor.search.bounds import bounds
from corridor.search.pareto import pareto
from tests.random_networks import arrays, by_trying, dominates, networks, solved


@settings(max_examples=1000, deadline=None)
@given(networks())
def test_the_set_is_what_trying_every_path_gives(network):
    states, arcs, source, target = network
    tails, indptr, heads, weights = arrays(states, arcs)
    found = pareto(indptr, heads, weights, source, target)
    sums = {tuple(row) for row in found.sums.tolist()}
    assert sums == by_trying(arcs, source, target)
    least = bounds(tails, heads, weights, states, target, np.zeros(len(arcs), np.uint8))
    plain = plain_twin.bounds(arcs, states, target)
    assert least.tolist() == [list(row) for row in plain]
    assert sums == set(plain_twin.pareto(arcs, source, target, bounds=plain))
    for total, path in zip(found.sums, found.arcs, strict=True):
        assert weights[list(path)].sum(axis=0).tolist() == total.tolist()
        steps = [source, *(int(heads[at]) for at in path)]
        assert steps[-1] == target
        assert len(set(steps)) == len(steps)
        assert [int(tails[at]) for at in path] == steps[:-1]


@settings(max_examples=200, deadline=None)
@given(networks(), st.data())
def test_closing_never_improves_and_keeps_what_avoids_the_arc(network, data):
    states, arcs, source, target = network
    shut = data.draw(st.integers(0, len(arcs) - 1))
    banned = np.zeros(len(arcs), np.uint8)
    banned[shut] = 1
    before, after = solved(arcs, states, source, target), solved(arcs, states, source, target, banned=banned)
    better = [new for new in after if not any(old == new or dominates(old, new) for old in before)]
    assert not better
    if not after:
        return
    rest = [arc for at, arc in enumerate(arcs) if at != shut]
    assert after == (by_trying(rest, source, target) if rest else {(0,) * len(arcs[0][2])})


@settings(max_examples=200, deadline=None)
@given(networks())
def test_turning_every_arc_round_keeps_the_sums(network):
    states, arcs, source, target = network
    turned = sorted((head, tail, weights) for tail, head, weights in arcs)
    assert solved(arcs, states, source, target) == solved(turned, states, target, source)


@settings(max_examples=200, deadline=None)
@given(networks())
def test_the_best_of_each_criterion_is_the_shortest_path_of_another_library(network):
    states, arcs, source, target = network
    sums = solved(arcs, states, source, target)
    for at in range(len(arcs[0][2])):
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(range(states))
        graph.add_edges_from((tail, head, {"w": weights[at]}) for tail, head, weights in arcs)
        if nx.has_path(graph, source, target):
            assert min(total[at] for total in sums) == nx.dijkstra_path_length(graph, source, target, "w")
        else:
            assert not sums


def test_a_search_that_gives_up_says_so():
    steps = 14
    arcs = sorted((at, at + 1, weights) for at in range(steps) for weights in ((1, 2**at), (1 + 2**at, 0)))
    _tails, indptr, heads, weights = arrays(steps + 1, arcs)
    assert not pareto(indptr, heads, weights, 0, steps, label_cap=1024).finished
    assert pareto(indptr, heads, weights, 0, steps).finished


def test_what_an_unfinished_search_gives_stands_at_no_place_twice():
    """
    More places than can be marked: 66 routes stand twice at a place of their own, place 0 among them.

    Route k costs (k, 100 - k), so that none beats another; the one true route costs (100, 0).
    """
    count = 66
    source, target, clean = 0, 1, 2
    arcs = [(source, clean, (100, 0)), (clean, target, (0, 0))]
    places = np.full(3 + 2 * count, -1, np.int32)
    for at in range(count):
        first, second = 3 + 2 * at, 4 + 2 * at
        places[[first, second]] = at
        arcs += [(source, first, (at, 100 - at)), (first, second, (0, 0)), (second, target, (0, 0))]
    _tails, indptr, heads, weights = arrays(len(places), sorted(arcs))
    found = pareto(indptr, heads, weights, source, target, places=places)
    assert not found.finished
    assert found.sums.tolist() == [[100, 0]]
    assert [[int(heads[arc]) for arc in way] for way in found.arcs] == [[clean, target]]

"""The set against other libraries: integer programming, weighted sums, all paths; no name or order counts."""

import itertools

import networkx as nx
import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import dijkstra

from tests.random_networks import MAX_STATES, dominates, networks, plus, solved


@settings(max_examples=40)
@given(networks(most_criteria=2), st.integers(0, 20))
def test_the_cheapest_within_a_limit_is_that_of_integer_programming(network, limit):
    states, arcs, source, target = network
    assume(len(arcs[0][2]) == 2)
    assume(source != target)
    balance = np.zeros((states, len(arcs)))
    for at, (tail, head, _weights) in enumerate(arcs):
        balance[tail, at] += 1
        balance[head, at] -= 1
    asked = np.zeros(states)
    asked[source], asked[target] = 1, -1
    weights = np.array([arc[2] for arc in arcs])
    answer = milp(
        weights[:, 1],
        integrality=np.ones(len(arcs)),
        bounds=Bounds(0, 1),
        constraints=[LinearConstraint(balance, asked, asked), LinearConstraint(weights[:, 0], ub=limit)],
    )
    within = [sums[1] for sums in solved(arcs, states, source, target) if sums[0] <= limit]
    assert answer.success == bool(within)
    if within:
        assert round(answer.fun) == min(within)


@settings(max_examples=100)
@given(networks(), st.lists(st.integers(1, 9), min_size=5, max_size=5))
def test_the_best_weighted_sum_is_the_shortest_path_of_scipy(network, factors):
    states, arcs, source, target = network
    graph = np.full((states, states), np.inf)
    for tail, head, weights in arcs:
        one = sum(weight * factor for weight, factor in zip(weights, factors, strict=False)) + 1e-6
        graph[tail, head] = min(graph[tail, head], one)
    graph[~np.isfinite(graph)] = 0
    least = dijkstra(graph, indices=source)[target]
    sums = solved(arcs, states, source, target)
    assert np.isfinite(least) == bool(sums)
    if sums:
        best = min(sum(a * b for a, b in zip(one, factors, strict=False)) for one in sums)
        assert best == round(least)


@settings(max_examples=100)
@given(networks(most_criteria=3))
def test_of_all_simple_paths_in_the_order_of_another_library_none_is_missing(network):
    states, arcs, source, target = network
    assume(source != target)
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(states))
    graph.add_edges_from((tail, head, {"w": weights}) for tail, head, weights in arcs)
    sums = {
        tuple(map(sum, zip(*(graph.edges[edge]["w"] for edge in path), strict=True)))
        for path in nx.all_simple_edge_paths(graph, source, target)
    }
    expected = {one for one in sums if not any(dominates(other, one) for other in sums)}
    found = solved(arcs, states, source, target)
    assert found == expected
    simple = nx.DiGraph()
    simple.add_nodes_from(range(states))
    for tail, head, weights in sorted(arcs, key=lambda arc: -arc[2][0]):
        simple.add_edge(tail, head, w=weights[0])
    if found:
        first = next(nx.shortest_simple_paths(simple, source, target, "w"))
        assert min(one[0] for one in found) == nx.path_weight(simple, first, "w")


@settings(max_examples=100)
@given(networks(), st.data())
def test_the_order_of_criteria_and_the_numbers_of_states_play_no_role(network, data):
    states, arcs, source, target = network
    sums = solved(arcs, states, source, target)
    order = data.draw(st.permutations(range(len(arcs[0][2]))))
    turned = [(tail, head, tuple(weights[at] for at in order)) for tail, head, weights in arcs]
    assert solved(turned, states, source, target) == {tuple(one[at] for at in order) for one in sums}
    name = data.draw(st.permutations(range(MAX_STATES)))
    renamed = sorted((name[tail], name[head], weights) for tail, head, weights in arcs)
    assert solved(renamed, MAX_STATES, name[source], name[target]) == sums


@settings(max_examples=100)
@given(networks(most_criteria=3), st.data())
def test_more_never_worsens(network, data):
    states, arcs, source, target = network
    before = solved(arcs, states, source, target)
    state, weight = st.integers(0, states - 1), st.integers(0, 5)
    more = data.draw(st.tuples(state, state, st.tuples(*[weight] * len(arcs[0][2]))))
    after = solved(sorted([*arcs, more]), states, source, target)
    for old in before:
        assert any(new == old or dominates(new, old) for new in after)
    longer = [(tail, head, plus(weights, (1,) * len(weights))) for tail, head, weights in arcs]
    for new, old in itertools.product(solved(longer, states, source, target), before):
        assert not dominates(new, old)

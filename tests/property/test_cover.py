"""The cover keeps its guarantee: every path has one in the answer that is at most so much worse."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search import plain_twin
from corridor.search.pareto import pareto
from tests.checks import every
from tests.random_networks import arrays, by_trying, dominates, networks, solved

SLACKS = st.sampled_from([0.001, 0.01, 0.05, 0.2, 0.5, 1.0])


def covers(sums, one, within):
    slack = round(within * 1000)
    return any(all(a * 1000 <= b * (1000 + slack) for a, b in zip(row, one, strict=True)) for row in sums)


@settings(max_examples=400)
@given(networks(most_weight=60), SLACKS)
def test_every_path_is_covered_by_a_true_one(network, within):
    states, arcs, source, target = network
    tails, indptr, heads, weights = arrays(states, arcs)
    found = pareto(indptr, heads, weights, source, target, within=within)
    sums = [tuple(row) for row in found.sums.tolist()]
    exact = by_trying(arcs, source, target)
    assert found.finished
    assert bool(sums) == bool(exact)
    assert not [one for one in exact if not covers(sums, one, within)]
    assert sums == sorted(sums)
    assert not any(dominates(one, other) for one in sums for other in sums)
    assert len(sums) <= len(exact) or len(arcs[0][2]) > 1
    for total, path in zip(sums, found.arcs, strict=True):
        assert tuple(weights[list(path)].sum(axis=0).tolist()) == total
        steps = [source, *(int(heads[at]) for at in path)]
        assert steps[-1] == target
        assert len(set(steps)) == len(steps)
        assert [int(tails[at]) for at in path] == steps[:-1]


@settings(max_examples=100)
@given(networks(most_weight=60), SLACKS)
def test_the_plain_twin_keeps_it_too(network, within):
    states, arcs, source, target = network
    plain = plain_twin.cover(
        arcs, source, target, bounds=plain_twin.bounds(arcs, states, target), slack=round(within * 1000)
    )
    exact, kernel = by_trying(arcs, source, target), solved(arcs, states, source, target, within=within)
    assert bool(plain) == bool(kernel) == bool(exact)
    assert not [one for one in exact if not covers(plain, one, within)]
    assert not [one for one in plain if not covers(kernel, one, within)]


@settings(max_examples=100)
@given(networks(most_weight=60))
def test_no_slack_is_the_exact_set(network):
    states, arcs, source, target = network
    assert solved(arcs, states, source, target, within=0.0004) == by_trying(arcs, source, target)


def test_a_cover_is_smaller_where_much_is_alike():
    steps = 12
    arcs = sorted(
        (at, at + 1, weights) for at in range(steps) for weights in ((100, 100 + 2**at), (100 + 2**at, 100))
    )
    exact = solved(arcs, steps + 1, 0, steps)
    assert len(exact) == 2**steps
    for within, most in ((0.01, 400), (0.05, 60)):
        some = solved(arcs, steps + 1, 0, steps, within=within)
        assert len(some) <= most
        assert every(covers(some, one, within) for one in exact)


def test_a_cover_that_gives_up_says_so():
    steps = 14
    arcs = sorted((at, at + 1, weights) for at in range(steps) for weights in ((1, 2**at), (1 + 2**at, 0)))
    _tails, indptr, heads, weights = arrays(steps + 1, arcs)
    found = pareto(indptr, heads, weights, 0, steps, within=0.001, label_cap=500)
    assert not found.finished

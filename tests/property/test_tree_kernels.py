"""The compiled trees against their plain twins: bounds, best paths without some arcs, places within reach."""

import heapq

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search import plain_twin
from corridor.search.bounds import CachedBounds, bounds
from corridor.search.kernel import UNREACHABLE
from corridor.search.pareto import pareto
from corridor.search.reach_kernel import nearest
from corridor.search.removal_kernel import without_each
from tests.random_networks import arrays, networks

NO_PLACES = np.full(7, -1, dtype=np.int32)


@settings(max_examples=150)
@given(networks(most_weight=9), st.data())
def test_bounds_are_those_of_the_plain_twin(network, data):
    states, arcs, _source, target = network
    tails, _indptr, heads, weights = arrays(states, arcs)
    shut = data.draw(st.sets(st.integers(0, len(arcs) - 1), max_size=len(arcs) - 1))
    banned = np.array([at in shut for at in range(len(arcs))], dtype=np.uint8)
    rest = [arc for at, arc in enumerate(arcs) if at not in shut]
    found = bounds(tails, heads, weights, states, target, banned)
    assert found.tolist() == [list(row) for row in plain_twin.bounds(rest, states, target)]


@settings(max_examples=150)
@given(networks(most_criteria=1), st.data())
def test_without_each_is_a_search_without_each(network, data):
    states, arcs, source, target = network
    tails, indptr, heads, weights = arrays(states, arcs)
    places = NO_PLACES[:states]
    if data.draw(st.booleans()):
        stood = st.lists(st.integers(-1, 3), min_size=states, max_size=states)
        places = np.array(data.draw(stood), dtype=np.int32)
    lists = data.draw(st.lists(st.sets(st.integers(0, len(arcs) - 1)), max_size=4))
    least = CachedBounds(tails, heads, states, {0: weights[:, 0]}).towards(target, (0,))
    flat = np.array([at for some in lists for at in sorted(some)], dtype=np.int64)
    ends = np.cumsum([0, *map(len, lists)])
    sums, ways, way_ends, twice = without_each(
        indptr, heads, weights[:, 0].copy(), source, target, least[:, 0], places, flat, ends
    )
    for at, some in enumerate(lists):
        banned = np.array([arc in some for arc in range(len(arcs))], dtype=np.uint8)
        exact = pareto(indptr, heads, weights, source, target, banned=banned, places=places)
        way = tuple(ways[way_ends[at] : way_ends[at + 1]].tolist())
        if twice[at] >= 0:  # the caller searches again with that place marked
            assert not exact.arcs or exact.sums[0, 0] >= sums[at]
            continue
        assert (sums[at], way) == ((exact.sums[0, 0], exact.arcs[0]) if exact.arcs else (UNREACHABLE, ()))


@settings(max_examples=150)
@given(networks(most_criteria=1), st.integers(0, 12), st.data())
def test_reach_is_that_of_a_plain_tree(network, most, data):
    count, arcs, start, _target = network
    arrivals = [(at, count + at, (0,)) for at in range(count)]
    on = sorted([*arcs, *arrivals])
    bases = data.draw(st.lists(st.integers(1, 4), min_size=len(on), max_size=len(on)))
    ranks = np.array(data.draw(st.permutations(range(count))), dtype=np.int64)
    _tails, indptr, heads, weights = arrays(2 * count, on)
    near, sums, worst = nearest(
        indptr, heads, weights[:, 0].copy(), np.array(bases, dtype=np.int64), ranks, start, most
    )
    best = _plainly(on, bases, start)
    expected = sorted(
        (best[count + at][0], ranks[at], at)
        for at in range(count)
        if at != start and count + at in best and best[count + at][0] <= most
    )
    assert list(zip(sums.tolist(), near.tolist(), strict=True)) == [(row[0], row[2]) for row in expected]
    for at, basis in zip(near.tolist(), worst.tolist(), strict=True):
        assert basis in best[count + at][2]


def _plainly(arcs, bases, start):
    """Sum, number of arcs and weakest bases of the ways to each state with the least of both."""
    best = {start: (0, 0, {1})}
    heap = [(0, 0, start)]
    while heap:
        total, steps, here = heapq.heappop(heap)
        if (total, steps) != best[here][:2]:
            continue
        for (tail, head, (weight,)), basis in zip(arcs, bases, strict=True):
            if tail != here:
                continue
            new, weakest = (total + weight, steps + 1), {max(basis, one) for one in best[here][2]}
            if head not in best or new < best[head][:2]:
                best[head] = (*new, weakest)
                heapq.heappush(heap, (*new, head))
            elif new == best[head][:2]:
                best[head][2].update(weakest)
    return best

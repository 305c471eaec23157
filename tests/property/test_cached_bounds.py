"""Kept bounds stay below what is left to go, whatever is closed, slowed down or mended; none goes stale."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search.bounds import CachedBounds, bounds
from corridor.search.pareto import pareto
from tests.random_networks import arrays, by_trying, networks


def kept_of(states, arcs):
    tails, _indptr, heads, weights = arrays(states, arcs)
    return CachedBounds(tails, heads, states, dict(enumerate(weights.T)))


def fresh(states, arcs, target):
    tails, _indptr, heads, weights = arrays(states, arcs)
    return bounds(tails, heads, weights, states, target, np.zeros(len(arcs), np.uint8))


@settings(max_examples=80)
@given(networks())
def test_they_are_what_would_be_worked_out_anew_and_consistent(network):
    states, arcs, _source, target = network
    kept, names = kept_of(states, arcs), range(len(arcs[0][2]))
    for _again in range(2):
        assert (kept.towards(target, names) == fresh(states, arcs, target)).all()
    turned = list(reversed(names))
    assert (kept.towards(target, turned) == fresh(states, arcs, target)[:, turned]).all()
    least = kept.towards(target, names)
    for tail, head, weights in arcs:
        assert (least[tail] <= np.array(weights) + least[head]).all()


@settings(max_examples=120)
@given(networks(), st.data())
def test_a_closure_keeps_them_and_the_set_stays_exact(network, data):
    states, arcs, source, target = network
    shut = data.draw(st.sets(st.integers(0, len(arcs) - 1), max_size=len(arcs) - 1))
    _tails, indptr, heads, weights = arrays(states, arcs)
    banned = np.array([at in shut for at in range(len(arcs))], dtype=np.uint8)
    least = kept_of(states, arcs).towards(target, range(len(arcs[0][2])))
    found = pareto(indptr, heads, weights, source, target, banned=banned, least=least)
    rest = [arc for at, arc in enumerate(arcs) if at not in shut]
    assert {tuple(row) for row in found.sums.tolist()} == by_trying(rest, source, target)


@settings(max_examples=120)
@given(networks(), st.data())
def test_other_weights_share_what_did_not_fall_and_nothing_else(network, data):
    states, arcs, source, target = network
    count = len(arcs[0][2])
    kept = kept_of(states, arcs)
    kept.towards(target, range(count))
    changed = [
        (tail, head, tuple(data.draw(st.integers(0, 8)) if one else weight for weight in weights))
        for (tail, head, weights), one in zip(
            arcs, data.draw(st.lists(st.booleans(), min_size=len(arcs), max_size=len(arcs))), strict=True
        )
    ]
    _tails, indptr, heads, weights = arrays(states, [*changed])
    over = kept.over(dict(enumerate(weights.T)))
    least = over.towards(target, range(count))
    for at in range(count):
        has_fallen = any(new[2][at] < old[2][at] for new, old in zip(changed, arcs, strict=True))
        expected = fresh(states, changed if has_fallen else arcs, target)
        assert (least[:, at] == expected[:, at]).all()
    found = pareto(indptr, heads, weights, source, target, least=least)
    assert {tuple(row) for row in found.sums.tolist()} == by_trying(changed, source, target)
    assert (kept.towards(target, range(count)) == fresh(states, arcs, target)).all()

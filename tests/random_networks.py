"""Random networks for the tests of the searches, and what trying every path finds on them."""

import numpy as np
from hypothesis import strategies as st

from corridor.search.pareto import pareto

MAX_STATES = 7


@st.composite
def networks(draw, most_criteria=5, most_weight=5):
    """States, criteria and arcs: loops, parallel arcs, zeros and ends that do not meet among them."""
    states = draw(st.integers(2, MAX_STATES))
    criteria = draw(st.integers(1, most_criteria))
    state, weight = st.integers(0, states - 1), st.integers(0, most_weight)
    arc = st.tuples(state, state, st.tuples(*[weight] * criteria))
    return states, sorted(draw(st.lists(arc, min_size=1, max_size=16))), draw(state), draw(state)


def arrays(states, arcs):
    tails, heads, weights = (np.array(part) for part in zip(*arcs, strict=True))
    indptr = np.searchsorted(tails, np.arange(states + 1)).astype(np.int32)
    return tails.astype(np.int32), indptr, heads.astype(np.int32), weights.astype(np.int64)


def dominates(one, other):
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def by_trying(arcs, source, target, places=None):
    """Sums that no other beats, of all paths that use no state, and stand at no place, twice."""
    place = range(MAX_STATES) if places is None else places
    sums, waiting = set(), [(source, {source}, {place[source]} - {-1}, (0,) * len(arcs[0][2]))]
    while waiting:
        here, seen, stood, total = waiting.pop()
        if here == target:
            sums.add(total)
            continue
        waiting += [
            (head, seen | {head}, stood | {place[head]} - {-1}, plus(total, weights))
            for tail, head, weights in arcs
            if tail == here and head not in seen and place[head] not in stood
        ]
    return {one for one in sums if not any(dominates(other, one) for other in sums)}


def plus(one, other):
    return tuple(a + b for a, b in zip(one, other, strict=True))


def solved(arcs, states, source, target, **options):
    """Sums of the kernel."""
    _tails, indptr, heads, weights = arrays(states, arcs)
    found = pareto(indptr, heads, weights, source, target, **options)
    assert found.finished
    return {tuple(row) for row in found.sums.tolist()}

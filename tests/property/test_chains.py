"""A network with its chains drawn together answers as the whole one does."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.search.chain_kernel import INNER, KEPT
from corridor.search.chains import Chains
from corridor.search.pareto import pareto
from tests.random_networks import arrays


@st.composite
def chained(draw):
    """A few crossings, joined by chains in one direction or both, with parts that hang on them."""
    crossings = draw(st.integers(1, 4))
    criteria = draw(st.integers(1, 3))
    weights = st.tuples(*[st.integers(0, 6)] * criteria)
    arcs, states = [], crossings
    for _chain in range(draw(st.integers(1, 5))):
        one, other = draw(st.integers(0, crossings - 1)), draw(st.integers(-1, crossings - 1))
        inner = draw(st.integers(0, 3))
        line = [one, *range(states, states + inner), *([other] if other >= 0 else [])]
        states += inner
        both = draw(st.sampled_from(["both", "there", "back", "mixed"]))
        for tail, head in pairwise(line):
            if both in {"both", "there"} or (both == "mixed" and draw(st.booleans())):
                arcs.append((tail, head, draw(weights)))
            if both in {"both", "back"} or (both == "mixed" and draw(st.booleans())):
                arcs.append((head, tail, draw(weights)))
    if not arcs:
        arcs.append((0, 0, (0,) * criteria))
    return states, sorted(arcs), draw(st.integers(0, states - 1)), draw(st.integers(0, states - 1))


@settings(max_examples=400)
@given(chained(), st.sampled_from([0.0, 0.0, 0.2]))
def test_sets_are_equal_and_ways_are_true(network, within):
    states, arcs, source, target = network
    tails, indptr, heads, weights = arrays(states, arcs)
    found = Chains.of(indptr, heads, weights).pareto(source, target, within=within)
    whole = pareto(indptr, heads, weights, source, target)
    if within:
        for row in whole.sums.tolist():
            assert any((sums * 1000 <= np.array(row) * 1200).all() for sums in found.sums)
    else:
        assert found.sums.tolist() == whole.sums.tolist()
    assert found.finished
    for total, way in zip(found.sums, found.arcs, strict=True):
        assert (weights[list(way)].sum(axis=0) == total).all()
        steps = [source, *heads[list(way)].tolist()]
        assert steps[-1] == target
        assert steps[:-1] == tails[list(way)].tolist()
        assert len(set(steps)) == len(steps)


def test_what_is_kept_is_crossings():
    line = [(at, at + 1, (1,)) for at in range(5)] + [(at + 1, at, (1,)) for at in range(5)]
    arcs = sorted([*line, (0, 6, (1,)), (6, 5, (1,)), (0, 7, (2,)), (7, 5, (2,)), (7, 8, (1,)), (8, 7, (1,))])
    _tails, indptr, heads, weights = arrays(9, arcs)
    chains = Chains.of(indptr, heads, weights)
    assert np.flatnonzero(chains.role == KEPT).tolist() == [0, 5]
    assert np.flatnonzero(chains.role == INNER).tolist() == [1, 2, 3, 4, 6, 7]
    assert chains.pareto(1, 7).sums.tolist() == [[3]]
    assert chains.pareto(8, 3).sums.tolist() == pareto(indptr, heads, weights, 8, 3).sums.tolist()

"""Whatever the figures and weights: order does not matter, better is never worse, units do not count."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.pairs.index import AGGREGATIONS, NORMALISATIONS, pair_index, scores
from corridor.pairs.parts import PARTS
from corridor.pairs.rank_stability import rank_shares

FEW = settings(max_examples=25)
IDS = [part.id for part in PARTS]
values = st.floats(0.5, 500).map(lambda value: round(value, 3))
known = st.lists(
    st.lists(st.none() | values, min_size=len(PARTS), max_size=len(PARTS)), min_size=2, max_size=6
)
whole = st.lists(st.lists(values, min_size=len(PARTS), max_size=len(PARTS)), min_size=2, max_size=6)
weights = st.lists(st.integers(0, 10), min_size=len(PARTS), max_size=len(PARTS)).filter(any)
methods = st.tuples(st.sampled_from(NORMALISATIONS), st.sampled_from(AGGREGATIONS))


def made(rows):
    return pd.DataFrame(
        [
            {"pair": f"P{at}-Q", "part": part, "value": value, "counts": value is not None}
            for at, row in enumerate(rows)
            for part, value in zip(IDS, row, strict=True)
        ]
    ).astype({"value": "float64"})


def table(frame, given_weights, method):
    scored = scores(frame, normalisation=method[0])
    return pair_index(scored, weights=given_weights, aggregation=method[1]).set_index("pair")


@FEW
@given(known, weights, methods, st.randoms())
def test_the_order_of_pairs_parts_and_weights_does_not_matter(rows, numbers, method, random):
    frame, chosen = made(rows), dict(zip(IDS, numbers, strict=True))
    shuffled = frame.sample(frac=1, random_state=random.randrange(2**31))
    mixed = dict(random.sample(sorted(chosen.items()), len(chosen)))
    one, other = table(frame, chosen, method), table(shuffled, mixed, method)
    pd.testing.assert_frame_equal(one.sort_index(), other.sort_index())


@FEW
@given(known, weights, methods, st.integers(1, 50))
def test_only_proportions_of_weights_count(rows, numbers, method, times):
    frame = made(rows)
    plain = dict(zip(IDS, numbers, strict=True))
    more = {part: number * times for part, number in plain.items()}
    one, other = table(frame, plain, method), table(frame, more, method)
    np.testing.assert_allclose(one["index"], other.loc[one.index, "index"])


@FEW
@given(whole, weights, methods, st.integers(0, 5), st.sampled_from(range(len(PARTS))), st.floats(1.01, 10))
def test_a_better_part_never_worsens_a_rank(rows, numbers, method, which, at, times):
    which %= len(rows)
    chosen = dict(zip(IDS, numbers, strict=True))
    before = table(made(rows), chosen, method)
    better = [list(row) for row in rows]
    better[which][at] = rows[which][at] * times if PARTS[at].is_more_better else rows[which][at] / times
    after = table(made(better), chosen, method)
    pair = f"P{which}-Q"
    assert after.loc[pair, "rank"] <= before.loc[pair, "rank"]


@FEW
@given(known, weights, st.sampled_from(AGGREGATIONS), st.sampled_from(range(len(PARTS))), st.floats(0.1, 50))
def test_the_unit_of_a_part_does_not_count(rows, numbers, aggregation, at, factor):
    chosen = dict(zip(IDS, numbers, strict=True))
    scaled = [
        [one if one is None or place != at else one * factor for place, one in enumerate(row)] for row in rows
    ]
    for normalisation in NORMALISATIONS:
        if normalisation == "ratio" and PARTS[at].base:
            continue  # a count has no unit
        method = (normalisation, aggregation)
        one, other = table(made(rows), chosen, method), table(made(scaled), chosen, method)
        np.testing.assert_allclose(one["index"], other.loc[one.index, "index"], rtol=1e-6, atol=1e-6)


@FEW
@given(known, methods)
def test_scores_and_shares_stay_within_their_bounds(rows, method):
    scored = scores(made(rows), normalisation=method[0])
    found = scored.to_numpy()
    assert ((found[~np.isnan(found)] >= -1e-9) & (found[~np.isnan(found)] <= 100 + 1e-9)).all()
    shares = rank_shares(scored, aggregation=method[1], draws=40)
    columns = [f"rank_{rank}" for rank in range(1, len(rows) + 1)]
    np.testing.assert_allclose(shares[[*columns, "unranked"]].sum(axis=1), 1.0)

"""How far the order of the pair index hangs on its weights."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.pairs import METHOD_RANKS, WEIGHT_MOVES
from corridor.pairs.index import (
    AGGREGATIONS,
    EQUAL,
    NORMALISATIONS,
    indices,
    pair_index,
    proportions,
    ranked,
    scores,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

DRAWS = 10_000
MAX_DRAWS = 100_000
SEED = 20_260_227
_CHUNK = 2_000
_PERCENT = 100


def rank_shares(
    scored: pd.DataFrame, *, aggregation: str = "arithmetic", draws: int = DRAWS, seed: int = SEED
) -> pd.DataFrame:
    """
    Draw weights at random and count the ranks.

    The weights come from the flat Dirichlet distribution, under which every set of weights is as likely as
    any other: nothing is taken for granted about what matters. The shares are the rank acceptability indices
    of Lahdelma and Salminen (2001); drawing weights to judge an index follows Saisana, Saltelli and Tarantola
    (2005).

    Parameters
    ----------
    scored
        As `corridor.pairs.index.scores` returns them.
    aggregation
        One of `corridor.pairs.index.AGGREGATIONS`.
    draws, seed
        How many sets of weights, from which seed.

    Returns
    -------
    pandas.DataFrame
        One row a pair, in the order of `scored`: pair; rank_1, rank_2, ... (share of the draws in which the
        pair has that rank); unranked (share in which too little of it is known); median, low, high (rank in
        the middle, and between which 90 in 100 draws lie; NaN if it is never ranked).
    """
    pairs, parts = scored.shape
    weights = np.random.default_rng(seed).dirichlet(np.ones(parts), size=draws)
    values = scored.to_numpy()
    ranks = np.concatenate(
        [
            ranked(indices(values, weights[start : start + _CHUNK], aggregation=aggregation))
            for start in range(0, draws, _CHUNK)
        ]
    )
    shares = {f"rank_{rank}": (ranks == rank).mean(axis=0) for rank in range(1, pairs + 1)}
    middle = np.full((3, pairs), np.nan)
    for at in range(pairs):
        drawn = ranks[~np.isnan(ranks[:, at]), at]
        if len(drawn):
            middle[:, at] = np.percentile(drawn, (50, 5, 95), method="inverted_cdf")
    return pd.DataFrame(
        {
            "pair": scored.index.to_numpy(),
            **shares,
            "unranked": np.isnan(ranks).mean(axis=0),
            **dict(zip(("median", "low", "high"), middle, strict=True)),
        }
    )


def weight_moves(
    scored: pd.DataFrame,
    pair: str,
    *,
    weights: Mapping[str, float] | None = None,
    aggregation: str = "arithmetic",
) -> pd.DataFrame:
    """
    Move one weight at a time, the others in proportion, until the rank of a pair changes.

    Parameters
    ----------
    scored
        As `corridor.pairs.index.scores` returns them.
    pair
        The pair to look at, such as "KZ-RS".
    weights, aggregation
        As for `corridor.pairs.index.pair_index`.

    Returns
    -------
    pandas.DataFrame
        One row a part: part; share (of the weight now, from 0 to 1); rank (now); down, up (the nearest lower
        and higher share, in steps of one in a hundred, at which the rank is another; NaN if it never is);
        down_rank, up_rank (the rank there). <NA> for no rank.

    Raises
    ------
    WeightError
        If the weights or the aggregation cannot be used.
    ValueError
        If there is no such pair.
    """
    row = proportions(EQUAL if weights is None else weights, scored)
    at = list(scored.index).index(pair)
    values = scored.to_numpy()
    now = float(ranked(indices(values, row[None, :], aggregation=aggregation))[0, at])
    rows = []
    for column, part in enumerate(scored.columns):
        steps = np.arange(_PERCENT + 1) / _PERCENT
        ranks = ranked(indices(values, _moved(row, column, steps), aggregation=aggregation))[:, at]
        other = ~((ranks == now) | (np.isnan(ranks) & np.isnan(now)))
        below = np.flatnonzero(other & (steps < row[column]))
        above = np.flatnonzero(other & (steps > row[column]))
        found: dict[str, object] = {"part": part, "share": row[column], "rank": _whole(now)}
        if len(below):
            found |= {"down": steps[below[-1]], "down_rank": _whole(ranks[below[-1]])}
        if len(above):
            found |= {"up": steps[above[0]], "up_rank": _whole(ranks[above[0]])}
        rows.append(found)
    return make_frame(rows, WEIGHT_MOVES)


def method_ranks(
    parts: pd.DataFrame, pair: str, *, weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """
    Rank a pair under every normalisation and aggregation.

    Returns
    -------
    pandas.DataFrame
        One row a method: normalisation, aggregation, index, rank (<NA> for no rank).
    """
    rows = []
    for normalisation, aggregation in product(NORMALISATIONS, AGGREGATIONS):
        scored = scores(parts, normalisation=normalisation)
        table = pair_index(scored, weights=weights, aggregation=aggregation).set_index("pair")
        found = table.loc[pair]
        rows.append((normalisation, aggregation, found["index"], found["rank"]))
    return make_frame(rows, METHOD_RANKS)


def _moved(row: NDArray[np.float64], column: int, steps: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give one weight each of the shares, the others what is left in proportion."""
    others = np.arange(len(row)) != column
    rest = np.where(others, row, 0.0)
    # With all the weight on one part, what it gives away is shared out equally.
    rest = rest / rest.sum() if rest.sum() else others / max(1, len(row) - 1)
    sets: NDArray[np.float64] = (1.0 - steps)[:, None] * rest[None, :]
    sets[:, column] = steps
    return sets


def _whole(rank: float) -> int | None:
    """Rank as a whole number, None for none."""
    return None if np.isnan(rank) else int(rank)

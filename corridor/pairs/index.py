"""One number for how well two countries are joined: parts made comparable, weighed and added up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from corridor.columns.frame import fit_frame
from corridor.columns.pairs import INDEX
from corridor.errors import WeightError
from corridor.pairs.parts import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

NORMALISATIONS = ("min-max", "ratio")
AGGREGATIONS = ("arithmetic", "geometric")
EQUAL = dict.fromkeys((part.id for part in PARTS), 1.0)
BEST = 100.0
# Below this share of the weight nothing is ranked: an index over few parts would say nothing of the pair.
MIN_KNOWN_SHARE = 0.5
# What a score counts at least where scores are multiplied, or one bad part would wipe out all others.
MIN_SCORE = 1.0
_SAME = 1e-9


def scores(parts: pd.DataFrame, *, normalisation: str = "min-max") -> pd.DataFrame:
    """
    Put every part on a scale from 0 to 100, where 100 is the best of the pairs.

    Parameters
    ----------
    parts
        As `corridor.pairs.parts.pair_parts` returns them.
    normalisation
        "min-max": 0 is the worst of the pairs, 100 the best (if all are alike, all have 100). "ratio": the
        best divided by the value where less is better, the value by the best where more is, each with the
        part's `base` added (as the Liner Shipping Connectivity Index divides by the maximum). Both: OECD and
        JRC, Handbook on Constructing Composite Indicators, 2008, step 5.

    Returns
    -------
    pandas.DataFrame
        One row a pair (index), one column a part, in the order of `PARTS`; NaN where the value is missing or
        does not count.

    Raises
    ------
    WeightError
        If there is no such normalisation.
    """
    if normalisation not in NORMALISATIONS:
        raise WeightError("normalisation-unknown", name=normalisation, known=tuple(NORMALISATIONS))
    pairs = list(dict.fromkeys(parts["pair"]))
    ids = [part.id for part in PARTS]
    values = np.full((len(pairs), len(ids)), np.nan)
    counted = parts[parts["counts"].to_numpy(dtype=bool)]
    for pair, part, value in zip(counted["pair"], counted["part"], counted["value"], strict=True):
        values[pairs.index(pair), ids.index(part)] = value
    scored = {part.id: _scored(values[:, at], part, normalisation) for at, part in enumerate(PARTS)}
    return pd.DataFrame(scored, index=pd.Index(pairs, name="pair", dtype="str"))


def pair_index(
    scored: pd.DataFrame, *, weights: Mapping[str, float] | None = None, aggregation: str = "arithmetic"
) -> pd.DataFrame:
    """
    Weigh the scores of every pair and add them up.

    Parameters
    ----------
    scored
        As `scores` returns them.
    weights
        By part, any numbers from 0; only their proportions count. Equal if None; a part not named counts 0.
    aggregation
        "arithmetic": weighted mean, a good part makes up for a bad one in full. "geometric": weighted
        geometric mean, it does so only in part; scores below `MIN_SCORE` count as that.

    Returns
    -------
    pandas.DataFrame
        One row a pair, the best first, those without a rank last: pair; index (0 to 100, over the known
        parts, whose weights are scaled up to 1); rank (from 1, equal indices share the better one; <NA> where
        less than `MIN_KNOWN_SHARE` of the weight is on known parts); known, parts (how many of the parts with
        a weight are known, how many there are); weight_known (share of the weight on known parts).

    Raises
    ------
    WeightError
        If the weights or the aggregation cannot be used.
    """
    row = proportions(EQUAL if weights is None else weights, scored)
    index = indices(scored.to_numpy(), row[None, :], aggregation=aggregation)[0]
    ranks = ranked(index[None, :])[0]
    known, counted = scored.notna().to_numpy(), row > 0
    frame = pd.DataFrame(
        {
            "pair": scored.index.to_numpy(),
            "index": index,
            "rank": pd.array([None if math.isnan(rank) else int(rank) for rank in ranks], dtype="Int64"),
            "known": (known & counted).sum(axis=1),
            "parts": int(counted.sum()),
            "weight_known": known @ row,
        }
    )
    frame = frame.sort_values(["rank", "pair"], na_position="last", ignore_index=True)
    return fit_frame(frame, INDEX)


def proportions(weights: Mapping[str, float], scored: pd.DataFrame) -> NDArray[np.float64]:
    """
    Scale weights so that they sum up to 1, in the order of the columns of the scores.

    Raises
    ------
    WeightError
        If a weight is below 0 or no number, names no part, or none is above 0.
    """
    unknown = [weight for weight in weights if weight not in scored.columns]
    if unknown:
        raise WeightError("part-unknown", part=unknown[0], known=tuple(scored.columns))
    row = np.array([float(weights.get(column, 0.0)) for column in scored.columns])
    if not np.isfinite(row).all() or (row < 0).any() or not row.sum() > 0:
        raise WeightError("weights-unusable")
    scaled: NDArray[np.float64] = row / row.sum()
    return scaled


def indices(
    scored: NDArray[np.float64], weights: ArrayLike, *, aggregation: str = "arithmetic"
) -> NDArray[np.float64]:
    """
    Work out the index of every pair under many sets of weights.

    Parameters
    ----------
    scored
        Pairs by parts; NaN where missing.
    weights
        Sets by parts; each sums up to 1.
    aggregation
        One of `AGGREGATIONS`.

    Returns
    -------
    numpy.ndarray
        Sets by pairs; NaN where less than `MIN_KNOWN_SHARE` of the weight is on known parts.

    Raises
    ------
    WeightError
        If there is no such aggregation.
    """
    if aggregation not in AGGREGATIONS:
        raise WeightError("aggregation-unknown", name=aggregation, known=tuple(AGGREGATIONS))
    sets = np.asarray(weights, dtype=float)
    known = ~np.isnan(scored)
    weight = sets @ known.T
    plain = np.where(known, scored, 0.0)
    if aggregation == "geometric":
        plain = np.where(known, np.log(np.maximum(plain, MIN_SCORE)), 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (sets @ plain.T) / weight
    mean = np.exp(mean) if aggregation == "geometric" else mean
    result: NDArray[np.float64] = np.where(weight >= MIN_KNOWN_SHARE - _SAME, mean, np.nan)
    return result


def ranked(index: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rank the pairs (columns) in every row from 1, equal ones alike; NaN where there is no index."""
    above = index[:, None, :] > index[:, :, None] + _SAME
    rank: NDArray[np.float64] = 1.0 + above.sum(axis=2)
    rank[np.isnan(index)] = np.nan
    return rank


def _scored(values: NDArray[np.float64], part: Part, normalisation: str) -> NDArray[np.float64]:
    """Scores of one part."""
    known = values[~np.isnan(values)]
    if not len(known):
        return values
    best = known.max() if part.is_more_better else known.min()
    worst = known.min() if part.is_more_better else known.max()
    if best == worst:
        return np.where(np.isnan(values), np.nan, BEST)
    share: NDArray[np.float64]
    if normalisation == "min-max":
        share = (values - worst) / (best - worst)
    elif part.is_more_better:
        share = (values + part.base) / (best + part.base)
    else:
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(values == best, 1.0, (best + part.base) / (values + part.base))
    return BEST * share

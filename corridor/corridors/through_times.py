"""Every published end-to-end time of the data beside our sum, with hit or miss."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps, totals
from corridor.columns.corridors import AGREEMENT, THROUGH_TIMES
from corridor.columns.frame import make_frame
from corridor.corridors.calibration import (
    Span,
    calibration,
    node_pairs,
    published_time,
    span_of,
    stretches,
    verdict_of,
)
from corridor.freight.arrays import network
from corridor.memory.memo import Depends, remembered
from corridor.routing.routes import routes

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from corridor.dataset.tables import Dataset

HIT, MISSES = "inside", ("below", "above")
_WHOLE = frozenset({"chain", "reference"})


def through_times(dataset: Dataset) -> pd.DataFrame:
    """
    Put all published end-to-end times beside our sums, under one set of factors for all.

    Nothing is fitted: the sums come from parts alone, and no published total changes any of them.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a published time: subject ("corridor:id" or "topic:id"); way ("chain" for a whole chain,
        "stretch" for a part of one, "network" where no chain holds both places: our quickest route with the
        fewest gaps); corridor_id (empty for "network"); from_node, to_node; claim_ids (tuple); fit;
        published_low, published_typical, published_high (infinite where only a bound is stated);
        ours_low, ours_typical, ours_high (sums of the known parts, NaN if none is); missing_count; verdict
        (as `corridor.corridors.calibration.verdict`); is_hit (empty if not comparable); ratio (our typical
        by theirs;
        NaN unless our sum is complete and the claim speaks of just this); factor_set (as `factor_set`).
        A pair of countries has no two nodes and stands in no row.
    """
    return _all(dataset).copy()


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _all(dataset: Dataset) -> pd.DataFrame:
    """Work all of them out, which takes seconds."""
    rows = [*_chains(dataset), *_stretches(dataset)]
    seen = {row["subject"] for row in rows}
    rows += [row for row in _routed(dataset) if row["subject"] not in seen]
    hits = {HIT: True, **dict.fromkeys(MISSES, False)}
    stated = factor_set(dataset)
    for row in rows:
        row |= {"is_hit": hits.get(row["verdict"]), "factor_set": stated}
    return make_frame(rows, THROUGH_TIMES)


def summary(table: pd.DataFrame) -> pd.DataFrame:
    """
    Count hits by way, and over all.

    Parameters
    ----------
    table
        As `through_times` returns it.

    Returns
    -------
    pandas.DataFrame
        way (each, then "all"), times (rows), comparable, hits, below, above, hit_rate (of the comparable; NaN
        if none), median_ratio.
    """
    rows = []
    for way in ("chain", "stretch", "network", "all"):
        part = table if way == "all" else table[table["way"] == way]
        hits, below, above = (int((part["verdict"] == one).sum()) for one in (HIT, *MISSES))
        comparable = hits + below + above
        rows.append(
            {
                "way": way,
                "times": len(part),
                "comparable": comparable,
                "hits": hits,
                "below": below,
                "above": above,
                "hit_rate": hits / comparable if comparable else math.nan,
                "median_ratio": part["ratio"].median(),
            }
        )
    return make_frame(rows, AGREEMENT)


def factor_set(dataset: Dataset) -> str:
    """Name the default factors in use: how many, with a digest of their values."""
    factors = dataset.factors
    columns = ["factor_id", "low", "value", "high"]
    default = factors.loc[factors["role"] == "default", columns].sort_values("factor_id")
    digest = hashlib.sha256(default.to_csv(index=False).encode()).hexdigest()[:8]
    return f"{len(default)} default factors, {digest}"


def _chains(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """List published times of whole chains, a claim a row."""
    for corridor in dataset.corridors.to_dict("records"):
        is_whole = corridor["kind"] in _WHOLE
        for row in calibration(dataset, corridor["corridor_id"]).to_dict("records"):
            if corridor["kind"] == "family" or not (is_whole or row["subject_id"] == corridor["corridor_id"]):
                continue  # a family has no legs; a branch is not the whole that its family's times speak of
            span = span_of(row["low"], row["typical"], row["high"])
            ours = Span(row["ours_low"], row["ours_typical"], row["ours_high"])
            is_fair = row["fit"] == "exact" and row["kind"] != "worst"
            yield {
                "subject": f"corridor:{row['subject_id']}",
                "way": "chain",
                "corridor_id": corridor["corridor_id"],
                **{end: corridor[end] for end in ("from_node", "to_node")},
                "claim_ids": (row["claim_id"],),
                "fit": row["fit"],
                **_cells("published", span),
                **_cells("ours", ours),
                "missing_count": _gaps(dataset, corridor["corridor_id"]),
                "verdict": row["verdict"],
                "ratio": row["ratio"] if is_fair else math.nan,
            }


def _stretches(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """List published times of stretches of chains."""
    for corridor_id in dataset.corridors["corridor_id"]:
        for row in stretches(dataset, corridor_id).to_dict("records"):
            yield _named(row) | {"way": "stretch", "corridor_id": corridor_id}


def _routed(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """List published times between two places that the network joins."""
    whole = network(dataset)
    for topic_id, start, end in node_pairs(dataset, whole.places):
        published = published_time(dataset, topic_id)
        found = None if published is None else routes(whole, start, end, criteria=("time_h",)).table
        if published is None or found is None or found.empty:
            continue
        best = found.iloc[0]
        ours = Span(*(float(best[f"time_h_{part}"]) for part in Span._fields))
        row = {"topic_id": topic_id, "from_node": start, "to_node": end, **published}
        row |= {**_cells("ours", ours), "missing_count": int(best["time_h_gaps"])}
        is_fair = published["fit"] == "exact" and not row["missing_count"]
        row["ratio"] = ours.typical / published["published_typical"] if is_fair else math.nan
        yield _named(row | {"verdict": verdict_of(row, ours)}) | {"way": "network", "corridor_id": None}


def _named(row: dict[Any, Any]) -> dict[str, Any]:
    """Cells of a pair by our columns."""
    named = {name: row[name] for name in THROUGH_TIMES.names if name in row} | {
        "subject": f"topic:{row['topic_id']}"
    }
    bound = {"upper-bound": ("published_low", -math.inf), "lower-bound": ("published_high", math.inf)}
    return named | dict([bound[row["shape"]]] if row["shape"] in bound else [])


def _gaps(dataset: Dataset, corridor_id: str) -> int:
    """How many parts of a chain have no time."""
    sums = totals(steps(dataset, corridor_id))
    return int(sums.loc[sums["criterion"] == "time_h", "missing_count"].iloc[0])


def _cells(name: str, span: Span) -> dict[str, float]:
    """Cells of a time."""
    return {f"{name}_{part}": value for part, value in span._asdict().items()}

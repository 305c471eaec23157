"""Every published time and price of a journey beside our sum and the model's band: the calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.columns.corridors import THROUGH_TIMES
from corridor.columns.frame import fit_frame
from corridor.corridors.practice_scores import coverage
from corridor.dataset.tables import split_ids
from corridor.practice.stored import table

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

_TABLES = ("times", "costs")


def through_times(dataset: Dataset) -> pd.DataFrame:
    """
    List the published times and prices of journeys, each statement once, beside what we say of the journey.

    Parameters
    ----------
    dataset
        The route dataset whose claims and sources are named. The figures are those of the shipped data, as
        `python -m tools.practice` worked them out.

    Returns
    -------
    pandas.DataFrame
        One row an item: quantity, item_id, speaks_of ("timetable" or "practice"), from_node, to_node (empty
        where none is stated), published, ours (sum by timetable), ratio (published by ours), p10, p50, p90
        (of the model for what the item speaks of), is_hit; left_out_p10, left_out_p50, left_out_p90,
        is_left_out_hit (by parameters that saw no figure of its page); apart (why it does not count, empty if
        it counts), claim_ids, source_ids (tuples), reading. Hours, or dollars for a TEU.
    """
    items = pd.concat([table(name) for name in _TABLES], ignore_index=True)
    items = items[["item_id", "from_node", "to_node", "claim_ids", "reading"]]
    rows = table("scores").merge(items, on="item_id", how="left")
    claims = [_known(dataset, cell) for cell in rows["claim_ids"]]
    rows["claim_ids"] = pd.Series(claims, dtype="object")
    rows["source_ids"] = pd.Series([_pages(dataset, of_item) for of_item in claims], dtype="object")
    rows["ratio"] = rows["published"] / rows["ours"]
    return fit_frame(rows, THROUGH_TIMES)


def summary(rows: pd.DataFrame) -> pd.DataFrame:
    """
    Count hits and measure how narrow the bands are.

    Parameters
    ----------
    rows
        As `through_times` returns it.

    Returns
    -------
    pandas.DataFrame
        As `corridor.corridors.practice_scores.coverage`.
    """
    return coverage(rows)


def _known(dataset: Dataset, claim_ids: str) -> tuple[str, ...]:
    """Return the claims of an item that the data hold."""
    return tuple(claim for claim in split_ids(claim_ids) if dataset.has("claims", claim))


def _pages(dataset: Dataset, claim_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sources of claims, each once."""
    return tuple(dict.fromkeys(str(dataset.record("claims", claim)["source_id"]) for claim in claim_ids))

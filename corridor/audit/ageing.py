"""The ageing register: claims whose day for review has passed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

# Upper ends of the bands of age in days; what is older falls into the last.
BANDS = {"quarter": 91, "half-year": 182, "year": 365, "older": 10**6}


def overdue(dataset: Dataset, *, today: dt.date) -> pd.DataFrame:
    """
    List the claims that are due for a review.

    Parameters
    ----------
    dataset
        The route dataset.
    today
        Day on which the age is judged; a claim is overdue from the day after its check_by.

    Returns
    -------
    pandas.DataFrame
        Columns of the claims table, with group (of the quantity), overdue_days and band (a key of `BANDS`);
        the oldest first.
    """
    late = dataset.claims[dataset.claims["check_by"] < today.isoformat()]
    groups = dict(zip(dataset.quantities["quantity_id"], dataset.quantities["group"], strict=True))
    days = [(today - dt.date.fromisoformat(day)).days for day in late["check_by"]]
    bands = [next(band for band, end in BANDS.items() if count <= end) for count in days]
    frame = late.assign(group=late["quantity"].map(groups), overdue_days=days, band=bands)
    return frame.sort_values(["check_by", "claim_id"], kind="stable").reset_index(drop=True)


def ageing(dataset: Dataset, *, today: dt.date) -> pd.DataFrame:
    """
    Count the claims due for a review by group of quantities.

    Parameters
    ----------
    dataset, today
        As for `overdue`.

    Returns
    -------
    pandas.DataFrame
        One row a group with claims: group, claims_count, overdue_count, one column for each of `BANDS`, and
        oldest (the earliest check_by that has passed, or None). Most overdue first.
    """
    late = overdue(dataset, today=today)
    groups = dict(zip(dataset.quantities["quantity_id"], dataset.quantities["group"], strict=True))
    totals = dataset.claims["quantity"].map(groups).value_counts()
    counts = pd.crosstab(late["group"], late["band"]).reindex(
        index=totals.index, columns=list(BANDS), fill_value=0
    )
    oldest = late.groupby("group")["check_by"].min()
    frame = pd.DataFrame(
        {
            "group": totals.index,
            "claims_count": totals.to_numpy(),
            "overdue_count": counts.sum(axis="columns").to_numpy(),
            **{band: counts[band].to_numpy() for band in BANDS},
            "oldest": [oldest.get(group) for group in totals.index],
        }
    )
    return frame.sort_values(["overdue_count", "group"], ascending=[False, True]).reset_index(drop=True)


def overdue_count(dataset: Dataset, *, today: dt.date) -> int:
    """Count the claims that are due for a review."""
    return int((dataset.claims["check_by"] < today.isoformat()).sum())

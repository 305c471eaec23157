"""Claims about a subject, and the figure that the estimate rule gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.dataset.estimate import Estimate
from corridor.evidence.rule import Claim, as_claims, decide, estimate
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

__all__ = ["Estimate", "about", "estimate", "figure", "is_series"]

_MAX_FIGURES = 16_384


def figure(dataset: Dataset, subject_type: str, subject_id: str, quantity: str) -> Estimate:
    """
    Estimate one quantity of one subject from its claims alone.

    Parameters
    ----------
    dataset
        The route dataset.
    subject_type, subject_id
        Such as "leg", "aktau-alat".
    quantity
        Such as "time_h".

    Returns
    -------
    Estimate
        Basis "published" or "missing"; the unit is "" for a quantity that the dataset does not define.
    """
    return _figure(dataset, subject_type, subject_id, quantity)


@remembered(depends_on=Depends.CLAIMS, most=_MAX_FIGURES)
def _figure(dataset: Dataset, subject_type: str, subject_id: str, quantity: str) -> Estimate:
    """Estimate one quantity of one subject."""
    unit = str(dataset.record("quantities", quantity)["unit"]) if dataset.has("quantities", quantity) else ""
    claims = _ledger(dataset).get((subject_type, subject_id, quantity), [])
    return decide(claims, quantity, unit, is_series=is_series(dataset, quantity))


def is_series(dataset: Dataset, quantity: str) -> bool:
    """Whether a quantity is counted period by period; False where the dataset does not say."""
    stated = (
        dataset.row("quantities", quantity).get("is_series") if dataset.has("quantities", quantity) else None
    )
    return not pd.isna(stated) and bool(stated)


def about(dataset: Dataset, subject_type: str, subject_id: str, quantity: str | None = None) -> pd.DataFrame:
    """
    Return the claims about one subject, in the order of the ledger.

    Parameters
    ----------
    dataset
        The route dataset.
    subject_type, subject_id
        The subject.
    quantity
        Only claims on this quantity, if given.

    Returns
    -------
    pandas.DataFrame
        Rows of the claims table; none if nothing is claimed.
    """
    rows = dataset.claims.take(dataset.claims_by_subject.get((subject_type, subject_id), []))
    return rows if quantity is None else rows[rows["quantity"] == quantity]


@remembered(depends_on=Depends.CLAIMS)
def _ledger(dataset: Dataset) -> dict[tuple[str, ...], list[Claim]]:
    """Claims by subject type, subject and quantity."""
    by_subject: dict[tuple[str, ...], list[Claim]] = {}
    keys = (dataset.claims[name] for name in ("subject_type", "subject_id", "quantity"))
    for *key, claim in zip(*keys, as_claims(dataset.claims), strict=True):
        by_subject.setdefault(tuple(key), []).append(claim)
    return by_subject

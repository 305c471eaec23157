"""The dataset with observed times only: what was measured, without what was promised or planned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

OBSERVED = "observed"
# Groups of quantities that hours rest on.
_GROUPS = frozenset({"time", "frequency"})


@remembered(depends_on=Depends.EVERYTHING, most=1)
def observed_only(dataset: Dataset) -> Dataset:
    """
    Return the dataset without claims on times and frequencies of any kind but "observed".

    Distances and costs stay as they are, and so do factors: where no observed claim is left, a time is
    derived or modelled, or missing, as anywhere else.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    Dataset
        Remembered with the dataset.
    """
    quantities = dataset.quantities
    timed = set(quantities.loc[quantities["group"].isin(_GROUPS), "quantity_id"])
    claims = dataset.claims
    is_kept = ~claims["quantity"].isin(timed) | (claims["kind"] == OBSERVED)
    left = claims[is_kept].reset_index(drop=True)
    return replace(dataset, claims=left, content_hash=f"{dataset.content_hash}-observed")

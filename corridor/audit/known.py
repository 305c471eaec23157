"""Up to which month the dataset knows the world: how new the pages are that were read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.periods import last_day
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

# Share of the dated pages that must have appeared by the end of the month; the few beyond are strays.
KNOWN_SHARE = 0.99


@remembered(depends_on=Depends.CLAIMS)
def known_until(dataset: Dataset) -> str:
    """
    Say up to which month the pages reach that claims rest on.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    str
        The month, such as "2026-03", by whose end 99 of 100 dated pages had appeared: single newer pages do
        not make the rest known. "" if no page is dated. Tables of data are no pages about the world and do
        not count.
    """
    used = dataset.sources[dataset.sources["source_id"].isin(dataset.claims["source_id"])]
    pages = used.loc[used["kind"].ne("dataset"), "published"].dropna()
    days = sorted(last_day(day) for day in pages)
    if not days:
        return ""
    return days[-1 - int(len(days) * (1 - KNOWN_SHARE))].isoformat()[: len("YYYY-MM")]

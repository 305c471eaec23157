"""Sources, each with how often the dataset rests on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered
from corridor.words.folding import folded

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset


def sources(dataset: Dataset, *, words: str = "") -> pd.DataFrame:
    """
    List the sources with their use.

    Parameters
    ----------
    dataset
        The route dataset.
    words
        Every one of these words must stand in publisher, title, address or id, without regard to case and
        diacritics.

    Returns
    -------
    pandas.DataFrame
        Columns of the sources table with claims_count (claims that cite it), rows_count (rows of all other
        tables that cite it). The most cited first.
    """
    frame, texts = _used(dataset)
    wanted = folded(words).split()
    found: pd.DataFrame = frame.loc[[all(word in text for word in wanted) for text in texts]]
    return found


@remembered(depends_on=Depends.CLAIMS)
def _used(dataset: Dataset) -> tuple[pd.DataFrame, list[str]]:
    """All sources in order with the folded text of each."""
    claims = Counter(dataset.claims["source_id"])
    others: Counter[str] = Counter()
    for name in dataset.package.tables:
        frame = dataset.table(name)
        if name not in {"claims", "sources"} and "source_id" in frame:
            others.update(frame["source_id"].dropna())
        if "sources" in frame:
            others.update(source_id for cell in frame["sources"] for source_id in split_ids(cell))
    ids = dataset.sources["source_id"]
    counted = dataset.sources.assign(
        claims_count=[claims[id_] for id_ in ids], rows_count=[others[id_] for id_ in ids]
    )
    ordered = counted.sort_values(
        ["claims_count", "rows_count", "publisher", "source_id"], ascending=[False, False, True, True]
    ).reset_index(drop=True)
    columns = [ordered[name].fillna("") for name in ("source_id", "publisher", "title", "url")]
    return ordered, [folded(" ".join(cells)) for cells in zip(*columns, strict=True)]

"""The rows of the dataset as plain mappings, looked up by id once for the server."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from corridor.dataset.records import records
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset

Row = dict[str, Any]


def rows(frame: pd.DataFrame) -> list[Row]:
    """Return the rows of a frame as mappings, with None for what is missing."""
    return records(frame)


def by_id(dataset: Dataset, table: str) -> Mapping[str, Row]:
    """Return the rows of a table by their key."""
    return _legs(dataset) if table == "legs" else _by_id(dataset, table)


@remembered(depends_on=Depends.LEGS)
def _legs(dataset: Dataset) -> Mapping[str, Row]:
    """Legs by their key."""
    return _keyed(dataset, "legs")


@remembered(depends_on=Depends.CLAIMS)
def _by_id(dataset: Dataset, table: str) -> Mapping[str, Row]:
    """Rows of a table that no scenario changes, by their key."""
    return _keyed(dataset, table)


def _keyed(dataset: Dataset, table: str) -> Mapping[str, Row]:
    """Collect the rows of a table by their key."""
    key = dataset.package.tables[table].primary_key[0]
    return {row[key]: row for row in rows(dataset.table(table))}


def claims_on(dataset: Dataset, subject_type: str, subject_id: str, quantity: str) -> Sequence[Row]:
    """Return every claim on one quantity of one subject."""
    return _claims(dataset).get((subject_type, subject_id, quantity), ())


def claim_sources(dataset: Dataset, subject_type: str, subject_id: str) -> list[str]:
    """Return the ids of the sources of every claim about one subject."""
    return [row["source_id"] for row in _about(dataset).get((subject_type, subject_id), ())]


def names(dataset: Dataset, table: str, ids: str | None) -> list[Row]:
    """Return the rows that a cell of ids separated by | names; unknown ids are left out."""
    known = by_id(dataset, table)
    return [known[part] for part in (ids or "").split("|") if part in known]


@remembered(depends_on=Depends.CLAIMS)
def _claims(dataset: Dataset) -> Mapping[tuple[str, str, str], Sequence[Row]]:
    """Collect the claims by what they speak of."""
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows(dataset.claims):
        found[row["subject_type"], row["subject_id"], row["quantity"]].append(row)
    return {key: tuple(some) for key, some in found.items()}


@remembered(depends_on=Depends.CLAIMS)
def _about(dataset: Dataset) -> Mapping[tuple[str, str], Sequence[Row]]:
    """Collect the claims by their subject."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for (subject_type, subject_id, _quantity), some in _claims(dataset).items():
        found[subject_type, subject_id].extend(some)
    return found

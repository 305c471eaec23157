"""What changed between two route datasets: columns, rows, cells, headline figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.audit.headline_figures import chain_totals, headline_figures
from corridor.brief.csv import cells, plain
from corridor.words.plural import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

_CELLS = ("table", "id", "column", "old", "new")
_ROWS = ("table", "id", "change")
_COLUMNS = ("table", "column", "change")
_FIGURES = ("subject_type", "subject_id", "quantity", "old", "new")


@dataclass(frozen=True, kw_only=True)
class Difference:
    """
    What changed between two datasets.

    Attributes
    ----------
    old, new
        Version and content hash of each, such as "0.1.0 (b1966b1b09d5)".
    columns
        table, column, change ("added", "removed").
    rows
        table, id (of several columns joined by +), change ("added", "removed").
    cells
        table, id, column, old, new: cells of rows that stand in both; None where empty.
    figures
        subject_type, subject_id, quantity, old, new: headline figures in words, such as
        "24 h, 20 to 30, published, c-t-0019" or "missing". The subject type "total" is a chain's sum.
    """

    old: str
    new: str
    columns: pd.DataFrame
    rows: pd.DataFrame
    cells: pd.DataFrame
    figures: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed but perhaps the version."""
        return not any(len(frame) for frame in (self.columns, self.rows, self.cells, self.figures))


def compare(old: Dataset, new: Dataset) -> Difference:
    """
    Find what changed between two route datasets.

    Rows are matched by their primary key, so their order does not matter.

    Parameters
    ----------
    old, new
        The datasets.

    Returns
    -------
    Difference
        Empty frames if their tables hold the same.
    """
    columns: list[tuple[str, ...]] = []
    rows: list[tuple[str, ...]] = []
    changed: list[tuple[Any, ...]] = []
    for name in dict.fromkeys((*old.package.tables, *new.package.tables)):
        before, after = _table(old, name), _table(new, name)
        columns += [(name, column, "removed") for column in before.columns if column not in after.columns]
        columns += [(name, column, "added") for column in after.columns if column not in before.columns]
        was, is_ = _by_key(old, name, before), _by_key(new, name, after)
        rows += [(name, id_, "removed") for id_ in was if id_ not in is_]
        rows += [(name, id_, "added") for id_ in is_ if id_ not in was]
        changed += _changed_cells(name, was, is_)
    figures = list(_changed_figures(old, new)) if rows or changed or columns else []
    return Difference(
        old=f"{old.version} ({old.content_hash})",
        new=f"{new.version} ({new.content_hash})",
        columns=pd.DataFrame(columns, columns=_COLUMNS),
        rows=pd.DataFrame(rows, columns=_ROWS),
        cells=pd.DataFrame(changed, columns=_CELLS, dtype=object),
        figures=pd.DataFrame(figures, columns=_FIGURES),
    )


def in_words(difference: Difference) -> list[str]:
    """Say a difference line by line: + added, - removed, ~ changed."""
    lines = [f"data {difference.old} -> {difference.new}"]
    frames = (difference.columns, difference.rows, difference.cells)
    for table in dict.fromkeys(name for frame in frames for name in frame["table"]):
        columns, rows, changed = (frame[frame["table"] == table] for frame in frames)
        by_id = changed.groupby("id", sort=False)
        counts = rows["change"].value_counts()
        lines.append(
            f"{table}: {counts.get('added', 0)} added, {counts.get('removed', 0)} removed, "
            f"{by_id.ngroups} changed"
        )
        signs = {"added": "+", "removed": "-"}
        lines += [f"  {signs[row.change]} column {row.column}" for row in columns.itertuples()]
        lines += [f"  {signs[row.change]} {row.id}" for row in rows.itertuples()]
        for id_, group in by_id:
            parts = [f"{row.column}: {_shown(row.old)} -> {_shown(row.new)}" for row in group.itertuples()]
            lines.append(f"  ~ {id_}: {'; '.join(parts)}")
    if len(difference.figures):
        lines.append(f"headline figures: {len(difference.figures)} changed")
        lines += [
            f"  ~ {row.subject_type} {row.subject_id} {row.quantity}: {row.old} -> {row.new}"
            for row in difference.figures.itertuples()
        ]
    return lines if len(lines) > 1 else [*lines, "no difference"]


def as_json(difference: Difference) -> dict[str, Any]:
    """Give a difference as plain values for `json.dumps`."""
    frames = {name: getattr(difference, name) for name in ("columns", "rows", "cells", "figures")}
    records = {name: frame.to_dict("records") for name, frame in frames.items()}
    return {"old": difference.old, "new": difference.new, **records}


def _table(dataset: Dataset, name: str) -> pd.DataFrame:
    """Give a table, or an empty one where the dataset does not have it."""
    return dataset.table(name) if name in dataset.package.tables else pd.DataFrame()


def _by_key(dataset: Dataset, name: str, frame: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Rows of a table by their key."""
    if frame.empty:
        return {}
    columns = dict(cells(frame))
    key = dataset.package.tables[name].primary_key or tuple(columns)
    ids = ["+".join(map(str, parts)) for parts in zip(*(columns[column] for column in key), strict=True)]
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return dict(zip(ids, rows, strict=True))


def _changed_cells(
    name: str, was: dict[str, dict[str, Any]], is_: dict[str, dict[str, Any]]
) -> Iterator[tuple[Any, ...]]:
    """Cells that differ in rows that stand in both."""
    for id_, before in was.items():
        after = is_.get(id_)
        if after is None or before == after:
            continue
        for column in before.keys() & after.keys() if before.keys() != after.keys() else before:
            if before[column] != after[column]:
                yield name, id_, column, before[column], after[column]


def _changed_figures(old: Dataset, new: Dataset) -> Iterator[tuple[str, str, str, str, str]]:
    """Headline figures that differ, of all subjects of claims, of all legs and all chains."""
    was, is_ = _headlines(old), _headlines(new)
    for key in dict.fromkeys((*was, *is_)):
        before, after = was.get(key, "missing"), is_.get(key, "missing")
        if before != after:
            yield (*key, before, after)


def _headlines(dataset: Dataset) -> dict[tuple[str, str, str], str]:
    """Every headline figure in words."""
    found = {key: _worded(estimate) for key, estimate in headline_figures(dataset).items()}
    return found | {key: _worded_total(row) for key, row in chain_totals(dataset).items()}


def _worded(estimate: Estimate) -> str:
    """Say a figure in one line that changes when it does."""
    if estimate.is_missing:
        return "missing"
    headline = estimate.text if estimate.typical is None else f"{estimate.typical:g} {estimate.unit}"
    is_band = estimate.low is not None and estimate.low != estimate.high
    band = f", {estimate.low:g} to {estimate.high:g}" if is_band else ""
    worst = "" if estimate.worst is None else f", worst {estimate.worst:g}"
    origin = estimate.claim_id or "+".join(estimate.factors) or estimate.formula or ""
    return f"{headline}{band}{worst}, {estimate.basis}, {origin}"


def _worded_total(row: dict[Any, Any]) -> str:
    """Say a chain's sum in one line."""
    if row["basis"] == "missing":
        return "missing"
    missing = f", {counted(row['missing_count'], 'part')} missing" if row["missing_count"] else ""
    return f"{row['typical']:g}, {row['low']:g} to {row['high']:g}, {row['basis']}{missing}"


def _shown(value: Any) -> str:
    """Show a cell in one line."""
    return "empty" if plain(value) is None else repr(value)

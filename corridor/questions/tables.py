"""The answer to a question: tables with facts beside them, as JSON or CSV in one way for all faces."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corridor.brief.contents import columns_of
from corridor.brief.csv import as_csv, cells
from corridor.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

_DESCRIBED = ("name", "title", "type", "unit", "description")


@dataclass(frozen=True, eq=False, kw_only=True)
class Answer:
    """
    What a question is answered with.

    Attributes
    ----------
    tables
        Frames by name, the main one first.
    facts
        What stands beside the main table, such as the criteria: plain values.
    """

    tables: Mapping[str, pd.DataFrame]
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """Name of the main table."""
        return next(iter(self.tables))

    def named(self, table: str = "") -> tuple[str, pd.DataFrame]:
        """Give one table with its name, the main one if none is named; raises `QuestionError`."""
        name = table or self.main
        if name not in self.tables:
            raise QuestionError("answer-table-unknown", table=name, known=tuple(self.tables))
        return name, self.tables[name]


def body(dataset: Dataset, answer: Answer, *, table: str = "") -> dict[str, Any]:
    """
    Lay an answer out as plain values, as the command line and the HTTP API send it.

    Parameters
    ----------
    dataset
        The route dataset that was asked.
    answer
        The answer.
    table
        One of its tables; all, the main one in front, if empty.

    Returns
    -------
    dict
        data_version, content_hash, table (its name), the facts, count, columns (name, title, type,
        description), rows; where there are more tables and none is named, further: count, columns and rows of
        each. What is not known is None.
    """
    name, frame = answer.named(table)
    plain: dict[str, Any] = {
        "data_version": dataset.version,
        "content_hash": dataset.content_hash,
        "table": name,
    }
    plain |= {**answer.facts, **_table(dataset, name, frame)}
    others = {other: one for other, one in answer.tables.items() if other != name and not table}
    if others:
        plain["further"] = {other: _table(dataset, other, one) for other, one in others.items()}
    return plain


def as_json(value: Any, *, indent: int | None = None) -> bytes:
    """Write plain values as JSON without NaN."""
    separators = (",", ":") if indent is None else None
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    ).encode()


def csv(answer: Answer, *, table: str = "") -> bytes:
    """Write one table of an answer, the main one if none is named, as `corridor.brief.csv.as_csv`."""
    return as_csv(answer.named(table)[1])


def _table(dataset: Dataset, name: str, frame: pd.DataFrame) -> dict[str, Any]:
    """One table as plain values."""
    columns = dict(cells(frame))
    return {
        "count": len(frame),
        "columns": [
            {key: column[key] for key in _DESCRIBED if key in column}
            for column in columns_of(dataset.package, name, frame)
        ],
        "rows": [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)],
    }

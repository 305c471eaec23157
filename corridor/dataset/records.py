"""Rows of a frame as plain mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows of a frame as mappings, with None for what is missing."""
    names = list(frame.columns)
    columns = [_cells(frame[name]) for name in names]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def _cells(column: pd.Series) -> Sequence[Any]:
    """Give the cells of a column; Arrow writes texts as Python's several times faster than pandas does."""
    if isinstance(column.dtype, pd.StringDtype):
        cells: list[Any] = pa.array(column.array).to_pylist()
        return cells
    return [
        None if empty else cell for cell, empty in zip(column.tolist(), column.isna().tolist(), strict=True)
    ]

"""Frames with the columns that a table declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.columns.column import Table


def make_frame(rows: Iterable[Any], table: Table) -> pd.DataFrame:
    """
    Make the frame of a computed table.

    Parameters
    ----------
    rows
        Cells by name, or in the order of the columns. What a row does not name is missing; what the table
        does not declare is left out.
    table
        The table.

    Returns
    -------
    pandas.DataFrame
        The declared columns in their order and with their types, also without any row.
    """
    return fit_frame(pd.DataFrame(list(rows), columns=list(table.names)), table)


def fit_frame(found: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Give the columns of a table from a frame that has them, in their order and with their types."""
    dtypes: dict[str, Any] = table.dtypes
    fitted = found[list(dtypes)].copy()
    # Casting a whole frame of fifty columns takes ten times as long as to cast those that differ.
    for name, dtype in dtypes.items():
        if fitted[name].dtype != dtype:
            fitted[name] = fitted[name].astype(dtype)
    return fitted


def empty_frame(table: Table) -> pd.DataFrame:
    """Make the frame of a computed table without any row."""
    return make_frame((), table)

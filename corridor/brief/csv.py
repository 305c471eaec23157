"""Frames as CSV, with texts marked against formulas."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.dataset.neutral import neutralised

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXACT_WHOLE = 2.0**53
# The csv module of Python 3.11 leaves a lone carriage return unquoted, and then refuses to read it.
_NEEDS_QUOTES = re.compile(r'[,"\r\n]')


def as_csv(frame: pd.DataFrame) -> bytes:
    """
    Write a frame as `corridor.dataset.tables.load` reads it.

    Parameters
    ----------
    frame
        Any frame; its index is left out. Cells may be texts, numbers, truth values, tuples of texts.

    Returns
    -------
    bytes
        UTF-8 without byte order mark, comma, line feed; first row the column names. A missing cell is
        empty; truth values are true and false; ids in a tuple are separated by |. Texts that a spreadsheet
        would run as formulas bear an apostrophe (see `corridor.dataset.neutral`); numbers stay numbers.
    """
    columns = [[neutralised(name), *map(_text, values)] for name, values in cells(frame)]
    lines = (",".join(map(_quoted, row)) or '""' for row in zip(*columns, strict=True))
    return "".join(f"{line}\n" for line in lines).encode()


def cells(frame: pd.DataFrame) -> Iterator[tuple[str, list[Any]]]:
    """Give each column's name and its cells as plain values, None where one is missing."""
    for at, name in enumerate(frame.columns):
        column = frame.iloc[:, at]
        yield str(name), [plain(cell) for cell in column.tolist()]


def plain(cell: Any) -> str | float | int | bool | None:
    """Give a cell as text, number or truth value; None if it is missing."""
    if isinstance(cell, str | bool | int):
        return cell
    if isinstance(cell, float):
        if math.isnan(cell):
            return None
        return int(cell) if cell.is_integer() and abs(cell) < _EXACT_WHOLE else cell
    if isinstance(cell, tuple | list | frozenset):
        return "|".join(str(part) for part in cell) or None
    return None if cell is None or cell is pd.NA or cell is pd.NaT else str(cell)


def _text(value: Any) -> str:
    """Write one cell."""
    if isinstance(value, str):
        return neutralised(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else repr(value)


def _quoted(text: str) -> str:
    """Put a text between quotation marks if it needs them."""
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text

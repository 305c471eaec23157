"""Values of other formats written as our CSV files write them."""

from __future__ import annotations

import datetime as dt
import json

_MIDNIGHT = dt.time()


def plain(value: object) -> str:
    """
    Write a value that a workbook or a JSON file holds as a cell of our CSV files.

    Parameters
    ----------
    value
        A cell or property. A moment at midnight is a day; a list or an object is written as JSON.

    Returns
    -------
    str
        Its text; "" for none.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(sep=" ")
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, dt.date) else str(value)

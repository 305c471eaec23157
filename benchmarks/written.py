"""Tables of docs/load.md: each stands between two comments, and the command that measures it writes it."""

from __future__ import annotations

import datetime as dt
import os
import platform
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "load.md"


def write(name: str, lines: list[str], *, document: Path = DOCUMENT) -> None:
    """
    Put a table into the place of its predecessor.

    Parameters
    ----------
    name
        Name of the table in the document.
    lines
        Its lines; the heading line of the machine and the day is added here.
    document
        The document.

    Raises
    ------
    ValueError
        If the document has no such place.
    """
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    text = document.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    _old, found_end, after = rest.partition(end)
    if not (found and found_end):
        msg = f"{document.name} has no place for the table {name!r}."
        raise ValueError(msg)
    document.write_text(
        "".join((before, begin, *(f"{line}\n" for line in lines), end, after)), encoding="utf-8"
    )


def measured_here(load_before: str, load_after: str) -> str:
    """Say when, on what and beside how much other work something was measured."""
    day = dt.datetime.now(tz=dt.UTC).date()
    return (
        f"{day:%d %B %Y}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}; "
        f"load average {load_before} before, {load_after} after:"
    )

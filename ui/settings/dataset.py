"""The dataset of this server, read once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from corridor.dataset.findings import in_words
from corridor.dataset.tables import SHIPPED, Dataset, load
from corridor.errors import DatasetError
from ui.settings.environment import DATA

_LISTED = 20


@cache
def dataset() -> Dataset:
    """
    Load the shipped route dataset, or the one in the folder that ``CORRIDOR_DATA`` names.

    Raises
    ------
    corridor.errors.DatasetError
        If the data has faults; a server with faulty data does not start.
    """
    return load(folder())


def folder() -> Path:
    """Folder of the data that this server serves."""
    named = os.environ.get(DATA)
    return Path(named) if named else SHIPPED


def history_folder() -> Path:
    """Folder with the figures of earlier versions of that data."""
    return folder().resolve().parent / "history"


def stop_unless_usable() -> None:
    """
    Read the data before the server starts, and end the process in plain words if it cannot be used.

    Raises
    ------
    SystemExit
        With the first findings, each with file, row, column and cure.
    """
    try:
        dataset()
    except DatasetError as error:
        is_named = bool(os.environ.get(DATA))
        named = f"{folder()} (named by {DATA})" if is_named else str(folder())
        cure = f"Correct it, or unset {DATA} to serve the shipped data." if is_named else "Correct it."
        lines = in_words(error.findings)
        more = len(lines) - _LISTED
        rest = f"  and {more} more; `corridor validate {folder()}` lists all\n" if more > 0 else ""
        found = "".join(f"  {line}\n" for line in lines[:_LISTED])
        message = f"The server does not start: the data in {named} cannot be used.\n{found}{rest}{cure}"
        raise SystemExit(message) from None

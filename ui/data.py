"""The dataset of this server, read once."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from corridor.dataset import Dataset, load


@cache
def dataset() -> Dataset:
    """
    Load the shipped route dataset, or the one in the folder that ``CORRIDOR_DATA`` names.

    Raises
    ------
    corridor.errors.DatasetError
        If the data has faults; a server with faulty data does not start.
    """
    folder = os.environ.get("CORRIDOR_DATA")
    return load(Path(folder) if folder else None)

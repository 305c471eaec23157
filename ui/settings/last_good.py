"""A copy of the last data that could be used, for a start at which the named folder holds faulty ones."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from typing import TYPE_CHECKING

from corridor.dataset import shipped
from corridor.dataset.schema import DESCRIPTOR
from corridor.dataset.tables import Dataset, load
from corridor.errors import DatasetError

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER = "last-good"
_KEY_LENGTH = 16
log = logging.getLogger(__name__)


def remember(data: Dataset, folder: Path) -> Path | None:
    """
    Copy the files of a dataset, in the place of the copy that was there.

    Parameters
    ----------
    data
        The dataset.
    folder
        The folder that it was read from.

    Returns
    -------
    pathlib.Path or None
        The copy; None where it cannot be written, or the files are no longer those of the dataset.
    """
    place = _place(folder)
    copy = place / data.content_hash
    if copy.is_dir():
        return copy
    part = place / f"{data.content_hash}.{os.getpid()}.part"
    try:
        part.mkdir(parents=True, exist_ok=True)
        for name in (DESCRIPTOR, *(table.path for table in data.package.tables.values())):
            if (folder / name).is_file():
                shutil.copyfile(folder / name, part / name)
        if load(part).content_hash != data.content_hash:
            return None
        part.replace(copy)
        for other in place.iterdir():
            if other != copy:
                shutil.rmtree(other, ignore_errors=True)
    except DatasetError:
        return None
    except OSError as error:
        if copy.is_dir():  # another process was faster
            return copy
        log.warning("No copy of the data is stored, because %s cannot be written: %s", place, error)
        return None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return copy


def load_last(folder: Path) -> tuple[Dataset, Path] | None:
    """
    Load the copy of the last data of a folder that could be used.

    Parameters
    ----------
    folder
        The folder that holds faulty data now.

    Returns
    -------
    tuple or None
        The dataset and the folder of the copy; None if there is no such copy, or it is damaged.
    """
    try:
        copies = sorted(_place(folder).iterdir(), key=lambda copy: copy.stat().st_mtime, reverse=True)
    except OSError:
        return None
    for copy in copies:
        try:
            data = load(copy)
        except (DatasetError, OSError):
            continue
        if data.content_hash == copy.name:
            return data, copy
    return None


def _place(folder: Path) -> Path:
    """Folder for the copies of a folder's data."""
    key = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:_KEY_LENGTH]
    return shipped.scratch() / _FOLDER / key

"""The dataset of this server: what new visits get, and what open visits still have."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from corridor.dataset.findings import in_words
from corridor.dataset.tables import SHIPPED, Dataset, load
from corridor.errors import DatasetError
from ui.settings import last_good
from ui.settings.environment import DATA

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

_LISTED = 20
_IN_SCOPE = "corridor.dataset"


class Served:
    """
    The dataset that is served now.

    Attributes
    ----------
    fault
        Why the named folder is not served, in words; empty while it is.
    """

    def __init__(self) -> None:
        self.fault = ""
        self._lock = Lock()
        self._now: Dataset | None = None
        self._folder: Path | None = None
        self._alive: WeakValueDictionary[str, Dataset] = WeakValueDictionary()

    @property
    def folder(self) -> Path:
        """Folder whose content is served."""
        return self._folder or named_folder()

    def now(self) -> Dataset:
        """Return the dataset for new visits; load it at the first call."""
        found = self._now
        if found is not None:
            return found
        with self._lock:
            if self._now is None:
                self._put(load(named_folder()), named_folder())
            return self._now  # type: ignore[return-value] # it has just been put there

    def replace(self, data: Dataset, folder: Path) -> None:
        """Serve another dataset from now on; visits that are open keep theirs."""
        with self._lock:
            self._put(data, folder)

    def read_from(self, folder: Path) -> None:
        """Take files from another folder with the same content."""
        self._folder = folder

    def of_token(self, token: str) -> Dataset | None:
        """Return a dataset by its token: the served one, or one that an open visit still has."""
        return self._alive.get(token)

    def tokens(self) -> Sequence[str]:
        """List the tokens of all datasets that are in use."""
        return list(self._alive)

    def forget(self) -> None:
        """Forget everything, as before the first call."""
        with self._lock:
            self._now, self._folder, self.fault = None, None, ""
            self._alive.clear()

    def _put(self, data: Dataset, folder: Path) -> None:
        """Serve a dataset."""
        self._alive[token_of(data)] = data
        self._now, self._folder = data, folder


served = Served()


def dataset() -> Dataset:
    """
    Return the dataset that this server gives to new visits.

    It is the shipped one, or the one in the folder that ``CORRIDOR_DATA`` names, read once;
    `ui.server.data_watch` replaces it when the folder holds another version.

    Raises
    ------
    corridor.errors.DatasetError
        If the data has faults; a server with faulty data does not start.
    """
    return served.now()


def dataset_of(scope: MutableMapping[str, Any]) -> Dataset:
    """Return the dataset of a request: one for all of its parts, even if another one is served meanwhile."""
    found: Dataset = scope.setdefault(_IN_SCOPE, dataset())
    return found


def token_of(data: Dataset) -> str:
    """Name of a dataset in addresses and caches."""
    return f"{data.version}-{data.content_hash}"


def folder() -> Path:
    """Folder of the data that this server serves."""
    return served.folder


def named_folder() -> Path:
    """Folder that the setting names, or that of the shipped data."""
    named = os.environ.get(DATA)
    return Path(named) if named else SHIPPED


def history_folder() -> Path:
    """Folder with the figures of earlier versions of that data."""
    return named_folder().resolve().parent / "history"


def stop_unless_usable() -> str:
    """
    Read the data before the server starts; if it cannot be used, serve the last version that could.

    Returns
    -------
    str
        What is wrong, in words; empty if nothing is.

    Raises
    ------
    SystemExit
        If there is no such version. It holds the first findings, each with file, row, column and cure.
    """
    try:
        dataset()
    except DatasetError as error:
        named = named_folder()
        found = last_good.load_last(named)
        if found is None:
            message = f"The server does not start: {told(named, error)}"
            raise SystemExit(message) from None
        served.replace(*found)
        served.fault = told(named, error)
    return served.fault


def told(place: Path, error: DatasetError) -> str:
    """Say what is wrong with the data in a folder, and what to do."""
    is_named = bool(os.environ.get(DATA))
    named = f"{place} (named by {DATA})" if is_named else str(place)
    cure = f"Correct it, or unset {DATA} to serve the shipped data." if is_named else "Correct it."
    lines = in_words(error.findings)
    more = len(lines) - _LISTED
    rest = f"  and {more} more; `corridor validate {place}` lists all\n" if more > 0 else ""
    found = "".join(f"  {line}\n" for line in lines[:_LISTED])
    return f"the data in {named} cannot be used.\n{found}{rest}{cure}"

"""Looks whether the folder of the data holds another version, and serves it to new visits."""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import TYPE_CHECKING

from corridor.dataset.schema import DESCRIPTOR
from corridor.dataset.tables import load
from corridor.errors import DatasetError
from ui.settings import last_good
from ui.settings.dataset import Served, named_folder, served, token_of, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corridor.dataset.tables import Dataset

    Signature = tuple[tuple[str, int, int, int], ...]

PAUSE_S = 10.0
log = logging.getLogger(__name__)


class Watch:
    """
    Takes a new version of the data when its files are all there and valid.

    Files must stay the same for one pause before they are read, and while they are read: half of a version is
    never served. Faulty data change nothing but the log; `ui.settings.dataset.Served.fault` says so.

    Parameters
    ----------
    prepare
        Does with a new dataset what its first visitor would wait for.
    holder
        Where the served dataset is held.
    """

    def __init__(self, prepare: Callable[[Dataset], None], *, holder: Served = served) -> None:
        self._prepare, self._holder = prepare, holder
        self._seen = self._handled = signature(named_folder())
        self._is_thawed = False

    async def watch(self) -> None:
        """Look for as long as the server runs."""
        while True:
            await asyncio.sleep(PAUSE_S)
            try:
                await asyncio.to_thread(self.look)
            except Exception:  # the server must go on, whatever lies in the folder
                log.exception("The folder of the data could not be looked at.")

    def look(self) -> bool:
        """Look once; say whether another version is served from now on."""
        self._freeze_again()
        folder = named_folder()
        found = signature(folder)
        is_steady, self._seen = found == self._seen, found
        if found == self._handled or not is_steady:
            return False
        try:
            data = load(folder)
        except DatasetError as error:
            self._handled = found
            self._refuse(folder, error)
            return False
        if signature(folder) != found:
            return False
        self._handled = found
        return self._take(data, folder)

    def _take(self, data: Dataset, folder: Path) -> bool:
        """Serve a version, unless it is the one that is served."""
        before = self._holder.now()
        last_good.remember(data, folder)
        if data.content_hash == before.content_hash:
            if self._holder.fault:
                self._holder.read_from(folder)
                self._holder.fault = ""
                log.warning("The data in %s can be used again; it is the version that is served.", folder)
            return False
        self._prepare(data)
        self._holder.replace(data, folder)
        self._holder.fault = ""
        log.warning("New visits get data %s; open ones keep %s.", token_of(data), token_of(before))
        # What was frozen at the start is never looked at again: the old data could not go.
        gc.unfreeze()
        self._is_thawed = True
        return True

    def _refuse(self, folder: Path, error: DatasetError) -> None:
        """Go on with the version that is served, and take its files from the copy."""
        self._holder.fault = told(folder, error)
        copy = last_good.load_last(folder)
        if copy is not None and copy[0].content_hash == self._holder.now().content_hash:
            self._holder.read_from(copy[1])
        log.error("The server goes on with data %s: %s", token_of(self._holder.now()), self._holder.fault)

    def _freeze_again(self) -> None:
        """Take what stays out of every later collection of garbage once the old data are gone."""
        if self._is_thawed and len(self._holder.tokens()) == 1:
            self._is_thawed = False
            gc.collect()
            gc.freeze()


def signature(folder: Path) -> Signature:
    """Names, sizes and times of the files of a dataset; empty if there is no such folder."""
    found = []
    try:
        for file in sorted(folder.iterdir()):
            if file.name == DESCRIPTOR or file.suffix == ".csv":
                state = file.stat()
                found.append((file.name, state.st_size, state.st_mtime_ns, state.st_ino))
    except OSError:
        return ()
    return tuple(found)

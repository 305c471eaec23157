"""Compressed copies of what the server sends, cached on disk where that can be written."""

from __future__ import annotations

import logging
import os
import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PART = ".part"
_ENDINGS = (".br", ".gz")
_LEFT_OVER_S = 3600
log = logging.getLogger(__name__)


class Copies:
    """
    Contents by name, each made once.

    They lie in a folder, for the next start of the server. Where that cannot be written (it is full or
    read-only, or something else has its name) they are held in memory, which is told once in the log.

    Parameters
    ----------
    folder
        The folder; it is made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._held: dict[str, bytes] = {}
        self._lock = Lock()
        self._is_told = False

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give a content: from memory, from the folder, or made now."""
        found = self._found(name)
        if found:
            return found
        with self._lock:
            found = self._found(name)
            if found:
                return found
            content = make()
            self._store(name, content)
            return content

    def prepare(self, name: str, make: Callable[[], bytes]) -> None:
        """Make a content unless it is there, so that no visitor waits for it."""
        try:
            is_there = (self.folder / name).stat().st_size > 0
        except OSError:
            is_there = False
        if not is_there:
            self.get(name, make)

    def tidy(self) -> None:
        """Remove what a server that was stopped while it wrote has left behind."""
        try:
            for file in self.folder.iterdir():
                is_old = time.time() - file.stat().st_mtime > _LEFT_OVER_S
                if file.suffix not in _ENDINGS and is_old:
                    file.unlink(missing_ok=True)
        except OSError:
            return

    def _found(self, name: str) -> bytes:
        """Give a content that is there; an empty one is none."""
        if name in self._held:
            return self._held[name]
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return b""

    def _store(self, name: str, content: bytes) -> None:
        """Write a content in one step, since several servers may start at once; else hold it in memory."""
        part = self.folder / f"{name}.{os.getpid()}{_PART}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(self.folder / name)
        except OSError as error:
            self._held[name] = content
            self._tell(error)
            self._remove(part)

    def _tell(self, error: OSError) -> None:
        """Say once that the folder cannot be written."""
        if not self._is_told:
            self._is_told = True
            log.warning(
                "Compressed files are held in memory, because %s cannot be written: %s", self.folder, error
            )

    @staticmethod
    def _remove(part: Path) -> None:
        """Remove what was written of a content that did not fit."""
        try:
            part.unlink(missing_ok=True)
        except OSError:
            return

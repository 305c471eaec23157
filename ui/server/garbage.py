"""Collects garbage between the runs of pages instead of after each of them."""

from __future__ import annotations

import asyncio
import gc
import time
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from ui.server import allocator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUIET_S = 1.0
MIN_PAUSE_S, MAX_PAUSE_S = 15.0, 180.0
_LOOK_S = 0.5


def collect() -> None:
    """Collect all garbage, and give what that freed back to the system."""
    gc.collect()
    allocator.give_back()


class Collector:
    """
    Counts the runs of pages and collects garbage in full when none is in progress.

    Streamlit would collect after every run (`runner.postScriptGC`), which takes longer than the run itself.
    Python's own collector goes on beside this one, and takes most of what runs leave behind.

    Parameters
    ----------
    collect
        Collects all garbage and frees its memory.
    clock
        Seconds that only grow.
    """

    def __init__(
        self,
        *,
        collect: Callable[[], object] = collect,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._collect, self._clock = collect, clock
        self._lock = Lock()
        self._in_progress = 0
        self._runs = 0
        self._last_run = self._last_collection = clock()

    @contextmanager
    def run(self) -> Iterator[None]:
        """Count a run of a page while it is in progress."""
        with self._lock:
            self._in_progress += 1
            self._runs += 1
        try:
            yield
        finally:
            with self._lock:
                self._in_progress -= 1
                self._last_run = self._clock()

    def is_due(self) -> bool:
        """
        Whether to collect now.

        A collection is due once no page has run for `QUIET_S`, at most every `MIN_PAUSE_S`; on a server
        that is never quiet, every `MAX_PAUSE_S`. Where no page has run since the last one, none is due.
        """
        with self._lock:
            now = self._clock()
            pause = now - self._last_collection
            is_quiet = not self._in_progress and now - self._last_run >= QUIET_S
            return bool(self._runs) and pause >= (MIN_PAUSE_S if is_quiet else MAX_PAUSE_S)

    def collect_if_due(self) -> bool:
        """Collect if it is due; say whether it was."""
        if not self.is_due():
            return False
        with self._lock:
            self._runs = 0
        self._collect()
        with self._lock:
            self._last_collection = self._clock()
        return True

    async def watch(self) -> None:
        """Collect whenever it is due, until cancelled."""
        while True:
            await asyncio.sleep(_LOOK_S)
            self.collect_if_due()


collector = Collector()

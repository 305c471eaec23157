"""Runs of pages go first: other work waits a moment while one is in progress."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORT_TURN_S = 0.001
USUAL_TURN_S = sys.getswitchinterval()


class PagesFirst:
    """
    Knows whether a run of a page is in progress, and has other threads wait for its end.

    Threads of one process share one interpreter: work beside a run makes the run longer by its own time.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._in_progress = self._beside = 0
        self._none = Event()
        self._none.set()

    @contextmanager
    def run(self) -> Iterator[None]:
        """Go first until the end of the block."""
        with self._lock:
            self._in_progress += 1
            self._none.clear()
        try:
            yield
        finally:
            with self._lock:
                self._in_progress -= 1
                if not self._in_progress:
                    self._none.set()

    @contextmanager
    def beside(self, most_s: float) -> Iterator[None]:
        """
        Begin when no run is in progress; a server that is never quiet begins all the same after a while.

        A run, or the server's loop, that comes meanwhile waits `SHORT_TURN_S` for its turn, not Python's
        5 ms. Short turns cost a run some 6 % more time, so they hold beside such work alone.

        Parameters
        ----------
        most_s
            The longest wait, in seconds.
        """
        self._none.wait(most_s)
        self._change(1)
        try:
            yield
        finally:
            self._change(-1)

    def _change(self, count: int) -> None:
        """Count the work beside the pages, and set the length of a turn by it."""
        with self._lock:
            self._beside += count
            sys.setswitchinterval(SHORT_TURN_S if self._beside else USUAL_TURN_S)


pages = PagesFirst()

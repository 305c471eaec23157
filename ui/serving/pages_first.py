"""Runs of pages go first: other work waits a moment while one is in progress."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class PagesFirst:
    """
    Knows whether a run of a page is in progress, and has other threads wait for its end.

    Threads of one process share one interpreter: work beside a run makes the run longer by its own time.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._in_progress = 0
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

    def give_way(self, most_s: float) -> None:
        """
        Wait until no run is in progress, but not for ever: a server that is never quiet answers all the same.

        Parameters
        ----------
        most_s
            The longest wait, in seconds.
        """
        self._none.wait(most_s)


pages = PagesFirst()

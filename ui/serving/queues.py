"""Threads for the work that requests ask for: a bounded number at once, a bounded number waiting."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from starlette.responses import PlainTextResponse

from corridor.memory.caches import Cache
from ui.serving.pages_first import PagesFirst, pages

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable
    from concurrent.futures import Future

    from starlette.requests import Request
    from starlette.responses import Response

RETRY_AFTER_S = 5
GIVES_WAY_S = 0.5
_Result = TypeVar("_Result")


class BusyError(Exception):
    """As many requests wait as may wait, or the server is about to stop."""


class Queue:
    """
    Threads of one kind of work. Another kind has a queue of its own, so neither waits for the other.

    Parameters
    ----------
    name
        Name of the threads.
    at_once
        How many pieces of work run at once.
    waiting
        How many more may wait. Whoever comes then is refused before a thread is taken.
    patience_s
        How long a piece of work waits for a thread before it is refused.
    after
        Each piece of work waits for the runs of pages that are in progress, for `GIVES_WAY_S` at most; None
        if it begins at once.
    """

    def __init__(
        self, name: str, *, at_once: int, waiting: int, patience_s: float, after: PagesFirst | None = None
    ) -> None:
        self.name = name
        self.places = at_once + waiting
        self.patience_s = patience_s
        self._after = after
        self._pool = ThreadPoolExecutor(max_workers=at_once, thread_name_prefix=name)
        self._inside: set[Future[Any]] = set()
        self._is_closed = False
        self._lock = Lock()

    def __len__(self) -> int:
        """Count what runs and what waits."""
        return len(self._inside)

    async def run(self, work: Callable[[], _Result]) -> _Result:
        """
        Run a piece of work on a thread.

        Raises
        ------
        BusyError
            If too many wait, or no thread was free within the queue's patience.
        """
        future = self._entered(work)
        result = asyncio.wrap_future(future)
        try:
            done, _waiting = await asyncio.wait({result}, timeout=self.patience_s)
        except asyncio.CancelledError:
            future.cancel()
            raise
        if (not done and future.cancel()) or future.cancelled():
            raise BusyError
        return await result

    def close(self) -> None:
        """Refuse all that waits and all that comes; what runs may end."""
        with self._lock:
            self._is_closed = True
            inside = list(self._inside)
        for future in inside:
            future.cancel()

    def _entered(self, work: Callable[[], _Result]) -> Future[_Result]:
        """Hand a piece of work to the threads unless the queue is full."""
        with self._lock:
            if self._is_closed or len(self._inside) >= self.places:
                raise BusyError
            future = self._pool.submit(self._in_turn, work)
            self._inside.add(future)
        future.add_done_callback(self._left)
        return future

    def _in_turn(self, work: Callable[[], _Result]) -> _Result:
        """Give way to the pages, then work."""
        if self._after is None:
            return work()
        with self._after.beside(GIVES_WAY_S):
            return work()

    def _left(self, future: Future[Any]) -> None:
        """Give the place of a piece of work to the next."""
        with self._lock:
            self._inside.discard(future)


class Results:
    """
    The last results of one kind of work. Whoever asks for a result that is being made waits for that one.

    Parameters
    ----------
    queue
        The threads that make them.
    most, most_weight, weigh
        How many results are cached, and how much they may weigh; see `corridor.memory.caches.Cache`.
    name
        Name in `corridor.memory.caches.all_caches`; without it, that of the queue.
    """

    def __init__(
        self,
        queue: Queue,
        *,
        most: int,
        name: str = "",
        most_weight: float | None = None,
        weigh: Callable[[Any], float] = lambda _result: 1.0,
    ) -> None:
        self.queue = queue
        self.cache: Cache[Any] = Cache(name or queue.name, most=most, most_weight=most_weight, weigh=weigh)
        self._being_made: dict[Hashable, asyncio.Task[Any]] = {}

    def __len__(self) -> int:
        """Count the cached results."""
        return len(self.cache)

    def known(self, key: Hashable) -> Any | None:
        """Give a cached result, or None; never waits for one that is being made."""
        return self.cache.peek(key)

    async def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """
        Give a cached result, else make it on a thread of the queue; it is never None.

        Raises
        ------
        BusyError
            If the queue is full.
        """
        found = self.known(key)
        if found is not None:
            return found
        flight = (asyncio.get_running_loop(), key)
        task = self._being_made.get(flight)
        if task is None:
            task = asyncio.ensure_future(self.queue.run(partial(self.put, key, make)))
            self._being_made[flight] = task
            task.add_done_callback(partial(self._made, flight))
        return await asyncio.shield(task)

    def put(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Make a result on this thread unless it is cached, or another thread makes it."""
        return self.cache.get(key, make)

    def _made(self, flight: Hashable, task: asyncio.Task[Any]) -> None:
        """Forget that a result is being made; look at its error, for which nobody may wait any more."""
        self._being_made.pop(flight, None)
        if not task.cancelled():
            task.exception()


# Answers that are worked out in some hundredths of a second: rows, figures, texts, compression.
light = Queue("light", at_once=4, waiting=128, patience_s=8.0)
# The same for programs that ask the API: they may ask by the hundred, and a page goes first.
api = Queue("api", at_once=1, waiting=128, patience_s=8.0, after=pages)
# Questions to the engine and the packing of the whole dataset: up to some seconds each.
heavy = Queue("heavy", at_once=2, waiting=16, patience_s=8.0, after=pages)


def queued(queue: Queue, answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Make an endpoint that answers on a thread of a queue, or tells the visitor to come back."""

    async def endpoint(request: Request) -> Response:
        try:
            return await queue.run(partial(answer, request))
        except BusyError:
            return busy()

    return endpoint


def busy() -> Response:
    """Tell a visitor to come back."""
    headers = {"Retry-After": str(RETRY_AFTER_S), "Cache-Control": "no-store"}
    return PlainTextResponse(
        "The server is busy. Ask again in some seconds.", status_code=503, headers=headers
    )

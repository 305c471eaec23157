"""Caches with a bound, and what all of them hold."""

from __future__ import annotations

import sys
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from weakref import WeakSet

from corridor.memory.single_flight import SingleFlight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

_Result = TypeVar("_Result")


class CacheInfo(NamedTuple):
    """
    What one cache holds, or all caches of one name together.

    Attributes
    ----------
    name
        Its name; a function with `functools.lru_cache` has the name of its module and its own.
    entries, bound
        How many results it holds, and how many it may hold at most; None for as many as its function has
        arguments (see ``tests/unit/test_caches.py``).
    hits, misses
        How often a result was there, and how often it had to be made. Hits are None where they are not
        counted.
    """

    name: str
    entries: int
    bound: int | None
    hits: int | None
    misses: int


class Cache(SingleFlight[_Result]):
    """
    A named cache of the process: bounded, counted, each result made once.

    Parameters
    ----------
    name
        Name in `all_caches`.
    most, most_weight, weigh
        As of `corridor.memory.single_flight.SingleFlight`; a bound on the number is a must.
    """

    def __init__(
        self,
        name: str,
        *,
        most: int,
        most_weight: float | None = None,
        weigh: Callable[[_Result], float] = lambda _result: 1.0,
    ) -> None:
        super().__init__(most=most, most_weight=most_weight, weigh=weigh)
        self.name = name
        self._asked = 0
        with _caches_lock:
            _caches.add(self)

    def get(self, question: Hashable, make: Callable[[], _Result]) -> _Result:
        """Give the result of a question; see `SingleFlight.get`."""
        self._asked += 1
        return super().get(question, make)

    def peek(self, question: Hashable) -> _Result | None:
        """Give the result of a question if it is there; never waits for a thread that makes it."""
        with self._lock:
            found = self._kept.pop(question, None)
            if found is None:
                return None
            self._kept[question] = found
            self._asked += 1
            return found[0]

    def clear(self) -> None:
        """Forget all results."""
        with self._lock:
            self._kept.clear()
            self._weight = 0.0

    def info(self) -> CacheInfo:
        """Count its results and how often they were asked for."""
        return CacheInfo(self.name, len(self), self._most, self._asked - self.made, self.made)


def all_caches() -> list[CacheInfo]:
    """
    Count what every cache of this process holds.

    Returns
    -------
    list of CacheInfo
        By name: instances of `Cache`, functions of both packages with `functools.lru_cache` or
        `functools.cache`, and the results that datasets remember, by function. Caches of one name, such as
        those of several datasets, are added up, bounds included.
    """
    with _caches_lock:
        caches = list(_caches)
    found = [cache.info() for cache in caches]
    found += _functions()
    by_name: dict[str, CacheInfo] = {}
    for cache in found:
        known = by_name.get(cache.name)
        by_name[cache.name] = cache if known is None else _added(known, cache)
    return [by_name[name] for name in sorted(by_name)]


def _functions() -> Iterator[CacheInfo]:
    """Count the caches of functions, in the modules that are loaded."""
    modules = [(name, module) for name, module in sys.modules.items() if name.partition(".")[0] in _PACKAGES]
    for name, module in sorted(modules):
        for function in list(vars(module).values()):
            if hasattr(function, "cache_info") and function.__module__ == name:
                info = function.cache_info()
                bound = info.currsize if info.maxsize is None else info.maxsize
                yield CacheInfo(
                    f"{name}.{function.__qualname__}", info.currsize, bound, info.hits, info.misses
                )


def _added(one: CacheInfo, other: CacheInfo) -> CacheInfo:
    """Add up two caches of one name."""
    return CacheInfo(
        one.name,
        one.entries + other.entries,
        _sum(one.bound, other.bound),
        _sum(one.hits, other.hits),
        one.misses + other.misses,
    )


def _sum(one: int | None, other: int | None) -> int | None:
    """Add two numbers up; None if one of them is not known."""
    return None if one is None or other is None else one + other


_PACKAGES = frozenset({"corridor", "ui"})
_caches: WeakSet[Cache[Any]] = WeakSet()
_caches_lock = Lock()

"""Caches with a bound, and what all of them hold."""

from __future__ import annotations

import sys
from collections import Counter
from threading import RLock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from weakref import WeakSet, WeakValueDictionary

from corridor.memory.single_flight import SingleFlight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

_Result = TypeVar("_Result")

MAX_REMEMBERED = 4096


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


class Remembered(dict[Any, Any]):
    """
    Results kept with a dataset, by any key, bounded for each kind of result.

    The kind is the first part of a key that is a tuple, else the key. When a kind has `most` results, the
    older half of them leaves. What has left can still be read, though not found with ``in``, until the next
    half leaves: code that looks before it reads never misses what it has just seen, whatever other threads
    add meanwhile.

    Parameters
    ----------
    most
        How many results of one kind are kept.
    shared, holds, is_written
        Results of another dataset; whether one of them holds here as well, by its key; whether one of those
        that is made here is kept there.
    """

    def __init__(
        self,
        most: int = MAX_REMEMBERED,
        *,
        shared: Remembered | None = None,
        holds: Callable[[Hashable], bool] = lambda _key: False,
        is_written: Callable[[Hashable], bool] = lambda _key: False,
    ) -> None:
        super().__init__()
        self.most = most
        self._shared, self._holds, self._is_written = shared, holds, is_written
        self._kinds: dict[str, dict[Hashable, None]] = {}
        self._left: dict[str, dict[Hashable, Any]] = {}
        self._made: Counter[str] = Counter()
        self._lock = RLock()
        _remembered[id(self)] = self

    def __missing__(self, key: Hashable) -> Any:
        """Give what another dataset has, or what has left here and can still be read."""
        if self._shared is not None and self._holds(key):
            try:
                return self._shared[key]
            except KeyError:  # it may have left here
                pass
        return self._left.get(_kind(key), {})[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is a result, here or with the other dataset."""
        if super().__contains__(key):
            return True
        return self._shared is not None and key in self._shared and self._holds(key)

    def __setitem__(self, key: Hashable, value: Any) -> None:
        """Keep a value; the older half of its kind leaves if there are too many."""
        if self._shared is not None and self._is_written(key):
            self._shared[key] = value
            return
        with self._lock:
            kind = _kind(key)
            self._made[kind] += 1
            keys = self._kinds.setdefault(kind, {})
            keys[key] = None
            super().__setitem__(key, value)
            if len(keys) > self.most:
                self._left[kind] = {old: self.pop(old) for old in list(keys)[: len(keys) // 2]}

    def setdefault(self, key: Hashable, default: Any = None) -> Any:
        """Give the value of a key, after setting it if it is not there."""
        with self._lock:
            if key not in self:
                self[key] = default
            return self[key]

    def pop(self, key: Hashable, *default: Any) -> Any:
        """Take a key out and give its value."""
        with self._lock:
            self._kinds.get(_kind(key), {}).pop(key, None)
            return super().pop(key, *default)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            super().clear()
            self._kinds.clear()
            self._left.clear()

    def infos(self) -> list[CacheInfo]:
        """Count the results of each kind, those included that left and can still be read."""
        bound = self.most + self.most // 2 + 1
        with self._lock:
            counts = {kind: len(keys) + len(self._left.get(kind, ())) for kind, keys in self._kinds.items()}
            recent = [(kind, one) for kind, one in self.items() if isinstance(one, SingleFlight)]
        found = [
            CacheInfo(f"remembered: {kind}", count, bound, None, self._made[kind])
            for kind, count in counts.items()
        ]
        return found + [
            CacheInfo(f"recent: {kind}", len(one), one.most, None, one.made) for kind, one in recent
        ]

    def get(self, key: Hashable, default: Any = None) -> Any:
        """Give the result for a key, or something else if there is none."""
        return self[key] if key in self else default  # noqa: SIM401 - this is that very method

    def __reduce__(self) -> tuple[type[Remembered], tuple[int]]:
        """Leave behind what is remembered when the dataset goes to another process."""
        return type(self), (self.most,)


def all_caches() -> list[CacheInfo]:
    """
    Count what every cache of this process holds.

    Returns
    -------
    list of CacheInfo
        By name: instances of `Cache`, functions of both packages with `functools.lru_cache` or
        `functools.cache`, and each kind of result that datasets remember. Caches of one name, such as those
        of several datasets, are added up, bounds included.
    """
    found = [cache.info() for cache in list(_caches)]
    found += [info for remembered in list(_remembered.values()) for info in remembered.infos()]
    found += _functions()
    by_name: dict[str, CacheInfo] = {}
    for one in found:
        known = by_name.get(one.name)
        by_name[one.name] = one if known is None else _added(known, one)
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


def _kind(key: Hashable) -> str:
    """Kind of what a key of `Remembered` stands for."""
    return str(key[0] if isinstance(key, tuple) and key else key)


_PACKAGES = frozenset({"corridor", "ui"})
_caches: WeakSet[Cache[Any]] = WeakSet()
_remembered: WeakValueDictionary[int, Remembered] = WeakValueDictionary()

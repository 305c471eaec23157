"""Caches with a bound: what was worked out before, for whoever asks next."""

from __future__ import annotations

import sys
from collections import Counter, OrderedDict
from threading import Condition, RLock
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar
from weakref import WeakSet, WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

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
        How many results it holds, and how many it may hold at most.
    hits, misses
        How often a result was there, and how often it had to be made. Hits are None where they are not
        counted.
    """

    name: str
    entries: int
    bound: int
    hits: int | None
    misses: int


class Cache(Generic[_Result]):
    """
    The results asked for last, each made once however many threads ask for it at the same time.

    Parameters
    ----------
    name
        Name in `all_caches`.
    most
        How many results are kept; the one that nobody has asked for the longest leaves first.
    most_bytes, size
        How many bytes all results may take together, and how many one takes; no bound if None.
    """

    def __init__(
        self,
        name: str,
        most: int,
        *,
        most_bytes: int | None = None,
        size: Callable[[_Result], int] | None = None,
    ) -> None:
        self.name, self.most, self.most_bytes = name, most, most_bytes
        self._size = size
        self._known: OrderedDict[Hashable, _Result] = OrderedDict()
        self._bytes = 0
        self._in_work: set[Hashable] = set()
        self._changed = Condition()
        self._hits = self._misses = 0
        _caches.add(self)

    def get(self, key: Hashable, make: Callable[[], _Result]) -> _Result:
        """
        Give the result for a key, made now or before.

        While one thread makes it, others that ask for the same wait. An error is raised to the thread that
        met it and is not kept: the next in line tries for itself.
        """
        with self._changed:
            self._changed.wait_for(lambda: key not in self._in_work)
            if key in self._known:
                self._hits += 1
                self._known.move_to_end(key)
                return self._known[key]
            self._misses += 1
            self._in_work.add(key)
        try:
            result = make()
        except BaseException:
            self._leave(key)
            raise
        self._leave(key, result)
        return result

    def peek(self, key: Hashable) -> _Result | None:
        """Give the result for a key if it is there; never waits for a thread that makes it."""
        with self._changed:
            if key not in self._known:
                return None
            self._hits += 1
            self._known.move_to_end(key)
            return self._known[key]

    def info(self) -> CacheInfo:
        """Count its results and how often they were asked for."""
        return CacheInfo(self.name, len(self._known), self.most, self._hits, self._misses)

    @property
    def bytes(self) -> int:
        """How many bytes its results take together; 0 where that is not measured."""
        return self._bytes

    def clear(self) -> None:
        """Forget all results."""
        with self._changed:
            self._known.clear()
            self._bytes = 0

    def __len__(self) -> int:
        """Count the results."""
        return len(self._known)

    def _leave(self, key: Hashable, *results: _Result) -> None:
        """End the work on a key; keep its result, if there is one, and let others leave for it."""
        with self._changed:
            self._in_work.discard(key)
            for result in results:
                self._known[key] = result
                self._bytes += self._measured(result)
            while len(self._known) > self.most or self._bytes > (self.most_bytes or self._bytes):
                _key, oldest = self._known.popitem(last=False)
                self._bytes -= self._measured(oldest)
            self._changed.notify_all()

    def _measured(self, result: _Result) -> int:
        """Bytes of a result."""
        return self._size(result) if self._size else 0


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
    """

    def __init__(self, most: int = MAX_REMEMBERED) -> None:
        super().__init__()
        self.most = most
        self._kinds: dict[str, dict[Hashable, None]] = {}
        self._left: dict[str, dict[Hashable, Any]] = {}
        self._made: Counter[str] = Counter()
        self._lock = RLock()
        _remembered[id(self)] = self

    def __missing__(self, key: Hashable) -> Any:
        """Give what has left and can still be read."""
        return self._left.get(_kind(key), {})[key]

    def __setitem__(self, key: Hashable, value: Any) -> None:
        """Keep a value; the older half of its kind leaves if there are too many."""
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

    def update(self, entries: Iterable[tuple[Hashable, Any]]) -> None:  # type: ignore[override]
        """Set the values of several keys."""
        for key, value in entries:
            self[key] = value

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
            return [
                CacheInfo(f"remembered: {kind}", count, bound, None, self._made[kind])
                for kind, count in counts.items()
            ]

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
    hits = None if one.hits is None or other.hits is None else one.hits + other.hits
    return CacheInfo(
        one.name, one.entries + other.entries, one.bound + other.bound, hits, one.misses + other.misses
    )


def _kind(key: Hashable) -> str:
    """Kind of what a key of `Remembered` stands for."""
    return str(key[0] if isinstance(key, tuple) and key else key)


_PACKAGES = frozenset({"corridor", "ui"})
_caches: WeakSet[Cache[Any]] = WeakSet()
_remembered: WeakValueDictionary[int, Remembered] = WeakValueDictionary()

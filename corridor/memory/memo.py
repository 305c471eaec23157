"""Functions of a dataset whose results are remembered, and shared by scenarios that do not touch them."""

from __future__ import annotations

from enum import Flag
from functools import partial, update_wrapper
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, TypeVarTuple

from corridor.memory.caches import Cache, CacheInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")

MAX_REMEMBERED = 4096
MAX_RECENT = 16


class Depends(Flag):
    """
    What a result depends on, of all that a scenario may change.

    Attributes
    ----------
    CLAIMS
        Nothing but what no scenario changes: claims, sources, factors and all other tables; of the legs all
        but which there are and their status.
    LEGS
        Which legs there are, their lines and their status.
    FIGURES
        Figures of legs and nodes that a scenario may state.
    EVERYTHING
        The whole dataset, its content hash included. Every scenario has a result of its own.
    """

    CLAIMS = 0
    LEGS = 1
    FIGURES = 2
    EVERYTHING = 7


class Owner(Protocol):
    """What results are remembered with, such as a dataset."""

    @property
    def memo(self) -> Memo:
        """Return what is remembered with it."""


_Owner = TypeVar("_Owner", bound=Owner)


class Definition:
    """
    What the memo must know of a function.

    Attributes
    ----------
    name
        Module and name of the function.
    depends_on, most, parts
        As `remembered` takes them.
    """

    def __init__(
        self, name: str, depends_on: Depends, most: int, parts: Callable[..., Iterable[Hashable]] | None
    ) -> None:
        self.name, self.depends_on, self.most, self.parts = name, depends_on, most, parts


class Shelf(Cache[_Result]):
    """
    Results of one function for one dataset.

    Attributes
    ----------
    found
        Results by question, each with its weight. To be read only; reading takes no lock.
    """

    def __init__(self, name: str, *, most: int) -> None:
        super().__init__(f"remembered: {name}", most=most)
        self.found = self._kept

    def info(self) -> CacheInfo:
        """Count its results; how often one was there is not counted, which makes reading fast."""
        return CacheInfo(self.name, len(self), self.most, None, self.made)


class Memo:
    """
    Results remembered with one dataset.

    Parameters
    ----------
    base
        Memo of the dataset without the scenario; None for a dataset without one.
    legs
        Ids of the legs that the scenario adds or gives another status.
    figures
        Ids of the legs and nodes that it gives other figures.
    """

    def __init__(
        self,
        base: Memo | None = None,
        *,
        legs: frozenset[str] = frozenset(),
        figures: frozenset[str] = frozenset(),
    ) -> None:
        self.base = base
        self.shelves: dict[Definition, Shelf[Any]] = {}
        self._touched = ((Depends.LEGS, legs), (Depends.FIGURES, figures))
        self._lock = Lock()

    def shelf(self, function: Definition) -> Shelf[Any]:
        """Return the results of a function: those of the base if the scenario touches none of them."""
        if self.base is not None and function.parts is None and self.is_untouched(function.depends_on):
            shelf = self.base.shelf(function)
        else:
            shelf = Shelf(function.name, most=function.most)
        with self._lock:  # of two threads that get here at once, both go on with the same shelf
            return self.shelves.setdefault(function, shelf)

    def is_untouched(self, depends_on: Depends, parts: Iterable[Hashable] | None = None) -> bool:
        """Whether results of the base hold here too: those about some parts, or all if None."""
        if depends_on is Depends.EVERYTHING:
            return False
        for one, touched in self._touched:
            if one & depends_on and touched and (parts is None or not touched.isdisjoint(parts)):
                return False
        return True

    def forget(self, function: Definition) -> None:
        """Forget the results of a function."""
        self.shelf(function).clear()

    def __reduce__(self) -> tuple[type[Memo], tuple[()]]:
        """Leave the results behind when the dataset goes to another process."""
        return type(self), ()


class Remembered(Definition, Generic[_Owner, *_Arguments, _Result]):
    """
    A function whose results are remembered, as `remembered` makes it.

    Parameters
    ----------
    function
        Takes a dataset and arguments by position.
    depends_on, most, parts, beside
        As of `remembered`.
    """

    def __init__(
        self,
        function: Callable[[_Owner, *_Arguments], _Result],
        *,
        depends_on: Depends,
        most: int,
        parts: Callable[..., Iterable[Hashable]] | None,
        beside: int,
    ) -> None:
        super().__init__(f"{function.__module__}.{function.__qualname__}", depends_on, most, parts)
        update_wrapper(self, function)
        self.fresh = function
        self._end = -beside or None
        self._room = max(1, most // 2)
        _functions[self.name] = self

    def __call__(self, owner: _Owner, /, *arguments: *_Arguments) -> _Result:
        """Return the result for a dataset and arguments: the remembered one, or a new one."""
        memo, question = owner.memo, arguments[: self._end]
        if self.parts is not None:
            while memo.base is not None and memo.is_untouched(self.depends_on, self.parts(*arguments)):
                memo = memo.base
        shelf = memo.shelves.get(self)
        if shelf is None:
            shelf = memo.shelf(self)
        found = shelf.found.get(question)
        # While there is room for as many again, nothing is about to leave and the order does not matter.
        if found is not None and len(shelf.found) <= self._room:
            result: _Result = found[0]
            return result
        made: _Result = shelf.get(question, partial(self.fresh, owner, *arguments))
        return made

    def peek(self, owner: _Owner, /, *question: Hashable) -> _Result | None:
        """Return the remembered result of a question, None if there is none."""
        shelf = owner.memo.shelves.get(self)
        found = None if shelf is None else shelf.found.get(question)
        return None if found is None else found[0]


def remembered(
    *,
    depends_on: Depends,
    most: int = MAX_REMEMBERED,
    parts: Callable[..., Iterable[Hashable]] | None = None,
    beside: int = 0,
) -> Callable[[Callable[[_Owner, *_Arguments], _Result]], Remembered[_Owner, *_Arguments, _Result]]:
    """
    Remember the results of a function with the dataset that is its first argument.

    Results are shared by all who ask: they are not to be changed. Threads that ask the same at once wait for
    the one that works it out. What goes to another process leaves its results behind.

    Parameters
    ----------
    depends_on
        What the results depend on. A dataset under a scenario uses, and adds to, the results of the dataset
        without it wherever the scenario touches nothing that they depend on.
    most
        How many results a dataset remembers; those asked for longest ago leave first.
    parts
        Gives the ids of the legs and nodes that a result is about, from the arguments after the dataset:
        the result then depends on these alone. Whatever else it gives is ignored. None for all.
    beside
        How many of the last arguments are not part of the question, because they follow from the others or
        do not matter. They need not be hashable and are not kept.

    Returns
    -------
    Callable
        Decorator of a function of a dataset and hashable arguments, which are given by position.
    """
    return partial(Remembered, depends_on=depends_on, most=most, parts=parts, beside=beside)


def functions() -> dict[str, Remembered[Any, *tuple[Any, ...], Any]]:
    """Return every remembered function of the loaded modules, by module and name."""
    return dict(_functions)


_functions: dict[str, Remembered[Any, *tuple[Any, ...], Any]] = {}

"""Results that one thread works out while the others who ask for them wait."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_Result = TypeVar("_Result")


class SingleFlight(Generic[_Result]):
    """
    The last results by question: each made once, for everyone who asks meanwhile.

    Whoever asks first makes the result; the others wait. An error reaches all who wait for it and is not
    kept: whoever asks next tries again. Where the maker is stopped before it has a result, by an exception
    that is no `Exception` such as Streamlit's for a run that is over, one of those who wait takes its place.
    A result may ask for others while it is made. Where two threads would wait for each other, one of them
    makes the result itself.

    Parameters
    ----------
    most
        How many results are kept; those asked for longest ago go first.
    most_weight
        How much all that is kept may weigh together; a heavier result is given and not kept.
    weigh
        Weight of a result.
    """

    def __init__(
        self,
        *,
        most: int | None = None,
        most_weight: float | None = None,
        weigh: Callable[[_Result], float] = lambda _result: 1.0,
    ) -> None:
        self._most, self._most_weight, self._weigh = most, most_weight, weigh
        self._lock = Lock()
        self._kept: dict[Hashable, tuple[_Result, float]] = {}
        self._in_flight: dict[Hashable, _Flight[_Result]] = {}
        self._weight = 0.0
        self._made = 0

    def __len__(self) -> int:
        """How many results are kept."""
        return len(self._kept)

    @property
    def most(self) -> int | None:
        """How many results are kept at most; None without a bound."""
        return self._most

    @property
    def weight(self) -> float:
        """How much all that is kept weighs."""
        return self._weight

    @property
    def made(self) -> int:
        """How many results were made so far."""
        return self._made

    def get(self, question: Hashable, make: Callable[[], _Result]) -> _Result:
        """
        Give the result of a question: a kept one, the one that another thread is making, or a new one.

        Parameters
        ----------
        question
            What is asked; equal questions have equal results.
        make
            Makes the result.

        Returns
        -------
        The result.
        """
        while True:
            with self._lock:
                if question in self._kept:
                    found = self._kept.pop(question)
                    self._kept[question] = found  # the last one asked for stands last
                    return found[0]
                flight = self._in_flight.get(question)
                if flight is None:
                    flight = self._in_flight[question] = _Flight()
                    break
            if not _wait(flight):
                return make()
            if flight.outcome is not None:
                return flight.outcome()
        return self._fly(question, flight, make)

    def _fly(self, question: Hashable, flight: _Flight[_Result], make: Callable[[], _Result]) -> _Result:
        """Make a result, tell those who wait, keep it."""
        try:
            result = make()
        except Exception as error:
            flight.outcome = _raiser(error)
            raise
        else:
            with self._lock:
                self._made += 1
                self._keep(question, result)
            flight.outcome = lambda: result
            return result
        finally:
            with self._lock:
                del self._in_flight[question]
            flight.has_landed = True
            flight.in_the_air.release()

    def _keep(self, question: Hashable, result: _Result) -> None:
        """Keep a result, and let go of the oldest that there is no more room for."""
        weight = self._weigh(result)
        if self._most_weight is not None and weight > self._most_weight:
            return
        self._kept[question] = (result, weight)
        self._weight += weight
        while self._is_full():
            self._weight -= self._kept.pop(next(iter(self._kept)))[1]

    def _is_full(self) -> bool:
        """Whether more is kept than there is room for."""
        too_many = self._most is not None and len(self._kept) > self._most
        return too_many or (self._most_weight is not None and self._weight > self._most_weight)


def _held() -> Lock:
    """Make a lock that is held."""
    lock = Lock()
    lock.acquire()
    return lock


@dataclass(eq=False)
class _Flight(Generic[_Result]):
    """
    A result that a thread is making.

    `outcome` gives the result or raises the error; None until then, and for good if the maker was stopped.
    The lock is held until the flight has landed; an event would cost more than most results do.
    """

    maker: int = field(default_factory=get_ident)
    outcome: Callable[[], _Result] | None = None
    has_landed: bool = False
    in_the_air: Lock = field(default_factory=_held)


def _raiser(error: Exception) -> Callable[[], NoReturn]:
    """Give a function that raises an error."""

    def outcome() -> NoReturn:
        raise error

    return outcome


# Which flight each waiting thread waits for, over all `SingleFlight`s: it shows who waits for whom.
_waiting: dict[int, _Flight[Any]] = {}
_waiting_lock = Lock()


def _wait(flight: _Flight[Any]) -> bool:
    """Wait for a flight; return False at once if its maker waits, directly or not, for this thread."""
    me = get_ident()
    with _waiting_lock:
        maker = flight.maker
        while maker != me and maker in _waiting and not _waiting[maker].has_landed:
            maker = _waiting[maker].maker
        if maker == me:
            return False
        _waiting[me] = flight
    try:
        with flight.in_the_air:
            pass
    finally:
        with _waiting_lock:
            del _waiting[me]
    return True

"""Process time of a piece of work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def timed(work: Callable[[], object]) -> tuple[Any, float]:
    """Answer and process time in milliseconds."""
    start = time.process_time()
    answer = work()
    return answer, (time.process_time() - start) * 1000


def same(what: str, one: object, other: object) -> None:
    """Stop where two answers differ: a ratio between different answers says nothing."""
    if one != other:
        message = f"The answers differ: {what}."
        raise AssertionError(message)


def rounds(*sides: Sequence[Callable[[], object]], count: int = 3) -> list[tuple[list[Any], list[float]]]:
    """
    Do the works of each side in turn, as many times as there are rounds.

    Returns the answers of each side and the fastest process time of each work: what other work on the machine
    adds to one is not a property of either side, and both get the same treatment.
    """
    found = [([None] * len(works), [float("inf")] * len(works)) for works in sides]
    for _round in range(count):
        for works, (answers, spent) in zip(sides, found, strict=True):
            for at, work in enumerate(works):
                answers[at], once = timed(work)
                spent[at] = min(spent[at], once)
    return found

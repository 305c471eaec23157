"""Process time of a piece of work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


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

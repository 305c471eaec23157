"""What was worked out lately, kept with the dataset for all visitors, the oldest let go first."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from corridor.dataset import Dataset

MOST = 256
T = TypeVar("T")
_lock = Lock()


def recent(dataset: Dataset, name: str, key: Hashable, work: Callable[[], T], *, most: int = MOST) -> T:
    """
    Give what was worked out before, or work it out and keep it.

    Parameters
    ----------
    dataset
        With which it is kept; a visitor's own data take theirs along when they go.
    name
        Name of the kind of thing.
    key
        What it depends on beside the dataset.
    work
        Works it out.
    most
        How many of the kind are kept.
    """
    with _lock:
        known: dict[Hashable, Any] = dataset.remembered.setdefault(("recent", name), {})
        if key in known:
            known[key] = known.pop(key)
            found: T = known[key]
            return found
    made = work()
    with _lock:
        known[key] = made
        while len(known) > most:
            known.pop(next(iter(known)))
    return made

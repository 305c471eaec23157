"""A count with its noun, in English."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """
    Write a count and its noun: 1 part, 2 parts.

    Parameters
    ----------
    count
        How many.
    one
        The noun for one of them.
    many
        The noun for any other number; `one` with an s if empty.
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"

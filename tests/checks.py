"""Checks that many tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def every(truths: Iterable[object]) -> bool:
    """Whether there is at least one and all hold; `all` alone is true of nothing at all."""
    told = [bool(truth) for truth in truths]
    return bool(told) and all(told)

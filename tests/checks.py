"""Checks that many tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corridor.charts.drawing import Box, Text


def every(truths: Iterable[object]) -> bool:
    """Whether there is at least one and all hold; `all` alone is true of nothing at all."""
    told = [bool(truth) for truth in truths]
    return bool(told) and all(told)


def overlaps(texts: Sequence[Text]) -> list[tuple[str, str]]:
    """Words of every two texts that lie on each other; from left to right, as a sheet may hold thousands."""
    boxes: list[tuple[Box, str]] = sorted(((text.box, text.text) for text in texts), key=lambda one: one[0])
    found = []
    for at, (box, words) in enumerate(boxes):
        for other, others in boxes[at + 1 :]:
            if other.left >= box.right:
                break
            if box.meets(other):
                found.append((words, others))
    return found

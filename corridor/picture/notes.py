"""A visitor's notes on a picture: each on a plate with an arrow to its place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyArrow, Rectangle

from corridor.picture.frame import write
from corridor.picture.lettering import plain, width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from matplotlib.axes import Axes

    from corridor.picture.scene import Picture

    Box = tuple[float, float, float, float]

_SIZE, _ROW, _WIDTH, _LINES = 17.0, 22.0, 280.0, 4
_PAD, _SHORT, _HEAD, _THICK = 10.0, 9.0, 11.0, 2.0
_TURNS, _MIN_ARROW = 12, 26.0


def draw_notes(
    paper: Axes,
    picture: Picture,
    onto: Any,
    is_seen: Callable[[float, float], bool],
    is_free: Callable[[Box], bool],
) -> list[Box]:
    """Draw the notes whose places are in view, where there is room, and give the room that they take."""
    taken: list[Box] = []
    for note in picture.notes:
        lines = wrapped(plain(note.text), _WIDTH, _SIZE, most_lines=_LINES)
        wide = max(width_px(line, _SIZE) for line in lines) + 2 * _PAD
        high = _ROW * len(lines) + _PAD
        x, y = onto(note.lon, note.lat)
        free = (
            box
            for box in _plates((x, y), wide, high)
            if is_seen(x, y) and _far(box, (x, y)) > _MIN_ARROW and is_free(box) and not _meets(box, taken)
        )
        plate = next(free, None)
        if plate is not None:
            _draw(paper, picture, plate, (x, y), lines)
            taken.append(plate)
    return taken


def _draw(paper: Axes, picture: Picture, box: Box, target: tuple[float, float], lines: list[str]) -> None:
    """Draw one note: its arrow, its plate, its lines."""
    start, far = _nearest(box, target), _far(box, target)
    share = (far - _SHORT) / far
    across, down = ((target[at] - start[at]) * share for at in (0, 1))
    palette = picture.palette
    paper.add_patch(
        FancyArrow(
            *start, across, down, width=_THICK, head_width=_HEAD, head_length=_HEAD,
            length_includes_head=True, color=palette.accent, linewidth=0,
        )
    )  # fmt: skip
    paper.add_patch(
        Rectangle(
            box[:2], box[2] - box[0], box[3] - box[1], facecolor=palette.paper, edgecolor=palette.accent
        )
    )
    for row, line in enumerate(lines):
        write(paper, (box[0] + _PAD, box[1] + _PAD / 2 + _ROW * (row + 0.5)), line, _SIZE, palette.ink)


def _plates(target: tuple[float, float], wide: float, high: float) -> Iterator[Box]:
    """Places for a note: round its target, ever further away."""
    for far in (40, 70, 110, 160, 220):
        for turn in range(_TURNS):
            angle = math.tau * (turn / _TURNS - 0.25)
            x = target[0] + math.cos(angle) * (far + wide / 2)
            y = target[1] + math.sin(angle) * (far + high / 2)
            yield x - wide / 2, y - high / 2, x + wide / 2, y + high / 2


def _nearest(box: Box, target: tuple[float, float]) -> tuple[float, float]:
    """Give the point of a box that is nearest to a place."""
    return min(max(target[0], box[0]), box[2]), min(max(target[1], box[1]), box[3])


def _far(box: Box, target: tuple[float, float]) -> float:
    """How far a box lies from a place."""
    return math.dist(_nearest(box, target), target)


def _meets(box: Box, others: list[Box]) -> bool:
    """Whether a box lies on one of others."""
    return any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        for other in others
    )

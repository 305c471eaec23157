"""The code that leads to a view, as a shape of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno

from corridor.charts.drawing import Outline

if TYPE_CHECKING:
    from corridor.charts.drawing import Point

_QUIET = 4
_INK, _GROUND = "#000", "#fff"


def draw_code(link: str, corner: Point, size: float, *, scale: float = 1.0) -> tuple[Outline, ...]:
    """
    Draw the code of a link, dark on light in every theme.

    Parameters
    ----------
    link
        The whole address.
    corner
        Its upper right corner, in pixels of the sheet.
    size
        How wide it may be.
    scale
        Pixels of the file for each pixel of the sheet: each square is a whole number of them.

    Returns
    -------
    tuple of Outline
        Its ground, then its dark squares; none without a link, or with one too long for its size.
    """
    rows = squares_of(link)
    if not rows:
        return ()
    count = len(rows) + 2 * _QUIET
    square = int(size * scale / count) / scale
    if square <= 0:
        return ()
    left, top = corner[0] - square * count, corner[1]
    ground = _rectangle(left, top, square * count, square * count)
    found = []
    for row, cells in enumerate(rows):
        start = None
        for column, is_dark in enumerate([*cells, 0]):
            if is_dark and start is None:
                start = column
            elif not is_dark and start is not None:
                x, y = left + (start + _QUIET) * square, top + (row + _QUIET) * square
                found.append(_rectangle(x, y, (column - start) * square, square))
                start = None
    return Outline(rings=(ground,), colour=_GROUND), Outline(rings=tuple(found), colour=_INK)


def squares_of(link: str) -> tuple[bytearray, ...]:
    """Give the squares of the code of a link, 1 for dark; none where the link is empty or too long."""
    if not link:
        return ()
    try:
        return tuple(segno.make_qr(link, error="l", boost_error=False).matrix)
    except segno.DataOverflowError:
        return ()


def _rectangle(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    """Corners of a rectangle."""
    right, bottom = round(x + wide, 3), round(y + high, 3)
    x, y = round(x, 3), round(y, 3)
    return (x, y), (right, y), (right, bottom), (x, bottom)

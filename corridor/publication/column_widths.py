"""How a table lies on paper: the size of its letters, the width of its columns, upright or across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.publication.content import Table

_LETTER, _BOLD = 0.6, 0.67
_MIN_TEXT, _MAX_WANTED = 14, 80
# A word longer than this, such as an address, is broken: it may not take the room of all other columns.
_MAX_WHOLE = 40


@dataclass(frozen=True)
class Room:
    """Room for a table: its width in points, and the sizes of letters to be tried, the largest first."""

    width_pt: float
    sizes: tuple[float, ...]
    is_across: bool = False


@dataclass(frozen=True)
class Fit:
    """A table on a sheet: widths of its columns in points, size of its letters, whether it lies across."""

    widths_pt: tuple[float, ...]
    size: float
    is_across: bool


def fitted_columns(table: Table, rooms: Sequence[Room], *, inset_pt: float) -> Fit:
    """
    Fit a table into the first room and size of letters at which no word is broken but the longest addresses.

    Parameters
    ----------
    table
        The table.
    rooms
        Rooms to be tried, in this order; the last size of the last room is taken if nothing fits.
    inset_pt
        Free space at both sides of a cell.

    Returns
    -------
    Fit
        Widths fill the room.
    """
    least, wanted = _letters(table)
    tried = [(room, size) for room in rooms for size in room.sizes]
    for room, size in tried:
        edges = 2 * inset_pt * len(least)
        if sum(least) * size + edges <= room.width_pt or (room, size) == tried[-1]:
            return Fit(_shared(least, wanted, size, room.width_pt, 2 * inset_pt), size, room.is_across)
    raise AssertionError


def is_numeric(table: Table, at: int) -> bool:
    """Whether a column holds numbers, and beside them only signs for what is not known."""
    column = [row[at] for row in table.rows]
    return any(cell.number is not None for cell in column) and all(
        cell.number is not None or len(cell.text) <= 1 for cell in column
    )


def _letters(table: Table) -> tuple[list[float], list[float]]:
    """Width of the longest word of each column, and of its longest text, in sizes of the letters."""
    least, wanted = [], []
    for at, head in enumerate(table.heads):
        texts = [row[at].text for row in table.rows]
        words = [
            len(word) for text in texts for word in text.replace("/", "/ ").replace("-", "- ").split(" ")
        ]
        notes = 2 if any(row[at].claims for row in table.rows) else 0
        longest_head = max(len(word) for word in head.split(" "))
        least.append(max((min(max(words, default=1), _MAX_WHOLE) + notes) * _LETTER, longest_head * _BOLD))
        longest = max(map(len, texts), default=1)
        least[-1] = max(least[-1], min(longest, _MIN_TEXT) * _LETTER)
        wanted.append(max(least[-1], min(_MAX_WANTED, longest + notes) * _LETTER, min(len(head), 18) * _BOLD))
    return least, wanted


def _shared(
    least: Sequence[float], wanted: Sequence[float], size: float, width_pt: float, edges_pt: float
) -> tuple[float, ...]:
    """Give each column what it needs, and share the rest by what each would like to have."""
    needs = [part * size + edges_pt for part in least]
    spare = width_pt - sum(needs)
    if spare <= 0:
        return tuple(round(width_pt * need / sum(needs), 2) for need in needs)
    likes = [(part - low) * size for part, low in zip(wanted, least, strict=True)]
    if sum(likes) <= spare:
        spare -= sum(likes)
        return tuple(
            round(need + like + spare * (need + like) / (width_pt - spare), 2)
            for need, like in zip(needs, likes, strict=True)
        )
    return tuple(round(need + spare * like / sum(likes), 2) for need, like in zip(needs, likes, strict=True))

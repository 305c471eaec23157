"""The notes that a visitor has written on the map and on charts, as the address holds them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from corridor.charts.chart import Name
from ui.link.key_values import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.link.key_values import Vocabulary

MAX_NOTES = 3
MAX_NOTE = 80
_BETWEEN, _ESCAPED = "~", "~~"
MAX_PLACE = 180
"""Letters of what a note points to."""

_PLACE = r"(?:[a-z0-9-]{1,80}:)?[a-z0-9-]{1,99}"
_ONE = rf"{_PLACE}\.(?:[^~]|~~){{1,400}}"
_SOME = re.compile(rf"{_ONE}(?:~{_ONE})*", re.DOTALL)
_EACH = re.compile(rf"({_PLACE})\.((?:[^~]|~~){{1,400}})(?:~|\Z)", re.DOTALL)
_MAX_MARKS = 2
_CHARTS = frozenset(get_args(Name))


@dataclass(frozen=True)
class ViewNote:
    """
    A short text at a place of a view: one line of plain text, whatever was typed.

    Attributes
    ----------
    place
        Id of a node of the map, or name of a point of the chart (`corridor.charts.notes.points`).
    text
        What was written.
    chart
        Id of the chart; empty on the map.
    """

    place: str
    text: str
    chart: str = ""

    def __post_init__(self) -> None:
        """Make the text plain and refuse one that is empty or too long."""
        object.__setattr__(self, "text", plain(self.text))
        if not 0 < len(self.text) <= MAX_NOTE:
            message = f"a note has 1 to {MAX_NOTE} letters"
            raise ValueError(message)


def plain(text: str) -> str:
    """
    Make one line of plain text.

    Letters that are not seen go (control letters, marks that turn the direction of writing, parts of letters,
    those that no standard knows), as do marks heaped on one letter; every gap becomes one space.
    """
    kept: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text):
        if letter.isspace():
            kept.append(" ")
            continue
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind.startswith("M") else 0
        if not kind.startswith(("C", "Z")) and marks <= _MAX_MARKS:
            kept.append(letter)
    # What was taken out may have stood between two parts of one letter.
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def view_notes(text: str, known: Vocabulary) -> tuple[ViewNote, ...]:
    """Read notes, such as ``aktau-port.Wait here~staircase:leg-aktau-alat.The sea``."""
    if not _SOME.fullmatch(text):
        refuse("malformed")
    parts = _EACH.findall(text)
    if len(parts) > MAX_NOTES:
        refuse("too-long")
    return tuple(_note(place, words.replace(_ESCAPED, _BETWEEN), known) for place, words in parts)


def write_view_notes(notes: Sequence[ViewNote]) -> str:
    """Write notes; a tilde in a text stands twice."""
    return _BETWEEN.join(f"{_target(note)}.{note.text.replace(_BETWEEN, _ESCAPED)}" for note in notes)


def _target(note: ViewNote) -> str:
    """Write what a note points to."""
    return f"{note.chart}:{note.place}" if note.chart else note.place


def _note(target: str, words: str, known: Vocabulary) -> ViewNote:
    """Read one note; whether a chart has the point, only the chart knows."""
    text = plain(words)
    chart, _colon, place = target.rpartition(":")
    if chart.partition("-")[0] not in _CHARTS if chart else place not in known.nodes:
        refuse("unknown")
    if not text:
        refuse("malformed")
    return ViewNote(place, text, chart) if len(text) <= MAX_NOTE else refuse("too-long")

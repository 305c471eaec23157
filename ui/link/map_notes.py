"""The notes that a visitor has written on the map, as the address holds them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.link.key_values import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.link.key_values import Vocabulary

MAX_NOTES = 3
MAX_NOTE = 80
_BETWEEN, _ESCAPED = "~", "~~"
_ONE = r"[a-z0-9-]{1,60}\.(?:[^~]|~~){1,400}"
_SOME = re.compile(rf"{_ONE}(?:~{_ONE})*", re.DOTALL)
_EACH = re.compile(r"([a-z0-9-]{1,60})\.((?:[^~]|~~){1,400})(?:~|\Z)", re.DOTALL)
_MAX_MARKS = 2


@dataclass(frozen=True)
class MapNote:
    """A short text at a node of the map: one line of plain text, whatever was typed."""

    node: str
    text: str

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


def map_notes(text: str, known: Vocabulary) -> tuple[MapNote, ...]:
    """Read notes, such as ``aktau-port.Wait here~poti-port.A second text``."""
    if not _SOME.fullmatch(text):
        refuse("malformed")
    parts = _EACH.findall(text)
    if len(parts) > MAX_NOTES:
        refuse("too-long")
    return tuple(_note(node, words.replace(_ESCAPED, _BETWEEN), known) for node, words in parts)


def write_map_notes(notes: Sequence[MapNote]) -> str:
    """Write notes; a tilde in a text stands twice."""
    return _BETWEEN.join(f"{note.node}.{note.text.replace(_BETWEEN, _ESCAPED)}" for note in notes)


def _note(node: str, words: str, known: Vocabulary) -> MapNote:
    """Read one note."""
    text = plain(words)
    if node not in known.nodes:
        refuse("unknown")
    if not text:
        refuse("malformed")
    return MapNote(node, text) if len(text) <= MAX_NOTE else refuse("too-long")

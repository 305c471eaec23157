"""A drawing as plain shapes and texts with their places: what SVG and PNG are written from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from corridor.picture.lettering import letters_of_font, width_px

Point = tuple[float, float]
HALO = 3.2
"""Width of the halo round letters, in pixels."""

_ASCENT, _DESCENT = 0.78, 0.24
# What number formats and labels use and the font has not.
_STAND_INS = str.maketrans({"\u202f": "\u00a0", "₂": "2", "→": "–", "✚": "×"})


class Box(NamedTuple):
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, *, room: float = 0.0) -> bool:
        """Whether two rectangles have a point in common, or are nearer than the room wanted."""
        return (
            self.left < other.right + room
            and other.left < self.right + room
            and self.top < other.bottom + room
            and other.top < self.bottom + room
        )


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line through points; its label tells what it stands for."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Area:
    """The inside of points, with an edge or without."""

    points: tuple[Point, ...]
    colour: str = "none"
    opacity: float = 1.0
    edge: str = "none"
    edge_width: float = 0.0
    dash: tuple[float, ...] = ()
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Disc:
    """A disc with its edge."""

    x: float
    y: float
    radius: float
    colour: str
    edge: str
    edge_width: float = 1.5
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """The inside of closed rings; a ring within another is a hole."""

    rings: tuple[tuple[Point, ...], ...]
    colour: str
    opacity: float = 1.0
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Strokes:
    """Many lines of one look."""

    lines: tuple[tuple[Point, ...], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Text:
    """One line of text; x is its left end, y its base line; letters may have a halo of a colour."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    is_bold: bool = False
    halo: str = ""

    @cached_property
    def width(self) -> float:
        """How wide it is."""
        return width_px(self.text, self.size, is_bold=self.is_bold)

    @property
    def box(self) -> Box:
        """Return the place that it takes."""
        return Box(self.x, self.y - _ASCENT * self.size, self.x + self.width, self.y + _DESCENT * self.size)


Shape = Line | Area | Disc | Outline | Strokes


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A drawing of a size, its shapes below its texts; title and description tell it in words."""

    width: int
    height: int
    paper: str
    shapes: tuple[Shape, ...]
    texts: tuple[Text, ...]
    title: str
    description: str
    lang: str


def spelled(text: str) -> str:
    """Give a text on one line, without letters that no file may hold and with stand-ins for some others."""
    kept = "".join(
        " " if unicodedata.category(letter) in {"Cc", "Cs", "Cn", "Zl", "Zp"} else letter for letter in text
    )
    known = letters_of_font()
    written = (letter if ord(letter) in known else " " for letter in kept.translate(_STAND_INS))
    return " ".join("".join(written).split(" ")).strip()

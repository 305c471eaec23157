"""A sheet of paper that shapes and texts are put on: no text lies on another or leaves the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corridor.charts.drawing import Box, Drawing, Text, spelled
from corridor.picture import palette
from corridor.picture.lettering import fitted, width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.charts.drawing import Point, Shape

MARGIN = 24.0
_INSET, _ROOM = 4.0, 2.0


@dataclass(kw_only=True)
class Sheet:
    """What has been put on the sheet so far."""

    width: int
    height: int
    is_dark: bool
    shapes: list[Shape] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    held: list[Box] = field(default_factory=list)

    @property
    def ink(self) -> str:
        """Colour of what is read first."""
        return palette.INK.of(dark=self.is_dark)

    @property
    def soft(self) -> str:
        """Colour of what is read second."""
        return palette.INK_SOFT.of(dark=self.is_dark)

    @property
    def rule(self) -> str:
        """Colour of thin lines."""
        return palette.RULE.of(dark=self.is_dark)

    @property
    def paper(self) -> str:
        """Colour of the sheet."""
        return palette.PAPER.of(dark=self.is_dark)

    def draw(self, *shapes: Shape) -> None:
        """Put shapes on the sheet, each above those before it."""
        self.shapes += shapes

    def hold(self, *boxes: Box) -> None:
        """Keep places free of texts that are written later, such as those of signs."""
        self.held += boxes

    def write(
        self,
        text: str,
        at: Point,
        size: float,
        *,
        colour: str = "",
        is_bold: bool = False,
        anchor: str = "start",
        most: float | None = None,
    ) -> bool:
        """
        Write a text if it lies on no other and within the sheet.

        Parameters
        ----------
        text
            The text.
        at
            Its base line, and its left end, middle or right end.
        size, colour, is_bold
            Its look.
        anchor
            "start", "middle" or "end".
        most
            How wide it may be; what is longer ends in three dots.

        Returns
        -------
        bool
            Whether it has been written.
        """
        words = spelled(text)
        if most is not None:
            words = fitted(words, most, size, is_bold=is_bold)
        wide = width_px(words, size, is_bold=is_bold)
        left = at[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        placed = Text(
            text=words,
            x=round(left, 2),
            y=round(at[1], 2),
            size=size,
            colour=colour or self.ink,
            is_bold=is_bold,
        )
        if not words or not self.is_free(placed.box):
            return False
        self.texts.append(placed)
        return True

    def write_at_first(self, text: str, places: Iterable[Point], size: float, **look: str | bool) -> bool:
        """Write a text at the first of some places where there is room."""
        return any(self.write(text, place, size, **look) for place in places)  # type: ignore[arg-type]

    def is_free(self, box: Box) -> bool:
        """Whether a place lies on the sheet, holds no text and is not held for a sign."""
        is_inside = (
            box.left >= _INSET
            and box.top >= _INSET
            and box.right <= self.width - _INSET
            and box.bottom <= self.height - _INSET
        )
        return (
            is_inside
            and not any(box.meets(text.box, room=_ROOM) for text in self.texts)
            and not any(box.meets(other) for other in self.held)
        )

    def lines(self, text: str, size: float, *, most: int, is_bold: bool = False) -> list[str]:
        """Cut a text to lines as wide as the sheet."""
        return wrapped(
            spelled(text), self.width - 2 * MARGIN, size, most_lines=most, is_bold=is_bold
        ) if text and most else []  # fmt: skip

    def finished(self, *, title: str, description: str, lang: str) -> Drawing:
        """Give the drawing."""
        return Drawing(
            width=self.width,
            height=self.height,
            paper=self.paper,
            shapes=tuple(self.shapes),
            texts=tuple(self.texts),
            title=title,
            description=description,
            lang=lang,
        )

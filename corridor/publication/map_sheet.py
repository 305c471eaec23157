"""The map of a view on a sheet of its own, for papers that say title and figures beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.sheet import Sheet
from corridor.charts.svg import written
from corridor.picture.lettering import DRAWING
from corridor.publication.map import draw_map
from corridor.publication.office_pictures import drawn_once
from corridor.publication.spelling import legible, pictured

if TYPE_CHECKING:
    from corridor.charts.drawing import Drawing
    from corridor.publication.content import Content

WIDTH, HEIGHT = 1100, 600
_SCALE = 1.6


def map_as_svg(content: Content) -> bytes:
    """Draw the map as an SVG document."""
    with DRAWING:
        return written(_sheet(content))


def map_for_office(content: Content) -> tuple[bytes, bytes]:
    """Draw the map for office programs: as a PNG, and as an SVG whose letters are shapes."""
    with DRAWING:
        return drawn_once(_sheet(content), scale=_SCALE)


def words_of_map(content: Content) -> str:
    """Say what the map shows and what a visitor has written on it, for those who do not see it."""
    if content.picture is None:
        return ""
    shown = legible(content.picture_text) or legible(content.picture.title)
    return " ".join(filter(None, (shown, *(legible(note.line) for note in content.annotations))))


def caption_of_map(content: Content) -> str:
    """Say what the map shows, with the note on boundaries and the credits."""
    if content.picture is None:
        return ""
    return " ".join(filter(None, (legible(content.picture_text), legible(content.picture.credits))))


def _sheet(content: Content) -> Drawing:
    """Lay the map out."""
    sheet = Sheet(width=WIDTH, height=HEIGHT, is_dark=False)
    if content.picture is not None:
        notes = [replace(note, text=pictured(note.text)) for note in content.annotations]
        draw_map(sheet, content.picture, (0.0, 0.0, WIDTH, HEIGHT), annotations=notes)
    return sheet.finished(
        title=content.subject or content.title, description=words_of_map(content), lang=content.lang
    )

"""The headline figures of a picture: name, value with range, how it is known, what is unsure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.drawing import Line, spelled
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import width_px, wrapped
from corridor.publication.basis_marks import draw_basis

if TYPE_CHECKING:
    from corridor.charts.sheet import Sheet
    from corridor.publication.content import Content, Figure
    from corridor.publication.land import Field

MAX_FIGURES = 4
_NAME, _RANGE, _BASIS, _DOUBT = 13.0, 14.0, 12.0, 12.0
_VALUES = (28.0, 25.0, 22.0, 19.0, 17.0, 15.0)
_ROW, _GAP = 104.0, 24.0
_ROOMY, _TIGHT = 100.0, 22.0


def columns_within(content: Content, most: float) -> int:
    """How many figures fit side by side: all of them, else two."""
    figures = content.figures[:MAX_FIGURES]
    wide = (most - _GAP * (len(figures) - 1)) / max(1, len(figures))
    fits = all(width_px(spelled(figure.text), _VALUES[-2], is_bold=True) <= wide for figure in figures)
    return len(figures) if fits else min(2, len(figures))


def room_for_rows(content: Content, *, columns: int) -> float:
    """Height of the figures in so many columns."""
    rows = -(-len(content.figures[:MAX_FIGURES]) // columns)
    return _ROW * rows


def draw_figures(sheet: Sheet, content: Content, field: Field, *, columns: int) -> None:
    """
    Draw the headline figures of a view.

    Parameters
    ----------
    sheet, content
        Where, and what.
    field
        The room for them, in pixels.
    columns
        How many stand side by side.
    """
    left, top, right, bottom = field
    figures = content.figures[:MAX_FIGURES]
    rows = -(-len(figures) // columns)
    high = _ROW if columns > 1 else min((bottom - top) / rows, 1.5 * _ROW)
    wide = (right - left - _GAP * (columns - 1)) / columns
    for at, figure in enumerate(figures):
        x, y = left + (at % columns) * (wide + _GAP), top + (at // columns) * high
        if at // columns:
            rule = palette.RULE.of(dark=sheet.is_dark)
            sheet.draw(Line(points=((x, y), (x + wide, y)), colour=rule, width=1))
        _draw(sheet, content, figure, (x, y, x + wide, y + high))


def _draw(sheet: Sheet, content: Content, figure: Figure, field: Field) -> None:
    """Draw one figure from the top of its room."""
    left, top, right, bottom = field
    most = right - left
    y = top + 4
    for line in wrapped(spelled(figure.name), most, _NAME, most_lines=2):
        y += 16
        sheet.write(line, (left, y), _NAME, colour=sheet.soft)
    value = spelled(figure.text)
    sizes = [size for size in _VALUES if bottom - top >= _ROOMY or size <= _TIGHT]
    size = next((size for size in sizes if width_px(value, size, is_bold=True) <= most), 0.0)
    lines = [value] if size else wrapped(value, most, _VALUES[-1], most_lines=2, is_bold=True)
    size = size or _VALUES[-1]
    for line in lines:
        y += round(1.12 * size) + 2
        sheet.write(line, (left, y), size, is_bold=True)
    wide = width_px(lines[-1], size, is_bold=True) + 8
    is_beside = wide + width_px(spelled(figure.range_text), _RANGE) <= most
    if is_beside:
        sheet.write(figure.range_text, (left + wide, y), _RANGE, colour=sheet.soft)
    word = Words(content.lang).gettext(BASIS[figure.basis]) if figure.basis else ""
    told = " · ".join(filter(None, (word, "" if is_beside else figure.range_text)))
    if told:
        room = 15.0 if figure.basis else 0.0
        sheet.draw(*draw_basis(figure.basis, left + 5, y + 15.5, radius=4.5, colour=sheet.soft))
        y += 4
        for line in wrapped(spelled(told), most - room, _BASIS, most_lines=2):
            y += 16
            sheet.write(line, (left + room, y), _BASIS, colour=sheet.soft)
    warn = palette.WARN.of(dark=sheet.is_dark)
    room = int((bottom - y - 2) // 16)
    for line in wrapped(spelled(figure.doubt), most, _DOUBT, most_lines=min(room, 3)) if figure.doubt else ():
        y += 16
        sheet.write(line, (left, y), _DOUBT, colour=warn)

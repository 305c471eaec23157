"""A table of a view on a sheet: as many rows as there is room for, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.drawing import Line, spelled
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import width_px
from corridor.publication.basis_marks import draw_basis

if TYPE_CHECKING:
    from corridor.charts.sheet import Sheet
    from corridor.publication.content import Table
    from corridor.publication.land import Field

_TITLE, _HEAD, _TEXT = 16.0, 12.5, 13.5
_ROW, _GAP, _MARK = 25.0, 18.0, 14.0
_MIN_COLUMN = 70.0


def draw_table(sheet: Sheet, table: Table, field: Field, *, lang: str) -> None:
    """
    Draw a table into a field of a sheet.

    Parameters
    ----------
    sheet, table
        Where, and what.
    field
        The room for it, in pixels.
    lang
        The reader's language.
    """
    left, top, right, bottom = field
    sheet.write(table.title, (left, top + 16), _TITLE, is_bold=True, most=right - left)
    y = top + 42
    widths = _widths(table, right - left)
    rule = palette.RULE.of(dark=sheet.is_dark)
    x = left
    for head, wide in zip(table.heads, widths, strict=False):
        sheet.write(head, (x, y), _HEAD, colour=sheet.soft, is_bold=True, most=wide)
        x += wide + _GAP
    fit = int((bottom - y - _ROW) // _ROW)
    shown = table.rows if len(table.rows) <= fit else table.rows[: max(fit - 1, 0)]
    for row in shown:
        sheet.draw(Line(points=((left, y + 8), (right, y + 8)), colour=rule, width=1))
        y += _ROW
        x = left
        for cell, wide in zip(row, widths, strict=False):
            signs = draw_basis(cell.basis, x + 4.5, y - 4.5, radius=4.0, colour=sheet.soft)
            sheet.draw(*signs)
            room = _MARK if signs else 0.0
            sheet.write(cell.text, (x + room, y), _TEXT, most=wide - room)
            x += wide + _GAP
    if len(shown) < len(table.rows):
        more = Words(lang).gettext("and {count} more").format(count=len(table.rows) - len(shown))
        sheet.write(more, (left, y + _ROW), _TEXT, colour=sheet.soft, most=right - left)


def _widths(table: Table, most: float) -> list[float]:
    """Share the width among as many columns as have room, by what stands in them."""
    columns = max(1, min(len(table.heads), int((most + _GAP) // (_MIN_COLUMN + _GAP))))
    wanted = []
    for at in range(columns):
        texts = [width_px(spelled(row[at].text), _TEXT) + _MARK for row in table.rows]
        wanted.append(max([*texts, width_px(spelled(table.heads[at]), _HEAD, is_bold=True), _MIN_COLUMN]))
    room = most - _GAP * (columns - 1)
    if sum(wanted) <= room:
        return wanted
    short = [min(wide, room / columns) for wide in wanted]
    spare = room - sum(short)
    lacking = [wide - least for wide, least in zip(wanted, short, strict=True)]
    return [least + spare * lack / (sum(lacking) or 1) for least, lack in zip(short, lacking, strict=True)]

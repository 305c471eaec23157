"""The lower part of a picture: sources, credits, version and date of the data, link and its code."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from corridor.charts.drawing import Line, spelled
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import most_letters, width_px, wrapped
from corridor.publication.imprint import data_told
from corridor.publication.qr import draw_code

if TYPE_CHECKING:
    from corridor.charts.sheet import Sheet
    from corridor.publication.content import Content

_SIZE, _STEP = 11.0, 15.0
_CODE = 108.0
_CREDIT_LINES, _SOURCE_LINES = 7, 2


def draw_foot(sheet: Sheet, content: Content, *, margin: float, scale: float) -> float:
    """
    Write the lower part of a picture.

    Parameters
    ----------
    sheet, content
        Where, and what.
    margin
        Room at both sides.
    scale
        Pixels of the file for each pixel of the sheet.

    Returns
    -------
    float
        Where it begins.
    """
    most_size = min(_CODE, 0.15 * sheet.width)
    squares = draw_code(content.link, (0, 0), most_size, scale=scale)
    size = -min(x for x, _y in squares[0].rings[0]) if squares else 0.0
    most = sheet.width - 2 * margin - (size + 16 if squares else 0)
    lines = [(line, sheet.ink) for line in _sources(content, most)]
    credit = content.picture.credits if content.picture is not None else ""
    if credit:
        found = wrapped(spelled(credit), most, _SIZE, most_lines=_CREDIT_LINES)
        lines += [(line, sheet.soft) for line in found]
    lines += [(line, sheet.ink) for line in _versions(content, most)]
    high = max(_STEP * len(lines), size if squares else 0)
    top = sheet.height - high - 16
    y = top
    for line, colour in lines:
        y += _STEP
        sheet.write(line, (margin, y - 3), _SIZE, colour=colour)
    sheet.draw(*draw_code(content.link, (sheet.width - margin, top), most_size, scale=scale))
    top -= 10
    rule = palette.RULE.of(dark=sheet.is_dark)
    sheet.draw(Line(points=((margin, top), (sheet.width - margin, top)), colour=rule, width=1))
    return top


def _sources(content: Content, most: float) -> list[str]:
    """Name as many sources as fit, and say how many more there are."""
    _ = Words(content.lang).gettext
    names = list(dict.fromkeys(source.citation for source in content.sources))
    # A view may have hundreds of sources: what is too long by its letters alone is not measured.
    room = _SOURCE_LINES * most_letters(most, _SIZE)
    letters = list(accumulate(map(len, names)))
    for count in range(bisect_right(letters, room), 0, -1):
        told = names[:count]
        if count < len(names):
            told.append(_("and {count} more").format(count=len(names) - count))
        text = spelled(_("Sources: {names}.").format(names="; ".join(told)).replace("..", "."))
        lines = wrapped(text, most, _SIZE, most_lines=_SOURCE_LINES)
        if " ".join(lines) == text:
            return lines
    return (
        wrapped(spelled(_("Sources: {names}.").format(names=names[0])), most, _SIZE, most_lines=2)
        if names
        else []
    )


def _versions(content: Content, most: float) -> list[str]:
    """Say which data this is, until when the world is known, and where the view is found."""
    told = data_told(content, content.data_date)
    lines = wrapped(spelled(" · ".join(told)), most, _SIZE, most_lines=2) if told else []
    address = content.link.partition("?")[0]
    if address and lines and width_px(f"{lines[-1]} · {address}", _SIZE) <= most:
        lines[-1] = f"{lines[-1]} · {address}"
    elif address:
        lines += wrapped(spelled(address), most, _SIZE, most_lines=1)
    return lines

"""The upper part of a picture: page, subject, the answer with its doubt, conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.drawing import spelled
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.charts.sheet import Sheet
    from corridor.publication.content import Content

_KICKER, _CONDITIONS, _BLANK = 13.0, 13.0, 0.28
_TITLES = (32.0, 28.0, 25.0, 22.0)
_SENTENCES = ((22.0, 2), (20.0, 2), (18.0, 3), (16.0, 4), (14.0, 6))


def draw_head(sheet: Sheet, content: Content, *, margin: float, top: float) -> float:
    """
    Write the upper part of a picture.

    Parameters
    ----------
    sheet, content
        Where, and what.
    margin, top
        Room at both sides, and where the part begins.

    Returns
    -------
    float
        Where it ends.
    """
    most = sheet.width - 2 * margin
    _ = Words(content.lang).gettext
    site, title = _("Corridor Explorer"), content.subject or content.title
    kicker = f"{site} · {content.title}" if content.subject else site
    accent, warn = (tone.of(dark=sheet.is_dark) for tone in (palette.ACCENT, palette.WARN))
    y = top + 26
    sheet.write(kicker, (margin, y), _KICKER, colour=accent, is_bold=True, most=most)
    size = next(
        (size for size in _TITLES if width_px(spelled(title), size, is_bold=True) <= most), _TITLES[-1]
    )
    y += 10 + size
    sheet.write(title, (margin, y), size, is_bold=True, most=most)
    answer = ((content.sentence, sheet.ink), (content.doubt, warn))
    y = _paragraph(sheet, answer, (margin, y + 8), most, _SENTENCES)
    conditions = (condition for condition in content.conditions if condition != content.subject)
    told = " · ".join(filter(None, (*conditions, content.basis)))
    return _paragraph(sheet, ((told, sheet.soft),), (margin, y + 2), most, ((_CONDITIONS, 2),))


def _paragraph(
    sheet: Sheet,
    spans: Sequence[tuple[str, str]],
    corner: tuple[float, float],
    most: float,
    sizes: Sequence[tuple[float, int]],
) -> float:
    """Write one or two texts, each in its colour, at the first size at which they fit; give the end."""
    first, *others = (spelled(text) for text, _colour in spans)
    words = " ".join(filter(None, (first, *others)))
    if not words:
        return corner[1]
    for size, lines in sizes:
        found = wrapped(words, most, size, most_lines=lines)
        if " ".join(found) == words:
            break
    y, left = corner[1], len(first)
    for line in _balanced(words, found, most, size):
        y += round(1.3 * size)
        before, rest = line[: max(left, 0)].rstrip(), line[max(left, 0) :].lstrip()
        left -= len(line) + 1
        sheet.write(before, (corner[0], y), size, colour=spans[0][1])
        x = corner[0] + (width_px(before, size) + _BLANK * size if before else 0.0)
        sheet.write(rest, (x, y), size, colour=spans[-1][1])
    return y + 0.25 * size


def _balanced(words: str, lines: list[str], most: float, size: float) -> list[str]:
    """Break a text into as many lines as it has, of even length: no line holds one word alone."""
    if len(lines) == 1 or " ".join(lines) != words:
        return lines
    for tenths in range(5, 10):
        found = wrapped(words, most * tenths / 10, size, most_lines=len(lines))
        if " ".join(found) == words:
            return found
    return lines

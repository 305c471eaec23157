"""Views on a slide of a story: map, native chart or table, with the sentence and figures beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.map_sheet import words_of_map
from corridor.publication.office_pictures import chart_for_office
from corridor.publication.slide_charts import add_chart, is_native
from corridor.publication.slide_look import INCH
from corridor.publication.slide_parts import (
    add_map,
    add_picture,
    add_table,
    append_run,
    height_of,
    pages_of,
    write_lines,
)
from corridor.publication.story_content import MAX_ROWS, shown_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure, Table
    from corridor.publication.slide_parts import Place
    from corridor.publication.story_content import ShownView

_GAP = INCH // 5
_BESIDE = 0.31
_CARD, _MIN_CARD = int(1.05 * INCH), int(0.85 * INCH)
_SAID, _SAID_SMALL, _SAID_MIN, _MANY = 15.0, 12.0, 10.0, 260
_SHORT = 14


def add_views(slide: Slide, views: Sequence[ShownView], place: Place, lang: str) -> None:
    """
    Put what a slide shows of its views into a place.

    Parameters
    ----------
    slide, views
        The slide, and none, one or two views.
    place
        Left, top, width, height.
    lang
        The reader's language.
    """
    left, top, width, height = place
    if len(views) > 1:
        wide = (width - (len(views) - 1) * _GAP) // len(views)
        for number, shown in enumerate(views):
            _half(slide, shown, (left + number * (wide + _GAP), top, wide, height))
        return
    for shown in views:
        _one(slide, shown, place, lang)


def _one(slide: Slide, shown: ShownView, place: Place, lang: str) -> None:
    """Show one view: beside its figures, or below its sentence."""
    left, top, width, height = place
    if shown.is_said and shown.figures:
        wide = int(width * _BESIDE)
        _beside(slide, shown, (left + width - wide, top, wide, height))
        width -= wide + _GAP
    elif shown.is_said:
        high = _say(slide, shown.content, (left, top, width, height))
        top, height = top + high + _GAP // 2, height - high - _GAP // 2
    _main(slide, shown, (left, top, width, height), lang)


def _half(slide: Slide, shown: ShownView, place: Place) -> None:
    """Show one of two views: its name, its map, its figures or its sentence."""
    left, top, width, height = place
    head = int(0.32 * INCH)
    write_lines(slide, (left, top, width, head), [(shown.name, 13, palette.INK, True)])
    top, height = top + head, height - head
    below = _CARD if shown.figures else int(1.4 * INCH)
    if shown.has_map:
        _map(slide, shown.content, (left, top, width, height - below - _GAP))
    top += height - below
    if shown.is_said:
        _say(slide, shown.content, (left, top, width, below))
    for number, figure in enumerate(shown.figures):
        wide = width // len(shown.figures)
        _figure(slide, figure, (left + number * wide, top, wide - _GAP, _CARD))


def _beside(slide: Slide, shown: ShownView, place: Place) -> None:
    """Write the sentence of a view with all its figures below each other; a long one in smaller letters."""
    left, top, width, height = place
    gaps = _GAP + (len(shown.figures) - 1) * (_GAP // 2)
    size, card = _SAID, _CARD
    for size in (_SAID, _SAID_SMALL, _SAID_MIN):
        room = height - gaps - height_of(_said(shown.content), size, width)
        card = min(_CARD, room // len(shown.figures))
        if card >= _MIN_CARD:
            break
    top += _say(slide, shown.content, place, size) + _GAP
    for figure in shown.figures:
        _figure(slide, figure, (left, top, width, card))
        top += card + _GAP // 2


def _said(content: Content) -> str:
    """Give the sentence of a view with its doubt."""
    return f"{content.sentence} {content.doubt}".strip()


def _say(slide: Slide, content: Content, place: Place, size: float | None = None) -> int:
    """Write the sentence of a view with its doubt; give its height."""
    text = _said(content)
    size = size or (_SAID if len(text) <= _MANY else _SAID_SMALL)
    high = height_of(text, size, place[2])
    box = write_lines(slide, (*place[:3], high), [(content.sentence, size, palette.INK, False)])
    if content.doubt:
        append_run(box, f" {content.doubt}", size, palette.WARN)
    return high


def _figure(slide: Slide, figure: Figure, place: Place) -> None:
    """Write one headline figure."""
    lines = [
        (figure.name, 12.0, palette.INK_SOFT, False),
        (figure.text, 22.0 if len(figure.text) <= _SHORT else 15.0, palette.INK, True),
    ]
    if figure.range_text:
        lines.append((figure.range_text, 11.0, palette.INK_SOFT, False))
    if figure.doubt:
        lines.append((figure.doubt, 10.0, palette.WARN, False))
    write_lines(slide, place, lines)


def _main(slide: Slide, shown: ShownView, place: Place, lang: str) -> None:
    """Show the map, the chart or the table of a view."""
    if shown.has_map:
        _map(slide, shown.content, place)
    elif shown.chart is not None:
        _chart(slide, shown.chart, place)
    elif shown.table is not None:
        _table(slide, shown.table, place, lang)


def _map(slide: Slide, content: Content, place: Place) -> None:
    """Show the map with the note on boundaries and the credits below it."""
    left, top, width, height = place
    credit = content.picture.credits if content.picture is not None else ""
    below = height_of(credit, 8, width) if credit else 0
    add_map(slide, content, (left, top, width, height - below), words_of_map(content))
    if credit:
        write_lines(slide, (left, top + height - below, width, below), [(credit, 8, palette.INK_SOFT, False)])


def _chart(slide: Slide, chart: Chart, place: Place) -> None:
    """Show a chart: a native one, or a picture where there is none like it or it has notes."""
    left, top, width, height = place
    words = " ".join(filter(None, (chart.caption, chart.source)))
    below = height_of(words, 10, width) if words else 0
    room = (left, top, width, height - below)
    if is_native(chart) and not chart.notes:
        add_chart(slide, chart, room)
    else:
        add_picture(slide, chart_for_office(chart, room=room[2:]), room, f"{chart.title}. {chart.caption}")
    if words:
        write_lines(slide, (left, top + height - below, width, below), [(words, 10, palette.INK_SOFT, False)])


def _table(slide: Slide, table: Table, place: Place, lang: str) -> None:
    """Show as many rows of a table as there is room for, and say how many more there are."""
    left, top, width, height = place
    more_high = int(0.3 * INCH)
    for most in range(MAX_ROWS, 0, -1):
        shown = shown_rows(table, most)
        fit, rows = next(pages_of(shown, height - more_high))
        if len(rows) == len(shown.rows):
            break
    used = add_table(slide, replace(shown, rows=tuple(map(tuple, rows))), fit, rows, top=top)
    left_out = len(table.rows) - len(rows)
    if left_out > 0:
        words = Words(lang).ngettext("and {count} more row", "and {count} more rows", left_out)
        line = (words.format(count=left_out), 11, palette.INK_SOFT, False)
        write_lines(slide, (left, top + used + INCH // 20, width, more_high), [line])

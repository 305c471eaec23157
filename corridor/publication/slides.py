"""A view as slides that can be edited: native tables and charts, sources in the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.text_twin import text_twin
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.content import Cell, Table
from corridor.publication.imprint import imprint, qr_code
from corridor.publication.map_sheet import caption_of_map, words_of_map
from corridor.publication.office_pictures import chart_for_office
from corridor.publication.slide_charts import add_chart, is_native
from corridor.publication.slide_deck import cited_lines, finished, source_slides, table_slides, titled_slide
from corridor.publication.slide_look import FIELD, INCH, empty_deck
from corridor.publication.slide_parts import add_map, add_picture, append_run, write_lines

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure

MAX_CHART_SLIDES = 2
"""Slides of the figures of a chart that is a picture."""
# A row for each of twenty journeys says no more than their picture, which tells middle and range.
_SAID_BY_PICTURE = frozenset({"journeys"})
_QR = int(0.95 * INCH)
# Letters of a sentence, and the size in points at which it has room; letters of a short figure.
_SENTENCES, _SMALLEST = ((140, 28), (260, 22)), 18
_SHORT = 15


def as_pptx(content: Content) -> bytes:
    """
    Write a view as slides.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        PPTX; the same content gives the same bytes.
    """
    deck = empty_deck()
    _answer(deck, content)
    if content.picture is not None:
        _map(deck, content)
    for chart in content.charts:
        _chart(deck, content, chart)
    for table in content.tables:
        table_slides(deck, content, table)
    source_slides(deck, content)
    return finished(deck, content, [_notes(content)] * len(deck.slides))


def _answer(deck: Deck, content: Content) -> None:
    """Write the answer: sentence, doubt, figures, question."""
    _ = Words(content.lang).gettext
    slide = titled_slide(deck, content, content.subject or content.title)
    left, top, width, height = FIELD
    foot = imprint(content)
    code = qr_code(foot.link, form="png", dark=palette.INK.light)
    beside = width - _QR - INCH // 4 if code else width
    size = next(
        (size for most, size in _SENTENCES if len(content.sentence) + len(content.doubt) <= most), _SMALLEST
    )
    lines = [(content.sentence, size, palette.INK, True)]
    if content.basis:
        lines.append((content.basis, 13, palette.INK_SOFT, False))
    box = write_lines(slide, (left, top, width, int(2.1 * INCH)), lines)
    if content.doubt:
        append_run(box, f" {content.doubt}", size, palette.WARN)
    top += int(2.25 * INCH)
    count = len(content.figures)
    for number, figure in enumerate(content.figures):
        wide = width // max(count, 1)
        write_lines(
            slide, (left + number * wide, top, wide - INCH // 5, int(1.45 * INCH)), _figure(content, figure)
        )
    top += int(1.6 * INCH)
    if content.conditions:
        lines = [(_("Question"), 13, palette.INK, True)]
        lines += [(f"• {condition}", 12, palette.INK, False) for condition in content.conditions]
        write_lines(slide, (left, top, beside, FIELD[1] + height - top), lines)
    if code:
        place = (left + width - _QR, FIELD[1] + height - _QR, _QR, _QR)
        picture = add_picture(slide, code, place, _("QR code of the link"))
        picture.click_action.hyperlink.address = foot.link


def _figure(content: Content, figure: Figure) -> list[tuple[str, float, palette.Tone, bool]]:
    """Give the lines of one headline figure."""
    _ = Words(content.lang).gettext
    lines = [
        (figure.name, 12.0, palette.INK_SOFT, False),
        (figure.text, 24.0 if len(figure.text) <= _SHORT else 18.0, palette.INK, True),
    ]
    if figure.range_text:
        lines.append((figure.range_text, 12.0, palette.INK, False))
    if figure.basis:
        lines.append((_(BASIS[figure.basis]), 11.0, palette.INK_SOFT, False))
    if figure.doubt:
        lines.append((figure.doubt, 11.0, palette.WARN, False))
    return lines


def _map(deck: Deck, content: Content) -> None:
    """Show the map."""
    _ = Words(content.lang).gettext
    slide = titled_slide(deck, content, f"{content.subject}: {_('Map')}" if content.subject else _("Map"))
    left, top, width, height = FIELD
    below = int(0.6 * INCH)
    add_map(slide, content, (left, top, width, height - below), words_of_map(content))
    line = (caption_of_map(content), 9, palette.INK_SOFT, False)
    write_lines(slide, (left, top + height - below, width, below), [line])


def _chart(deck: Deck, content: Content, chart: Chart) -> None:
    """
    Show a chart: a native one, or a picture with its figures as a table.

    A native chart cannot hold arrows: with notes its picture comes first, then the chart that can be edited.
    """
    slide = titled_slide(deck, content, chart.title)
    left, top, width, height = FIELD
    words = " ".join(filter(None, (chart.caption, chart.source)))
    written = [(f"• {note.line}", 11, palette.INK, False) for note in chart.notes]
    below = int((0.55 if words else 0.0) * INCH) + int(0.22 * INCH) * len(written)
    place = (left, top, width, height - below)
    told = [*written, *([(words, 10, palette.INK_SOFT, False)] if words else [])]
    if told:
        write_lines(slide, (left, top + height - below, width, below), told)
    if is_native(chart) and not chart.notes:
        add_chart(slide, chart, place)
        return
    add_picture(
        slide,
        chart_for_office(chart, room=place[2:]),
        place,
        f"{chart.title}. {chart.caption}",
    )
    if is_native(chart):
        add_chart(titled_slide(deck, content, chart.title), chart, FIELD)
        return
    if chart.name in _SAID_BY_PICTURE:
        return
    twin = text_twin(chart)
    rows = tuple(tuple(Cell(text=text) for text in row) for row in twin.rows)
    figures = Table(id=chart.name, title=twin.title, heads=twin.columns, rows=rows)
    table_slides(deck, content, figures, most=MAX_CHART_SLIDES)


def _notes(content: Content) -> list[str]:
    """Give the notes of the speaker: what is said, on what it rests, where the view is."""
    _ = Words(content.lang).gettext
    said = [line for line in (content.sentence, content.doubt, *content.conditions) if line]
    numbers = {source.id: number for number, source in enumerate(content.sources, start=1)}
    sources = ["", _("Sources"), *cited_lines(content.sources, numbers)] if content.sources else []
    foot = imprint(content)
    return [*said, *sources, "", *filter(None, (foot.data, foot.link))]

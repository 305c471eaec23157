"""A view as slides that can be edited: native tables and charts, sources in the notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pptx.oxml.ns import qn

from corridor.charts.png import as_png
from corridor.charts.text_twin import text_twin
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.content import Cell, Table
from corridor.publication.imprint import imprint, qr_code
from corridor.publication.map_sheet import caption_of_map, map_as_png, words_of_map
from corridor.publication.office import LANGUAGE_TAGS, describe, saved
from corridor.publication.slide_charts import add_chart, is_native
from corridor.publication.slide_look import FIELD, INCH, empty_deck, new_slide
from corridor.publication.slide_parts import add_picture, add_table, append_run, pages_of, write_lines
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure

MAX_TABLE_SLIDES = 24
"""Slides of one table; each says how many rows were left out, which the other forms hold."""
MAX_CHART_SLIDES = 2
"""Slides of the figures of a chart that is a picture."""
_QR = int(0.95 * INCH)
_MAX_TITLE = 110
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
        _table(deck, content, table)
    _sources(deck, content)
    for slide in deck.slides:
        slide.notes_slide.notes_text_frame.text = _notes(content)
        for tree in (slide.element, slide.notes_slide.element):
            _set_language(tree, LANGUAGE_TAGS[content.lang])
        for shape in slide.shapes:
            if shape.has_chart:
                _set_language(shape.chart._chartSpace, LANGUAGE_TAGS[content.lang])  # noqa: SLF001
    describe(deck.core_properties, content)
    return saved(deck)


def _slide(deck: Deck, content: Content, title: str) -> Slide:
    """Add a slide with a title and the foot."""
    foot = imprint(content)
    line = " · ".join(filter(None, (foot.data, foot.link_shown.partition("?")[0])))
    return new_slide(deck, _shortened(legible(title)), footer=legible(line))


def _answer(deck: Deck, content: Content) -> None:
    """Write the answer: sentence, doubt, figures, question."""
    _ = Words(content.lang).gettext
    slide = _slide(deck, content, content.subject or content.title)
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
    slide = _slide(deck, content, f"{content.subject}: {_('Map')}" if content.subject else _("Map"))
    left, top, width, height = FIELD
    below = int(0.6 * INCH)
    add_picture(slide, map_as_png(content), (left, top, width, height - below), words_of_map(content))
    line = (caption_of_map(content), 9, palette.INK_SOFT, False)
    write_lines(slide, (left, top + height - below, width, below), [line])


def _chart(deck: Deck, content: Content, chart: Chart) -> None:
    """Show a chart: a native one, or a picture with its figures as a table."""
    slide = _slide(deck, content, chart.title)
    left, top, width, height = FIELD
    words = " ".join(filter(None, (chart.caption, chart.source)))
    written = [(f"• {note.line}", 11, palette.INK, False) for note in chart.notes]
    below = int((0.55 if words else 0.0) * INCH) + int(0.22 * INCH) * len(written)
    place = (left, top, width, height - below)
    told = [*written, *([(words, 10, palette.INK_SOFT, False)] if words else [])]
    if told:
        write_lines(slide, (left, top + height - below, width, below), told)
    if is_native(chart):
        add_chart(slide, chart, place)
        return
    add_picture(
        slide,
        as_png(replace(chart, title="", caption="", source="")),
        place,
        f"{chart.title}. {chart.caption}",
    )
    twin = text_twin(chart)
    rows = tuple(tuple(Cell(text=text) for text in row) for row in twin.rows)
    figures = Table(id=chart.name, title=twin.title, heads=twin.columns, rows=rows)
    _table(deck, content, figures, most=MAX_CHART_SLIDES)


def _table(deck: Deck, content: Content, table: Table, *, most: int = MAX_TABLE_SLIDES) -> None:
    """Show a table on as many slides as it takes."""
    _ = Words(content.lang).gettext
    pages = list(pages_of(table))
    left_out = sum(len(rows) for _fit, rows in pages[most:])
    if left_out:
        more = _("and {count} more").format(count=left_out)
        table = replace(table, note=" ".join(filter(None, (table.note, f"({more})"))))
    for number, (fit, rows) in enumerate(pages[:most], start=1):
        title = f"{table.title} ({number}/{min(len(pages), most)})" if len(pages) > 1 else table.title
        slide = _slide(deck, content, title)
        add_table(slide, table, fit, rows)


def _sources(deck: Deck, content: Content) -> None:
    """List the sources, as a table over as many slides as it takes."""
    if not content.sources:
        return
    _ = Words(content.lang).gettext
    rows = tuple(
        (Cell(text=str(number)), Cell(text=source.citation), Cell(text=source.date), Cell(text=source.url))
        for number, source in enumerate(content.sources, start=1)
    )
    heads = ("№", _("Source"), _("Date"), _("Link"))
    _table(deck, content, Table(id="sources", title=_("Sources"), heads=heads, rows=rows))


def _notes(content: Content) -> str:
    """Give the notes of the speaker: what is said, on what it rests, where the view is."""
    _ = Words(content.lang).gettext
    lines = [content.sentence, content.doubt, *content.conditions]
    if content.sources:
        lines += ["", _("Sources")]
        lines += [
            " ".join(filter(None, (f"{number}.", source.citation, source.date, source.url)))
            for number, source in enumerate(content.sources, start=1)
        ]
    foot = imprint(content)
    lines += ["", foot.data, foot.link]
    return "\n".join(legible(line) for line in lines if line or line == "")


def _set_language(tree: object, tag: str) -> None:
    """Say of every run in which language it is."""
    for run in tree.iter(qn("a:r")):  # type: ignore[attr-defined]
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr"), {}))
    for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
        for element in tree.iter(qn(name)):  # type: ignore[attr-defined]
            element.set("lang", tag)


def _shortened(title: str) -> str:
    """Give a title that two lines hold."""
    return title if len(title) <= _MAX_TITLE else f"{title[: _MAX_TITLE - 1].rstrip()}…"

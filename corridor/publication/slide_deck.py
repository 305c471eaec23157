"""Whole slides that every deck has: with a title and a foot, of a table, of the sources; and how it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml.etree import SubElement

from corridor.language.text import Words
from corridor.publication.content import Cell, Table
from corridor.publication.imprint import imprint
from corridor.publication.office import LANGUAGE_TAGS, describe, saved
from corridor.publication.slide_look import new_slide, qn
from corridor.publication.slide_parts import add_table, pages_of
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pptx.presentation import Presentation as Deck
    from pptx.slide import NotesSlide, Slide

    from corridor.publication.content import Content, Source

MAX_TABLE_SLIDES = 24
"""Slides of one table; each says how many rows were left out, which the other forms hold."""
_MAX_TITLE, _SIZE_OF_SOURCES = 110, 10.0


def titled_slide(deck: Deck, content: Content, title: str) -> Slide:
    """Add a slide with a title and the foot that names the data and the address."""
    foot = imprint(content)
    line = " · ".join(filter(None, (foot.data, foot.link_shown.partition("?")[0])))
    return new_slide(deck, _shortened(legible(title)), footer=legible(line))


def table_slides(
    deck: Deck, content: Content, table: Table, *, most: int = MAX_TABLE_SLIDES, largest: float = 13.0
) -> None:
    """Show a table on as many slides as it takes."""
    _ = Words(content.lang).gettext
    pages = list(pages_of(table, largest=largest))
    left_out = sum(len(rows) for _fit, rows in pages[most:])
    if left_out:
        more = _("and {count} more").format(count=left_out)
        table = replace(table, note=" ".join(filter(None, (table.note, f"({more})"))))
    for number, (fit, rows) in enumerate(pages[:most], start=1):
        title = f"{table.title} ({number}/{min(len(pages), most)})" if len(pages) > 1 else table.title
        slide = titled_slide(deck, content, title)
        add_table(slide, table, fit, rows)


def source_slides(deck: Deck, content: Content) -> None:
    """List the sources, as a table over as many slides as it takes."""
    if not content.sources:
        return
    _ = Words(content.lang).gettext
    rows = tuple(
        (Cell(text=str(number)), Cell(text=source.citation), Cell(text=source.date), Cell(text=source.url))
        for number, source in enumerate(content.sources, start=1)
    )
    heads = ("№", _("Source"), _("Date"), _("Link"))
    table_slides(
        deck,
        content,
        Table(id="sources", title=_("Sources"), heads=heads, rows=rows),
        largest=_SIZE_OF_SOURCES,
    )


def cited_lines(sources: Iterable[Source], numbers: Mapping[str, int]) -> list[str]:
    """Give a line a source: its number, citation, date and address."""
    return [
        " ".join(filter(None, (f"{numbers[source.id]}.", source.citation, source.date, source.url)))
        for source in sources
    ]


def finished(deck: Deck, content: Content, notes: Sequence[Sequence[str]]) -> bytes:
    """
    Save a deck.

    Parameters
    ----------
    deck
        Its slides are written.
    content
        Language and properties of the file.
    notes
        Lines of the speaker's notes of each slide.

    Returns
    -------
    bytes
        PPTX; the same content gives the same bytes.
    """
    for slide, lines in zip(deck.slides, notes, strict=True):
        _note(slide.notes_slide, lines)
        for tree in (slide.element, slide.notes_slide.element):
            _set_language(tree, LANGUAGE_TAGS[content.lang])
        for shape in slide.shapes:
            if shape.has_chart:
                _set_language(shape.chart._chartSpace, LANGUAGE_TAGS[content.lang])  # noqa: SLF001
    describe(deck.core_properties, content)
    return saved(deck)


def _note(notes: NotesSlide, lines: Sequence[str]) -> None:
    """Write the notes of a slide; line by line by python-pptx takes ten times as long."""
    body = notes.notes_text_frame._txBody  # noqa: SLF001 - see above
    for paragraph in body.findall(qn("a:p")):
        body.remove(paragraph)
    for line in lines:
        paragraph = SubElement(body, qn("a:p"))
        if line:
            run = SubElement(paragraph, qn("a:r"))
            SubElement(run, qn("a:rPr"))
            SubElement(run, qn("a:t")).text = legible(line)
    if not lines:
        SubElement(body, qn("a:p"))


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

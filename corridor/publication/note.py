"""A view as a note of Word: what an officer pastes into a paper, with real footnotes for the sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm

from corridor.charts.png import as_png
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.column_widths import Room, fitted_columns
from corridor.publication.content import Cell, Table
from corridor.publication.footnotes import Footnotes
from corridor.publication.imprint import imprint, qr_code
from corridor.publication.map_sheet import caption_of_map, map_as_png, words_of_map
from corridor.publication.note_look import DOUBT, HEIGHT_MM, SIDE_MM, WIDTH_MM, empty_note, write_foot
from corridor.publication.note_parts import INSET_PT, add_picture, add_table, shrink
from corridor.publication.notes import note_numbers, numbers_of_claims
from corridor.publication.office import describe, saved
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from docx.document import Document as Note

    from corridor.publication.content import Content, Source

_POINTS_PER_MM = 72 / 25.4
_TEXT_MM = WIDTH_MM - 2 * SIDE_MM
_ROOMS = (
    Room(_TEXT_MM * _POINTS_PER_MM, (9.0, 8.0)),
    Room((HEIGHT_MM - 2 * SIDE_MM) * _POINTS_PER_MM, (9.0, 8.0, 7.0, 6.0), is_across=True),
)
_QR_MM = 24.0


def as_docx(content: Content) -> bytes:
    """
    Write a view as a note of Word.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        DOCX; the same content gives the same bytes.
    """
    _ = Words(content.lang).gettext
    note = empty_note(content.lang)
    notes = Footnotes([(source, _cited(source)) for source in content.sources])
    numbers = numbers_of_claims(content)
    _answer(note, content, notes, numbers)
    if content.picture is not None:
        note.add_heading(_("Map"), level=1)
        add_picture(note, map_as_png(content), _TEXT_MM, words_of_map(content))
        note.add_paragraph(caption_of_map(content), style="Caption")
    for annotation in content.annotations:
        note.add_paragraph(legible(annotation.line), style="List Bullet")
    for chart in content.charts:
        note.add_heading(legible(chart.title), level=1)
        add_picture(
            note,
            as_png(replace(chart, title="", caption="", source="")),
            _TEXT_MM,
            f"{chart.title}. {chart.caption}",
        )
        note.add_paragraph(legible(" ".join(filter(None, (chart.caption, chart.source)))), style="Caption")
        for written in chart.notes:
            note.add_paragraph(legible(written.line), style="List Bullet")
    for table in content.tables:
        _table(note, table, notes, numbers)
    _turn(note, is_across=False)
    _sources(note, content, notes)
    _link(note, content)
    if note.element.body[-2].tag == qn("w:tbl"):
        shrink(note.add_paragraph())  # Word wants one behind a table
    foot = imprint(content)
    lines = tuple(legible(line) for line in (foot.data, foot.link_shown) if line)
    for section in note.sections:
        write_foot(section, lines, legible(_("Page {page} of {pages}")))
    notes.attach(note)
    describe(note.core_properties, content)
    return saved(note)


def _answer(note: Note, content: Content, notes: Footnotes, numbers: dict[str, int]) -> None:
    """Write the answer: heading, sentence, doubt, question, headline figures."""
    _ = Words(content.lang).gettext
    heads = [content.title, content.subject] if content.subject else [content.title]
    note.add_heading(legible(": ".join(heads)), level=0)
    sentence = note.add_paragraph()
    sentence.add_run(legible(content.sentence)).bold = True
    if content.doubt:
        sentence.add_run(f" {legible(content.doubt)}", style=DOUBT)
    if content.basis:
        note.add_paragraph(legible(content.basis), style="Caption")
    if content.conditions:
        note.add_heading(_("Question"), level=1)
        for condition in content.conditions:
            note.add_paragraph(legible(condition), style="List Bullet")
    if not content.figures:
        for source in note_numbers((claim.id for claim in content.claims), numbers):
            notes.refer(sentence._p, source)  # noqa: SLF001 - the element that the reference stands in
        return
    rows = tuple(
        (
            Cell(text=figure.name),
            Cell(text=figure.text, claims=figure.claims),
            Cell(text=figure.range_text),
            Cell(text=_(BASIS[figure.basis]) if figure.basis else ""),
            Cell(text=figure.doubt),
        )
        for figure in content.figures
    )
    heads = [_("Key figures"), _("Value"), _("Range"), _("Basis"), _("Remark")]
    kept = [at for at in range(len(heads)) if any(row[at].text for row in rows)]
    table = Table(
        id="figures",
        title=_("Key figures"),
        heads=tuple(heads[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
    )
    note.add_paragraph()
    add_table(note, table, fitted_columns(table, _ROOMS[:1], inset_pt=INSET_PT), notes, numbers)


def _table(note: Note, table: Table, notes: Footnotes, numbers: dict[str, int]) -> None:
    """Write a table, on sheets that lie across if it needs them."""
    fit = fitted_columns(table, _ROOMS, inset_pt=INSET_PT)
    _turn(note, is_across=fit.is_across)
    note.add_heading(legible(table.title), level=1)
    if table.note:
        note.add_paragraph(legible(table.note), style="Caption").paragraph_format.keep_with_next = True
    add_table(note, table, fit, notes, numbers)


def _turn(note: Note, *, is_across: bool) -> None:
    """Begin sheets that lie across, or stand again, unless they do."""
    section = note.sections[-1]
    if is_across == (section.orientation == WD_ORIENT.LANDSCAPE):
        return
    section = note.add_section(WD_SECTION.NEW_PAGE)
    shrink(note.paragraphs[-1])
    section.orientation = WD_ORIENT.LANDSCAPE if is_across else WD_ORIENT.PORTRAIT
    sides = Mm(HEIGHT_MM), Mm(WIDTH_MM)
    section.page_width, section.page_height = sides if is_across else sides[::-1]


def _sources(note: Note, content: Content, notes: Footnotes) -> None:
    """List the sources that no footnote has named."""
    _ = Words(content.lang).gettext
    others = [source for number, source in enumerate(content.sources, start=1) if number not in notes.named]
    if others:
        note.add_heading(_("Further sources") if notes.named else _("Sources"), level=1)
        for source in others:
            note.add_paragraph(_cited(source), style="List Bullet")


def _link(note: Note, content: Content) -> None:
    """Say where the view is found."""
    _ = Words(content.lang).gettext
    foot = imprint(content)
    code = qr_code(foot.link, form="png", dark=palette.INK.light)
    if code:
        note.add_heading(_("Open this view"), level=1)
        add_picture(note, code, _QR_MM, _("QR code of the link"))
        note.add_paragraph(foot.link, style="Caption")


def _cited(source: Source) -> str:
    """Give the text of a note."""
    return legible(". ".join(filter(None, (source.citation, source.date, source.url))))

"""Sections that every note of Word has: figures, map, chart, table, sources, link; and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Mm

from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.column_widths import Room, fitted_columns
from corridor.publication.content import Cell, Table
from corridor.publication.imprint import imprint, qr_code
from corridor.publication.map_sheet import caption_of_map, map_for_office, words_of_map
from corridor.publication.note_look import HEIGHT_MM, SIDE_MM, WIDTH_MM, write_foot
from corridor.publication.note_parts import INSET_PT, add_lines, add_picture, add_table, shrink
from corridor.publication.office import SVG, describe, name_vector, saved
from corridor.publication.office_pictures import chart_for_office
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docx.document import Document as Note

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure, Source
    from corridor.publication.footnotes import Footnotes

_POINTS_PER_MM = 72 / 25.4
_TEXT_MM = WIDTH_MM - 2 * SIDE_MM
_ROOMS = (
    Room(_TEXT_MM * _POINTS_PER_MM, (9.0, 8.0)),
    Room((HEIGHT_MM - 2 * SIDE_MM) * _POINTS_PER_MM, (9.0, 8.0, 7.0, 6.0), is_across=True),
)
_QR_MM = 24.0


def add_figures(
    note: Note, figures: Sequence[Figure], lang: str, notes: Footnotes, numbers: Mapping[str, int]
) -> None:
    """Write headline figures as a table."""
    _ = Words(lang).gettext
    rows = tuple(
        (
            Cell(text=figure.name),
            Cell(text=figure.text, claims=figure.claims),
            Cell(text=figure.range_text),
            Cell(text=_(BASIS[figure.basis]) if figure.basis else ""),
            Cell(text=figure.doubt),
        )
        for figure in figures
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


def add_map(note: Note, content: Content) -> None:
    """Show the map, with what it shows below it."""
    png, svg = map_for_office(content)
    blip = add_picture(note, png, _TEXT_MM, words_of_map(content))
    place = note.part.package.next_partname("/word/media/map%d.svg")
    part = Part(place, SVG, svg, note.part.package)
    name_vector(blip, note.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
    note.add_paragraph(caption_of_map(content), style="Caption")


def add_chart(note: Note, chart: Chart) -> None:
    """Show a chart, with what it says of itself below it."""
    add_picture(note, chart_for_office(chart), _TEXT_MM, f"{chart.title}. {chart.caption}")
    note.add_paragraph(legible(" ".join(filter(None, (chart.caption, chart.source)))), style="Caption")
    for written in chart.notes:
        note.add_paragraph(legible(written.line), style="List Bullet")


def add_table_section(
    note: Note,
    table: Table,
    notes: Footnotes,
    numbers: Mapping[str, int],
    *,
    level: int = 1,
) -> None:
    """Write a table with its heading, on sheets that lie across if it needs them."""
    fit = fitted_columns(table, _ROOMS, inset_pt=INSET_PT)
    turn(note, is_across=fit.is_across)
    note.add_heading(legible(table.title), level=level)
    if table.note:
        note.add_paragraph(legible(table.note), style="Caption").paragraph_format.keep_with_next = True
    add_table(note, table, fit, notes, numbers)


def lies_across(table: Table) -> bool:
    """Whether a table has no room on a sheet that stands."""
    return fitted_columns(table, _ROOMS, inset_pt=INSET_PT).is_across


def turn(note: Note, *, is_across: bool) -> None:
    """Begin sheets that lie across, or stand again, unless they do."""
    section = note.sections[-1]
    if is_across == (section.orientation == WD_ORIENT.LANDSCAPE):
        return
    section = note.add_section(WD_SECTION.NEW_PAGE)
    shrink(note.paragraphs[-1])
    section.orientation = WD_ORIENT.LANDSCAPE if is_across else WD_ORIENT.PORTRAIT
    sides = Mm(HEIGHT_MM), Mm(WIDTH_MM)
    section.page_width, section.page_height = sides if is_across else sides[::-1]


def add_other_sources(note: Note, content: Content, notes: Footnotes) -> None:
    """List the sources that no footnote has named."""
    _ = Words(content.lang).gettext
    others = [source for number, source in enumerate(content.sources, start=1) if number not in notes.named]
    if others:
        note.add_heading(_("Further sources") if notes.named else _("Sources"), level=1)
        add_lines(note, map(cited, others), "List Bullet")


def add_link(note: Note, content: Content) -> None:
    """Say where the view is found."""
    _ = Words(content.lang).gettext
    foot = imprint(content)
    code = qr_code(foot.link, form="png", dark=palette.INK.light)
    if code:
        note.add_heading(_("Open this view"), level=1)
        add_picture(note, code, _QR_MM, _("QR code of the link"))
        note.add_paragraph(foot.link, style="Caption")


def finished(note: Note, content: Content, notes: Footnotes) -> bytes:
    """Write foot, footnotes and properties, and save the note: the same content gives the same bytes."""
    if note.element.body[-2].tag == qn("w:tbl"):
        shrink(note.add_paragraph())  # Word wants one behind a table
    foot = imprint(content)
    page = legible(Words(content.lang).gettext("Page {page} of {pages}"))
    for section in note.sections:
        write_foot(section, tuple(legible(line) for line in (foot.data, foot.link_shown) if line), page)
    notes.attach(note)
    describe(note.core_properties, content)
    return saved(note)


def cited(source: Source) -> str:
    """Give the text of a note."""
    return legible(". ".join(filter(None, (source.citation, source.date, source.url))))

"""Parts of a note: tables with repeated heads and pictures with their words."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docx.oxml import ns
from docx.shared import Mm, Pt
from lxml.etree import SubElement

from corridor.picture import palette
from corridor.publication.column_widths import is_numeric
from corridor.publication.notes import note_numbers
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from docx.document import Document as Note

    from corridor.publication.column_widths import Fit
    from corridor.publication.content import Cell, Table
    from corridor.publication.footnotes import Footnotes

qn = lru_cache(maxsize=128)(ns.qn)
"""Whole name of an element, such as "w:tc"; python-docx works it out anew each time."""

INSET_PT = 3.0
_TWIPS = 20


def add_lines(note: Note, texts: Iterable[str], style: str) -> None:
    """Add paragraphs of one style, which is looked up once: python-docx seeks it anew for each."""
    id_ = note.styles[style].style_id
    for text in texts:
        note.add_paragraph(text)._p.style = id_  # noqa: SLF001 - there is no other way


def add_picture(note: Note, content: bytes, width_mm: float, words: str) -> Any:
    """Put a picture on a line of its own, with what it shows in words; give the element that names it."""
    note.add_picture(io.BytesIO(content), width=Mm(width_mm))
    paragraph = note.paragraphs[-1]
    paragraph.paragraph_format.keep_with_next = True
    paragraph._p.find(f".//{qn('wp:docPr')}").set("descr", legible(words))  # noqa: SLF001 - there is no other way
    return paragraph._p.find(f".//{qn('a:blip')}")  # noqa: SLF001 - the same


def add_table(note: Note, table: Table, fit: Fit, notes: Footnotes, numbers: Mapping[str, int]) -> None:
    """Put a native table into the note; its head is repeated on each page, no row is cut."""
    body = note.element.body
    grid = body.makeelement(qn("w:tbl"), {})
    body.insert(len(body) - 1, grid)
    look = SubElement(grid, qn("w:tblPr"))
    SubElement(look, qn("w:tblW"), {qn("w:w"): _twips(sum(fit.widths_pt)), qn("w:type"): "dxa"})
    _add_lines(look)
    SubElement(look, qn("w:tblLayout"), {qn("w:type"): "fixed"})
    margins = SubElement(look, qn("w:tblCellMar"))
    for side in ("left", "right"):
        SubElement(margins, qn(f"w:{side}"), {qn("w:w"): _twips(INSET_PT), qn("w:type"): "dxa"})
    SubElement(look, qn("w:tblLook"), {qn("w:val"): "0020", qn("w:firstRow"): "1"})
    SubElement(look, qn("w:tblCaption"), {qn("w:val"): legible(table.title)})
    SubElement(look, qn("w:tblDescription"), {qn("w:val"): legible(table.note or table.title)})
    columns = SubElement(grid, qn("w:tblGrid"))
    for wide in fit.widths_pt:
        SubElement(columns, qn("w:gridCol"), {qn("w:w"): _twips(wide)})
    right = [is_numeric(table, at) for at in range(len(table.heads))]
    head = _add_row(grid, is_head=True)
    for at, text in enumerate(table.heads):
        _add_cell(head, text, fit, at, is_head=True, is_right=right[at])
    for row in table.rows:
        _add_cells(_add_row(grid, is_head=False), row, fit, right, notes, numbers)


def shrink(paragraph: Any) -> None:
    """Make an empty paragraph so small that it never begins a page."""
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.add_run().font.size = Pt(1)
    mark = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the size of its end counts, too
    letters = SubElement(mark, qn("w:rPr"))
    SubElement(letters, qn("w:sz"), {qn("w:val"): "2"})
    for section in mark.findall(qn("w:sectPr")):
        mark.append(section)  # the schema has it last


def _add_cells(
    line: Any,
    row: Sequence[Cell],
    fit: Fit,
    right: Sequence[bool],
    notes: Footnotes,
    numbers: Mapping[str, int],
) -> None:
    """Write the cells of a row, with references to their sources."""
    for at, cell in enumerate(row):
        paragraph = _add_cell(line, cell.text, fit, at, is_head=False, is_right=right[at])
        notes.refer(paragraph, note_numbers(cell.claims, numbers))


def _add_row(grid: Any, *, is_head: bool) -> Any:
    """Add a row."""
    row = SubElement(grid, qn("w:tr"))
    look = SubElement(row, qn("w:trPr"))
    SubElement(look, qn("w:cantSplit"))
    if is_head:
        SubElement(look, qn("w:tblHeader"))
    return row


def _add_cell(row: Any, text: str, fit: Fit, at: int, *, is_head: bool, is_right: bool) -> Any:
    """Add a cell; give its paragraph."""
    cell = SubElement(row, qn("w:tc"))
    look = SubElement(cell, qn("w:tcPr"))
    SubElement(look, qn("w:tcW"), {qn("w:w"): _twips(fit.widths_pt[at]), qn("w:type"): "dxa"})
    if is_head:
        fill = palette.PAPER_SOFT.light.lstrip("#")
        SubElement(look, qn("w:shd"), {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): fill})
    paragraph = SubElement(cell, qn("w:p"))
    lines = SubElement(paragraph, qn("w:pPr"))
    SubElement(lines, qn("w:spacing"), {qn("w:before"): "20", qn("w:after"): "20"})
    if is_right:
        SubElement(lines, qn("w:jc"), {qn("w:val"): "right"})
    run = SubElement(paragraph, qn("w:r"))
    letters = SubElement(run, qn("w:rPr"))
    if is_head:
        SubElement(letters, qn("w:b"))
    SubElement(letters, qn("w:sz"), {qn("w:val"): str(int(fit.size * 2))})
    SubElement(run, qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = legible(
        text
    )
    return paragraph


def _add_lines(look: Any) -> None:
    """Draw thin lines below the rows."""
    borders = SubElement(look, qn("w:tblBorders"))
    colour = palette.RULE.light.lstrip("#")
    for side in ("top", "bottom", "insideH"):
        kind = {qn("w:val"): "single", qn("w:sz"): "4", qn("w:space"): "0", qn("w:color"): colour}
        SubElement(borders, qn(f"w:{side}"), kind)


def _twips(points: float) -> str:
    """Write a length as Word does."""
    return str(round(points * _TWIPS))

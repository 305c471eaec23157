"""Parts of a slide: texts, pictures with their words, native tables."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any

from lxml.etree import SubElement
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.util import Emu, Pt

from corridor.picture import palette
from corridor.publication.column_widths import Room, fitted_columns, is_numeric
from corridor.publication.map_sheet import map_for_office
from corridor.publication.office import SVG, name_vector
from corridor.publication.slide_look import FIELD, INCH, qn
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pptx.slide import Slide

    from corridor.picture.palette import Tone
    from corridor.publication.column_widths import Fit
    from corridor.publication.content import Cell, Content, Table

Place = tuple[int, int, int, int]
"""Left, top, width and height of a part."""
_POINT = INCH // 72
_INSET_PT, _ABOVE_PT = 6.0, 2.5
_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
_LINE, _LETTER = 1.22, 0.61
# Letters of a whole sentence are narrower than the widest of a cell.
_OF_TEXT, _BELOW = 0.88, 4.0
_ROOM_FOR_NOTE = 30.0
# Of PowerPoint: no style, no grid; lines are our own.
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


def colour(tone: Tone) -> RGBColor:
    """Give a colour of the light theme."""
    return RGBColor.from_string(tone.light.lstrip("#"))


def write_lines(
    slide: Slide,
    place: Place,
    lines: Sequence[tuple[str, float, Tone, bool]],
) -> Any:
    """
    Write lines into a box of their own.

    Parameters
    ----------
    slide
        The slide.
    place
        Left, top, width, height.
    lines
        Text, size in points, colour, whether it is bold.
    """
    box = slide.shapes.add_textbox(*map(Emu, place))
    frame = box.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, (text, size, tone, is_bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(3)
        run = paragraph.add_run()
        run.text = legible(text)
        run.font.size, run.font.bold = Pt(size), is_bold
        run.font.color.rgb = colour(tone)
    return box


def append_run(box: Any, text: str, size: float, tone: Tone) -> None:
    """Write a bold text behind the first line of a box."""
    run = box.text_frame.paragraphs[0].add_run()
    run.text = legible(text)
    run.font.size, run.font.bold = Pt(size), True
    run.font.color.rgb = colour(tone)


def add_picture(slide: Slide, content: bytes, place: Place, words: str) -> Any:
    """Put a picture into the middle of a place, as large as it can be, with what it shows in words."""
    left, top, width, height = place
    picture = slide.shapes.add_picture(io.BytesIO(content), Emu(left), Emu(top))
    scale = min(width / picture.width, height / picture.height)
    picture.width, picture.height = Emu(int(picture.width * scale)), Emu(int(picture.height * scale))
    picture.left = Emu(left + (width - picture.width) // 2)
    picture.top = Emu(top + (height - picture.height) // 2)
    picture._element.nvPicPr.cNvPr.set("descr", legible(words))  # noqa: SLF001 - there is no other way
    return picture


def height_of(text: str, size: float, width: int) -> int:
    """Give the height that a text takes in letters of a size, in a box of a width."""
    lines = _lines(legible(text), width / _POINT / (size * _LETTER * _OF_TEXT))
    return int((lines * size * _LINE + _BELOW) * _POINT)


def add_map(slide: Slide, content: Content, place: Place, words: str) -> Any:
    """Put the map of a view into a place, as a PNG and as an SVG, with what it shows in words."""
    png, svg = map_for_office(content)
    picture = add_picture(slide, png, place, words)
    package = slide.part.package
    part = Part(package.next_partname("/ppt/media/map%d.svg"), SVG, package, svg)
    blip = picture._element.find(f".//{qn('a:blip')}")  # noqa: SLF001 - there is no other way
    name_vector(blip, slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
    return picture


def pages_of(
    table: Table, high: int = FIELD[3], *, largest: float = _SIZES[0]
) -> Iterator[tuple[Fit, Sequence[Sequence[Cell]]]]:
    """Cut a table into as many rows as a height holds, that of a whole slide if none is given."""
    room_wide = Room(FIELD[2] / _POINT, tuple(size for size in _SIZES if size <= largest))
    fit = fitted_columns(table, (room_wide,), inset_pt=_INSET_PT)
    head = _height(table.heads, fit)
    room = high / _POINT - head - (_ROOM_FOR_NOTE if table.note else 0)
    rows: list[Sequence[Cell]] = []
    used = 0.0
    for row in table.rows:
        row_high = _height([cell.text for cell in row], fit)
        if rows and used + row_high > room:
            yield fit, rows
            rows, used = [], 0.0
        rows.append(row)
        used += row_high
    yield fit, rows


def add_table(
    slide: Slide, table: Table, fit: Fit, rows: Sequence[Sequence[Cell]], *, top: int = FIELD[1]
) -> int:
    """Put a native table onto a slide; give the height that it takes with its note."""
    left, _top, width, _high = FIELD
    above = top
    if table.note:
        place = (left, top, width, int(_ROOM_FOR_NOTE * _POINT))
        write_lines(slide, place, [(table.note, 10, palette.INK_SOFT, False)])
        top += int(_ROOM_FOR_NOTE * _POINT)
    texts = [list(table.heads), *([cell.text for cell in row] for row in rows)]
    heights = [int(_height(row, fit) * _POINT) for row in texts]
    frame = slide.shapes.add_table(1, len(table.heads), Emu(left), Emu(top), Emu(width), Emu(sum(heights)))
    frame.name = legible(table.title)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", legible(table.title))  # noqa: SLF001
    grid = frame.table
    grid.horz_banding = False
    for column, wide in zip(grid.columns, fit.widths_pt, strict=True):
        column.width = Emu(int(wide * _POINT))
    body = grid._tbl  # noqa: SLF001 - cell by cell by python-pptx takes ten times as long
    body.find(f".//{qn('a:tableStyleId')}").text = _PLAIN_STYLE
    body.remove(body.tr_lst[0])
    right = [is_numeric(table, at) for at in range(len(table.heads))]
    for number, (row, high) in enumerate(zip(texts, heights, strict=True)):
        line = SubElement(body, qn("a:tr"), h=str(high))
        for text, is_right in zip(row, right, strict=True):
            _add_cell(line, text, fit.size, is_head=number == 0, is_right=is_right)
    return top + sum(heights) - above


def _add_cell(row: Any, text: str, size: float, *, is_head: bool, is_right: bool) -> None:
    """Write one cell."""
    cell = SubElement(row, qn("a:tc"))
    body = SubElement(cell, qn("a:txBody"))
    SubElement(body, qn("a:bodyPr"))
    paragraph = SubElement(body, qn("a:p"))
    SubElement(paragraph, qn("a:pPr"), algn="r" if is_right else "l")
    look = {"sz": str(int(size * 100)), "b": str(int(is_head))}
    if text:
        run = SubElement(paragraph, qn("a:r"))
        _add_fill(SubElement(run, qn("a:rPr"), look), palette.INK)
        SubElement(run, qn("a:t")).text = legible(text)
    SubElement(paragraph, qn("a:endParaRPr"), look)
    side, above = str(int(_INSET_PT * _POINT)), str(int(_ABOVE_PT * _POINT))
    frame = SubElement(cell, qn("a:tcPr"), marL=side, marR=side, marT=above, marB=above)
    _add_fill(SubElement(frame, qn("a:lnB"), w="12700" if is_head else "6350"), palette.RULE)
    if is_head:
        _add_fill(frame, palette.PAPER_SOFT)
    else:
        SubElement(frame, qn("a:noFill"))


def _add_fill(parent: Any, tone: Tone) -> None:
    """Fill an element with a colour of the light theme."""
    SubElement(SubElement(parent, qn("a:solidFill")), qn("a:srgbClr"), val=tone.light.lstrip("#"))


def _height(texts: Sequence[str], fit: Fit) -> float:
    """Height of a row in points."""
    lines = max(
        _lines(text, (wide - 2 * _INSET_PT) / (fit.size * _LETTER))
        for text, wide in zip(texts, fit.widths_pt, strict=True)
    )
    return lines * fit.size * _LINE + 2 * _ABOVE_PT


def _lines(text: str, most: float) -> int:
    """Count the lines that a text takes in so many letters a line."""
    lines, used = 1, 0
    for word in text.split(" "):
        if used and used + 1 + len(word) > most:
            lines, used = lines + 1, 0
        used += len(word) + bool(used)
        lines += max(0, math.ceil(len(word) / max(most, 1)) - 1)
    return lines

"""A view as one picture for a slide, a sheet of paper or a post: answer, map, figures, sources, code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Line
from corridor.charts.layout import MIN_HEIGHT, MIN_WIDTH, lay_out
from corridor.charts.sheet import Sheet
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import DRAWING
from corridor.publication.chart_sheet import as_file, chart_sheet
from corridor.publication.figure_blocks import columns_within, draw_figures, room_for_rows
from corridor.publication.map import draw_map
from corridor.publication.map_sheet import words_of_map
from corridor.publication.parts import chart_of
from corridor.publication.picture_foot import draw_foot
from corridor.publication.picture_head import draw_head
from corridor.publication.placing import put
from corridor.publication.plain_table import draw_table
from corridor.publication.shapes import BAR, SHAPES

if TYPE_CHECKING:
    from corridor.charts.drawing import Drawing
    from corridor.publication.content import Content
    from corridor.publication.land import Field

FORMS = ("png", "svg", "pdf")
_GAP = 14.0


def draw_picture(
    content: Content, *, form: str = "png", size: str = "slide", theme: str = "light", part: str = ""
) -> bytes:
    """
    Draw a view, or one part of it, as one picture.

    Parameters
    ----------
    content
        What the view says.
    form
        One of `FORMS`.
    size
        A key of `SHAPES`.
    theme
        "light" or "dark".
    part
        One of `corridor.publication.parts.drawn_parts`; empty for the view as a whole.

    Returns
    -------
    bytes
        The file; the same content gives the same bytes.

    Raises
    ------
    QuestionError
        If the view has no such part.
    """
    chart, is_dark = chart_of(content, part) if part else None, theme == "dark"
    with DRAWING:
        if chart is not None:
            return as_file(
                chart_sheet(content, chart, size=size, is_dark=is_dark), form=form, scale=SHAPES[size].scale
            )
        whole = replace(content, figures=()) if part else content
        return as_file(sheet_of(whole, size=size, is_dark=is_dark), form=form, scale=SHAPES[size].scale)


def sheet_of(content: Content, *, size: str = "slide", is_dark: bool = False) -> Drawing:
    """Lay a view out on a sheet; see `draw_picture`. No text lies on another or leaves the sheet."""
    shape, _ = SHAPES[size], Words(content.lang).gettext
    sheet = Sheet(width=shape.width, height=shape.height, is_dark=is_dark)
    accent = palette.ACCENT.of(dark=is_dark)
    bar = ((0.0, 0.0), (float(shape.width), 0.0), (float(shape.width), BAR), (0.0, BAR))
    sheet.draw(Area(points=bar, colour=accent))
    top = draw_head(sheet, content, margin=shape.margin, top=BAR) + _GAP
    bottom = draw_foot(sheet, content, margin=shape.margin, scale=shape.scale) - _GAP
    left, right = shape.margin, shape.width - shape.margin
    figures = content.figures
    if figures and shape.column:
        draw_figures(sheet, content, (right - shape.column, top, right, bottom), columns=1)
        right -= shape.column + 2 * _GAP
    elif figures:
        columns = columns_within(content, right - left)
        bottom -= room_for_rows(content, columns=columns)
        draw_figures(sheet, content, (left, bottom, right, sheet.height), columns=columns)
        bottom -= _GAP
    _fill(sheet, content, (left, top, right, bottom))
    return sheet.finished(
        title=": ".join(filter(None, (content.title, content.subject))),
        description=" ".join(filter(None, (content.sentence, content.doubt, words_of_map(content)))),
        lang=content.lang,
    )


def _fill(sheet: Sheet, content: Content, field: Field) -> None:
    """Draw the map, else the first chart, else the main table."""
    left, top, right, bottom = field
    wide, high = int(right - left), int(bottom - top)
    rule = palette.RULE.of(dark=sheet.is_dark)
    if content.picture is not None:
        draw_map(sheet, content.picture, field, annotations=content.annotations)
        corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        sheet.draw(Line(points=corners, colour=rule, width=1))
    elif content.charts and wide >= MIN_WIDTH and high >= MIN_HEIGHT:
        put(sheet, lay_out(content.charts[0], width=wide, height=high, is_dark=sheet.is_dark), left, top)
    elif content.tables:
        draw_table(sheet, content.tables[0], field, lang=content.lang)

"""One chart as a picture for a slide, a sheet of paper or a post: title, chart, data version, code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.drawing import Area
from corridor.charts.layout import lay_out
from corridor.charts.png import as_pdf, drawn
from corridor.charts.sheet import Sheet
from corridor.charts.svg import written
from corridor.language.dates import partial_date
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import DRAWING
from corridor.publication.content import Content
from corridor.publication.picture_foot import draw_foot
from corridor.publication.placing import put
from corridor.publication.shapes import BAR, SHAPES

if TYPE_CHECKING:
    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Drawing
    from corridor.dataset.tables import Dataset

_KICKER, _CONDITIONS = 13.0, 12.0


def draw_chart(
    chart: Chart,
    dataset: Dataset,
    *,
    form: str,
    size: str,
    theme: str = "light",
    link: str = "",
    until: str = "",
) -> bytes:
    """
    Draw a chart of its own, that belongs to no view, as a picture.

    Parameters
    ----------
    chart
        The chart.
    dataset
        The data that it is of.
    form
        "png", "svg" or "pdf".
    size
        A key of `corridor.publication.shapes.SHAPES`.
    theme
        "light" or "dark".
    link
        Where its code leads; no code if empty.
    until
        Until when the data know the world, such as "2026-03".

    Returns
    -------
    bytes
        The file; the same chart gives the same bytes.
    """
    content = Content(
        page="",
        lang=chart.lang,
        title="",
        sentence="",
        link=link,
        data_version=dataset.version,
        data_date=dataset.package.created,
        known_until=partial_date(until, chart.lang) if until else "",
    )
    with DRAWING:
        drawing = chart_sheet(content, chart, size=size, is_dark=theme == "dark")
        return as_file(drawing, form=form, scale=SHAPES[size].scale)


def as_file(drawing: Drawing, *, form: str, scale: float) -> bytes:
    """Write the drawing of a sheet as a PNG of that scale, an SVG or a PDF, while `DRAWING` is held."""
    if form == "png":
        return drawn(drawing, scale=scale)
    return as_pdf(drawing) if form == "pdf" else written(drawing)


def chart_sheet(content: Content, chart: Chart, *, size: str = "slide", is_dark: bool = False) -> Drawing:
    """
    Lay one chart of a view out on a sheet.

    Parameters
    ----------
    content
        The view: what is said round the chart, which data it is of, where its code leads.
    chart
        The chart; it names its own sources.
    size
        A key of `corridor.publication.shapes.SHAPES`.
    is_dark
        Whether it is drawn light on dark.

    Returns
    -------
    Drawing
        No text lies on another or leaves the sheet.
    """
    shape, _ = SHAPES[size], Words(content.lang).gettext
    sheet = Sheet(width=shape.width, height=shape.height, is_dark=is_dark)
    bar = ((0.0, 0.0), (float(shape.width), 0.0), (float(shape.width), BAR), (0.0, BAR))
    sheet.draw(Area(points=bar, colour=palette.ACCENT.of(dark=is_dark)))
    heads = dict.fromkeys((_("Corridor Explorer"), content.title, content.subject))
    most, y = shape.width - 2 * shape.margin, BAR + 26.0
    kicker = " · ".join(filter(None, heads))
    sheet.write(
        kicker, (shape.margin, y), _KICKER, colour=palette.ACCENT.of(dark=is_dark), is_bold=True, most=most
    )
    conditions = " · ".join(told for told in content.conditions if told != content.subject)
    if conditions:
        y += 20
        sheet.write(conditions, (shape.margin, y), _CONDITIONS, colour=sheet.soft, most=most)
    foot = replace(content, picture=None, sources=())
    bottom = draw_foot(sheet, foot, margin=shape.margin, scale=shape.scale) - 4
    top, left = y + 6, shape.margin - 24  # the chart has a margin of its own
    wide, high = int(shape.width - 2 * left), int(bottom - top)
    put(sheet, lay_out(chart, width=wide, height=high, is_dark=is_dark), left, top)
    return sheet.finished(
        title=chart.title,
        description=" ".join(filter(None, (chart.caption, *(note.line for note in chart.notes)))),
        lang=content.lang,
    )

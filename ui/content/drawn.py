"""Maps and charts of a content inside a page, in the colours of the reader's theme, each with its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.layout import lay_out
from corridor.charts.sheet import Sheet
from corridor.picture.lettering import DRAWING
from corridor.publication.map import draw_map
from corridor.publication.map_sheet import words_of_map
from corridor.publication.themed_svg import as_themed
from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Drawing
    from corridor.publication.content import Content
    from corridor.publication.themed_svg import Paints

CHART_SIZE, MAP_SIZE = (1180, 520), (880, 520)


def chart_picture(chart: Chart, paints: Paints, size: tuple[int, int] = CHART_SIZE) -> Markup:
    """Draw a chart; the smaller its sheet, the larger its letters where it is shown."""
    wide, high = size
    with DRAWING:
        day, night = (lay_out(chart, width=wide, height=high, is_dark=is_dark) for is_dark in (False, True))
        return tag("figure", as_themed((day, night), paints, label=chart.title), class_="chart")


def map_picture(content: Content, paints: Paints) -> Markup:
    """Draw the map of a view, which has one."""
    with DRAWING:
        drawings = _map(content, is_dark=False), _map(content, is_dark=True)
        return tag("figure", as_themed(drawings, paints, label=words_of_map(content)), class_="map")


def _map(content: Content, *, is_dark: bool) -> Drawing:
    """Draw a map in one theme."""
    wide, high = MAP_SIZE
    sheet = Sheet(width=wide, height=high, is_dark=is_dark)
    if content.picture is not None:
        draw_map(sheet, content.picture, (0, 0, wide, high), annotations=content.annotations)
    title = content.subject or content.title
    return sheet.finished(title=title, description=words_of_map(content), lang=content.lang)


def colour_rules(paints: Paints) -> str:
    """Write the colours of the drawings of a page whose root may have a ``data-theme``."""
    light, dark = paints.rules()
    return (
        f":root{{{light}}}:root[data-theme=dark]{{{dark}}}"
        f"@media(prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f"@media print{{:root:not([data-theme]){{{light}}}}}"
    )

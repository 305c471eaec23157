"""Any chart inside a page, drawn as a picture in the reader's theme, with its table in words."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from corridor.charts.svg import as_svg
from ui.look.chart_twin import twin_fold
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

WIDE, NARROW = (1180, 460), (430, 520)


def chart_picture(
    view: View, chart: Chart, *, asked: Mapping[str, str] | None = None, size: tuple[int, int] = WIDE
) -> Markup:
    """
    Draw a chart.

    Parameters
    ----------
    view
        The visit.
    chart
        The chart. Its title, finding and caption stand in the picture.
    asked
        Keys of the chart's address under the API, to save it by; None where it has none.
    size
        Width and height on a screen; a phone gets one of its own.

    Returns
    -------
    Markup
        A figure, the chart as a table behind a fold, and the menu to copy, save and link it.
    """
    wide, narrow = (
        _embedded(as_svg(chart, width=width, height=height, is_dark=view.dark))
        for width, height in (size, NARROW)
    )
    words = ". ".join(part.rstrip(".") for part in (chart.title, chart.finding) if part)
    # Streamlit cleans `srcset` with data out of what it shows: the style sheet hides one of the two.
    drawn = together(
        *(
            tag("img", src=one, alt=words, width=width, height=height, class_=class_)
            for one, (width, height), class_ in ((wide, size, "is-wide"), (narrow, NARROW, "is-narrow"))
        )
    )
    saved = None if asked is None else chart_menu(view, chart, asked, is_of_view=False)
    return together(tag("figure", drawn, class_="cx-chart-picture"), twin_fold(view, chart), saved)


def _embedded(svg: bytes) -> str:
    """Write a drawing as an address that holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg).decode('ascii')}"

"""Any chart inside a page, drawn as a picture in the reader's theme, with its table in words."""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from corridor.audit.known import known_until
from corridor.charts.layout import MAX_HEIGHT
from corridor.charts.notes import noted
from corridor.charts.svg import as_svg
from corridor.publication.chart_sheet import draw_chart
from corridor.publication.forms import SIZES, THEMES
from corridor.publication.parts import CHART
from ui.look.chart_twin import twin_fold
from ui.look.markup import tag, together
from ui.look.picture_menu import PICTURES, part_menu

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

WIDE, NARROW = (1180, 460), (430, 520)
_NAMES_FROM, _NAME_HIGH = 280, 36  # what stands above and below the names, and a name on two lines


def chart_picture(
    view: View, chart: Chart, *, is_of_view: bool = True, size: tuple[int, int] = WIDE
) -> Markup:
    """
    Draw a chart with the visitor's notes on it.

    Parameters
    ----------
    view
        The visit.
    chart
        The chart. Its title, finding and caption stand in the picture.
    is_of_view
        Whether it is among the charts of the files of the view, by which it is saved and shared.
    size
        Width and height on a screen; a phone gets one of its own.

    Returns
    -------
    Markup
        A figure, the chart as a table behind a fold, and the menu to copy, save and link it.
    """
    chart = noted(chart, ((note.place, note.text) for note in view.state.notes if note.chart == chart.id))
    small = _narrow(chart)
    wide, narrow = (
        _embedded(as_svg(chart, width=width, height=height, is_dark=view.dark))
        for width, height in (size, small)
    )
    words = ". ".join(part.rstrip(".") for part in (chart.title, chart.finding) if part)
    # Streamlit cleans `srcset` with data out of what it shows: the style sheet hides one of the two.
    drawn = together(
        *(
            tag("img", src=one, alt=words, width=width, height=height, class_=class_)
            for one, (width, height), class_ in ((wide, size, "is-wide"), (narrow, small, "is-narrow"))
        )
    )
    saved = part_menu(view, f"{CHART}{chart.id}", chart.title) if is_of_view else None
    return together(tag("figure", drawn, class_="cx-chart-picture"), twin_fold(view, chart), saved)


def _narrow(chart: Chart) -> tuple[int, int]:
    """Give the size on a phone: as high as it takes for names at the left to stand on two lines."""
    width, height = NARROW
    if not chart.is_sideways:
        return width, height
    return width, min(MAX_HEIGHT, max(height, _NAMES_FROM + _NAME_HIGH * len(chart.across.ticks)))


def save_chart(view: View, chart: Chart, *, key: str) -> None:
    """
    Draw the menu of a chart that has no address, as it was made for this visit: a button for each form.

    Parameters
    ----------
    view
        The visit.
    chart
        The chart.
    key
        Name of the chart on its page.
    """
    with st.popover(view.words.gettext("Save or share"), type="tertiary", width="content", key=f"save-{key}"):
        for form in PICTURES:
            made = partial(
                draw_chart,
                chart,
                view.dataset,
                form=form.ending,
                size=SIZES[0],
                theme=THEMES[view.dark],
                until=known_until(view.dataset),
            )
            name = f"corridor-{chart.id}.{form.ending}"
            st.download_button(
                form.label, made, name, form.media_type, key=f"save-{key}-{form.ending}", on_click="ignore"
            )


def _embedded(svg: bytes) -> str:
    """Write a drawing as an address that holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg).decode('ascii')}"

"""Pictures as office files hold them, drawn once for slides, notes and stories."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.charts.layout import WIDTH, height_on_paper, lay_out, size_on_slide
from corridor.charts.png import SCALE, drawn
from corridor.charts.svg import written_in_outlines
from corridor.memory.caches import Cache
from corridor.picture.lettering import DRAWING

if TYPE_CHECKING:
    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Drawing

_EFFORT = 2
"""Effort of packing: office files are quick to make rather than small."""
_MAX_WEIGHT = 24 * 2**20
_pictures: Cache[bytes] = Cache(
    "pictures of office files", most=96, most_weight=_MAX_WEIGHT, weigh=lambda png: float(len(png))
)


def chart_for_office(chart: Chart, *, room: tuple[int, int] | None = None) -> bytes:
    """
    Draw a chart as a PNG without title, caption and source, which stand beside it as texts.

    Parameters
    ----------
    chart
        The chart.
    room
        Width and height of its room on a slide; None on paper that stands, where one of many rows is as high
        as its letters need.
    """
    bare = replace(chart, title="", caption="", source="")
    width, height = (WIDTH, height_on_paper(bare)) if room is None else size_on_slide(bare, room[0] / room[1])
    with DRAWING:
        sheet = lay_out(bare, width=width, height=height)
        return drawn_once(sheet, scale=SCALE)[0]


def drawn_once(drawing: Drawing, *, scale: float) -> tuple[bytes, bytes]:
    """
    Draw a drawing for office programs, or give what was drawn before, while `DRAWING` is held.

    Returns
    -------
    png : bytes
        So many pixels for each pixel of the drawing.
    svg : bytes
        The same, its letters as shapes.
    """
    svg = written_in_outlines(drawing)
    key = (hashlib.sha256(svg).digest(), scale, drawing.title)
    return _pictures.get(key, lambda: drawn(drawing, scale=scale, effort=_EFFORT)), svg

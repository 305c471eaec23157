"""A drawing as a PNG, two pixels for each pixel of the sheet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Polygon

from corridor.charts.drawing import Area, Line, spelled
from corridor.charts.layout import HEIGHT, WIDTH, lay_out
from corridor.picture.base_map import DPI, bare_axes, dashed
from corridor.picture.lettering import DRAWING, POINTS_PER_PIXEL, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Drawing, Shape

SCALE = 2


def as_png(chart: Chart, *, width: int = WIDTH, height: int = HEIGHT, is_dark: bool = False) -> bytes:
    """
    Draw a chart as a PNG.

    Parameters
    ----------
    chart, width, height, is_dark
        As for `corridor.charts.layout.lay_out`.

    Returns
    -------
    bytes
        The file, `SCALE` times as wide and high as the sheet. The same chart gives the same bytes.
    """
    with DRAWING:
        return drawn(lay_out(chart, width=width, height=height, is_dark=is_dark))


def drawn(drawing: Drawing) -> bytes:
    """Draw a drawing as a PNG."""
    sheet = Figure(
        figsize=(drawing.width / DPI, drawing.height / DPI), dpi=DPI * SCALE, facecolor=drawing.paper
    )
    canvas = FigureCanvasAgg(sheet)
    paper = bare_axes(sheet, (0, 0, 1, 1), (0, drawing.width, drawing.height, 0))
    paper.patch.set_alpha(0)
    for order, shape in enumerate(drawing.shapes):
        _draw(paper, shape, order)
    for text in drawing.texts:
        paper.text(
            text.x,
            text.y,
            text.text,
            fontproperties=font(text.size, is_bold=text.is_bold),
            color=text.colour,
            va="baseline",
            parse_math=False,
            zorder=len(drawing.shapes),
        )
    content = io.BytesIO()
    canvas.print_png(content, metadata={"Software": None, "Title": spelled(drawing.title)})  # type: ignore[no-untyped-call]
    return content.getvalue()


def _draw(paper: Axes, shape: Shape, order: int) -> None:
    """Draw one shape."""
    if isinstance(shape, Line):
        x, y = zip(*shape.points, strict=True)
        paper.plot(
            x, y, color=shape.colour, linewidth=shape.width * POINTS_PER_PIXEL, alpha=shape.opacity,
            linestyle=dashed(shape.dash, shape.width), solid_capstyle="round", dash_capstyle="butt",
            solid_joinstyle="round", scalex=False, scaley=False, zorder=order,
        )  # fmt: skip
    elif isinstance(shape, Area):
        paper.add_patch(
            Polygon(
                shape.points,
                closed=True,
                facecolor=shape.colour,
                alpha=shape.opacity,
                edgecolor="none",
                zorder=order,
            )
        )
        if shape.edge != "none":
            paper.add_patch(
                Polygon(
                    shape.points, closed=True, fill=False, edgecolor=shape.edge, zorder=order,
                    linewidth=shape.edge_width * POINTS_PER_PIXEL,
                    linestyle=dashed(shape.dash, shape.edge_width),
                )
            )  # fmt: skip
    else:
        paper.add_patch(
            Circle(
                (shape.x, shape.y), shape.radius, facecolor=shape.colour, edgecolor=shape.edge,
                linewidth=shape.edge_width * POINTS_PER_PIXEL, zorder=order,
            )
        )  # fmt: skip

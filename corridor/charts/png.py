"""A drawing as a PNG, two pixels for each pixel of the sheet, or as a PDF with text that can be selected."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from corridor.charts.drawing import HALO, Area, Line, Outline, Strokes, spelled
from corridor.charts.layout import HEIGHT, WIDTH, lay_out
from corridor.picture.base_map import DPI, bare_axes, dashed
from corridor.picture.lettering import DRAWING, POINTS_PER_PIXEL, font

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patheffects import AbstractPathEffect

    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Drawing, Shape, Text

SCALE = 2
_EFFORT = 6


def as_png(
    chart: Chart,
    *,
    width: int = WIDTH,
    height: int = HEIGHT,
    is_dark: bool = False,
    effort: int = _EFFORT,
) -> bytes:
    """
    Draw a chart as a PNG.

    Parameters
    ----------
    chart, width, height, is_dark
        As for `corridor.charts.layout.lay_out`.
    effort
        Of packing, from 1 to 9: less is quicker, and the file larger.

    Returns
    -------
    bytes
        The file, `SCALE` times as wide and high as the sheet. The same chart gives the same bytes.
    """
    with DRAWING:
        return drawn(lay_out(chart, width=width, height=height, is_dark=is_dark), effort=effort)


def drawn(drawing: Drawing, *, scale: float = SCALE, effort: int = _EFFORT) -> bytes:
    """Draw a drawing as a PNG of so many pixels for each pixel of the sheet; for the effort see `as_png`."""
    content = io.BytesIO()
    metadata = {"Software": None, "Title": spelled(drawing.title)}
    canvas = _on_canvas(drawing, scale)
    canvas.print_png(content, metadata=metadata, pil_kwargs={"compress_level": effort})  # type: ignore[no-untyped-call]
    return content.getvalue()


def as_pdf(drawing: Drawing) -> bytes:
    """Draw a drawing as one page of a PDF, 100 pixels of the sheet to the inch."""
    content = io.BytesIO()
    metadata = {
        "Title": spelled(drawing.title),
        "Subject": spelled(drawing.description),
        "Creator": None,
        "Producer": None,
        "CreationDate": None,
    }
    with rc_context({"pdf.fonttype": 42}):
        _on_canvas(drawing, 1).figure.savefig(content, format="pdf", metadata=metadata)
    return content.getvalue()


def _on_canvas(drawing: Drawing, scale: float) -> FigureCanvasAgg:
    """Put a drawing on a canvas."""
    sheet = Figure(
        figsize=(drawing.width / DPI, drawing.height / DPI), dpi=DPI * scale, facecolor=drawing.paper
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
            path_effects=_halo(text),
        )
    return canvas


def _halo(text: Text) -> list[AbstractPathEffect] | None:
    """Give the halo of a text, if it has one."""
    width = HALO * POINTS_PER_PIXEL
    return [withStroke(linewidth=width, foreground=text.halo)] if text.halo else None


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
        paper.add_artist(
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
            paper.add_artist(
                Polygon(
                    shape.points, closed=True, fill=False, edgecolor=shape.edge, zorder=order,
                    linewidth=shape.edge_width * POINTS_PER_PIXEL,
                    linestyle=dashed(shape.dash, shape.edge_width),
                )
            )  # fmt: skip
    elif isinstance(shape, Strokes):
        paper.add_collection(
            LineCollection(
                shape.lines, colors=shape.colour, linewidths=shape.width * POINTS_PER_PIXEL,
                alpha=shape.opacity, linestyles=[dashed(shape.dash, shape.width)],
                capstyle="butt" if shape.dash else "round", joinstyle="round", zorder=order,
            ),
            autolim=False,
        )  # fmt: skip
    elif isinstance(shape, Outline):
        path = Path.make_compound_path(*(Path([*ring, ring[0]], closed=True) for ring in shape.rings))
        paper.add_artist(
            PathPatch(path, facecolor=shape.colour, alpha=shape.opacity, edgecolor="none", zorder=order)
        )
    else:
        paper.add_artist(
            Circle(
                (shape.x, shape.y), shape.radius, facecolor=shape.colour, edgecolor=shape.edge,
                linewidth=shape.edge_width * POINTS_PER_PIXEL, zorder=order,
            )
        )  # fmt: skip

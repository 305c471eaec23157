"""A picture of a map with its title, headline figures and credits: for link previews and papers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as Sheet
from PIL import Image

from corridor.picture.base_map import DPI, bare_axes, draw_base, mercator, pixels, window
from corridor.picture.frame import FOOT, HEAD, draw_foot, draw_head, draw_keys, height, labels
from corridor.picture.lettering import DRAWING
from corridor.picture.map import draw_lines, draw_places
from corridor.picture.scene import HEIGHT, WIDTH

if TYPE_CHECKING:
    from corridor.picture.scene import Picture

FORMS = ("png", "svg", "pdf")


def draw(picture: Picture, *, form: str = "png") -> bytes:
    """
    Draw a picture of 1200 x 630 pixels.

    Parameters
    ----------
    picture
        What it shows.
    form
        One of `FORMS`.

    Returns
    -------
    bytes
        The file; the same picture gives the same PNG.
    """
    with DRAWING:
        return _drawn(picture, form)


def _drawn(picture: Picture, form: str) -> bytes:
    """Draw it."""
    palette = picture.palette
    sheet = Sheet(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=palette.paper)
    canvas = FigureCanvasAgg(sheet)
    names = labels(picture)
    low = FOOT + height(names)
    field = (WIDTH, HEIGHT - HEAD - low)
    limits = window(picture.bounds, *field)
    place = (0.0, low / HEIGHT, 1.0, field[1] / HEIGHT)
    if form == "png":
        land = bare_axes(sheet, place, limits)
        land.imshow(
            pixels(picture.bounds, *field, palette, picture.boundaries),
            extent=limits,
            aspect="auto",
            interpolation="nearest",
        )
    else:
        land = bare_axes(sheet, place, limits)
        draw_base(land, palette, picture.boundaries)
    draw_lines(land, picture.lines, palette)
    paper = bare_axes(sheet, (0, 0, 1, 1), (0, WIDTH, HEIGHT, 0))
    paper.patch.set_alpha(0)
    draw_places(paper, picture, _onto(limits, field), HEIGHT - low)
    draw_keys(paper, picture, HEIGHT - low)
    draw_head(paper, picture)
    draw_foot(paper, picture, names)
    content = io.BytesIO()
    if form == "png":
        canvas.draw()  # type: ignore[no-untyped-call]
        pixels_ = np.asarray(canvas.buffer_rgba())[:, :, :3]  # type: ignore[no-untyped-call]
        few = Image.fromarray(np.ascontiguousarray(pixels_)).quantize(
            method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
        )
        few.save(content, "PNG")  # 256 colours: a quarter of the bytes, and no eye sees it
        return content.getvalue()
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
    sheet.savefig(content, format=form, dpi=DPI, metadata=undated[form])
    return content.getvalue()


def _onto(limits: tuple[float, float, float, float], field: tuple[int, int]) -> Any:
    """Give the function from a place to its pixel on the picture."""
    west, east, south, north = limits

    def place(lon: float, lat: float) -> tuple[float, float]:
        x, y = mercator(lon, lat)
        return (
            float((x - west) / (east - west) * field[0]),
            float(HEAD + (north - y) / (north - south) * field[1]),
        )

    return place

"""A picture of a map with its title, headline figures and credits: for link previews and papers."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure as Sheet
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from PIL import Image

from corridor.brief.base_map import (
    DPI,
    LIGHT,
    Bounds,
    Palette,
    bare_axes,
    dashed,
    draw_base,
    mercator,
    pixels,
    window,
)
from corridor.brief.lettering import POINTS_PER_PIXEL, fitted, font, plain, width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

WIDTH, HEIGHT = 1200, 630
FORMS = ("png", "svg", "pdf")
_MARGIN = 40
_HEAD, _FOOT, _FIGURES = 118, 58, 92
_LABEL_SIZE, _LABEL_STEP, _LABEL_LINES = 16, 19, 2
_VALUE_SIZES = (34, 30, 26, 23, 20, 18, 16)
_MOST_FIGURES = 4
_TITLE_SIZES = (44, 38, 33, 29)
_KEY_SIZE, _KEY_LINE = 14, 34
_INSET = 6
_CASING, _HOLLOW = 3.2, 0.45
_NOTE_SIZE, _NOTE_LINES = 11.5, 3
_drawing = Lock()


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    One line on the map.

    Attributes
    ----------
    points
        Longitude and latitude of each point.
    colour, dash, width, opacity
        Its look; dash and width in pixels, an empty dash for a solid line.
    is_strong
        Whether it is drawn above the others, with a light rim.
    is_hollow
        Whether it is hollow: a schematic line says that its ends are joined, not where the way runs.
    """

    points: tuple[tuple[float, float], ...]
    colour: str
    dash: tuple[float, ...] = ()
    width: float = 1.5
    opacity: float = 1.0
    is_strong: bool = False
    is_hollow: bool = False


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place on the map; one without a name is only marked, one without a mark only named."""

    lon: float
    lat: float
    name: str = ""
    is_large: bool = False
    is_marked: bool = True
    letter: str = ""


@dataclass(frozen=True, kw_only=True)
class Key:
    """One line of the legend: its look and what it stands for."""

    name: str
    colour: str
    dash: tuple[float, ...] = ()
    width: float = 3.5


@dataclass(frozen=True, kw_only=True)
class Picture:
    """
    What a picture shows: plain data and looks.

    Attributes
    ----------
    kicker, title
        Small line above, and the title.
    bounds
        Part of the map.
    lines
        Weaker ones first.
    places
        The most important first: a name that would lie on another is left out.
    countries
        Names of countries, set softly.
    figures
        Names and values of the headline figures, four at most.
    keys
        The legend.
    credits
        Boundary note and attribution.
    boundaries
        One of `corridor.brief.base_map.BOUNDARIES`.
    """

    kicker: str
    title: str
    bounds: Bounds
    lines: tuple[Line, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[Place, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    keys: tuple[Key, ...] = ()
    credits: str = ""
    boundaries: str = "dashed"
    palette: Palette = LIGHT


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
    with _drawing:  # font measuring is not made for several threads
        return _drawn(picture, form)


def _drawn(picture: Picture, form: str) -> bytes:
    """Draw it."""
    palette = picture.palette
    sheet = Sheet(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=palette.paper)
    canvas = FigureCanvasAgg(sheet)
    labels = _labels(picture)
    low = _FOOT + _height(labels)
    field = (WIDTH, HEIGHT - _HEAD - low)
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
    _draw_lines(land, picture.lines, palette)
    paper = bare_axes(sheet, (0, 0, 1, 1), (0, WIDTH, HEIGHT, 0))
    paper.patch.set_alpha(0)
    _draw_places(paper, picture, _onto(limits, field), HEIGHT - low)
    _draw_keys(paper, picture, HEIGHT - low)
    _draw_head(paper, picture)
    _draw_foot(paper, picture, labels)
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
            float(_HEAD + (north - y) / (north - south) * field[1]),
        )

    return place


def _draw_lines(land: Axes, lines: Sequence[Line], palette: Palette) -> None:
    """Draw lines, the strong ones above with their rim."""
    strong = [line for line in lines if line.is_strong]
    _draw_alike(land, [line for line in lines if not line.is_strong])
    _draw_alike(
        land,
        [
            replace(one, colour=palette.paper, width=one.width + _CASING, dash=(), opacity=0.92)
            for one in strong
        ],
    )
    _draw_alike(land, strong)
    _draw_alike(
        land,
        [
            replace(one, colour=palette.paper, width=one.width * _HOLLOW, opacity=1.0)
            for one in strong
            if one.is_hollow
        ],
    )


def _draw_alike(land: Axes, lines: Sequence[Line]) -> None:
    """Draw lines of one look together, in the order in which the looks first occur."""
    looks: dict[tuple[str, tuple[float, ...], float, float], list[Any]] = {}
    for line in lines:
        look = (line.colour, line.dash, line.width, line.opacity)
        looks.setdefault(look, []).append(np.column_stack(mercator(*zip(*line.points, strict=True))))
    for (colour, dash, width, opacity), points in looks.items():
        land.add_collection(
            LineCollection(
                points, colors=colour, linewidths=width * POINTS_PER_PIXEL, linestyles=[dashed(dash, width)],
                alpha=opacity, capstyle="butt" if dash else "round", joinstyle="round",
            ),
            autolim=False,
        )  # fmt: skip


def _draw_places(paper: Axes, picture: Picture, onto: Any, low: float) -> None:
    """Draw marks and names that do not collide."""
    palette = picture.palette
    top, bottom = _HEAD + 6, low - 6
    taken: list[tuple[float, float, float, float]] = [(0, low - 34, 30 + _keys_px(picture), low)]
    spots = [(one, *onto(one.lon, one.lat)) for one in picture.places]
    spots = [spot for spot in spots if _INSET < spot[1] < WIDTH - _INSET and top < spot[2] < bottom]
    for one, x, y in reversed(spots):
        if one.is_marked:
            radius = 6 if one.is_large else 4
            fill, rim = (palette.ink, palette.paper) if one.is_large else (palette.paper, palette.ink)
            paper.plot(
                [x], [y], "o", markersize=2 * radius * POINTS_PER_PIXEL, markerfacecolor=fill,
                markeredgecolor=rim, markeredgewidth=1.6 * POINTS_PER_PIXEL, scalex=False, scaley=False,
            )  # fmt: skip
            taken.append((x - radius, y - radius, x + radius, y + radius))
    for one, x, y in spots:
        size = 19 if one.is_large else 15
        _draw_name(paper, one, (x, y), size, taken, (top, bottom), picture)
    taken += [
        (x - 3, y - 3, x + 3, y + 3)
        for line in picture.lines
        if line.is_strong
        for x, y in (onto(*point) for point in line.points)
    ]
    for one in picture.countries:
        x, y = onto(one.lon, one.lat)
        wide = width_px(plain(one.name), 17) / 2
        box = (x - wide, y - 10, x + wide, y + 10)
        if _is_free(box, taken, (top, bottom)):
            taken.append(box)
            _write(paper, (box[0], y), plain(one.name), 17, palette.soft)


def _draw_name(
    paper: Axes,
    one: Place,
    at: tuple[float, float],
    size: float,
    taken: list[tuple[float, float, float, float]],
    ends: tuple[float, float],
    picture: Picture,
) -> None:
    """Write a name beside its mark where there is room, else not at all."""
    text = plain(one.name)
    wide = width_px(text, size, is_bold=one.is_large)
    x, y = at
    for across, up in ((10, 0), (-10 - wide, 0), (-wide / 2, -16), (-wide / 2, 16), (8, -12), (8, 12)):
        box = (x + across - 2, y + up - size * 0.62, x + across + wide + 2, y + up + size * 0.62)
        if text and _is_free(box, taken, ends):
            taken.append(box)
            paper.text(
                x + across,
                y + up,
                text,
                fontproperties=font(size, is_bold=one.is_large),
                color=picture.palette.ink,
                va="center_baseline",
                path_effects=[withStroke(linewidth=3.2, foreground=picture.palette.paper)],
            )
            return


def _is_free(
    box: tuple[float, float, float, float],
    taken: Sequence[tuple[float, float, float, float]],
    ends: tuple[float, float],
) -> bool:
    """Whether a box lies on the map and on no other."""
    if box[0] < _INSET or box[2] > WIDTH - _INSET or box[1] < ends[0] or box[3] > ends[1]:
        return False
    return not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _draw_head(paper: Axes, picture: Picture) -> None:
    """Write the small line and the title."""
    palette = picture.palette
    paper.add_patch(Rectangle((0, 0), WIDTH, _HEAD, facecolor=palette.paper, edgecolor="none"))
    paper.add_patch(Rectangle((0, 0), WIDTH, 8, facecolor=palette.accent, edgecolor="none"))
    kicker, title = plain(picture.kicker), plain(picture.title)
    most = WIDTH - 2 * _MARGIN
    _write(paper, (_MARGIN, 34), fitted(kicker, most, 20, is_bold=True), 20, palette.accent, is_bold=True)
    size = _size(title, most, _TITLE_SIZES)
    _write(paper, (_MARGIN, 80), fitted(title, most, size, is_bold=True), size, palette.ink, is_bold=True)


def _labels(picture: Picture) -> list[list[str]]:
    """Names of the figures in lines."""
    most = _column(picture) - 20
    return [
        wrapped(plain(name), most, _LABEL_SIZE, most_lines=_LABEL_LINES)
        for name, _value in picture.figures[:_MOST_FIGURES]
    ]


def _height(labels: list[list[str]]) -> int:
    """Height of the figures with their names."""
    return _FIGURES + _LABEL_STEP * (max(map(len, labels)) - 1) if labels else 0


def _column(picture: Picture) -> float:
    """Width of a figure."""
    return (WIDTH - 2 * _MARGIN) / max(1, len(picture.figures[:_MOST_FIGURES]))


def _draw_foot(paper: Axes, picture: Picture, labels: list[list[str]]) -> None:
    """Write the figures and the credits."""
    palette = picture.palette
    low = HEIGHT - _FOOT - _height(labels)
    paper.add_patch(Rectangle((0, low), WIDTH, HEIGHT - low, facecolor=palette.paper, edgecolor="none"))
    paper.plot([0, WIDTH], [low, low], color=palette.rule, linewidth=1, scalex=False, scaley=False)
    wide = _column(picture)
    for at, (lines, (_name, figure)) in enumerate(zip(labels, picture.figures, strict=False)):
        x, value = _MARGIN + at * wide, plain(figure)
        for row, line in enumerate(lines):
            _write(paper, (x, low + 24 + row * _LABEL_STEP), line, _LABEL_SIZE, palette.soft)
        size = _size(value, wide - 20, _VALUE_SIZES)
        bottom = HEIGHT - _FOOT - 28
        _write(
            paper, (x, bottom), fitted(value, wide - 20, size, is_bold=True), size, palette.ink, is_bold=True
        )
    note = wrapped(plain(picture.credits), WIDTH - 2 * _MARGIN, _NOTE_SIZE, most_lines=_NOTE_LINES)
    for at, line in enumerate(note):
        _write(paper, (_MARGIN, HEIGHT - _FOOT + 12 + at * 15), line, _NOTE_SIZE, palette.soft)


def _keys_px(picture: Picture) -> float:
    """Width of the legend."""
    return sum(_KEY_LINE + 20 + width_px(plain(key.name), _KEY_SIZE) for key in picture.keys)


def _draw_keys(paper: Axes, picture: Picture, low: float) -> None:
    """Draw the legend on the lower left of the map."""
    if not picture.keys:
        return
    palette, x, y = picture.palette, 22.0, low - 17
    paper.add_patch(
        Rectangle(
            (8, low - 32),
            _keys_px(picture) + 20,
            26,
            facecolor=palette.paper,
            edgecolor=palette.rule,
            alpha=0.9,
        )
    )
    for key in picture.keys:
        paper.plot(
            [x, x + _KEY_LINE], [y - 2, y - 2], color=key.colour, linewidth=key.width * POINTS_PER_PIXEL,
            linestyle=dashed(key.dash, key.width), solid_capstyle="butt", dash_capstyle="butt",
            scalex=False, scaley=False,
        )  # fmt: skip
        _write(paper, (x + _KEY_LINE + 6, y), plain(key.name), _KEY_SIZE, palette.ink)
        x += _KEY_LINE + 20 + width_px(plain(key.name), _KEY_SIZE)


def _size(text: str, most: float, sizes: Sequence[int]) -> int:
    """Give the largest size at which a bold text fits, else the smallest."""
    return next((one for one in sizes if width_px(text, one, is_bold=True) <= most), sizes[-1])


def _write(
    paper: Axes, at: tuple[float, float], text: str, size: float, colour: str, *, is_bold: bool = False
) -> None:
    """Write one line."""
    paper.text(*at, text, fontproperties=font(size, is_bold=is_bold), color=colour, va="center_baseline")

"""What stands round the map of a picture: title, headline figures, legend, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.patches import Rectangle

from corridor.picture.base_map import dashed
from corridor.picture.lettering import POINTS_PER_PIXEL, fitted, font, plain, width_px, wrapped
from corridor.picture.scene import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from corridor.picture.scene import Picture

HEAD, FOOT = 134, 58
_MARGIN, _FIGURES = 40, 92
_LABEL_SIZE, _LABEL_STEP, _LABEL_LINES = 16, 19, 2
_VALUE_SIZES = (34, 30, 26, 23, 20, 18, 16)
_MAX_FIGURES = 4
_TITLE_SIZES = (44, 38, 33, 29)
_SUBTITLE_SIZE = 15
_KEY_SIZE, _KEY_LINE = 14, 34
_NOTE_SIZE, _NOTE_LINES = 11.5, 3


def draw_head(paper: Axes, picture: Picture) -> None:
    """Write the small line, the title, and the conditions below it."""
    palette = picture.palette
    paper.add_patch(Rectangle((0, 0), WIDTH, HEAD, facecolor=palette.paper, edgecolor="none"))
    paper.add_patch(Rectangle((0, 0), WIDTH, 8, facecolor=palette.accent, edgecolor="none"))
    kicker, title = plain(picture.kicker), plain(picture.title)
    most = WIDTH - 2 * _MARGIN
    write(paper, (_MARGIN, 34), fitted(kicker, most, 20, is_bold=True), 20, palette.accent, is_bold=True)
    size = _size(title, most, _TITLE_SIZES)
    write(paper, (_MARGIN, 76), fitted(title, most, size, is_bold=True), size, palette.ink, is_bold=True)
    subtitle = fitted(plain(picture.subtitle), most, _SUBTITLE_SIZE)
    write(paper, (_MARGIN, 114), subtitle, _SUBTITLE_SIZE, palette.soft)


def labels(picture: Picture) -> list[list[str]]:
    """Names of the figures in lines."""
    most = _column(picture) - 20
    return [
        wrapped(plain(name), most, _LABEL_SIZE, most_lines=_LABEL_LINES)
        for name, _value in picture.figures[:_MAX_FIGURES]
    ]


def height(labels: list[list[str]]) -> int:
    """Height of the figures with their names."""
    return _FIGURES + _LABEL_STEP * (max(map(len, labels)) - 1) if labels else 0


def _column(picture: Picture) -> float:
    """Width of a figure."""
    return (WIDTH - 2 * _MARGIN) / max(1, len(picture.figures[:_MAX_FIGURES]))


def draw_foot(paper: Axes, picture: Picture, labels: list[list[str]]) -> None:
    """Write the figures and the credits."""
    palette = picture.palette
    low = HEIGHT - FOOT - height(labels)
    paper.add_patch(Rectangle((0, low), WIDTH, HEIGHT - low, facecolor=palette.paper, edgecolor="none"))
    paper.plot([0, WIDTH], [low, low], color=palette.rule, linewidth=1, scalex=False, scaley=False)
    wide = _column(picture)
    for at, (lines, (_name, figure)) in enumerate(zip(labels, picture.figures, strict=False)):
        x, value = _MARGIN + at * wide, plain(figure)
        for row, line in enumerate(lines):
            write(paper, (x, low + 24 + row * _LABEL_STEP), line, _LABEL_SIZE, palette.soft)
        size = _size(value, wide - 20, _VALUE_SIZES)
        bottom = HEIGHT - FOOT - 28
        write(
            paper, (x, bottom), fitted(value, wide - 20, size, is_bold=True), size, palette.ink, is_bold=True
        )
    note = wrapped(plain(picture.credits), WIDTH - 2 * _MARGIN, _NOTE_SIZE, most_lines=_NOTE_LINES)
    for at, line in enumerate(note):
        write(paper, (_MARGIN, HEIGHT - FOOT + 12 + at * 15), line, _NOTE_SIZE, palette.soft)


def keys_px(picture: Picture) -> float:
    """Width of the legend."""
    return sum(_KEY_LINE + 20 + width_px(plain(key.name), _KEY_SIZE) for key in picture.keys)


def draw_keys(paper: Axes, picture: Picture, low: float) -> None:
    """Draw the legend on the lower left of the map."""
    if not picture.keys:
        return
    palette, x, y = picture.palette, 22.0, low - 17
    paper.add_patch(
        Rectangle(
            (8, low - 32),
            keys_px(picture) + 20,
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
        write(paper, (x + _KEY_LINE + 6, y), plain(key.name), _KEY_SIZE, palette.ink)
        x += _KEY_LINE + 20 + width_px(plain(key.name), _KEY_SIZE)


def _size(text: str, most: float, sizes: Sequence[int]) -> int:
    """Give the largest size at which a bold text fits, else the smallest."""
    return next((size for size in sizes if width_px(text, size, is_bold=True) <= most), sizes[-1])


def write(
    paper: Axes, at: tuple[float, float], text: str, size: float, colour: str, *, is_bold: bool = False
) -> None:
    """Write one line."""
    paper.text(*at, text, fontproperties=font(size, is_bold=is_bold), color=colour, va="center_baseline")

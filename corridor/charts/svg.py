"""A drawing as a whole SVG document that needs nothing beside itself: its font lies in it."""

from __future__ import annotations

import base64
import io
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from corridor.charts.drawing import HALO, Area, Line, Outline, Strokes, spelled
from corridor.charts.layout import HEIGHT, WIDTH, lay_out
from corridor.picture.lettering import DRAWING, FONT_FILES, font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.charts.chart import Chart
    from corridor.charts.drawing import Disc, Drawing, Shape, Text

_FAMILY = "Corridor Inter"
_FALLBACKS = "Inter, Arial, sans-serif"
_TEXT_RULE = f"text{{font-family:'{_FAMILY}',{_FALLBACKS};white-space:pre}}"
_COMMANDS = {
    int(code): letter
    for code, letter in (
        (Path.MOVETO, "M"), (Path.LINETO, "L"), (Path.CURVE3, "Q"), (Path.CURVE4, "C"), (Path.CLOSEPOLY, "Z"),
    )
}  # fmt: skip
_WEIGHTS = {False: 400, True: 600}


def as_svg(chart: Chart, *, width: int = WIDTH, height: int = HEIGHT, is_dark: bool = False) -> bytes:
    """
    Draw a chart as an SVG document.

    Parameters
    ----------
    chart, width, height, is_dark
        As for `corridor.charts.layout.lay_out`.

    Returns
    -------
    bytes
        The document, in UTF-8. The same chart gives the same bytes. Every mark has its label as a title, so
        that a viewer shows it and a screen reader reads it.
    """
    with DRAWING:
        return written(lay_out(chart, width=width, height=height, is_dark=is_dark))


def written(drawing: Drawing) -> bytes:
    """Write a drawing as an SVG document."""
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    named = f'xml:lang={_quoted(drawing.lang)} role="img" aria-labelledby="title desc"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>',
        f'<title id="title">{_escaped(drawing.title)}</title>',
        f'<desc id="desc">{_escaped(drawing.description)}</desc>',
        f"<style>{''.join(_faces(drawing.texts))}{_TEXT_RULE}</style>",
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="{drawing.paper}"/>',
        *(element(shape) for shape in drawing.shapes),
        *(text_element(text) for text in drawing.texts),
        "</svg>",
    ]
    return ("\n".join(parts) + "\n").encode()


def written_in_outlines(drawing: Drawing) -> bytes:
    """
    Write a drawing as an SVG document whose letters are shapes.

    Office programs do not read fonts inside a picture, and some not the order in which a halo is painted.
    """
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        f"<title>{_escaped(drawing.title)}</title>",
        f'<rect width="{drawing.width}" height="{drawing.height}" fill="{drawing.paper}"/>',
        *(element(replace(shape, label="")) for shape in drawing.shapes),
        *(_outline(text) for text in drawing.texts),
        "</svg>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _outline(text: Text) -> str:
    """Write one text as the outlines of its letters, above a halo if it has one."""
    path, place = _letters(text.text, text.size, text.is_bold), f"translate({text.x:g} {text.y:g})"
    halo = (
        f'<path d="{path}" transform="{place}" fill="none" stroke="{text.halo}" stroke-width="{HALO:g}" '
        'stroke-linejoin="round"/>'
        if text.halo
        else ""
    )
    return f'{halo}<path d="{path}" transform="{place}" fill="{text.colour}"/>'


@lru_cache(maxsize=1024)
def _letters(text: str, size: float, is_bold: bool) -> str:  # noqa: FBT001 - a key of the cache
    """Write the outlines of the letters of a text whose first one begins at 0, 0."""
    points, codes = TextToPath().get_text_path(font(size, is_bold=is_bold), text, ismath=False)
    scale = size / TextToPath.FONT_SCALE
    written = []
    for ends, code in Path(points, codes).iter_segments(curves=True, simplify=False):
        places = [f"{scale * x:.2f},{-scale * y:.2f}" for x, y in zip(ends[::2], ends[1::2], strict=True)]
        written.append(_COMMANDS[int(code)] + ("" if code == Path.CLOSEPOLY else " ".join(places)))
    return "".join(written)


def element(shape: Shape) -> str:
    """Write one shape as an element of SVG."""
    if isinstance(shape, Line):
        dash = f' stroke-dasharray="{" ".join(f"{part:g}" for part in shape.dash)}"' if shape.dash else ""
        opacity = f' stroke-opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
        cap = "butt" if shape.dash else "round"
        return _element(
            "polyline",
            f'points="{_points(shape.points)}" fill="none" stroke="{shape.colour}" '
            f'stroke-width="{shape.width:g}" stroke-linejoin="round" stroke-linecap="{cap}"{dash}{opacity}',
            shape.label,
        )
    if isinstance(shape, Area):
        dash = f' stroke-dasharray="{" ".join(f"{part:g}" for part in shape.dash)}"' if shape.dash else ""
        return _element(
            "polygon",
            f'points="{_points(shape.points)}" fill="{shape.colour}" fill-opacity="{shape.opacity:g}" '
            f'stroke="{shape.edge}" stroke-width="{shape.edge_width:g}"{dash}',
            shape.label,
        )
    if isinstance(shape, Outline):
        path = "".join(f"M{_points(ring)}Z" for ring in shape.rings)
        opacity = f' fill-opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
        return _element("path", f'd="{path}" fill="{shape.colour}" fill-rule="evenodd"{opacity}', shape.label)
    if isinstance(shape, Strokes):
        path = "".join(f"M{_points(line)}" for line in shape.lines)
        dash = f' stroke-dasharray="{" ".join(f"{part:g}" for part in shape.dash)}"' if shape.dash else ""
        opacity = f' stroke-opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
        return _element(
            "path",
            f'd="{path}" fill="none" stroke="{shape.colour}" stroke-width="{shape.width:g}" '
            f'stroke-linejoin="round" stroke-linecap="{"butt" if shape.dash else "round"}"{dash}{opacity}',
            shape.label,
        )
    return _disc(shape)


def _disc(disc: Disc) -> str:
    """Write one disc."""
    return _element(
        "circle",
        f'cx="{disc.x:g}" cy="{disc.y:g}" r="{disc.radius:g}" fill="{disc.colour}" stroke="{disc.edge}" '
        f'stroke-width="{disc.edge_width:g}"',
        disc.label,
    )


def _element(name: str, attributes: str, label: str) -> str:
    """Write an element with its label as its title."""
    return (
        f"<{name} {attributes}><title>{_escaped(label)}</title></{name}>"
        if label
        else f"<{name} {attributes}/>"
    )


def text_element(text: Text) -> str:
    """Write one text, held to the width that it was measured to have, whatever font the viewer has."""
    halo = (
        f' stroke="{text.halo}" stroke-width="{HALO:g}" stroke-linejoin="round" paint-order="stroke"'
        if text.halo
        else ""
    )
    weight = f' font-weight="{_WEIGHTS[True]}"' if text.is_bold else ""
    return (
        f'<text x="{text.x:g}" y="{text.y:g}" font-size="{text.size:g}"{weight} fill="{text.colour}"{halo} '
        f'textLength="{text.width:.2f}" lengthAdjust="spacingAndGlyphs">{_escaped(text.text)}</text>'
    )


def _points(points: Iterable[tuple[float, float]]) -> str:
    """Write points."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _escaped(text: str) -> str:
    """Escape a text for the inside of an element."""
    return escape(spelled(text))


def _quoted(text: str) -> str:
    """Escape a text for an attribute, with its quotation marks."""
    return quoteattr(spelled(text))


def _faces(texts: Iterable[Text]) -> Iterable[str]:
    """Write the faces of the font with the letters that the texts use."""
    letters: dict[bool, set[str]] = {False: set(), True: set()}
    for text in texts:
        letters[text.is_bold].update(text.text)
    for is_bold, used in letters.items():
        if used:
            content = base64.b64encode(subset(is_bold, "".join(sorted(used)))).decode()
            yield (
                f"@font-face{{font-family:'{_FAMILY}';font-weight:{_WEIGHTS[is_bold]};"
                f"src:url(data:font/ttf;base64,{content})}}"
            )


@lru_cache(maxsize=64)
def subset(is_bold: bool, letters: str) -> bytes:  # noqa: FBT001 - a key of the cache
    """Cut the font of pictures, regular or bold, down to some letters; give the file."""
    font = TTFont(FONT_FILES[is_bold], recalcTimestamp=False)
    cutter = Subsetter(Options(notdef_outline=True, layout_features=[]))
    cutter.populate(text=letters)
    cutter.subset(font)
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()

"""A drawing as SVG inside a page, in the colours of the reader's theme, its marks linked within the page."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from corridor.charts.svg import element, text_element
from corridor.publication.markup import Markup, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.drawing import Drawing, Shape, Text

_PAINTS = ("colour", "edge", "halo")


@dataclass
class Paints:
    """Colours of a page by theme, each a variable of its style sheet."""

    names: dict[tuple[str, str], str] = field(default_factory=dict)

    def name(self, light: str, dark: str) -> str:
        """Give the variable of a pair of colours; a paint that is none stays as it is."""
        if light in {"", "none"}:
            return light
        return f"var(--{self.names.setdefault((light, dark), f'k{len(self.names)}')})"

    def rules(self) -> tuple[str, str]:
        """Write the declarations of the light and of the dark theme."""
        light = "".join(f"--{name}:{pair[0]};" for pair, name in self.names.items())
        dark = "".join(f"--{name}:{pair[1]};" for pair, name in self.names.items())
        return light, dark


def as_themed(
    drawings: tuple[Drawing, Drawing], paints: Paints, *, label: str, links: Mapping[str, str] | None = None
) -> Markup:
    """
    Write a drawing as SVG for the inside of a page.

    Parameters
    ----------
    drawings
        The same drawing in the light and in the dark theme.
    paints
        Colours of the page, to which those of the drawing are added.
    label
        What it shows, for those who do not see it.
    links
        Address within the page by the label of a mark.

    Returns
    -------
    Markup
        The element. It names no file and no font of its own.
    """
    links = links or {}
    light, dark = drawings
    shapes = [
        _linked(_painted(day, night, paints), links)
        for day, night in zip(light.shapes, dark.shapes, strict=True)
    ]
    texts = [
        text_element(_painted(day, night, paints)) for day, night in zip(light.texts, dark.texts, strict=True)
    ]
    return tag(
        "svg",
        Markup("".join((*shapes, *texts))),
        viewBox=f"0 0 {light.width} {light.height}",
        role="group" if any(shape.startswith("<a") for shape in shapes) else "img",
        aria_label=label,
        lang=light.lang,
    )


def _painted(light: Any, dark: Any, paints: Paints) -> Any:
    """Give a shape or a text whose paints are variables."""
    known = {entry.name for entry in fields(light)} & set(_PAINTS)
    return replace(light, **{name: paints.name(getattr(light, name), getattr(dark, name)) for name in known})


def _linked(shape: Shape | Text, links: Mapping[str, str]) -> str:
    """Write a shape, within a link if its label has one."""
    label = getattr(shape, "label", "")
    written = element(shape)  # type: ignore[arg-type]
    if not label or label not in links:
        return written
    return tag("a", Markup(written), href=links[label], aria_label=label)

"""Mode, node work and status as small signs with words, for tables and lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from ui.look.markup import tag
from ui.look.modes import MODES, STATUS, WORK, Mark, svg_symbol

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View


@cache
def symbols() -> str:
    """Return the style rules that hold the symbols of `ui.look.modes`."""
    paths = {name: mode.path for name, mode in MODES.items()} | {
        name: mark.path for name, mark in WORK.items()
    }
    return "\n".join(f".sym-{name}{{--symbol:{_picture(path)}}}" for name, path in paths.items())


def mode_sign(view: View, mode: str, text: object = None) -> Markup:
    """Draw the symbol of a mode beside its name or another text."""
    return _symbol(mode, text or view.words.gettext(MODES[mode].label).capitalize())


def work_sign(view: View, work: str, text: object = None) -> Markup:
    """Draw the symbol of node work beside its name or another text."""
    return _symbol(work, text or view.words.gettext(WORK[work].label).capitalize())


def status_sign(view: View, status: str | None) -> Markup:
    """Write a status with its mark."""
    mark: Mark = STATUS[status or "unknown"]
    label = view.words.gettext(mark.label)
    return tag("span", label, class_=f"cx-sign cx-status {mark.tone}", data_sign=mark.sign)


def _symbol(name: str, text: object) -> Markup:
    """Put a symbol before a text; the style sheet masks it with its picture, in the text's colour."""
    return tag("span", text, class_=f"cx-sign cx-mode sym-{name}")


def _picture(path: str) -> str:
    """Write a symbol as an address that a style sheet can hold."""
    return f"url('data:image/svg+xml,{quote(svg_symbol(path, colour='#000'))}')"

"""Writes the colours into the files that cannot read them from Python: ``python -m tools.palette``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.picture.palette import MAP, STREAMLIT, Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / ".streamlit" / "config.toml"
MAP_SHEET = ROOT / "static" / "map" / "map.css"

_OPENING = "Colours from corridor/picture/palette.py, written by `python -m tools.palette`:"
_CLOSING = "end of the colours"
_ON_A_LINE = 6


def main() -> None:
    """Write the block of colours into each file."""
    for path, render in FILES.items():
        path.write_text(with_colours(path.read_text(encoding="utf-8"), render()), encoding="utf-8")
        print(f"Wrote {path}")


def with_colours(text: str, colours: str) -> str:
    """
    Put colours between the two lines that mark their block.

    Parameters
    ----------
    text
        Content of a file.
    colours
        The block.

    Returns
    -------
    str
        The content with the block.

    Raises
    ------
    ValueError
        If the file does not have just one such block.
    """
    pattern = re.compile(rf"(?<={re.escape(_OPENING)})([^\n]*\n).*?(?=[^\n]*{_CLOSING})", re.DOTALL)
    found, count = pattern.subn(lambda match: f"{match[1]}{colours}", text)
    if count != 1:
        message = f"{count} blocks of colours, not one"
        raise ValueError(message)
    return found


def themes() -> str:
    """Write the colours of Streamlit's two themes as TOML."""
    return "\n".join(f"[theme.{theme}]\n{_options(dark=theme == 'dark')}" for theme in ("light", "dark"))


def variables() -> str:
    """Write the colours of the map as CSS variables of both themes."""
    light = f":root {{\n  color-scheme: light;\n{_lines(MAP, dark=False)}}}\n"
    changed = {name: tone for name, tone in MAP.items() if tone.light != tone.dark}
    return f'{light}:root[data-theme="dark"] {{\n  color-scheme: dark;\n{_lines(changed, dark=True)}}}\n'


FILES: Mapping[Path, Callable[[], str]] = {CONFIG: themes, MAP_SHEET: variables}


def _options(*, dark: bool) -> str:
    """Write the options of one theme."""
    return "".join(f'{option} = "{tone.of(dark=dark)}"\n' for option, tone in STREAMLIT.items())


def _lines(tones: Mapping[str, Tone], *, dark: bool) -> str:
    """Write variables, some on a line."""
    texts = [f"--{name}: {tone.of(dark=dark)};" for name, tone in tones.items()]
    rows = (texts[at : at + _ON_A_LINE] for at in range(0, len(texts), _ON_A_LINE))
    return "".join(f"  {' '.join(row)}\n" for row in rows)


if __name__ == "__main__":
    main()

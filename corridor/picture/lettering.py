"""Text on pictures: the font, how wide words are, how they are cut to lines."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.textpath import TextToPath

POINTS_PER_PIXEL = 0.72
DRAWING = Lock()
"""Held while something is drawn: measuring fonts is not made for several threads."""

_FOLDER = Path(__file__).with_name("fonts")
FONT_FILES = {False: _FOLDER / "inter-400.ttf", True: _FOLDER / "inter-600.ttf"}
# Part of the size of letters that the narrowest of them is wide.
_NARROWEST = 0.2
# What number formats and labels use and the font has not.
_STAND_INS = str.maketrans({"\u202f": "\u00a0", "₂": "2", "→": "–"})


@lru_cache(maxsize=64)
def font(size_px: float, *, is_bold: bool = False) -> FontProperties:
    """Give the font at a size in pixels."""
    return FontProperties(fname=str(FONT_FILES[is_bold]), size=size_px * POINTS_PER_PIXEL)


@lru_cache(maxsize=1)
def letters_of_font() -> frozenset[int]:
    """Give the letters that both weights of the font have."""
    regular, bold = (get_font(str(file)).get_charmap() for file in FONT_FILES.values())
    return frozenset(regular) & frozenset(bold)


def plain(text: str) -> str:
    """Give a text with letters that the font has, on one line; nothing of it is read as markup."""
    return " ".join(text.translate(_STAND_INS).split(" ")).replace("\n", " ").replace("$", r"\$")


@lru_cache(maxsize=4096)
def width_px(text: str, size_px: float, *, is_bold: bool = False) -> float:
    """Measure how wide a text is."""
    if not text:
        return 0.0
    found = TextToPath().get_text_width_height_descent(text, font(size_px, is_bold=is_bold), ismath=False)
    return float(found[0]) / POINTS_PER_PIXEL


def most_letters(most_px: float, size_px: float) -> int:
    """Give a number of letters that no more of fit; to measure a longer text would take long for nothing."""
    return int(most_px / (_NARROWEST * size_px)) + 1


def fitted(text: str, most_px: float, size_px: float, *, is_bold: bool = False) -> str:
    """Give a text, or as much of it as fits, with three dots."""
    most = most_letters(most_px, size_px)
    if len(text) <= most and width_px(text, size_px, is_bold=is_bold) <= most_px:
        return text
    low, high = 0, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        if width_px(f"{text[:middle].rstrip()}…", size_px, is_bold=is_bold) <= most_px:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def wrapped(
    text: str, most_px: float, size_px: float, *, most_lines: int, is_bold: bool = False
) -> list[str]:
    """Cut a text into lines between words; the last line ends in three dots if there is more."""
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most_lines:
        line, words = words[0], words[1:]
        while words and width_px(f"{line} {words[0]}", size_px, is_bold=is_bold) <= most_px:
            line, words = f"{line} {words[0]}", words[1:]
        lines.append(line)
    if words and lines:
        lines[-1] = f"{lines[-1]} {' '.join(words)}"
    return [fitted(line, most_px, size_px, is_bold=is_bold) for line in lines]

"""Text as files can hold it: without control signs, and with a stand-in for letters that a font has not."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from fontTools.ttLib import TTFont

from corridor.picture.lettering import FONT_FILES

UNKNOWN = "□"
_DROPPED = {"Cc", "Cf", "Cs", "Cn", "Co"}
# Of the fonts that typst brings along.
_OF_OTHER_FONTS = frozenset("→←₂≈≥≤□")
_STAND_INS = str.maketrans({"✚": "×"})
_SPACES = str.maketrans(
    {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u2028": " ", "\u2029": " ", "\t": " ", "\n": " "}
)


@lru_cache(maxsize=4096)
def legible(text: str) -> str:
    """Give a text on one line, without signs that no XML file may hold."""
    kept = text.translate(_SPACES)
    if kept.isascii() and kept.isprintable():
        return kept
    return "".join(letter for letter in kept if unicodedata.category(letter) not in _DROPPED)


def drawable(text: str) -> str:
    """Give a text with the letters of our fonts only: a paper may hold no letter without a shape."""
    known = _letters()
    return "".join(letter if letter in known else UNKNOWN for letter in legible(text).translate(_STAND_INS))


def pictured(text: str) -> str:
    """Give a text with the letters of our fonts only, for pictures, which know no other font."""
    known = _letters() - _OF_OTHER_FONTS
    return "".join(letter if letter in known else "?" for letter in legible(text))


@cache
def _letters() -> frozenset[str]:
    """Letters that the fonts of a paper have."""
    with TTFont(FONT_FILES[False]) as light, TTFont(FONT_FILES[True]) as bold:
        both = light.getBestCmap().keys() & bold.getBestCmap().keys()
    return frozenset(map(chr, both)) | _OF_OTHER_FONTS

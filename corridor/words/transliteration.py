"""Serbian Cyrillic in Latin letters: Serbian Latin has no names and no catalogue of its own."""

from __future__ import annotations

import re
from functools import lru_cache

import cyrtranslit

# Cyrillic letters that become two Latin ones, in a word written in capitals.
_CAPITAL_DIGRAPHS = {"Љ": "LJ", "Њ": "NJ", "Џ": "DŽ"}


@lru_cache(maxsize=8192)
def serbian_latin(text: str) -> str:
    """
    Return Serbian Cyrillic in Latin letters; what is Latin already stays.

    A digraph in a word of capitals is all capitals: ЊУЈОРК becomes NJUJORK, Његош becomes Njegoš.
    """
    spelled = re.sub("[ЉЊЏ]", _capital_digraph, text)
    return str(cyrtranslit.to_latin(spelled, "sr"))


def _capital_digraph(found: re.Match[str]) -> str:
    """Latin capitals for a digraph among capitals, else the letter as it was."""
    text, at = found.string, found.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    among_capitals = after.isupper() or (not after.isalpha() and before.isupper())
    return _CAPITAL_DIGRAPHS[found.group()] if among_capitals else found.group()

"""The letters of a document that must need nothing beside itself, as rules of its style sheet."""

from __future__ import annotations

import base64

from corridor.charts.svg import subset

_WEIGHTS = {False: "400", True: "600 700"}


def embedded_fonts(text: str) -> str:
    """Write the font, regular and bold, with the letters that a text uses."""
    letters = "".join(sorted(set(text)))
    return "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{base64.b64encode(subset(is_bold, letters)).decode()})}}"
        for is_bold, weight in _WEIGHTS.items()
    )

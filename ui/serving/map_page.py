"""The document of a map's frame: streamlit-folium's own, with the map's scripts and styles already in it."""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path

import streamlit_folium

log = logging.getLogger(__name__)

SCRIPTS = ("vendor/leaflet.js", "map/map.js")
STYLES = ("vendor/leaflet.css", "map/map.css")
"""Files of ours below `static` that a map needs, in their order."""
ROOT = "../../"
"""From the frame to the server's root, wherever that is."""
FOLDER = Path(streamlit_folium.__file__).parent / "frontend" / "build"
_PAGE = FOLDER / "index.html"
# The package's own script, and where its document begins. Its script asks for a map as soon as it runs, so
# Leaflet stands before it; it writes the head of the document anew, so style sheets stand in the body.
_SCRIPT, _BODY = '<script defer="defer" src="./static/js/main.', "<body>"


@cache
def is_known() -> bool:
    """
    Whether this version of streamlit-folium has the document that we know.

    Where it has not, its own document is served, and folium names the files, which the frame then asks for
    one after the other.
    """
    text = _PAGE.read_text(encoding="utf-8")
    found = text.count(_SCRIPT) == text.count(_BODY) == 1
    if not found:
        log.warning(
            "The frame of streamlit-folium has another document than ui/serving/map_page.py knows: "
            "maps start later until it is adapted."
        )
    return found


def changed(scripts: list[str], styles: list[str]) -> tuple[Path, bytes] | None:
    """
    Give the document with the map's files in it.

    streamlit-folium's frame asks for each script when it has run the one before, and only after the page has
    said what to draw. Named in its document they arrive together, before that.

    Parameters
    ----------
    scripts, styles
        Addresses of `SCRIPTS` and `STYLES`, relative to the server's root.

    Returns
    -------
    tuple of pathlib.Path and bytes, or None
        Its file, and what is served instead; None if it is not the document that we know.
    """
    if not is_known():
        return None
    text = _PAGE.read_text(encoding="utf-8")
    first = "".join(f'<script defer src="{ROOT}{script}"></script>' for script in scripts)
    sheets = "".join(f'<link rel="stylesheet" href="{ROOT}{style}">' for style in styles)
    return _PAGE, text.replace(_SCRIPT, first + _SCRIPT).replace(_BODY, _BODY + sheets).encode()

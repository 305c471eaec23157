"""The page of a map's frame: streamlit-folium's own, with our map already named in it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import streamlit_folium

from ui.assets import REVALIDATE, Asset, asset_of, kept, versioned

ADDRESS = "/component/streamlit_folium.st_folium/index.html"
# The frame lies two folders below the server's root, wherever that is.
ROOT = "../../"
SCRIPTS = ("vendor/leaflet.js", "map/map.js")
STYLES = ("vendor/leaflet.css", "map/map.css")
_PAGE = Path(streamlit_folium.__file__).parent / "frontend" / "build" / "index.html"
_OWN_SCRIPT = re.compile(r'<script defer="defer" src="\./static/js/main\.[^"]*"></script>')


def page() -> str:
    """
    Give the frame's page as this server sends it.

    Left to itself the frame fetches Leaflet and our script one after the other, after its own script has run
    and the page has told it what to draw. Named in its page they come together.

    Raises
    ------
    RuntimeError
        If this version of streamlit-folium has another page than the one we know.
    """
    text = _PAGE.read_text(encoding="utf-8")
    links = "".join(f'<link rel="stylesheet" href="{ROOT}{versioned(file)}"/>' for file in STYLES)
    scripts = "".join(f'<script defer src="{ROOT}{versioned(file)}"></script>' for file in SCRIPTS)
    result, count = _OWN_SCRIPT.subn(lambda found: links + scripts + found[0], text)
    if count != 1:
        message = (
            "streamlit-folium has another frame than ui/frame.py knows: "
            f"{json.dumps(_OWN_SCRIPT.pattern)} stands in its page {count} times. Adapt the pattern."
        )
        raise RuntimeError(message)
    return result


@cache
def asset() -> Asset:
    """Give the page ready to be sent; browsers ask for it anew each time, as it names what may change."""
    return asset_of(kept(page().encode(), "frame", "html"), cache_control=REVALIDATE)


def files() -> list[str]:
    """Addresses of the files that the frame's page names, relative to the server's root."""
    return [versioned(file) for file in (*SCRIPTS, *STYLES)]

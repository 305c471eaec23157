"""Which parts of Streamlit's script bundle our pages use."""

from __future__ import annotations

import re
from pathlib import Path

import streamlit

STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"

# Elements that stand on every page of ours, by the names of their parts of the bundle.
_ELEMENTS = ("Html", "PageLink", "Selectbox", "ComponentInstance", "DownloadButton", "Checkbox")
_IN_PAGE = re.compile(r'"\./static/js/([^"]+)"')
_IMPORT = re.compile(r'(?:from|import)\s*[`"\']\./([\w.-]+\.js)[`"\']')


def parts_used() -> list[str]:
    """
    File names of the parts that our pages need beside those that Streamlit's page names, imports included.

    Streamlit asks for a part when the first run of a page has named its element. Told at once, the browser
    fetches them while it waits for that run anyway.
    """
    folder = STREAMLIT_PAGE.parent / "static" / "js"
    known = set(_IN_PAGE.findall(STREAMLIT_PAGE.read_text(encoding="utf-8")))
    found: list[str] = []
    waiting = [file.name for element in _ELEMENTS for file in sorted(folder.glob(f"{element}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            found.append(name)
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return sorted(found)

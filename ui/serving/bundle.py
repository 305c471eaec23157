"""Streamlit's script bundle: which parts our pages use, and the one line of it that we change."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import streamlit

log = logging.getLogger(__name__)

STREAMLIT_PAGE = Path(streamlit.__file__).parent / "static" / "index.html"

# Elements that stand on every page of ours, by the names of their parts of the bundle.
ELEMENTS = ("Html", "PageLink", "Selectbox", "ComponentInstance", "DownloadButton", "Checkbox")
# The file that holds the search of Streamlit's lists, and the function that does it. A list is searched by
# its labels only, letter by letter; what our picker finds comes first.
_SEARCH_FILE = "useSyncComboBoxEnterTargetFocus.*.js"
_SEARCH = re.compile(
    r"(function \w+\((\w+),(\w+)\)\{if\(!\3\)return \2;)(let \w+=\2\.filter\((\w+)=>\w+\(\3,\5\.label\)\))"
)
_OURS = r"\1let corridor=globalThis.corridorPicks?.(\2,\3);if(corridor)return corridor;\4"
_IN_PAGE = re.compile(r'"\./static/js/([^"]+)"')
_IMPORT = re.compile(r'(?:from|import)\s*[`"\']\./([\w.-]+\.js)[`"\']')


def changed() -> tuple[Path, bytes] | None:
    """
    Streamlit's file that searches its lists, and its content with our search put before it.

    Returns
    -------
    tuple of pathlib.Path and bytes, or None
        The file, and what is served instead of it; `static/own/picker.js` holds the search. Where that is
        not loaded, the list searches as Streamlit does. None if this version of Streamlit searches its lists
        in another way than the one we know, which is told in the log: its own file is served then.
    """
    files = list((STREAMLIT_PAGE.parent / "static" / "js").glob(_SEARCH_FILE))
    texts = [_SEARCH.subn(_OURS, file.read_text(encoding="utf-8")) for file in files]
    if [count for _text, count in texts] != [1]:
        log.warning(
            "Streamlit %s searches its lists in another way than ui/serving/bundle.py knows (%s: %d files). "
            "Lists find places by their labels only until the pattern is adapted.",
            streamlit.__version__,
            _SEARCH_FILE,
            len(files),
        )
        return None
    return files[0], texts[0][0].encode()


def parts_used() -> list[str]:
    """
    File names of the parts that our pages need beside those that Streamlit's page names, imports included.

    Streamlit asks for a part when the first run of a page has named its element. Told at once, the browser
    fetches them while it waits for that run anyway.
    """
    folder = STREAMLIT_PAGE.parent / "static" / "js"
    known = set(_IN_PAGE.findall(STREAMLIT_PAGE.read_text(encoding="utf-8")))
    found: list[str] = []
    waiting = [file.name for element in ELEMENTS for file in sorted(folder.glob(f"{element}.*.js"))]
    while waiting:
        name = waiting.pop()
        if name not in known and (folder / name).is_file():
            known.add(name)
            found.append(name)
            waiting += _IMPORT.findall((folder / name).read_text(encoding="utf-8"))
    return sorted(found)

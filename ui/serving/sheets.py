"""Style sheets of pages as files of their own: browsers keep them, and no run of a page sends them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from corridor.memory.caches import Cache
from ui.serving.assets import FOREVER, Asset, asset_of

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "app/static/sheets"
# Leads from a sheet to the other static files.
UP = "../"
_DIGEST_LENGTH = 10
# More than there are in the source: none ever leaves.
_sheets: Cache[Asset] = Cache("style sheets", most=64)


def sheet(name: str, text: str) -> str:
    """
    Serve a style sheet; give its address relative to the server's root, which holds its digest.

    Parameters
    ----------
    name
        Its name, such as "routes".
    text
        Its rules, the same in every visit.
    """
    content = text.encode()
    file = f"{name}-{hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]}.css"
    path = f"{FOLDER}/{file}"
    _sheets.get(path, lambda: asset_of(content, file, cache_control=FOREVER))
    return path


def sheet_of(file: Path) -> str:
    """Serve a style sheet of ours as it lies in ``ui``; give its address as `sheet` does."""
    return sheet(file.stem, file.read_text(encoding="utf-8"))


def imported(path: str) -> str:
    """
    Write the element that brings a sheet into a page, for ``st.html``.

    An import keeps the place that the rules had: behind Streamlit's own, in the order of the page.
    """
    return f'<style>@import url("{path}");</style>'


def served(path: str) -> Asset | None:
    """Find a sheet by its path in the address."""
    return _sheets.peek(path.removeprefix("/"))

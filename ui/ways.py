"""Addresses of views: links from one page to another that keep the language and the data version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ui import address, nav
from ui.markup import tag
from ui.state import encode, moved

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.shell import View


def way(view: View, page: str, text: object, **changes: Any) -> Markup:
    """Link to a page with some fields of the state changed; it opens in the same tab."""
    keys = urlencode(encode(address.stamped(moved(view.state, **changes))))
    return tag("a", text, href=f"./{nav.entry(page).path}?{keys}", class_="cx-way")

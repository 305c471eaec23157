"""Addresses of views: links from one page to another that keep the language and the data version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ui import address, nav
from ui.markup import tag
from ui.state import State, encode, moved

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.shell import View


def way(view: View, page: str, text: object, **changes: Any) -> Markup:
    """Link to a page with some fields of the state changed; it opens in the same tab."""
    return _link(page, text, moved(view.state, **changes), section="")


def ledger_way(view: View, text: object, *, section: str = "ledger", **filters: Any) -> Markup:
    """Link to a part of the page Sources and data, with only these filters of the ledger."""
    return _link("sources", text, State(lang=view.lang, **filters), section=section)


def _link(page: str, text: object, state: State, *, section: str) -> Markup:
    """Build a link of ours."""
    keys = urlencode(encode(address.stamped(state)))
    part = f"#{section}" if section else ""
    return tag("a", text, href=f"./{nav.entry(page).path}?{keys}{part}", class_="cx-way")

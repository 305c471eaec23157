"""Addresses of views: links from one page to another that keep the language and the data version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from ui.link import address, nav
from ui.link.state import RULED_PAGES, State, encode, moved
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View


def way(
    view: View,
    page: str,
    text: object,
    *,
    target: str | None = None,
    attributes: Mapping[str, object] | None = None,
    **changes: Any,
) -> Markup:
    """Link to a page with some fields of the state changed; in the same tab unless told otherwise."""
    own = dict(attributes or {})
    own["class_"] = f"cx-way {own.get('class_', '')}".strip()
    return tag("a", text, href=_address(page, moved(view.state, **changes)), **own, target=target)


def stay(
    view: View, text: object, *, attributes: Mapping[str, object] | None = None, **changes: Any
) -> Markup:
    """
    Link to this page with some fields of the state changed; the page is not loaded anew.

    ``static/own/stay.js`` follows such links within the page and keeps the view of the map.

    Parameters
    ----------
    view
        The visit.
    text
        What the link says.
    attributes
        Of the element, as `ui.look.markup.tag` takes them. With an id the link keeps the focus.
    **changes
        Fields of `State`.
    """
    own = dict(attributes or {})
    own["class_"] = f"cx-stay {own.get('class_', '')}".strip()
    return tag("a", text, href=_address(view.page, moved(view.state, **changes)), **own)


def since_link(view: View, text: object, version: str) -> Markup:
    """Link to this view as a link made with an earlier version of the data: it says what changed."""
    state = view.state
    if view.page in RULED_PAGES and not state.rules:
        state = moved(state, rules="eu")
    return tag("a", text, href=_written(view.page, moved(state, data=version)), class_="cx-way")


def fresh(page: str, text: object, state: State) -> Markup:
    """Link to a page with just this state, whatever stands in the address now."""
    return _link(page, text, state, section="")


def ledger_way(view: View, text: object, *, section: str = "ledger", **filters: Any) -> Markup:
    """
    Link to a part of the page Sources and data, with only these filters of the ledger.

    The question of the address travels with it, though the link may be drawn once for all visitors.
    """
    return _link(
        "sources", text, State(lang=view.lang, **filters), section=section, attributes={"data_travels": ""}
    )


def method_link(view: View, text: object, anchor: str) -> Markup:
    """Link to a paragraph of the page Method; needs no visit, so that a panel can hold it."""
    state = State(lang=view.lang)
    stamped = address.stamped(state) if view.own else moved(state, data=view.data_token)
    href = f"{_written('method', stamped)}#{anchor}"
    return tag("a", text, href=href, class_="cx-way", data_travels="")


def claim_address(view: View, claim_id: str) -> str:
    """Address of one claim on the page Sources and data; needs no visit, so that a panel can hold it."""
    state = State(lang=view.lang, claim=claim_id)
    stamped = address.stamped(state) if view.own else moved(state, data=view.data_token)
    return f"{_written('sources', stamped)}#ledger"


def _link(
    page: str,
    text: object,
    state: State,
    *,
    section: str,
    target: str | None = None,
    attributes: Mapping[str, object] | None = None,
) -> Markup:
    """Build a link of ours; to one that travels, ``static/own/ways.js`` adds the question of the address."""
    part = f"#{section}" if section else ""
    own = dict(attributes or {})
    own["class_"] = f"cx-way {own.get('class_', '')}".strip()
    return tag("a", text, href=f"{_address(page, state)}{part}", target=target, **own)


def _address(page: str, state: State) -> str:
    """Address of a view of the data that are shown now, relative to the server's root."""
    if page in RULED_PAGES and not state.rules:
        state = moved(state, rules="eu")
    return _written(page, address.stamped(state))


def _written(page: str, state: State) -> str:
    """Address of a view, relative to the server's root."""
    return f"./{nav.entry(page).path}?{urlencode(encode(state))}"

"""Addresses that name nothing: the page that was meant, or a page that says so in the visitor's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Match

from corridor.questions.tables import as_json
from ui.api.problem import MEDIA_TYPE
from ui.api.response import ROOT as API
from ui.link.nav import ENTRIES
from ui.link.state import MAX_KEYS
from ui.server.plain_page import is_within, plain_page, relative_root, words_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

MAX_LETTERS = 8_000
MAX_FIELDS = 2 * MAX_KEYS
_READING = ("GET", "HEAD")
_PAGES = {name: entry.path for entry in ENTRIES for name in (entry.path, entry.name)}
# Streamlit answers whatever it does not know with its own page and status 200.
_STREAMLITS_PAGE = "static-assets"
_QUESTION_MARK = re.compile("[?]|%3f", re.IGNORECASE)
# What may stand in a query; the rest of what was decoded is encoded again.
_IN_QUERY = "%=&+.,_~-:@!$'()*;/?"


class BoundedAddresses:
    """
    ASGI layer that refuses addresses with too many letters or keys before anything of them is read.

    Parameters
    ----------
    app
        What answers the others.
    base
        Path under which the app is served, such as "/kz".
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an address of usual size on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        query: bytes = scope["query_string"]
        is_long = len(scope.get("raw_path") or scope["path"]) + len(query) > MAX_LETTERS
        if not is_long and query.count(b"&") < MAX_FIELDS:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "The address is too long."})
        else:
            await self._refusal(scope, status=414 if is_long else 400)(scope, receive, send)

    def _refusal(self, scope: Scope, *, status: int) -> Response:
        """Say what is too much."""
        words = words_of(scope, "")
        _ = words.gettext
        heading = _("The address is too long")
        text = _("It has more than {letters} characters or {keys} keys. Check the link, or choose a page.")
        text = text.format(letters=MAX_LETTERS, keys=MAX_FIELDS)
        if is_within(scope["path"], f"{self._base}{API}"):
            body = {"title": heading, "status": status, "detail": text, "code": "address-too-long"}
            return Response(as_json(body), status, media_type=MEDIA_TYPE)
        return plain_page(scope, self._base, words, heading=heading, text=text, status=status)


class KnownAddresses:
    """
    ASGI layer that answers what no route answers; it stands between Streamlit and all that is served before.

    Parameters
    ----------
    app
        What answers known addresses: a Starlette application further in.
    base
        Path under which the app is served, such as "/kz".
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a known address on, redirect one that means a page, answer all others."""
        if scope["type"] != "http" or _has_route(scope):
            await self._app(scope, receive, send)
            return
        await self._answer(scope)(scope, receive, send)

    def _answer(self, scope: Scope) -> Response:
        """Answer an address that no route knows."""
        path, more = _parted(scope)
        query = "&".join(filter(None, (more, scope["query_string"].decode("latin-1"))))
        page = self._page(path)
        if page is not None:
            if scope["method"] not in _READING:
                allowed = {"Allow": ", ".join(_READING)}
                return PlainTextResponse("Pages can only be read.", status_code=405, headers=allowed)
            target = f"{relative_root(scope, self._base)}{page}{'?' if query else ''}{query}"
            return RedirectResponse(target, status_code=301, headers={"Cache-Control": "no-cache"})
        words = words_of(scope, query)
        _ = words.gettext
        text = _("There is no page at this address. Check the link, or choose a page.")
        return plain_page(scope, self._base, words, heading=_("Page not found"), text=text, status=404)

    def _page(self, path: str) -> str | None:
        """Find the page that a path means: one with a slash too many, in capitals, or by its name."""
        if not is_within(f"{path}/", self._base):
            return None
        return _PAGES.get(path.removeprefix(self._base).strip("/ ").casefold())


def _has_route(scope: Scope) -> bool:
    """Whether one of our routes, or of Streamlit's but its page, answers an address."""
    return any(
        getattr(route, "name", "") != _STREAMLITS_PAGE and route.matches(scope)[0] is not Match.NONE
        for route in scope["app"].routes
    )


def _parted(scope: Scope) -> tuple[str, str]:
    """Part a path from the query that programs put into it, with its question mark written as %3F."""
    path, _mark, query = _QUESTION_MARK.sub("?", scope["path"], count=1).partition("?")
    return path, quote(query, safe=_IN_QUERY)

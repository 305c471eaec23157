"""Only who has signed in gets an answer, where the operator wants that: page, API, file or connection."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse

from corridor.errors import N_
from ui.api.problem import SignInError, problem
from ui.api.response import ROOT as API
from ui.look.markup import tag, together
from ui.server.observed import METRICS_PATH, kind_of
from ui.server.plain_page import is_within, plain_page, relative_root, words_of
from ui.server.streamlit_auth import CALLBACK, LOGIN, LOGOUT, login_query, person
from ui.settings.api_tokens import is_token
from ui.settings.sign_in import BEGIN, END

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from ui.settings.sign_in import Invited

WISH = "corridor_wish"
_WISH_LASTS_S = 600
_MAX_WISH_LETTERS = 2_000
_UNINVITED = 4403
# What an address within the server can be: no other host, nothing that a browser takes for a slash.
_WITHIN = re.compile(r"/(?!/)[!-\[\]-~]*")
_OPEN = {
    "/healthz", "/readyz", METRICS_PATH, "/robots.txt", LOGIN, LOGOUT, CALLBACK,
    "/app/static/icons/mark.svg", "/app/static/icons/favicon.ico",
}  # fmt: skip
_HEADING, _TEXT = N_("Sign in to continue"), N_("This server is open to invited people only.")
_OTHER_TEXT = N_("You are signed in, but not invited to this server. Sign in with another account.")


class SignedIn:
    """
    ASGI layer in front of everything that says something: it asks for Streamlit's signed cookie.

    Open to all are the checks of health, what signing in takes, and the typefaces of the page that asks for
    it. What is behind it is never kept by caches that several people share.

    Parameters
    ----------
    app
        What answers those who have signed in.
    base
        Path under which the app is served, such as "/kz".
    invited
        Who may see the server.
    tokens
        Digests of the tokens with which programs may ask the API.
    """

    def __init__(
        self, app: ASGIApp, base: str = "", *, invited: Invited, tokens: tuple[bytes, ...] = ()
    ) -> None:
        self._app, self._base, self._invited, self._tokens = app, base, invited, tokens
        self._open = _OPEN | {f"/{face['url']}" for face in st.get_option("theme.fontFaces")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open, and what those who are invited ask for."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self._base) if is_within(scope["path"], self._base) else None
        is_http = scope["type"] == "http"
        if is_http and path in {BEGIN, END}:
            response = self._begin(scope) if path == BEGIN else self._end(scope)
            await response(scope, receive, send)
            return
        if is_http and path in self._open:
            await self._app(scope, receive, send)
            return
        cookies = HTTPConnection(scope).cookies
        found = person(cookies)
        if is_http and path == "/" and WISH in cookies:
            await self._granted(cookies[WISH])(scope, receive, send)
        elif (found is not None and self._invited.has(found)) or (is_http and self._has_token(scope, path)):
            await self._app(scope, receive, _unshared(send))
        else:
            await self._refuse(scope, receive, send, is_known=found is not None)

    def _has_token(self, scope: Scope, path: str | None) -> bool:
        """Whether a program asks the API, and nothing else, with one of the tokens."""
        if not self._tokens or path is None or not is_within(path, API) or {".", ".."} & {*path.split("/")}:
            return False
        sent = Headers(scope=scope).getlist("authorization")
        scheme, _space, token = sent[0].partition(" ") if len(sent) == 1 else ("", "", "")
        return scheme.casefold() == "bearer" and is_token(token.strip(), self._tokens)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, *, is_known: bool) -> None:
        """Say that one has to sign in, and where."""
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": _UNINVITED, "reason": "Sign in first."})
            return
        begin = f"{self._base}{BEGIN}"
        if kind_of(scope["path"], self._base) == "api":
            response = problem(
                Request(scope), SignInError("sign-in-needed", link=begin), f"{self._base}{API}"
            )
        else:
            words = words_of(scope, scope["query_string"].decode("latin-1"))
            _ = words.gettext
            where = f"{relative_root(scope, self._base)}{self._link(scope)}"
            link = tag("a", _("Sign in"), href=where, class_="again")
            if is_known:
                leave = f"{relative_root(scope, self._base)}{END.strip('/')}?lang={words.lang}"
                link = together(link, " · ", tag("a", _("Sign out"), href=leave))
            text = _(_OTHER_TEXT if is_known else _TEXT)
            response = plain_page(
                scope,
                self._base,
                words,
                heading=_(_HEADING),
                text=text,
                status=401,
                link=link,
                has_pages=False,
            )
        response.headers["WWW-Authenticate"] = "Bearer" if self._tokens else "Cookie"
        await response(scope, receive, send)

    def _link(self, scope: Scope) -> str:
        """Write where to sign in, with the address to come back to, relative to the server's root."""
        if scope["method"] != "GET" or not is_within(scope["path"], self._base):
            return BEGIN.strip("/")
        wish = quote(scope["path"].removeprefix(self._base), safe="/")
        query = scope["query_string"].decode("latin-1")
        return f"{BEGIN.strip('/')}?to={quote(f'{wish}?{query}' if query else wish, safe='')}"

    def _begin(self, scope: Scope) -> Response:
        """Send a visitor to Streamlit's way of signing in; their browser keeps what they wanted to see."""
        wish = Request(scope).query_params.get("to", "")
        return self._sent_on(f"{self._base}{LOGIN}?{login_query()}", wish)

    def _end(self, scope: Scope) -> Response:
        """Send a visitor to Streamlit's way of signing out, then to the page that asks to sign in."""
        words = words_of(scope, scope["query_string"].decode("latin-1"))
        return self._sent_on(f"{self._base}{LOGOUT}", f"/?lang={words.lang}")

    def _sent_on(self, where: str, wish: str) -> Response:
        """Send a visitor elsewhere; their browser keeps what they want to see when they come back."""
        response = RedirectResponse(where, status_code=302)
        response.headers["Cache-Control"] = "no-store"
        if _is_usable(wish):
            response.set_cookie(
                WISH, quote(wish, safe=""), max_age=_WISH_LASTS_S, path=f"{self._base}/", httponly=True,
                samesite="lax",
            )  # fmt: skip
        return response

    def _granted(self, kept: str) -> Response:
        """Open what a visitor wanted to see before they signed in."""
        wish = Request({"type": "http", "query_string": f"to={kept}".encode(), "headers": []}).query_params[
            "to"
        ]
        response = RedirectResponse(f"{self._base}{wish if _is_usable(wish) else '/'}", status_code=302)
        response.headers["Cache-Control"] = "no-store"
        response.delete_cookie(WISH, path=f"{self._base}/")
        return response


def _is_usable(wish: str) -> bool:
    """Whether an address that a visitor brings can only lead to this server, below its folder."""
    path = unquote(re.split("[?#]", wish, maxsplit=1)[0])
    is_within_folder = not {".", ".."} & {*path.split("/")}
    return len(wish) <= _MAX_WISH_LETTERS and is_within_folder and _WITHIN.fullmatch(wish) is not None


def _unshared(send: Send) -> Send:
    """Keep answers out of caches that several people share."""

    async def send_private(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            parts = [part.strip() for part in headers.get("cache-control", "").split(",")]
            kept = [part for part in parts if part and part != "public" and not part.startswith("s-maxage")]
            if not {"no-store", "private"} & {*kept}:
                headers["Cache-Control"] = ", ".join(["private", *kept])
        await send(message)

    return send_private

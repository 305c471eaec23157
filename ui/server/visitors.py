"""Visitors for whom there is no room are asked to come back, in their language: status 503."""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from functools import cache
from typing import TYPE_CHECKING

from corridor.errors import N_
from ui.look.markup import tag
from ui.server.observed import STREAM, kind_of
from ui.server.plain_page import is_within, plain_page, words_of
from ui.server.rates import address_to_count
from ui.settings.environment import VISITORS
from ui.settings.visitors import most_visitors

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

RETRY_AFTER_S = 30
# A page that was handed out opens its connection within this time, or never: crawlers open none.
ARRIVAL_S = 8.0
# Who asks for pages without opening them must not keep all others out.
MAX_ARRIVALS_OF_AN_ADDRESS = 20
_TRY_LATER = 1013
_HEADING = N_("The server is busy")
_TEXT = N_(
    "As many people have this site open as it can serve. "
    "Your link stays valid: try again in {seconds} seconds."
)
log = logging.getLogger(__name__)


class Admission:
    """
    Who is there: open connections, and pages handed out that have not opened theirs yet.

    It is asked on the server's loop alone, so it needs no lock.

    Parameters
    ----------
    most
        Visitors for whom there is room; 0 for no limit.
    clock
        Seconds that only grow.
    """

    def __init__(self, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most, clock
        self._sockets = 0
        self._arrivals: deque[tuple[float, str]] = deque(maxlen=max(2 * most, 1))

    def __len__(self) -> int:
        """Count the visitors."""
        while self._arrivals and self._arrivals[0][0] <= self._clock() - ARRIVAL_S:
            self._arrivals.popleft()
        of_address = Counter(address for _when, address in self._arrivals)
        arriving = sum(min(count, MAX_ARRIVALS_OF_AN_ADDRESS) for count in of_address.values())
        return self._sockets + arriving

    def may_arrive(self, address: str) -> bool:
        """Whether a page may be handed out to an address; it counts until its connection opens."""
        if self._most and len(self) >= self._most:
            return False
        if self._most:
            self._arrivals.append((self._clock(), address))
        return True

    def may_connect(self, address: str) -> bool:
        """
        Whether a connection may open; it counts until `leave`.

        A tenth more than pages are handed out: an open page whose connection was lost comes back.
        """
        if self._most and self._sockets >= self._most + max(self._most // 10, 1):
            return False
        arrived = next((each for each in self._arrivals if each[1] == address), None)
        if arrived is not None:
            self._arrivals.remove(arrived)
        self._sockets += 1
        return True

    def leave(self) -> None:
        """Take a connection out of the count."""
        self._sockets -= 1


class BoundedVisitors:
    """
    ASGI layer that serves those who are there well: others get a page that says when to come back.

    Parameters
    ----------
    app
        What answers.
    base
        Path under which the app is served, such as "/kz".
    admission
        Who is there; by the setting ``CORRIDOR_VISITORS`` if None.
    """

    def __init__(self, app: ASGIApp, base: str = "", *, admission: Admission | None = None) -> None:
        self._app, self._base = app, base
        self._admission = Admission(most_visitors()) if admission is None else admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while there is room."""
        if scope["type"] == "websocket" and _is_stream(scope, self._base):
            await self._connection(scope, receive, send)
            return
        is_page = scope["type"] == "http" and kind_of(scope["path"], self._base) == "page"
        if is_page and scope["method"] == "GET" and not self._admission.may_arrive(_address(scope)):
            _tell()
            await self._refusal(scope)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a connection while it is open; refuse it where there is no room."""
        if not self._admission.may_connect(_address(scope)):
            _tell()
            await receive()
            await send(_refused())
            return
        try:
            await self._app(scope, receive, send)
        finally:
            self._admission.leave()

    def _refusal(self, scope: Scope) -> Response:
        """Say that there is no room, and when to come back."""
        words = words_of(scope, scope["query_string"].decode("latin-1"))
        text = words.gettext(_TEXT).format(seconds=RETRY_AFTER_S)
        again = tag("a", words.gettext("Try again"), href="", class_="again")
        heading = words.gettext(_HEADING)
        response = plain_page(scope, self._base, words, heading=heading, text=text, status=503, link=again)
        response.headers["Retry-After"] = str(RETRY_AFTER_S)
        return response


def _is_stream(scope: Scope, base: str) -> bool:
    """Whether a socket is that of a page."""
    path = scope["path"].removeprefix(base) if is_within(scope["path"], base) else scope["path"]
    return bool(path == STREAM)


def _address(scope: Scope) -> str:
    """Address that a visitor is counted by."""
    return address_to_count(scope) or ""


def _refused() -> Message:
    """Close a connection before it opens; Streamlit's page asks again by itself, ever more seldom."""
    return {"type": "websocket.close", "code": _TRY_LATER, "reason": "The server is busy."}


@cache
def _tell() -> None:
    """Say once that there are more visitors than there is room for."""
    log.warning("More visitors came than %s lets in; they were asked to come back.", VISITORS)

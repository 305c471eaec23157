"""Counts and times every request and every open connection; writes a line a request where logs are lines."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from ui.api.response import ROOT as API
from ui.evidence import panels
from ui.link.nav import ENTRIES, PARTS_FOLDER, STORIES
from ui.map.layers import FOLDER as LAYERS
from ui.server import brief_answer
from ui.server.plain_page import is_within
from ui.serving.measures import Measures, measures
from ui.share import link_tags, panel
from ui.stories import files as story_files

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STREAM = "/_stcore/stream"
METRICS_PATH = "/metrics"
_KINDS = {
    API.split("/")[1]: "api",
    brief_answer.FOLDER: "brief",
    panels.FOLDER: "panel",
    panel.FOLDER: "share",
    link_tags.FOLDER: "preview",
    story_files.FOLDER: "story",
    STORIES: "story",
    PARTS_FOLDER: "part",
    "oembed": "part",
    LAYERS: "file",
    "app": "file",
    "component": "file",
    "static": "file",
    "_stcore": "streamlit",
    "healthz": "health",
    "readyz": "health",
    METRICS_PATH.strip("/"): "health",
}
KINDS = (*dict.fromkeys(_KINDS.values()), "page", "other")
_PAGES = frozenset(entry.path for entry in ENTRIES)
_QUIET = frozenset({"file", "health", "streamlit"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_FAULT = 500
log = logging.getLogger(__name__)


class Observed:
    """
    ASGI layer round all others.

    Nothing of a visitor is counted or written: no network address, no path as it was typed, no key.

    Parameters
    ----------
    app
        What answers.
    base
        Path under which the app is served, such as "/kz".
    counted
        What counts.
    """

    def __init__(self, app: ASGIApp, base: str = "", *, counted: Measures = measures) -> None:
        self._app, self._base, self._counted = app, base, counted

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and count it."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request, by its kind and the status of its answer."""
        begun, status = time.perf_counter(), 0

        async def send_seen(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        except Exception:
            status = _FAULT
            self._counted.faults.labels("request").inc()
            raise
        finally:
            if status:
                self._count(scope, status, time.perf_counter() - begun)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a page's connection while it is open."""
        is_open = False

        async def send_seen(message: Message) -> None:
            nonlocal is_open
            if message["type"] == "websocket.accept" and not is_open:
                is_open = True
                self._counted.sockets.inc()
            await send(message)

        try:
            await self._app(scope, receive, send_seen)
        finally:
            if is_open:
                self._counted.sockets.dec()

    def _count(self, scope: Scope, status: int, lasted_s: float) -> None:
        """Count an answer and write its line."""
        kind = kind_of(scope["path"], self._base)
        self._counted.requests.labels(kind, str(status)).inc()
        self._counted.request_s.labels(kind).observe(lasted_s)
        if kind in _QUIET and status < _FAULT:
            return
        method = scope["method"] if scope["method"] in _METHODS else "other"
        told = {"kind": kind, "method": method, "status": status, "ms": round(lasted_s * 1000, 1)}
        log.info("request", extra={"told": told})


def kind_of(path: str, base: str = "") -> str:
    """Kind of what a path asks for, one of `KINDS`."""
    inside = path.removeprefix(base) if is_within(path, base) else path
    first = inside.strip("/").partition("/")[0]
    if first in _KINDS:
        return _KINDS[first]
    return "page" if inside.strip("/") in _PAGES else "other"

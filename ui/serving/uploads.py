"""Files that visitors bring, in memory: how much a visit and the server hold, and when they are let go."""

from __future__ import annotations

import asyncio
import logging
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, cast

import streamlit
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from corridor.intake import limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.uploaded_file_manager import UploadedFileRec
    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

# Twice what is read at once: whoever brings a little too much is told so by the page, in words.
MAX_VISIT_BYTES = 2 * limits.UPLOAD_BYTES
MAX_SERVER_BYTES = 10 * limits.UPLOAD_BYTES
_ADDRESS = "/_stcore/upload_file/"
_PAUSE_S = 30.0
log = logging.getLogger(__name__)


class BoundedUploads:
    """
    ASGI layer that refuses an upload before it is read if its visit, or the server, would hold too much.

    Parameters
    ----------
    app
        What takes the upload.
    base
        Path under which the app is served, such as "/kz".
    """

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._address = app, f"{base}{_ADDRESS}"
        self._arriving: dict[str, int] = {}
        self._lock = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an upload on while there is room for it, and everything that is no upload."""
        is_upload = (
            scope["type"] == "http" and scope["method"] == "PUT" and scope["path"].startswith(self._address)
        )
        if not is_upload:
            await self._app(scope, receive, send)
            return
        visit = scope["path"].removeprefix(self._address).partition("/")[0]
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdecimal():
            await PlainTextResponse("An upload must say how long it is.", 411)(scope, receive, send)
            return
        refusal = self._refusal(visit, int(length))
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        try:
            await self._app(scope, receive, send)
        finally:
            self._arrived(visit, int(length))

    def _refusal(self, visit: str, length: int) -> Response | None:
        """Say why there is no room, or set the room aside."""
        with self._lock:
            of_visit = _held(visit) + self._arriving.get(visit, 0)
            of_server = _held() + sum(self._arriving.values())
            if of_visit + length > MAX_VISIT_BYTES:
                return PlainTextResponse("Remove some of your files before you bring more.", 413)
            if of_server + length > MAX_SERVER_BYTES:
                words = "The server holds as many files of visitors as it may. Try again later."
                return PlainTextResponse(words, 503, headers={"Retry-After": "60"})
            self._arriving[visit] = self._arriving.get(visit, 0) + length
        return None

    def _arrived(self, visit: str, length: int) -> None:
        """Give back the room that was set aside: what has arrived is counted where it is held."""
        with self._lock:
            left = self._arriving.pop(visit) - length
            if left > 0:
                self._arriving[visit] = left


async def watch() -> None:
    """Let the files of ended visits go, every half minute for as long as the server runs."""
    while True:
        await asyncio.sleep(_PAUSE_S)
        release_ended()


def release_ended() -> None:
    """
    Let the files and the state of visits go that have ended.

    A visit whose connection is lost may come back within two minutes. After that Streamlit lets it go, but
    only when another visit ends: on a quiet server its files would stay for the night.
    """
    try:
        sessions = cast("WebsocketSessionManager", runtime.get_instance()._session_mgr)  # noqa: SLF001
        sessions._session_storage._cache.expire()  # type: ignore[attr-defined] # noqa: SLF001
        known = {session.session.id for session in sessions.list_sessions()}
    except AttributeError:
        _tell()
        return
    for visit in list(_storage()):
        if visit not in known:
            _files().remove_session_files(visit)


def release_visit() -> None:
    """Let the files of this visit go: the page that took them is left, and does not get them back."""
    context = get_script_run_ctx()
    if context is not None and runtime.exists():
        _files().remove_session_files(context.session_id)


def _held(visit: str | None = None) -> int:
    """Bytes that one visit holds, or all of them."""
    storage = _storage()
    visits = list(storage.values()) if visit is None else [storage.get(visit, {})]
    return sum(len(file.data) for files in visits for file in list(files.values()))


def _storage() -> Mapping[str, Mapping[str, UploadedFileRec]]:
    """Give the files that are held, by visit; none where this version of Streamlit holds them otherwise."""
    try:
        return _files().file_storage
    except AttributeError:
        _tell()
        return {}


@cache
def _tell() -> None:
    """Say once that the files are not known."""
    log.warning(
        "Streamlit %s holds the files of visitors in another way than ui/serving/uploads.py knows: they are "
        "not bounded, and leave when Streamlit lets them go.",
        streamlit.__version__,
    )


def _files() -> MemoryUploadedFileManager:
    """Give Streamlit's store of uploaded files."""
    return cast("MemoryUploadedFileManager", runtime.get_instance().uploaded_file_mgr)

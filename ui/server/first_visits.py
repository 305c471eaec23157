"""Opens every page in every language once before the server is ready, as a visitor would."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import get_instance

from ui.language.text import LANGUAGES
from ui.link.nav import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamlit.runtime import Runtime

    from ui.link.nav import PageEntry

MAX_RUN_S = 60.0
log = logging.getLogger(__name__)


async def open_pages(languages: Iterable[str] = LANGUAGES, pages: Iterable[PageEntry] = ENTRIES) -> int:
    """
    Run pages in a session of the server's own, so that what they show first is drawn before anybody asks.

    A page that fails or takes longer than `MAX_RUN_S` is left for its first visitor and told in the log.

    Parameters
    ----------
    languages
        The languages in which to open them.
    pages
        The pages.

    Returns
    -------
    int
        How many pages were opened and showed no error.
    """
    runtime, visitor, opened = get_instance(), _Visitor(), 0
    session = runtime.connect_session(visitor, user_info={})
    try:
        for lang in languages:
            for page in pages:
                fault = await _opened(runtime, session, visitor, page.path, lang)
                if fault:
                    log.warning("The page %s in %s could not be drawn ahead: %s", page.name, lang, fault)
                opened += not fault
    finally:
        runtime.close_session(session)
    return opened


class _Visitor:
    """The server's own visitor: it looks for errors and for the end of a run, and draws nothing."""

    client_context = None

    def __init__(self) -> None:
        self.finished = asyncio.Event()
        self.fault = ""

    def expect(self) -> None:
        """Begin to wait for a run."""
        self.finished.clear()
        self.fault = ""

    def write_forward_msg(self, message: ForwardMsg) -> None:
        """Take what the page sends."""
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            self.fault = message.delta.new_element.exception.type or "an error"
        elif kind == "script_finished":
            if message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                self.fault = ForwardMsg.ScriptFinishedStatus.Name(message.script_finished)
            self.finished.set()


async def _opened(runtime: Runtime, session: str, visitor: _Visitor, path: str, lang: str) -> str:
    """Open one page; give what went wrong, empty if nothing did."""
    asked = BackMsg()
    asked.rerun_script.page_name = path
    asked.rerun_script.query_string = urlencode({"lang": lang})
    visitor.expect()
    runtime.handle_backmsg(session, asked)
    try:
        await asyncio.wait_for(visitor.finished.wait(), MAX_RUN_S)
    except TimeoutError:
        return f"not finished after {MAX_RUN_S:.0f} s"
    return visitor.fault

"""Visitors without a browser: they speak Streamlit's own protocol over a socket."""

from __future__ import annotations

import asyncio
import hashlib
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from websockets.asyncio.client import ClientConnection

MAX_WAIT_S = 120


@dataclass(frozen=True, kw_only=True)
class Run:
    """
    One run of a page as a visitor sees it.

    Attributes
    ----------
    seconds
        From the question until the page is finished.
    size
        Bytes received, as the server wrote them before compression.
    elements
        Number of elements that the page drew.
    digest
        Digest of the HTML that the page drew, in order: equal pages have equal digests.
    error
        What the page says went wrong; empty if nothing did.
    found
        Which of the sought texts stand in its HTML.
    """

    seconds: float
    size: int
    elements: int
    digest: str
    error: str
    found: frozenset[str] = frozenset()


class Visitor:
    """An open page."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    async def wait_closed(self) -> None:
        """Wait until the server has closed the connection."""
        await asyncio.wait_for(self._socket.wait_closed(), MAX_WAIT_S)

    async def open(self, page: str, query: str = "", seeks: Sequence[str] = ()) -> Run:
        """
        Run a page and wait until it is finished.

        Parameters
        ----------
        page
            Name of the page in the address, "" for the first one.
        query
            Keys of the address, without the question mark.
        seeks
            Texts to look for in the HTML of the page.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        start = time.perf_counter()
        await self._socket.send(asked.SerializeToString())
        size = elements = 0
        errors: list[str] = []
        html, found = hashlib.sha256(), set()
        while True:
            content = await asyncio.wait_for(self._socket.recv(), MAX_WAIT_S)
            size += len(content)
            message = ForwardMsg()
            message.ParseFromString(content)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                elements += 1
                element = message.delta.new_element
                if element.WhichOneof("type") == "exception":
                    errors.append(f"{element.exception.type}: {element.exception.message}")
                elif element.WhichOneof("type") == "html":
                    html.update(element.html.body.encode())
                    found |= {text for text in seeks if text in element.html.body}
            elif kind == "page_not_found":
                errors.append(f"There is no page {page!r}.")
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    break
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    errors.append("The page could not be compiled.")
                    break
        return Run(
            seconds=time.perf_counter() - start,
            size=size,
            elements=elements,
            digest=html.hexdigest(),
            error="; ".join(errors),
            found=frozenset(found),
        )


@asynccontextmanager
async def visitor(url: str, *, cookies: str = "") -> AsyncIterator[Visitor]:
    """Open a connection to the server at `url`, such as "http://127.0.0.1:8501"."""
    headers = {"Cookie": cookies} if cookies else None
    address = f"ws{url.removeprefix('http')}/_stcore/stream"
    async with connect(
        address, subprotocols=["streamlit"], origin=url, max_size=None, additional_headers=headers
    ) as socket:
        yield Visitor(socket)

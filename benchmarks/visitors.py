"""T25, T26: what each further visitor costs in memory, and how a hundred of them at once are served.

A visitor is the browser's side of Streamlit's socket without the browser: it opens a page, clicks, and waits
until the server says that the run is finished. A hundred browsers would measure the machine's browsers.
"""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from benchmarks.pages import default_map
from benchmarks.result import Result, median, p95
from benchmarks.server import Server, serve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from websockets.asyncio.client import ClientConnection

VISITORS = 100
CLICKS = 10
# A visitor reads between two clicks; the clicks of all of them are spread alike over the time.
PAUSE_S = 20.0
ANSWER_S = 60.0
MEMORY_WARM, MEMORY_VISITORS = 5, 25
SEED = 20260226
LARGEST_MESSAGE = 64 * 1024 * 1024

# The pages of the ten questions of tests/browser/questions.md, as links that hold the clicks.
QUESTIONS = (
    ("", "lang=en"),
    ("routes", "lang=en&want=fastest"),
    ("routes", "lang=en&avoid=RU.IR"),
    ("routes", "lang=en&sc=close.aktau-alat"),
    ("compare", "lang=en"),
    ("connectivity", "lang=en&node=aktau-port"),
    ("corridor", "lang=en&year=2030"),
    ("flights", "lang=en"),
    ("partners", "lang=en"),
    ("sources", "lang=en&q=aktau+alat"),
)
HELLO = (("", ""),)


@dataclass
class Visitor:
    """One open socket, the pages that the server has named, and how long each click took."""

    socket: ClientConnection
    pages: dict[str, str] = field(default_factory=dict)
    clicks_ms: list[float] = field(default_factory=list)
    faults: int = 0

    async def click(self, path: str, query: str) -> None:
        """Ask for a page as a link does, and wait until its run is finished."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_script_hash = self.pages.get(path, "")
        asked.rerun_script.page_name = "" if self.pages else path
        asked.rerun_script.context_info.timezone = "UTC"
        asked.rerun_script.context_info.locale = "en"
        start = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(ANSWER_S):
            await self._finished()
        self.clicks_ms.append((time.perf_counter() - start) * 1000)

    async def _finished(self) -> None:
        """Read on until the run is finished; note what the server complains of."""
        async for content in self.socket:
            message = ForwardMsg.FromString(content)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self.pages = {
                    page.url_pathname: page.page_script_hash for page in message.navigation.app_pages
                }
            element = message.delta.new_element.WhichOneof("type") if kind == "delta" else None
            if element == "exception" or kind == "page_not_found":
                self.faults += 1
            if kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return
        self.faults += 1


def measure() -> list[Result]:
    """Measure the memory of further visitors, then a hundred visitors on each server in turn."""
    with (
        serve("benchmarks/peers/hello.py") as hello,
        serve("app.py") as product,
        default_map() as peer,
    ):
        corridor = (("corridor", "lang=en&c=tc-danube"),)
        ours = asyncio.run(_memory_kb(product, corridor))
        theirs = asyncio.run(_memory_kb(peer, HELLO))
        rounds = [(asyncio.run(_crowd(hello, HELLO)), asyncio.run(_crowd(product, QUESTIONS)))]
    (floor, floor_faults), (crowd, faults) = rounds[0]
    return [
        Result(
            "T25", "memory for each further visitor", ours, ours, theirs, "default folium map", 0.25, "KB", 1
        ),
        Result("T25", "the same", ours, ours, 300.0, "goal", 1.0, "KB", 1),
        Result(
            "T26",
            f"{VISITORS} visitors, {CLICKS} clicks each, one in {PAUSE_S:.0f} s: p95 of a click",
            p95(crowd),
            p95(crowd),
            p95(floor),
            "hello",
            6.0,
            "ms",
            len(crowd),
        ),
        Result(
            "T26",
            "the same, median",
            median(crowd),
            p95(crowd),
            median(floor),
            "hello",
            None,
            "ms",
            len(crowd),
        ),
        Result(
            "T26", f"errors ({floor_faults} at hello)", faults, faults, 1.0, "goal", 0.0, "errors", len(crowd)
        ),
    ]


async def _open(server: Server) -> Visitor:
    """Open the socket as Streamlit's page does."""
    address = server.url.replace("http:", "ws:") + "/_stcore/stream"
    socket = await connect(
        address, subprotocols=["streamlit"], max_size=LARGEST_MESSAGE, open_timeout=ANSWER_S
    )
    return Visitor(socket)


async def _memory_kb(server: Server, pages: Sequence[tuple[str, str]]) -> float:
    """Return by how much the server's memory grows with each visitor who stays, after the first few."""
    visitors = []
    before = 0
    for number in range(MEMORY_VISITORS):
        if number == MEMORY_WARM:
            before = _resident_kb(server)
        visitor = await _open(server)
        for path, query in pages:
            await visitor.click(path, query)
        visitors.append(visitor)
    await asyncio.sleep(1)
    grown = _resident_kb(server) - before
    for visitor in visitors:
        await visitor.socket.close()
    return max(grown, 0) / (MEMORY_VISITORS - MEMORY_WARM)


def _resident_kb(server: Server) -> int:
    """Read how much memory the server process holds now."""
    status = Path(f"/proc/{server.process.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


async def _crowd(server: Server, pages: Sequence[tuple[str, str]]) -> tuple[list[float], int]:
    """Let all visitors come, then click in their own time; return how long clicks took, and the errors."""
    chance = random.Random(SEED)  # noqa: S311 - spreads clicks, guards nothing
    visitors = []
    for _ in range(VISITORS):
        visitor = await _open(server)
        await visitor.click(*pages[0])
        visitor.clicks_ms.clear()
        visitors.append(visitor)
    delays = [chance.uniform(0, PAUSE_S) for _ in visitors]
    done = await asyncio.gather(
        *(
            _visit(visitor, pages, first, delay)
            for first, (visitor, delay) in enumerate(zip(visitors, delays, strict=True))
        ),
        return_exceptions=True,
    )
    for visitor in visitors:
        await visitor.socket.close()
    faults = sum(visitor.faults for visitor in visitors) + sum(one is not None for one in done)
    return [took for visitor in visitors for took in visitor.clicks_ms], faults


async def _visit(visitor: Visitor, pages: Sequence[tuple[str, str]], first: int, delay: float) -> None:
    """Click through the pages in order, each visitor from another one on, with a pause before each."""
    await asyncio.sleep(delay)
    start = time.perf_counter()
    for number in range(CLICKS):
        await asyncio.sleep(max(0.0, start + number * PAUSE_S - time.perf_counter()))
        await visitor.click(*pages[(first + number) % len(pages)])

"""A browser for the page benchmarks: fresh visits, reloads and changes, timed by the browser's own clock."""

from __future__ import annotations

import time
import zlib
from base64 import b64decode
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

from tools.chromium import FLAGS, executable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
TIMEOUT_MS = 60_000
POLL_MS = 40
BINARY = 2
SYNC_MARK = b"\x00\x00\xff\xff"


@dataclass
class Visit:
    """One visitor's page with the bytes it has received so far."""

    page: Page
    own_bytes: int = 0
    socket_bytes: int = 0
    _session: CDPSession | None = None
    _addresses: dict[str, str] = field(default_factory=dict)
    _deflating: dict[str, Any] = field(default_factory=dict)

    def watch(self) -> None:
        """
        Count what arrives: files but Streamlit's own bundle, and socket messages.

        The browser reports messages after it has inflated them. Where the server agreed to compress a
        socket, what counts is what zlib makes of its messages with one window for all of them, as
        permessage-deflate does: the server's own level may differ by a few percent.
        """
        session = self._session = self.page.context.new_cdp_session(self.page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Network.enable")
        session.on("Network.responseReceived", self._note)
        session.on("Network.loadingFinished", self._count)
        session.on("Network.webSocketHandshakeResponseReceived", self._agree)
        session.on("Network.webSocketFrameReceived", self._message)

    @contextmanager
    def processor(self, into: list[float]) -> Iterator[None]:
        """Add to a list what the page takes of the processor during a block, in milliseconds."""
        before = self._processor_ms()
        yield
        after = self._processor_ms()
        # A first page comes in a process of its own, whose count begins anew.
        into.append(after - before if after >= before else after)

    def _processor_ms(self) -> float:
        """Processor time of the page's main thread so far."""
        if self._session is None:
            return 0.0
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(one["value"] for one in metrics if one["name"] == "TaskDuration") * 1000)

    def _note(self, event: dict[str, Any]) -> None:
        self._addresses[event["requestId"]] = event["response"]["url"]

    def _count(self, event: dict[str, Any]) -> None:
        address = self._addresses.get(event["requestId"], "")
        if "/static/js/" not in address and "/static/css/" not in address and "/static/media/" not in address:
            self.own_bytes += int(event["encodedDataLength"])

    def _agree(self, event: dict[str, Any]) -> None:
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        if "permessage-deflate" in headers.get("sec-websocket-extensions", ""):
            self._deflating[event["requestId"]] = zlib.compressobj(wbits=-zlib.MAX_WBITS)

    def _message(self, event: dict[str, Any]) -> None:
        text = event["response"]["payloadData"]
        # Binary messages, which all of Streamlit's are, are reported in base64.
        content = b64decode(text) if event["response"]["opcode"] == BINARY else text.encode()
        deflating = self._deflating.get(event["requestId"])
        if deflating:
            content = deflating.compress(content) + deflating.flush(zlib.Z_SYNC_FLUSH)[: -len(SYNC_MARK)]
        self.socket_bytes += len(content)

    def open(self, url: str, want: dict[str, str]) -> float:
        """Open a page and return the milliseconds from navigation start to the awaited picture."""
        self.page.add_init_script(f"if (window === window.top) window.__want = {_script(want)};")
        self.page.goto(url, wait_until="commit", timeout=TIMEOUT_MS)
        return self._seen("performance.timeOrigin")

    def reload(self) -> float:
        """Reload and return the milliseconds to the awaited picture."""
        self.page.reload(wait_until="commit", timeout=TIMEOUT_MS)
        return self._seen("performance.timeOrigin")

    def choose(self, label: str, option: str, want: dict[str, str]) -> tuple[float, float]:
        """Choose an option of a select box; return the milliseconds until the picture, and the blank ones."""
        box = self.page.locator("[data-testid=stSelectbox]").filter(has_text=label).first
        box.locator("[data-baseweb=select], [role=combobox], input").first.click()
        choice = self.page.get_by_role("option").filter(has_text=option).first
        choice.wait_for(timeout=TIMEOUT_MS)
        self.page.evaluate(f"window.__want = {_script(want)}; 0")
        choice.click()
        elapsed = self._seen("window.__start")
        return elapsed, float(self.page.evaluate("window.__blank || 0"))

    def _seen(self, start: str) -> float:
        # Asked again and again: Playwright's own waiting needs eval, which the product's policy forbids.
        until = time.monotonic() + TIMEOUT_MS / 1000
        while time.monotonic() < until:
            if self.page.evaluate("window.__seen > 0"):
                return float(self.page.evaluate(f"window.__seen - {start}"))
            self.page.wait_for_timeout(POLL_MS)
        message = f"not painted within {TIMEOUT_MS} ms: {self.page.url}"
        raise TimeoutError(message)


def _script(want: dict[str, str]) -> str:
    """Write what is awaited as functions of a frame's document; a policy against eval must not stop them."""
    functions = (f"{name}: (document) => ({test})" for name, test in want.items())
    return "{" + ", ".join(functions) + "}"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser) -> Iterator[Visit]:
    """Give a visitor with an empty cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(PROBE)
    one = Visit(context.new_page())
    one.watch()
    try:
        yield one
    finally:
        context.close()

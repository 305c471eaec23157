"""T28: when the first picture of the map is there, from the document alone, and what it costs to send."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.browser import chromium, visit
from benchmarks.pages import KB, SUBJECTS
from benchmarks.result import Result, median, p95
from benchmarks.server import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from benchmarks.browser import Visit

ROUNDS = 7
# The map of the document: land, a line on it and the name of an end.
PICTURE = (
    "document.querySelectorAll('.cxf-map svg path').length > 5 && document.querySelector('.cxf-map text')"
)
VIEWS = ("/", "/routes?lang=kk", "/corridor?lang=en&c=tc-danube")
MAX_BYTES_KB, MAX_SLOW_MS = 60.0, 3000.0
SLOW: dict[str, Any] = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}


@dataclass
class Measured:
    """What was measured."""

    picture_ms: list[float] = field(default_factory=list)
    hello_ms: list[float] = field(default_factory=list)
    slow_ms: list[float] = field(default_factory=list)
    received_kb: list[float] = field(default_factory=list)


def measure() -> list[Result]:
    """Open pages with an empty cache in turn: a stock page, ours, ours over a slow line."""
    found = Measured()
    with serve("benchmarks/peers/hello.py") as hello, serve("app.py") as product, chromium() as browser:
        for path in VIEWS:  # the server has drawn each once, as it has for all but the first visitor
            _picture(browser, product.url + path, Measured())
        for one in range(ROUNDS):
            found.hello_ms.append(_hello(browser, hello.url))
            path = VIEWS[one % len(VIEWS)]
            found.picture_ms.append(_picture(browser, product.url + path, Measured()))
            found.slow_ms.append(_picture(browser, product.url + path, found, line=SLOW))
    return _results(found)


def _hello(browser: Browser, url: str) -> float:
    """Time the first text of a stock page."""
    with visit(browser) as one:
        return one.open(url, {"test": SUBJECTS["hello"].drawn})


def _picture(browser: Browser, url: str, into: Measured, *, line: dict[str, Any] | None = None) -> float:
    """Time the first picture of a page; count what had arrived by then."""
    with visit(browser) as one:
        arrived = _watch(one, line)
        elapsed = one.open(url, {"test": PICTURE})
        one.page.wait_for_timeout(500)  # until the browser has told all that arrived before
        into.received_kb.append(_received(arrived, elapsed))
        return elapsed


def _watch(one: Visit, line: dict[str, Any] | None) -> list[tuple[float, float]]:
    """Note what arrives when, from the first request on; slow the line down if one is given."""
    session = one.page.context.new_cdp_session(one.page)
    session.send("Network.enable")
    arrived: list[tuple[float, float]] = []
    session.on("Network.requestWillBeSent", lambda event: arrived.append((event["timestamp"], 0.0)))
    session.on(
        "Network.loadingFinished",
        lambda event: arrived.append((event["timestamp"], float(event["encodedDataLength"]))),
    )
    if line is not None:
        session.send("Network.emulateNetworkConditions", line)
    return arrived


def _received(arrived: list[tuple[float, float]], elapsed_ms: float) -> float:
    """Count the kilobytes that had arrived when the picture was there; the document is one of them."""
    start = min(moment for moment, _size in arrived)
    told = [size for moment, size in arrived if moment <= start + elapsed_ms / 1000]
    document = next((size for _moment, size in arrived if size), 0.0)
    return max(sum(told), document) / KB


def _results(found: Measured) -> list[Result]:
    """Compare with the stock page and with the goals."""

    def goal(work: str, values: list[float], limit: float, unit: str) -> Result:
        return Result("T28", work, median(values), p95(values), limit, "goal", 1.0, unit, len(values))

    picture, hello = found.picture_ms, found.hello_ms
    work = "first picture of the map, in the document, server warm, empty browser cache"
    return [
        Result("T28", work, median(picture), p95(picture), median(hello), "hello", 0.35, "ms", len(picture)),
        goal("the same picture at 400 kbit/s and 400 ms", found.slow_ms, MAX_SLOW_MS, "ms"),
        goal("bytes that arrive before it, on that line", found.received_kb, MAX_BYTES_KB, "KB"),
    ]

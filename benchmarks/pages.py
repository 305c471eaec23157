"""T20-T24: how fast and how heavy the map pages are, against a stock page and a default folium map."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import Error

from benchmarks.browser import Visit, chromium, visit
from benchmarks.result import Result, median, p95
from benchmarks.server import ROOT, Server, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROUNDS = 7
SETTLE_MS = 4000
LOOKS = 6
PAUSE_MS = 1000
KB = 1000
_PROCESSOR = "processor time of the page's main thread"
STATIC = ("--server.enableStaticServing", "true")
_PATHS = (
    "[...document.querySelectorAll('{selector}')].map((path) => path.getAttribute('{attribute}')).join(' ')"
)


@dataclass(frozen=True)
class Subject:
    """
    A page to measure.

    `signature` is a JavaScript expression over a frame's `document` that tells pictures apart; `drawn`
    says whether there is a picture at all; `options` are chosen in turn in the select box named `box`.
    """

    name: str
    path: str
    signature: str
    drawn: str
    box: str
    options: tuple[str, ...]


SUBJECTS = {
    "hello": Subject(
        name="hello",
        path="/",
        signature="(document.body.innerText.match(/hello \\w+/) || [''])[0]",
        drawn="document.body.innerText.includes('hello ')",
        box="Choose",
        options=("two", "three", "one", "two"),
    ),
    "default": Subject(
        name="default folium map",
        path="/",
        signature=_PATHS.format(selector="path.leaflet-interactive", attribute="stroke"),
        drawn="document.querySelectorAll('path.leaflet-interactive').length > 0",
        box="Choose",
        options=("sea", "road", "rail", "sea"),
    ),
    "product": Subject(
        name="Corridor",
        path="/corridor?lang=en&c=tc-danube",
        signature=_PATHS.format(selector=".leaflet-legs-pane path", attribute="d"),
        drawn="document.querySelectorAll('.leaflet-legs-pane path').length > 0"
        " && document.querySelectorAll('.leaflet-land-pane path').length > 0",
        box="Corridor",
        options=("rail through Romania", "Istanbul and Sofia", "and the Danube", "rail through Romania"),
    ),
}


@dataclass
class Measured:
    """What was measured on one page."""

    first_ms: list[float] = field(default_factory=list)
    reload_ms: list[float] = field(default_factory=list)
    change_ms: list[float] = field(default_factory=list)
    blank_ms: list[float] = field(default_factory=list)
    first_processor_ms: list[float] = field(default_factory=list)
    reload_processor_ms: list[float] = field(default_factory=list)
    change_processor_ms: list[float] = field(default_factory=list)
    visit_cpu_ms: list[float] = field(default_factory=list)
    change_cpu_ms: list[float] = field(default_factory=list)
    bytes_own: list[float] = field(default_factory=list)
    overview_bytes: list[float] = field(default_factory=list)


def measure() -> list[Result]:
    """Run all pages interleaved, round by round, and compare the medians."""
    seen = {name: Measured() for name in SUBJECTS}
    further = Measured()
    with (
        serve("benchmarks/peers/hello.py") as hello,
        serve("app.py") as product,
        _default_map() as folder,
        serve(
            f"{folder}/default_map.py", options=STATIC, extra_env={"BENCH_GEO": str(ROOT / "data" / "geo")}
        ) as peer,
        chromium() as browser,
    ):
        servers = {"hello": hello, "default": peer, "product": product}
        pictures = {name: _pictures(browser, servers[name], SUBJECTS[name]) for name in SUBJECTS}
        for one in range(ROUNDS):
            for name in sorted(SUBJECTS, reverse=bool(one % 2)):
                _round(browser, servers[name], SUBJECTS[name], pictures[name], seen[name])
        _bytes_of_pages(browser, product, further)
    return _results(seen, further)


@contextmanager
def _default_map() -> Iterator[Path]:
    """Lay the peer beside a Leaflet of its own, as Streamlit serves static files from there alone."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "static").mkdir()
        shutil.copy(ROOT / "benchmarks" / "peers" / "default_map.py", folder)
        for file in ("leaflet.js", "leaflet.css"):
            shutil.copy(ROOT / "static" / "vendor" / file, folder / "static")
        yield folder


def _pictures(browser: Browser, server: Server, subject: Subject) -> list[str]:
    """Look at each picture once, unhurried: the timed rounds wait for its signature."""
    with visit(browser) as one:
        one.open(server.url + subject.path, {"test": subject.drawn})
        one.page.wait_for_timeout(SETTLE_MS)
        found = [_signature(one, subject)]
        for option in subject.options:
            one.choose(subject.box, option, {"test": "true"})
            found.append(_another(one, subject, found[-1]))
    for earlier, later in pairwise(found):
        if earlier == later:
            message = f"{subject.name}: two pictures in a row look the same"
            raise ValueError(message)
    return found


def _another(one: Visit, subject: Subject, earlier: str) -> str:
    """Wait for another picture than an earlier one; a busy machine takes longer."""
    for _look in range(LOOKS):
        one.page.wait_for_timeout(SETTLE_MS)
        signature = _signature(one, subject)
        if signature not in ("", earlier):
            break
    return signature


def _signature(one: Visit, subject: Subject) -> str:
    """Read the signature in the frame that holds the picture."""
    signatures = [""]
    for frame in one.page.frames:
        with suppress(Error):  # a frame that is being replaced shows nothing
            signatures.append(str(frame.evaluate(f"(() => {subject.signature})()")))
    return max(signatures, key=len)


def _want(subject: Subject, signature: str) -> dict[str, str]:
    """Wait for one picture, and note the time during which there is none."""
    return {"test": f"{subject.signature} === {json.dumps(signature)}", "drawn": subject.drawn}


def _round(browser: Browser, server: Server, subject: Subject, pictures: list[str], into: Measured) -> None:
    """Make one fresh visit, one reload and the changes."""
    with visit(browser) as one:
        before = server.cpu_ms()
        with one.processor(into.first_processor_ms):
            into.first_ms.append(one.open(server.url + subject.path, {"test": subject.drawn}))
        one.page.wait_for_timeout(PAUSE_MS)
        into.visit_cpu_ms.append(server.cpu_ms() - before)
        into.bytes_own.append(one.own_bytes + one.socket_bytes)
        with one.processor(into.reload_processor_ms):
            into.reload_ms.append(one.reload())
        one.page.wait_for_timeout(PAUSE_MS)
        before = server.cpu_ms()
        for option, signature in zip(subject.options, pictures[1:], strict=True):
            with one.processor(into.change_processor_ms):
                elapsed, blank = one.choose(subject.box, option, _want(subject, signature))
            into.change_ms.append(elapsed)
            into.blank_ms.append(blank)
            one.page.wait_for_timeout(PAUSE_MS)
        into.change_cpu_ms.append((server.cpu_ms() - before) / len(subject.options))


def _bytes_of_pages(browser: Browser, server: Server, into: Measured) -> None:
    """Count what Overview needs first, and what each further page adds."""
    for _ in range(3):
        with visit(browser) as one:
            _open_quietly(one, server.url + "/?lang=en")
            overview = one.own_bytes + one.socket_bytes
            _open_quietly(one, server.url + SUBJECTS["product"].path)
            into.overview_bytes.append(overview)
            into.bytes_own.append(one.own_bytes + one.socket_bytes - overview)


def _open_quietly(one: Visit, url: str) -> None:
    one.open(url, {"test": SUBJECTS["product"].drawn})
    one.page.wait_for_timeout(SETTLE_MS)


def _results(seen: dict[str, Measured], further: Measured) -> list[Result]:
    """Put the medians beside each other."""
    ours, floor, peer = seen["product"], seen["hello"], seen["default"]

    def line(target: str, work: str, attribute: str, against: Measured, limit: float | None) -> Result:
        mine, other = getattr(ours, attribute), getattr(against, attribute)
        named = "hello" if against is floor else "default folium map"
        return Result(target, work, median(mine), p95(mine), median(other), named, limit, "ms", len(mine))

    hello_bytes = median(floor.bytes_own) / KB
    return [
        line("T20", "first paint of the map, server warm, empty browser cache", "first_ms", floor, 1.25),
        line("T20", "the same", "first_ms", peer, 0.8),
        line("T20", f"the same, {_PROCESSOR}", "first_processor_ms", floor, None),
        line("T20", f"the same, {_PROCESSOR}", "first_processor_ms", peer, None),
        line("T21", "the same, browser cache warm", "reload_ms", floor, 1.8),
        line("T21", f"the same, {_PROCESSOR}", "reload_processor_ms", floor, None),
        line("T21", f"the same, {_PROCESSOR}", "reload_processor_ms", peer, None),
        line("T22", "another route until the map shows it", "change_ms", floor, 2.0),
        line("T22", "the same", "change_ms", peer, 0.3),
        line("T22", f"the same, {_PROCESSOR}", "change_processor_ms", floor, None),
        line("T22", f"the same, {_PROCESSOR}", "change_processor_ms", peer, None),
        _against_goal("T22", "blank map during a change", [max(ours.blank_ms)], 1.0, "ms"),
        _against_goal(
            "T23",
            "bytes of a first visit to Overview beyond hello",
            [received / KB - hello_bytes for received in further.overview_bytes],
            600.0,
            "KB",
        ),
        _against_goal(
            "T23", "bytes that Corridor adds", [received / KB for received in further.bytes_own], 150.0, "KB"
        ),
        line("T24", "server time of a first visit", "visit_cpu_ms", floor, 6.0),
        line("T24", "the same", "visit_cpu_ms", peer, 1 / 3),
        line("T24", "server time of a change", "change_cpu_ms", floor, 6.0),
        line("T24", "the same", "change_cpu_ms", peer, 1 / 3),
    ]


def _against_goal(target: str, work: str, values: list[float], goal: float, unit: str) -> Result:
    """Compare with a fixed goal."""
    return Result(target, work, median(values), p95(values), goal, "goal", 1.0, unit, len(values))

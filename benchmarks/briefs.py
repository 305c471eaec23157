"""T27 and T33: how soon the brief as one file is painted, how long each form takes, how large it is."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.browser import chromium
from benchmarks.result import Result, median, p95
from corridor.publication.forms import write
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from corridor.publication.content import Content

VIEWS = {"routes": "from=astana&to=belgrade", "partners": ""}
FORMS = ("html", "pdf", "pptx", "docx")
MOST_MS, MOST_MB, MEGABYTE, ROUNDS = 1500.0, 3.0, 2**20, 5
# The first paint of the brief may take so many times as long as that of its picture alone.
MOST_PAINT, PAINTS = 1.2, 9
_PICTURE = re.compile(r'<svg viewBox="[^"]*" role="img".*?</svg>', re.DOTALL)
_PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_POLL_MS = 40


def measure() -> Iterator[Result]:
    """Time each form of two views, warm and with a map that was not drawn before; then the first paint."""
    briefs: dict[str, bytes] = {}
    for page, query in VIEWS.items():
        content = content_of(view_of(page, keys_of(query)), "https://corridor.example.org")
        rows = sum(len(table.rows) for table in content.tables)
        for form in FORMS:
            made = write(content, form=form)
            warm = [_processor_ms(partial(write, content, form=form)) for _round in range(ROUNDS)]
            yield _line(f"{page} as {form}, {rows} rows", warm)
            target, size = "T27" if form == "html" else "T33", len(made) / MEGABYTE
            yield Result(target, f"size of {page} as {form}", size, size, MOST_MB, "goal", 1.0, "MB", 1)
            if form == "html":
                briefs[page] = made
        for form in ("pptx", "docx"):
            new = [_processor_ms(partial(write, _renamed(content, at), form=form)) for at in range(ROUNDS)]
            yield _line(f"{page} as {form}, its map not drawn before", new)
    yield from _painted(briefs)


def _renamed(content: Content, number: int) -> Content:
    """Give the content with another subject, so that no map drawn before is its own."""
    return replace(content, subject=f"{content.subject} {number}")


def _line(work: str, took: list[float]) -> Result:
    """Write the line of one form."""
    work = f"{work}, processor time"
    return Result("T33", work, median(took), p95(took), MOST_MS, "goal", 1.0, "ms", len(took))


def _processor_ms(work: Callable[[], object]) -> float:
    """Measure a piece of work by what it takes of the processor: other work on the machine counts less."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1e3


def _painted(briefs: dict[str, bytes]) -> Iterator[Result]:
    """Open each brief from the disk, in turn with an empty page that has its map alone."""
    with TemporaryDirectory() as folder, chromium() as browser:
        for page, made in briefs.items():
            brief, empty = Path(folder, f"{page}.html"), Path(folder, f"{page}-empty.html")
            brief.write_bytes(made)
            drawing = _PICTURE.search(made.decode())
            alone = "" if drawing is None else drawing[0]
            empty.write_text(
                f'<!doctype html><meta charset="utf-8"><title>Map</title>{alone}', encoding="utf-8"
            )
            ours, floor = [], []
            for _round in range(PAINTS):
                floor.append(_first_paint(browser, empty))
                ours.append(_first_paint(browser, brief))
            yield Result(
                "T27", f"first paint of {page} as html, from disk", median(ours), p95(ours), median(floor),
                "an empty page with its map", MOST_PAINT, "ms", PAINTS,
            )  # fmt: skip


def _first_paint(browser: Browser, file: Path) -> float:
    """Give the milliseconds until a file shows something."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    try:
        page = context.new_page()
        page.goto(file.as_uri())
        while (painted := page.evaluate(_PAINTED)) is None:
            page.wait_for_timeout(_POLL_MS)
        return float(painted)
    finally:
        context.close()

"""T27 and T33: how long the briefs of a view take, beside drawing its map alone, and how large they are."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.result import Result, median, p95
from corridor.publication.forms import write
from corridor.publication.map_sheet import map_for_office
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corridor.publication.content import Content

VIEWS = {"routes": "from=astana&to=belgrade", "partners": ""}
# How many times as long as its map alone a form may take: below 1.5 s where the map takes 0.3 s.
LIMITS = {"html": 3.0, "pdf": 4.0, "pptx": 5.0, "docx": 5.0}
MOST_MB, MEGABYTE, ROUNDS = 3.0, 2**20, 5


def measure() -> Iterator[Result]:
    """Time each form of two views, warm, and the map of each alone in between; weigh the files."""
    for page, query in VIEWS.items():
        content = content_of(view_of(page, keys_of(query)), "https://corridor.example.org")
        map_for_office(content)
        for form, limit in LIMITS.items():
            size = len(write(content, form=form)) / MEGABYTE
            ours, floor = [], []
            for _round in range(ROUNDS):
                floor.append(_milliseconds(partial(map_for_office, content)))
                ours.append(_milliseconds(partial(write, content, form=form)))
            yield _line(content, form, ours, floor, limit)
            target = "T27" if form == "html" else "T33"
            yield Result(target, f"size of {page} as {form}", size, size, MOST_MB, "goal", 1.0, "MB", 1)


def _line(content: Content, form: str, ours: list[float], floor: list[float], limit: float) -> Result:
    """Write the line of one form."""
    work = f"{content.page} as {form}, {sum(len(table.rows) for table in content.tables)} rows"
    return Result(
        "T33", work, median(ours), p95(ours), median(floor), "its map alone", limit, "ms", len(ours)
    )


def _milliseconds(work: Callable[[], object]) -> float:
    """Time a piece of work."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1e3

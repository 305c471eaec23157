"""Counts a run of a page and writes its line to the log."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ui.link.nav import ENTRIES
from ui.serving.measures import Run, measures

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = {entry.path: entry.name for entry in ENTRIES}
log = logging.getLogger(__name__)


@contextmanager
def logged_run(path: str) -> Iterator[Run]:
    """
    Count, time and log a run.

    Parameters
    ----------
    path
        Path of the page.
    """
    page = _NAMES.get(path, "other")
    run = None
    try:
        with measures.run(page) as run:
            yield run
    finally:
        if run is not None:
            told = {"page": page, "outcome": run.outcome, "ms": round(run.lasted_s * 1000, 1)}
            log.info("run", extra={"told": told})

"""Upgrade and rollback: an earlier program with its own data, then the present one, and back."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.replicas import (
    PAGE,
    QUERY,
    ROOT,
    START_S,
    STOP_S,
    Replica,
    Result,
    free_port,
    opened,
    replica,
    wait,
)
from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.visitors import Run

VISITORS = 6
MOST_TRIED, EVERY_SO_MANY_COMMITS = 5, 8
# A key that no program has: what a link of a program to come looks like to any of them.
NEWER_KEY = "added-later"
SAID = (f"The link has {NEWER_KEY}", "site-notices")


def versions() -> Iterator[Result]:
    """Replace an earlier program by the present one on the same port, and go back, while pages are open."""
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / "earlier"
        commit = next((each for each in _earlier() if _unpacked(each, tree)), "")
        if not commit:
            told = "not tried: git has no earlier program with other data that starts"
            yield Result("upgrade, then rollback", "the same view again", told, is_well=True)
            return
        yield from _there_and_back(tree, commit[:8], free_port())


def _there_and_back(tree: Path, name: str, port: int) -> Iterator[Result]:
    """Serve with the earlier program, the present one and the earlier one again."""
    expected = "open pages come back to their view; nobody sees an error"
    with replica(tree / "data" / "routes", tree=tree, port=port) as earlier:
        _ready(earlier)
        first, stopped_s = asyncio.run(_left_open(earlier))
        begun = time.perf_counter()
    with replica(ROOT / "data" / "routes", port=port) as present:
        _ready(present)
        second, away_s = asyncio.run(opened(present.url, VISITORS)), time.perf_counter() - begun
        data = present.ready().get("data"), present.ready().get("content_hash")
        yield _moved(f"upgrade from {name} on the same port", expected, stopped_s, away_s, second)
        _left, stopped_s = asyncio.run(_left_open(present))
        begun = time.perf_counter()
    with replica(tree / "data" / "routes", tree=tree, port=port) as again:
        _ready(again)
        third, away_s = asyncio.run(opened(again.url, VISITORS)), time.perf_counter() - begun
        is_same = {run.digest for run in first} == {run.digest for run in third}
        found = _moved(f"rollback to {name}", "the view of before, to the letter", stopped_s, away_s, third)
        words = f"{found.found}, {'the same' if is_same else 'another'} view as before"
        yield found._replace(found=words, is_well=found.is_well and is_same)
        yield _newer_link(again, f"{data[0]}-{data[1]}")


async def _left_open(server: Replica) -> tuple[list[Run], float]:
    """Open pages and stop the server, which closes them all: what they saw, seconds of stopping."""
    async with AsyncExitStack() as stack:
        visits = [await stack.enter_async_context(visitor(server.url)) for _ in range(VISITORS)]
        runs = [await visit.open(PAGE, QUERY) for visit in visits]
        begun = time.perf_counter()
        server.process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(server.process.wait, START_S)
        lasted = time.perf_counter() - begun
        await asyncio.gather(*(visit.wait_closed() for visit in visits))
    return runs, lasted


def _moved(fault: str, expected: str, stopped_s: float, away_s: float, runs: list[Run]) -> Result:
    """Say how a change of programs went."""
    errors, views = sum(bool(run.error) for run in runs), len({run.digest for run in runs})
    told = (
        f"ended after {stopped_s:.1f} s, pages back after {away_s:.0f} s: "
        f"{len(runs)} pages, {views} view, {errors} errors"
    )
    return Result(fault, expected, told, not errors and views == 1 and stopped_s < STOP_S)


def _newer_link(server: Replica, token: str) -> Result:
    """Open a link of a newer program and newer data at the earlier one."""
    query = f"{QUERY}&{NEWER_KEY}=1&d={token}"
    run = asyncio.run(opened(server.url, 1, query, SAID))[0]
    is_well = not run.error and run.found == {*SAID}
    told = "opens, and names the key that it does not know" if is_well else f"{run.error or 'says nothing'}"
    return Result("a link of the newer program at the older one", "the view, and a word", told, is_well)


def _ready(server: Replica) -> None:
    """Wait until a server takes visitors, or has ended."""
    wait(lambda: bool(server.ready()) or server.has_ended(), START_S)


def _unpacked(commit: str, tree: Path) -> bool:
    """Unpack a program of before and compile it; whether it is whole, as one amid some work may not be."""
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir()
    packed = subprocess.run(["git", "archive", commit], cwd=ROOT, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x"], cwd=tree, check=True, input=packed)
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    starts = ("import ui.server.app", "import corridor.search.compile as kernels; kernels.warm_kernels()")
    return all(
        not subprocess.run(
            (sys.executable, "-c", start), cwd=tree, env=environment, check=False, capture_output=True
        ).returncode
        for start in starts
    )


def _earlier() -> list[str]:
    """Name some commits before the last change of the data, the latest first; none without git."""
    git = ("git", "-C", str(ROOT))
    shape = (*git, "log", "-1", "--format=%H", "--", "data/routes")
    last = subprocess.run(shape, check=False, capture_output=True, text=True).stdout.strip()
    if not last:
        return []
    count = f"--max-count={MOST_TRIED * EVERY_SO_MANY_COMMITS}"
    before = (*git, "rev-list", count, "--first-parent", f"{last}^")
    found = subprocess.run(before, check=False, capture_output=True, text=True).stdout.split()
    return found[::EVERY_SO_MANY_COMMITS]

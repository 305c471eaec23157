"""A clock that jumps under a running server: two days ahead, then a year back."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib.util
import json
import shutil
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.replicas import (
    OPEN_S,
    PAGE,
    QUERY,
    ROOT,
    START_S,
    STOP_S,
    TAKE_S,
    Result,
    fetched,
    opened,
    replica,
    wait,
    write_version,
)
from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.replicas import Replica
    from benchmarks.visitors import Run

OF_TODAY = "api/v1/register.json"
JUMPS = {
    "two days ahead": dt.timedelta(days=2),
    "right again": dt.timedelta(),
    "a year back": dt.timedelta(days=-365),
}
JUMP_S = 15.0
VERSION = "99.0.0"
# Python runs a module named sitecustomize at its start. From then on every clock of the day that Python has
# reads so much more than the machine's. Clocks that only count on are left alone, as they are when somebody
# sets the clock of a machine.
SITE = '''"""Moves the clock of the day by as many seconds as a file says."""

import threading
import time
from pathlib import Path

import time_machine

FILE = Path({file!r})


def follow():
    moved, before = None, 0.0
    while True:
        seconds = float(FILE.read_text(encoding="ascii") or before)
        if seconds != before:
            if moved is not None:
                moved.stop()
            moved, before = time_machine.travel(time.time() + seconds, tick=True), seconds
            moved.start()
        time.sleep(0.2)


threading.Thread(target=follow, daemon=True).start()
'''


def clock_jumps() -> Iterator[Result]:
    """Set the clock of a running server ahead and back while a page is open."""
    found = importlib.util.find_spec("time_machine")
    if found is None or found.origin is None:
        told = "not tried: time-machine is not installed (benchmarks/requirements.lock)"
        yield Result("clock that jumps", "nothing expires or waits for it", told, is_well=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        place, packages = Path(folder), Path(found.origin).parent.parent
        data = place / "data" / "routes"
        shutil.copytree(ROOT / "data" / "routes", data)
        moves = place / "moves"
        moves.write_text("0", encoding="ascii")
        (place / "sitecustomize.py").write_text(SITE.format(file=str(moves)), encoding="utf-8")
        more = {"PYTHONPATH": f"{place}:{ROOT}:{packages}"}
        with replica(data, more=more) as server:
            wait(lambda: bool(server.ready()) or server.has_ended(), START_S)
            yield from asyncio.run(_jumped(server, moves))
            yield _data_taken(server, data)
            yield _stopped(server)


async def _jumped(server: Replica, moves: Path) -> list[Result]:
    """Jump while a page is open: it, a new one and the answer that depends on the day."""
    results = []
    async with visitor(server.url) as visit:
        before = await visit.open(PAGE, QUERY)
        for name, jump in JUMPS.items():
            await asyncio.to_thread(moves.write_text, str(jump.total_seconds()), encoding="ascii")
            day = (dt.datetime.now(tz=dt.UTC) + jump).date().isoformat()
            is_of_the_day = await asyncio.to_thread(wait, lambda day=day: _day_of(server) == day, JUMP_S)
            again, new = await visit.open(PAGE, QUERY), (await opened(server.url, 1))[0]
            is_as_before = bool(jump) or before.digest == again.digest
            results.append(_after(name, again, new, is_right=is_of_the_day and is_as_before))
    return results


def _after(name: str, again: Run, new: Run, *, is_right: bool) -> Result:
    """Say what pages and answers were after a jump."""
    is_well = is_right and again.digest == new.digest and not again.error + new.error
    is_well = is_well and max(again.seconds, new.seconds) < OPEN_S
    expected = "open and new pages go on, and say what that day's say"
    view = "the same view" if again.digest == new.digest else "two views"
    day = "that day's answers" if is_right else "answers of another day"
    told = f"the open page in {again.seconds:.1f} s, a new one in {new.seconds:.1f} s, {view}, {day}"
    return Result(f"clock set {name} while serving", expected, told, is_well)


def _data_taken(server: Replica, data: Path) -> Result:
    """Replace the data while the clock is behind the times of all files."""
    begun = time.perf_counter()
    write_version(data, VERSION)
    is_taken = wait(lambda: server.ready().get("data") == VERSION, TAKE_S)
    lasted = time.perf_counter() - begun
    told = f"taken after {lasted:.0f} s" if is_taken else f"not taken within {TAKE_S:.0f} s"
    return Result("data replaced with the clock a year back", "taken as ever", told, is_taken)


def _stopped(server: Replica) -> Result:
    """Stop the server with the clock set back."""
    begun = time.perf_counter()
    server.process.send_signal(signal.SIGTERM)
    server.process.wait(START_S)
    lasted = time.perf_counter() - begun
    return Result(
        "SIGTERM with the clock a year back",
        f"ends within {STOP_S:.0f} s",
        f"after {lasted:.1f} s",
        lasted < STOP_S,
    )


def _day_of(server: Replica) -> str:
    """Day for which the server answers."""
    status, content = fetched(f"{server.url}/{OF_TODAY}")
    return str(json.loads(content)["today"]) if status == 200 else ""

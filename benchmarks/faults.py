"""What happens when things go wrong: ``python -m benchmarks.faults``, or `make test-faults`.

Prints the table of docs/load.md; exit code 1 if anything was not as it should be. Two servers at
most run at a time, each with six visitors at most; it takes some minutes. What the machine has not got,
nginx or the right to mount, is left out and named.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import written
from benchmarks.clocks import clock_jumps
from benchmarks.replicas import (
    LIMIT,
    NGINX,
    OPEN_S,
    PAGE,
    QUERY,
    ROOT,
    START_S,
    STOP_S,
    TAKE_S,
    Replica,
    Result,
    fetched,
    opened,
    proxy,
    replica,
    wait,
    write_version,
)
from benchmarks.result import load_average
from benchmarks.versions import versions
from benchmarks.visitors import visitor
from ui.settings import last_good

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from benchmarks.visitors import Run

VISITORS, SLOW = 6, 20
OK, BUSY = 200, 503
HEADER = ("| fault | should happen | happened |", "|---|---|---|")


def main(arguments: Sequence[str]) -> int:
    """Bring about the faults and print the table, each line as soon as it is known."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    reader.add_argument("--write", action="store_true", help="write the table into docs/load.md")
    reader.add_argument("--only", choices=list(FAULTS), action="append", help="only these; may be repeated")
    asked = reader.parse_args(arguments)
    before, lines, is_well = load_average(), list(HEADER), True
    print(*lines, sep="\n", flush=True)
    for name in asked.only or FAULTS:
        for result in FAULTS[name]():
            mark = "" if result.is_well else "**NOT WELL** "
            lines.append(f"| {result.fault} | {result.expected} | {mark}{result.found} |")
            print(lines[-1], flush=True)
            is_well = is_well and result.is_well
    if asked.write and not asked.only:
        written.write("faults", [written.measured_here(before, load_average()), "", *lines])
    return 0 if is_well else 1


def while_serving() -> Iterator[Result]:
    """Two servers, behind nginx and alone: one fault after another."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as running:
        data = Path(place) / "data" / "routes"
        shutil.copytree(ROOT / "data" / "routes", data)
        shutil.copytree(ROOT / "data" / "history", data.parent / "history")
        first, second = (running.enter_context(replica(data)) for _ in range(2))
        for server in (first, second):
            wait(lambda server=server: bool(server.ready()), START_S)
        yield lost_socket(first)
        yield slow_readers(first)
        yield asyncio.run(too_many(second))
        yield from behind_nginx(first, second, Path(place))
        first.process.kill()
        yield data_replaced(second, data)
        yield data_damaged(second, data)
        yield told_to_stop(second)
        yield started_damaged(data)
        copy = last_good.load_last(data)
        if copy is not None:
            shutil.rmtree(copy[1].parent)


def lost_socket(server: Replica) -> Result:
    """Lose a connection without a goodbye, and open the page again."""

    async def again() -> tuple[Run, Run]:
        async with visitor(server.url) as one:
            before = await one.open(PAGE, QUERY)
            one._socket.transport.abort()  # noqa: SLF001 - as a cut cable would
        async with visitor(server.url) as other:
            return before, await other.open(PAGE, QUERY)

    before, after = asyncio.run(again())
    is_same = before.digest == after.digest and not before.error + after.error
    told = f"the same, in {after.seconds:.1f} s" if is_same else "another view"
    return Result("socket lost", "the same view again", told, is_same)


def slow_readers(server: Replica) -> Result:
    """Ask for pages and never read them, while another visitor opens one."""
    with ExitStack() as open_:
        for _ in range(SLOW):
            slow = open_.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=5))
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            host = f"127.0.0.1:{server.port}"
            slow.sendall(f"GET /api/v1/tables/claims.json HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        run = asyncio.run(opened(server.url, 1))[0]
    is_well = not run.error and run.seconds < OPEN_S
    told = f"a page in {run.seconds:.1f} s"
    return Result(f"{SLOW} clients that do not read", "others wait for none of them", told, is_well)


def behind_nginx(first: Replica, second: Replica, place: Path) -> Iterator[Result]:
    """Two replicas behind the sample of deploy/: sticky or not, then one of them killed."""
    if not NGINX:
        yield Result(
            "two replicas behind nginx", "the same view", "not tried: there is no nginx", is_well=True
        )
        return
    for is_sticky in (True, False):
        with proxy((first, second), place, is_sticky=is_sticky) as url:
            runs = asyncio.run(opened(url, VISITORS))
            words = "with" if is_sticky else "without"
            digests = {run.digest for run in runs}
            panels = {fetched(f"{url}/brief/flights.zip")[0] for _ in range(2)}
            is_well = len(digests) == 1 and panels == {200} and not any(run.error for run in runs)
            told = f"{VISITORS} visitors, {len(digests)} view, files {sorted(panels)}"
            yield Result(f"two replicas {words} sticky sessions", "one view, nothing lost", told, is_well)
            if not is_sticky:
                yield asyncio.run(killed(url, first))


async def killed(url: str, server: Replica) -> Result:
    """Kill one of two replicas while pages are open; each comes back to the same view at the other."""
    async with AsyncExitStack() as stack:
        visits = [await stack.enter_async_context(visitor(url)) for _ in range(VISITORS)]
        before = [await visit.open(PAGE, QUERY) for visit in visits]
        server.process.kill()
        server.process.wait()
    begun = time.perf_counter()
    after = await asyncio.to_thread(lambda: asyncio.run(opened(url, VISITORS)))
    lasted = time.perf_counter() - begun
    is_same = {run.digest for run in before} == {run.digest for run in after}
    is_well = is_same and not any(run.error for run in after)
    told = f"{len(after)} of {VISITORS} in {lasted:.1f} s, {'the same view' if is_same else 'another view'}"
    return Result("one of two replicas killed", "all come back to the same view at the other", told, is_well)


def data_replaced(server: Replica, data: Path) -> Result:
    """Put another version of the data into the place of the served one, while a page is open."""

    async def watched() -> tuple[Run, Run, float]:
        async with visitor(server.url) as visit:
            before = await visit.open(PAGE, QUERY)
            write_version(data, "99.0.0")
            begun = time.perf_counter()
            await asyncio.to_thread(wait, lambda: server.ready().get("data") == "99.0.0", TAKE_S)
            return before, await visit.open(PAGE, QUERY), time.perf_counter() - begun

    before, after, lasted = asyncio.run(watched())
    new = asyncio.run(opened(server.url, 1))[0]
    is_well = before.digest == after.digest != new.digest and not after.error + new.error
    own = "kept" if before.digest == after.digest else "lost"
    told = f"taken after {lasted:.0f} s; the open page {own} its own"
    return Result("data replaced while serving", "new visits get it, open ones keep theirs", told, is_well)


def data_damaged(server: Replica, data: Path) -> Result:
    """Damage a file of the served data."""
    (data / "countries.csv").write_text("nothing\n", encoding="utf-8")
    is_told = wait(lambda: "fault" in server.ready(), TAKE_S)
    run = asyncio.run(opened(server.url, 1))[0]
    is_well = is_told and not run.error and server.ready().get("data") == "99.0.0"
    told = f"/readyz says so, a page in {run.seconds:.1f} s" if is_told else "nothing is said"
    return Result("data damaged while serving", "goes on with what it has, and says so", told, is_well)


def told_to_stop(server: Replica) -> Result:
    """Send SIGTERM while pages are open and a file is being made."""

    async def stopped() -> float:
        async with AsyncExitStack() as stack:
            visits = [await stack.enter_async_context(visitor(server.url)) for _ in range(VISITORS)]
            await asyncio.gather(*(visit.open(PAGE, QUERY) for visit in visits))
            making = asyncio.create_task(asyncio.to_thread(fetched, f"{server.url}/brief/routes.pptx"))
            begun = time.perf_counter()
            server.process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(server.process.wait, START_S)
            lasted = time.perf_counter() - begun
            await making
        return lasted

    lasted = asyncio.run(stopped())
    return Result(
        "SIGTERM under work", f"ends within {STOP_S:.0f} s", f"after {lasted:.1f} s", lasted < STOP_S
    )


def started_damaged(data: Path) -> Result:
    """Start with the damaged data."""
    with replica(data) as server:
        is_ready = wait(lambda: bool(server.ready()), START_S)
        found = server.ready()
        run = asyncio.run(opened(server.url, 1))[0] if is_ready else None
    is_well = run is not None and not run.error and "fault" in found and found["data"] == "99.0.0"
    told = "serves the last good version, and says so" if is_well else f"{found or 'no start'}"
    return Result("start with damaged data", "the last good version, and a word", told, is_well)


async def too_many(server: Replica) -> Result:
    """Fill the server to its limit; a further visitor is told, and let in when one leaves."""
    async with AsyncExitStack() as stack:
        for _ in range(LIMIT):
            await stack.enter_async_context(visitor(server.url))
        refused, text = await asyncio.to_thread(fetched, f"{server.url}/{PAGE}?lang=kk")
    until, again = time.monotonic() + OPEN_S, 0
    while again != OK and time.monotonic() < until:
        again, _ = await asyncio.to_thread(fetched, f"{server.url}/{PAGE}?lang=kk")
        await asyncio.sleep(0.2)
    is_polite = b'<html lang="kk">' in text and b'class="again"' in text
    told = f"status {refused}, {'a page in Kazakh' if is_polite else 'no page'}; afterwards {again}"
    return Result(
        f"one visitor more than {LIMIT} (CORRIDOR_VISITORS)",
        "a page in the visitor's language that says when to come back",
        told,
        is_polite and (refused, again) == (BUSY, OK),
    )


def on_a_bad_disk() -> Iterator[Result]:
    """Start where caches find no room, and where nothing can be written, in mounts of their own."""
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    bind = f'mount --bind "{ROOT}" "{ROOT}" && mount -o remount,ro,bind "{ROOT}"'
    cases = {
        "disk full (64 kB for caches)": f'mount -t tmpfs -o size=64k full "{build}"',
        "read-only disk": f'{bind} && ! touch "{build}/written" 2>/dev/null',
    }
    expected = "starts, and holds in memory what it cannot write"
    for fault, mount in cases.items():
        prefix = ("unshare", "--mount", "sh", "-c", f'{mount} && cd "{ROOT}" && exec "$@"', "sh")
        if subprocess.run([*prefix, "true"], check=False, capture_output=True).returncode:
            yield Result(fault, expected, "not tried: no right to mount", is_well=True)
            continue
        with replica(ROOT / "data" / "routes", prefix=prefix) as server:
            is_ready = wait(lambda server=server: bool(server.ready()), START_S)
            run = asyncio.run(opened(server.url, 1))[0] if is_ready else None
            files = fetched(f"{server.url}/brief/flights.zip")[0]
        is_well = run is not None and not run.error and files == OK
        told = f"a page in {run.seconds:.1f} s, a file {files}" if run else "no start"
        yield Result(fault, expected, told, is_well)


FAULTS: dict[str, Callable[[], Iterator[Result]]] = {
    "serving": while_serving,
    "disk": on_a_bad_disk,
    "clock": clock_jumps,
    "versions": versions,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

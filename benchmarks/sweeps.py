"""How much a visitor's sweep slows another visitor's page: changes on Routes with and without it.

The sweep is started as the server starts it, and stopped and continued by signals between two changes, so
that both are measured in turn in one run. Exit code 1 if the middle change takes more than `MOST` times as
long.
"""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.result import load_average
from benchmarks.server import serve
from benchmarks.visitors import visitor
from corridor.dataset.tables import load
from corridor.sweep import background
from corridor.sweep.tasks import sweep_of

if TYPE_CHECKING:
    from benchmarks.server import Server

PAIRS, MOST = 60, 1.1
HEADER = (
    "| change on Routes | pairs | without, p50 ms | with a sweep, p50 ms | ratio, p25 / p50 / p75 "
    "| processor ms a change, without / with | sweep |\n|---|---|---|---|---|---|---|"
)
ROUTES = "lang=en&from=almaty&to=belgrade&avoid=RU.IR"
# A change that is cached, and one that is worked out anew.
KINDS = {
    "another order of known routes": lambda at: f"{ROUTES}&want={('fastest', 'cheapest')[at % 2]}",
    "a scenario never asked before": lambda at: f"{ROUTES}&sc=delay.aktau-alat.{at + 1}",
}


def main() -> int:
    """Measure; print the table of docs/benchmarks.md."""
    print(f"load average before {load_average()}\n")
    print(HEADER)
    with serve("app.py") as server:
        slow = asyncio.run(_measured(server))
    print(f"\nload average after {load_average()}")
    return 1 if slow else 0


async def _measured(server: Server) -> bool:
    """Measure each kind of change in pairs; return whether one is slowed by more than `MOST`."""
    dataset, slow = load(), False
    async with visitor(server.url) as other:
        for at in range(4):
            for keys in KINDS.values():
                await other.open("routes", keys(900 + at))
        for kind, (name, keys) in enumerate(KINDS.items()):
            ticket = background.start(_sweep(dataset, kind), "")
            process = background._jobs[ticket].process  # noqa: SLF001 - it is stopped and continued
            before = await asyncio.to_thread(_under_way, ticket)
            pairs: list[tuple[float, float]] = []
            work: list[tuple[float, float]] = []
            for at in range(PAIRS):
                if process.poll() is not None:
                    break
                pair, used = {}, {}
                background.progress(ticket)
                for is_running in (True, False) if at % 2 else (False, True):
                    os.kill(process.pid, signal.SIGCONT if is_running else signal.SIGSTOP)
                    await asyncio.sleep(0.3)
                    start = server.cpu_ms()
                    run = await other.open("routes", keys(2 * at + is_running))
                    pair[is_running] = run.seconds * 1000
                    used[is_running] = server.cpu_ms() - start
                pairs.append((pair[False], pair[True]))
                work.append((used[False], used[True]))
            if process.poll() is None:
                os.kill(process.pid, signal.SIGCONT)
            told = background.progress(ticket)
            state = f"{told.done - before} questions answered meanwhile" if told else ""
            background.cancel(ticket)
            slow |= _print(name, pairs, work, state)
    return slow


def _under_way(ticket: str) -> int:
    """Wait for the first answers of a sweep; return how many there are."""
    while True:
        told = background.progress(ticket)
        if told is None or told.done or told.state != "running":
            return 0 if told is None else told.done
        time.sleep(0.2)


def _print(name: str, pairs: list[tuple[float, float]], work: list[tuple[float, float]], state: str) -> bool:
    """Print one row; return whether the middle ratio is above `MOST`."""
    without, with_sweep = (statistics.median(some) for some in zip(*pairs, strict=True))
    low, middle, high = statistics.quantiles([after / before for before, after in pairs], n=4)
    print(
        f"| {name} | {len(pairs)} | {without:.0f} | {with_sweep:.0f} "
        f"| {low:.2f} / {middle:.2f} / {high:.2f} "
        f"| {' / '.join(f'{statistics.mean(some):.0f}' for some in zip(*work, strict=True))} | {state} |",
        flush=True,
    )
    return with_sweep / without > MOST


def _sweep(dataset, kind: int):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    """Give as large a sweep as a visitor may ask for."""
    return sweep_of(
        dataset,
        origins=["aktau-port", "almaty", "astana", "kuryk-port", "altynkol"],
        destinations=["belgrade", "bor", "nis", "novi-sad", "subotica"],
        dates=[str(year) for year in range(2026 + kind, 2031 + kind)],
        rows="best",
        samples=400,
    )


if __name__ == "__main__":
    sys.exit(main())

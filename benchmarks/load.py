"""T29, T30: an audience on the product and on a stock page of one line, started and measured in one run.

Prints the table of docs/benchmarks.md; exit code 1 if any visitor saw an error. The server and its visitors
share the machine, so read the columns of both pages beside each other.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.result import load_average, p95
from benchmarks.server import serve
from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from benchmarks.server import Server
    from benchmarks.visitors import Run

    View = tuple[str, str]

AUDIENCES = (1, 10, 50, 100)
CHANGES, PACE_S = 4, 5.0
LINK_ROUNDS, LINK_AUDIENCE = 10, 100
ARRIVALS_PER_S = 50
MEMORY_RUNS, MEMORY_VISITORS = 2000, 20
LINK = ("routes", "lang=en&from=almaty&to=belgrade&avoid=RU.IR")
VIEWS = (
    ("", "lang=en"),
    ("routes", "lang=en&from=astana&to=belgrade"),
    LINK,
    ("routes", "lang=en&from=almaty&to=nis&want=fastest"),
    ("corridor", "lang=en&c=tc-btk"),
    ("corridor", "lang=ru&c=tc-danube&year=2030"),
    ("connectivity", "lang=en&node=aktau-port&days=12"),
    ("flights", "lang=en"),
    ("partners", "lang=en&part=mending&from=aktau-port&to=belgrade"),
    ("sources", "lang=en&q=aktau"),
    ("compare", "lang=en&from=almaty&to=belgrade"),
    ("partners", "lang=sr&part=papers"),
)
STOCK = (("", ""),)
HEADER = (
    "| page | visitors | first view, p50 / p95 ms | change, p50 / p95 ms | processor ms a run "
    "| memory MB | errors |\n|---|---|---|---|---|---|---|"
)


@dataclass
class Audience:
    """What visitors saw: first views, changes, and what went wrong."""

    first: list[Run] = field(default_factory=list)
    changes: list[Run] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def runs(self) -> list[Run]:
        """All runs."""
        return [*self.first, *self.changes]

    @property
    def errors(self) -> list[str]:
        """Errors on pages, and visits that broke off."""
        return [run.error for run in self.runs if run.error] + self.lost


def main(arguments: list[str]) -> int:
    """Measure both pages; `quick` leaves the largest audiences and the 2,000 runs out."""
    audiences = AUDIENCES[:2] if "quick" in arguments else AUDIENCES
    memory_runs = 200 if "quick" in arguments else MEMORY_RUNS
    print(f"load average before {load_average()}\n\n{HEADER}")
    errors: list[str] = []
    with serve("app.py") as product, serve("benchmarks/peers/line.py") as stock:
        errors += _tell("one link, fresh server", "50", product, _visit_all(product, 50, (LINK,), 0))
        for round_ in range(1, LINK_ROUNDS + 1):
            errors += _tell(
                f"one link, round {round_}",
                str(LINK_AUDIENCE),
                product,
                _visit_all(product, LINK_AUDIENCE, (LINK,), 0),
            )
        _tell("stock page, one link", str(LINK_AUDIENCE), stock, _visit_all(stock, LINK_AUDIENCE, STOCK, 0))
        for count in audiences:
            errors += _tell("product", str(count), product, _visit_all(product, count, VIEWS, CHANGES))
            errors += _tell("stock page", str(count), stock, _visit_all(stock, count, STOCK, CHANGES))
        before = product.memory_mb()
        errors += _tell(
            f"{memory_runs:,} runs in a row",
            str(MEMORY_VISITORS),
            product,
            _keep_asking(product, memory_runs // MEMORY_VISITORS),
        )
        print(f"\nMemory of the product before and after {memory_runs:,} runs: ", end="")
        print(f"{before:.0f} and {product.memory_mb():.0f} MB.")
    print(f"Load average after {load_average()}. {len(errors)} errors.")
    for error in list(dict.fromkeys(errors))[:5]:
        print(error, file=sys.stderr)
    return 1 if errors else 0


def _tell(name: str, visitors: str, server: Server, visits: Awaitable[Audience]) -> list[str]:
    """Measure, print a line of the table, give the errors."""
    before = server.cpu_ms()
    seen = asyncio.run(_awaited(visits))
    spent = (server.cpu_ms() - before) / max(len(seen.runs), 1)
    print(
        f"| {name} | {visitors} | {_times(seen.first)} | {_times(seen.changes)} | {spent:.0f} "
        f"| {server.memory_mb():.0f} | {len(seen.errors)} |",
        flush=True,
    )
    return seen.errors


async def _awaited(visits: Awaitable[Audience]) -> Audience:
    """Wait for visits."""
    return await visits


def _times(runs: Sequence[Run]) -> str:
    """Write the median and the 95th percentile in milliseconds."""
    if not runs:
        return "-"
    times = [run.seconds * 1000 for run in runs]
    return f"{statistics.median(times):.0f} / {p95(times):.0f}"


async def _visit_all(server: Server, count: int, views: Sequence[View], changes: int) -> Audience:
    """Have visitors come one after another, each to the next view, and change it at an unhurried pace."""
    seen = Audience()
    await asyncio.gather(*(_visit(server, number, views, changes, seen) for number in range(count)))
    return seen


async def _visit(server: Server, number: int, views: Sequence[View], changes: int, seen: Audience) -> None:
    """Visit once."""
    pace = random.Random(number)  # noqa: S311 - the same visits in every run
    await asyncio.sleep(number / ARRIVALS_PER_S)
    try:
        async with visitor(server.url) as one:
            seen.first.append(await one.open(*views[number % len(views)]))
            for change in range(1, changes + 1):
                await asyncio.sleep(pace.uniform(0.5, 1.5) * PACE_S)
                seen.changes.append(await one.open(*views[(number + change) % len(views)]))
    except Exception as error:  # noqa: BLE001 - whatever it is, this visitor lost the page
        seen.lost.append(repr(error)[:200])


async def _keep_asking(server: Server, times: int) -> Audience:
    """Have some visitors change the view without a pause."""
    seen = Audience()

    async def ask(number: int) -> None:
        try:
            async with visitor(server.url) as one:
                for turn in range(times):
                    seen.changes.append(await one.open(*VIEWS[(number + turn) % len(VIEWS)]))
        except Exception as error:  # noqa: BLE001 - as above
            seen.lost.append(repr(error)[:200])

    await asyncio.gather(*(ask(number) for number in range(MEMORY_VISITORS)))
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

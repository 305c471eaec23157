"""T26, T29, T30, T32: an audience on the product and on a stock page of one line, measured in one run.

Prints the tables of docs/load.md; exit code 1 if any visitor saw an error. The server and its visitors
share the machine, so read the columns of both pages beside each other.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks import api_load, sizing, written
from benchmarks.result import load_average, p95
from benchmarks.server import serve
from benchmarks.soak import soak
from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    from benchmarks.server import Server
    from benchmarks.visitors import Run

    View = tuple[str, str]

AUDIENCES = (1, 10, 50, 100, 200)
CHANGES, PACE_S = 4, 5.0
LINK_ROUNDS, LINK_AUDIENCE = 10, 100
ARRIVALS_PER_S = 50
MEMORY_RUNS, MEMORY_VISITORS = 1000, 20
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
    """What visitors saw: first views, changes, what went wrong; what a run cost the processor."""

    first: list[Run] = field(default_factory=list)
    changes: list[Run] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    ms_a_run: float = 0.0

    @property
    def runs(self) -> list[Run]:
        """All runs."""
        return [*self.first, *self.changes]

    @property
    def errors(self) -> list[str]:
        """Errors on pages, and visits that broke off."""
        return [run.error for run in self.runs if run.error] + self.lost


def main(arguments: Sequence[str]) -> int:
    """Measure, print the tables and write them into docs/load.md where that is asked for."""
    reader = argparse.ArgumentParser(prog="python -m benchmarks.load", description=__doc__)
    reader.add_argument("--quick", action="store_true", help="leave out the largest audiences")
    reader.add_argument("--write", action="store_true", help="write the tables into docs/load.md")
    reader.add_argument("--soak", type=float, metavar="MINUTES", help="only watch for growth, 60 at most")
    reader.add_argument("--api", action="store_true", help="only the pages beside clients of the API (T32)")
    asked = reader.parse_args(arguments)
    if asked.soak is not None:
        return _soaked(asked.soak, is_written=asked.write)
    if asked.api:
        return _beside_programs(is_quick=asked.quick, is_written=asked.write)
    return _measured(is_quick=asked.quick, is_written=asked.write)


def _measured(*, is_quick: bool, is_written: bool) -> int:
    """Measure the audiences, and the pages beside clients of the API."""
    audiences = AUDIENCES[:2] if is_quick else AUDIENCES
    rounds, memory_runs = (2, 200) if is_quick else (LINK_ROUNDS, MEMORY_RUNS)
    before, errors = load_average(), []
    table = Table(HEADER)
    with serve("app.py") as product, serve("benchmarks/peers/line.py") as stock:
        start_mb = product.memory_mb()
        errors += table.tell("one link, fresh server", "50", product, _visit_all(product, 50, (LINK,), 0))
        for round_ in range(1, rounds + 1):
            work = _visit_all(product, LINK_AUDIENCE, (LINK,), 0)
            errors += table.tell(f"one link, round {round_}", str(LINK_AUDIENCE), product, work)
        table.tell(
            "stock page, one link", str(LINK_AUDIENCE), stock, _visit_all(stock, LINK_AUDIENCE, STOCK, 0)
        )
        for count in audiences:
            seen = table.seen("product", str(count), product, _visit_all(product, count, VIEWS, CHANGES))
            peer = table.seen("stock page", str(count), stock, _visit_all(stock, count, STOCK, CHANGES))
            table.say(_ratios(count, seen, peer))
            errors += seen.errors
        full_mb, ms_a_run = product.memory_mb(), seen.ms_a_run
        work = _keep_asking(product, memory_runs // MEMORY_VISITORS)
        errors += table.tell(f"{memory_runs:,} runs in a row", str(MEMORY_VISITORS), product, work)
        beside, api_errors = _api_beside_pages(product, is_quick=is_quick)
        errors += api_errors
    after = load_average()
    sizes = sizing.table(sizing.Measured(ms_a_run, start_mb, full_mb, audiences[-1]))
    print("", *sizes, "", f"Load average {before}, {after}. {len(errors)} errors.", sep="\n")
    for error in list(dict.fromkeys(errors))[:5]:
        print(error, file=sys.stderr)
    if is_written:
        here = written.measured_here(before, after)
        written.write("audience", [here, "", *table.lines])
        written.write("api", [here, "", *beside])
        written.write("sizing", sizes)
    return 1 if errors else 0


def _beside_programs(*, is_quick: bool, is_written: bool) -> int:
    """Measure only how pages and health fare beside clients of the API."""
    before = load_average()
    with serve("app.py") as product:
        lines, errors = _api_beside_pages(product, is_quick=is_quick)
    after = load_average()
    print(f"\nLoad average {before}, {after}.", *list(dict.fromkeys(errors))[:5], sep="\n")
    if is_written:
        written.write("api", [written.measured_here(before, after), "", *lines])
    return 1 if errors else 0


def _api_beside_pages(product: Server, *, is_quick: bool) -> tuple[list[str], list[str]]:
    """Measure pages and health without and with clients of the API: lines to write, errors on pages."""
    table = Table(api_load.HEADER)
    english = [view for view in VIEWS if "lang=en" in view[1]]
    lasts_s = api_load.LASTS_S / 2 if is_quick else api_load.LASTS_S
    quiet, busy, told = asyncio.run(api_load.measured(product.url, english, lasts_s=lasts_s))
    table.say(api_load.line("nobody asks the API", quiet))
    table.say(api_load.line(f"{api_load.CLIENTS} clients ask the API", busy))
    more = ["", api_load.verdict(busy), f"The clients were answered {json.dumps(told)}."]
    print(*more, sep="\n", flush=True)
    return [*table.lines, *more], quiet.errors + busy.errors


def _soaked(minutes: float, *, is_written: bool) -> int:
    """Watch one server for growth."""
    before = load_average()
    with serve("app.py") as product:
        soaked = asyncio.run(soak(product, VIEWS, minutes))
    lines = soaked.lines()
    print(*lines, *list(dict.fromkeys(soaked.errors))[:5], sep="\n")
    if is_written:
        written.write("soak", [written.measured_here(before, load_average()), "", *lines])
    return 0 if soaked.is_well else 1


class Table:
    """A table that is printed line by line and held for the document."""

    def __init__(self, header: str) -> None:
        self.lines = header.split("\n")
        print(header)

    def say(self, line: str) -> None:
        """Add a line."""
        print(line, flush=True)
        self.lines.append(line)

    def tell(self, name: str, visitors: str, server: Server, visits: Awaitable[Audience]) -> list[str]:
        """Measure, add a line, give the errors."""
        return self.seen(name, visitors, server, visits).errors

    def seen(self, name: str, visitors: str, server: Server, visits: Awaitable[Audience]) -> Audience:
        """Measure, add a line, give what visitors saw."""
        before = server.cpu_ms()
        seen = asyncio.run(_awaited(visits))
        seen.ms_a_run = (server.cpu_ms() - before) / max(len(seen.runs), 1)
        self.say(
            f"| {name} | {visitors} | {_times(seen.first)} | {_times(seen.changes)} | {seen.ms_a_run:.0f} "
            f"| {server.memory_mb():.0f} | {len(seen.errors)} |"
        )
        return seen


def _ratios(count: int, product: Audience, stock: Audience) -> str:
    """Write how many times the stock page's figures those of the product are."""
    if not (product.changes and stock.changes):
        return f"| ratio | {count} | - | - | - | | |"
    change = [p95([run.seconds for run in seen.changes]) for seen in (product, stock)]
    first = [p95([run.seconds for run in seen.first]) for seen in (product, stock)]
    spent = product.ms_a_run / max(stock.ms_a_run, 1e-9)
    ratios = f"{first[0] / first[1]:.1f} | {change[0] / change[1]:.1f} | {spent:.1f}"
    return f"| **ratio of p95** | {count} | {ratios} | | |"


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

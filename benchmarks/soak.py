"""Whether memory, threads and open files of a server grow while visitors come and go for an hour."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.request import urlopen

from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.server import Server

MAX_MINUTES = 60.0
VISITORS, VIEWS_OF_A_VISIT, PACE_S = 10, 12, 2.0
# A visit has three files: two sockets and the poll of a loop. Visits are held two minutes longer than they
# last, so the number rises and falls by that of ten; a file lost with each visit would make hundreds.
MAX_GROWTH_MB, MAX_THREADS, MAX_FILES = 40, 4, 30
BESIDE = (
    "/api/v1/routes.json?from=almaty&to=belgrade&avoid=RU,IR",
    "/api/v1/reach.json?from=aktau-port&days={days}",
    "/brief/corridor.csv?c=tc-btk",
    "/share/routes?from=almaty&to=belgrade",
    "/routes?from=almaty&to=nis",
)


class Moment(NamedTuple):
    """Minutes since the start, and what the process holds."""

    minute: float
    memory_mb: float
    threads: int
    files: int


class Soaked(NamedTuple):
    """What was seen: one moment after the other, how many views, and the errors."""

    moments: list[Moment]
    views: int
    errors: list[str]

    @property
    def grew(self) -> Moment:
        """Median of the last third less that of the second third; the first third fills the caches."""
        third = max(1, len(self.moments) // 3)
        middle, last = self.moments[-2 * third : -third] or self.moments[:1], self.moments[-third:]
        rises = [
            statistics.median(column) - statistics.median(before)
            for before, column in zip(zip(*middle, strict=True), zip(*last, strict=True), strict=True)
        ]
        return Moment(rises[0], rises[1], round(rises[2]), round(rises[3]))

    @property
    def is_well(self) -> bool:
        """Whether nothing grew beyond its bound, and nobody saw an error."""
        grew = self.grew
        return (
            grew.memory_mb <= MAX_GROWTH_MB
            and grew.threads <= MAX_THREADS
            and grew.files <= MAX_FILES
            and not self.errors
        )

    def lines(self) -> list[str]:
        """Write the table: ten moments at most."""
        step = max(1, len(self.moments) // 10)
        shown = [*self.moments[::step][:10], self.moments[-1]]
        grew = self.grew
        return [
            "| minute | memory MB | threads | open files |",
            "|---|---|---|---|",
            *(
                f"| {each.minute:.0f} | {each.memory_mb:.0f} | {each.threads} | {each.files} |"
                for each in shown
            ),
            "",
            (
                f"{self.views:,} views, {len(self.errors)} errors. From the second third to the last: "
                f"{grew.memory_mb:+.0f} MB, {grew.threads:+d} threads, {grew.files:+d} files: "
                f"{'no growth' if self.is_well else '**GROWS**'} "
                f"(bounds: {MAX_GROWTH_MB} MB, {MAX_THREADS} threads, {MAX_FILES} files)."
            ),
        ]


async def soak(server: Server, views: Sequence[tuple[str, str]], minutes: float) -> Soaked:
    """
    Have visitors come, look at some views and go, beside programs that ask for files and answers.

    Parameters
    ----------
    server
        The server to watch.
    views
        Views through which they go, as page and query.
    minutes
        How long; `MAX_MINUTES` at most.
    """
    minutes = min(minutes, MAX_MINUTES)
    until = time.monotonic() + minutes * 60
    soaked = Soaked([], 0, [])
    counts = await asyncio.gather(
        *(_visits(server.url, number, views, until, soaked.errors) for number in range(VISITORS)),
        asyncio.to_thread(_ask_beside, server.url, until),
        _watch(server, minutes, until, soaked.moments),
    )
    return soaked._replace(views=sum(count for count in counts if count))


async def _visits(
    url: str, number: int, views: Sequence[tuple[str, str]], until: float, errors: list[str]
) -> int:
    """Visit again and again, each time as somebody new."""
    pace, seen = random.Random(number), 0  # noqa: S311 - the same visits in every run
    while time.monotonic() < until:
        try:
            async with visitor(url) as one:
                for _ in range(VIEWS_OF_A_VISIT):
                    run = await one.open(*pace.choice(views))
                    seen += 1
                    if run.error:
                        errors.append(run.error)
                    if time.monotonic() >= until:
                        break
                    await asyncio.sleep(pace.uniform(0.5, 1.5) * PACE_S)
        except Exception as error:  # noqa: BLE001 - whatever it is, this visitor lost the page
            errors.append(repr(error)[:200])
            await asyncio.sleep(1)
    return seen


def _ask_beside(url: str, until: float) -> int:
    """Ask for files and answers, one a second."""
    chance = random.Random(0)  # noqa: S311 - the same questions in every run
    while time.monotonic() < until:
        path = chance.choice(BESIDE).format(days=chance.randint(1, 400) / 10)
        with suppress(OSError):
            urlopen(f"{url}{path}", timeout=30).close()  # noqa: S310 - of this machine
        time.sleep(1)
    return 0


async def _watch(server: Server, minutes: float, until: float, moments: list[Moment]) -> int:
    """Look at the process, some thirty times in all."""
    begun, process = time.monotonic(), Path(f"/proc/{server.process.pid}")
    while time.monotonic() < until:
        threads, files = (sum(1 for _ in (process / name).iterdir()) for name in ("task", "fd"))
        moments.append(Moment((time.monotonic() - begun) / 60, server.memory_mb(), threads, files))
        await asyncio.sleep(minutes * 60 / 30)
    return 0

"""T32: how pages and ``/healthz`` fare while many clients ask the API at once."""

from __future__ import annotations

import asyncio
import json
import random
import statistics
import sys
import time
import urllib.request
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.result import p95
from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Sequence

CLIENTS, LASTS_S = 200, 20.0
HEADER = (
    "| meanwhile | /healthz, p50 / p95 ms | change of a page, p50 / p95 ms | changes | errors |\n"
    "|---|---|---|---|---|"
)
VISITORS, PACE_S, PROBE_S = 5, 2.0, 0.1
HEALTH_GOAL_MS = 50


class Fared(NamedTuple):
    """Seconds of each probe of ``/healthz`` and of each change of a page, and the errors on pages."""

    health_s: list[float]
    change_s: list[float]
    errors: list[str]


async def measured(
    url: str, views: Sequence[tuple[str, str]], clients: int = CLIENTS, lasts_s: float = LASTS_S
) -> tuple[Fared, Fared, dict[str, Any]]:
    """
    Watch pages and health for a while without the clients and for a while with them.

    Parameters
    ----------
    url
        Address of the server.
    views
        Views through which the visitors go, as page and query.
    clients
        How many ask the API at once.
    lasts_s
        Length of each of the two whiles.

    Returns
    -------
    tuple
        Without the clients, with them, and what the clients were answered.
    """
    quiet = await _watched(url, views, lasts_s)
    command = (sys.executable, "-m", "benchmarks.api_clients", url, str(clients), str(lasts_s))
    asking = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    await asyncio.sleep(1.0)
    busy = await _watched(url, views, lasts_s - 2.0)
    told, _ = await asking.communicate()
    return quiet, busy, json.loads(told)


def line(name: str, fared: Fared) -> str:
    """Write a row of the table."""
    health, change = ([value * 1000 for value in values] for values in (fared.health_s, fared.change_s))
    return (
        f"| {name} | {statistics.median(health):.1f} / {p95(health):.1f} "
        f"| {statistics.median(change):.0f} / {p95(change):.0f} | {len(change)} | {len(fared.errors)} |"
    )


def verdict(fared: Fared) -> str:
    """Say whether the health answered as soon as T32 asks for."""
    found = p95([value * 1000 for value in fared.health_s])
    word = "met" if found <= HEALTH_GOAL_MS else "**missed**"
    return f"T32 (p95 of /healthz at most {HEALTH_GOAL_MS} ms beside the clients): {word}, {found:.0f} ms."


async def _watched(url: str, views: Sequence[tuple[str, str]], lasts_s: float) -> Fared:
    """Have visitors change views and ask for the health meanwhile."""
    fared = Fared([], [], [])
    until = time.monotonic() + lasts_s
    probing = asyncio.to_thread(_probe, url, until, fared.health_s)
    await asyncio.gather(probing, *(_visit(url, number, views, until, fared) for number in range(VISITORS)))
    return fared


async def _visit(url: str, number: int, views: Sequence[tuple[str, str]], until: float, fared: Fared) -> None:
    """Change views at an unhurried pace; the first one is not counted."""
    pace = random.Random(number)  # noqa: S311 - the same visits in every run
    async with visitor(url) as one:
        await one.open(*views[number % len(views)])
        turn = number
        while time.monotonic() < until:
            await asyncio.sleep(pace.uniform(0.5, 1.5) * PACE_S)
            turn += 1
            run = await one.open(*views[turn % len(views)])
            fared.change_s.append(run.seconds)
            if run.error:
                fared.errors.append(run.error)


def _probe(url: str, until: float, health_s: list[float]) -> None:
    """Ask for the health again and again."""
    while time.monotonic() < until:
        begun = time.perf_counter()
        with suppress(OSError):
            urllib.request.urlopen(f"{url}/healthz", timeout=10).close()  # noqa: S310 - of this machine
        health_s.append(time.perf_counter() - begun)
        time.sleep(PROBE_S)

"""Clients of the API in a process of their own: ``python -m benchmarks.api_clients URL CLIENTS SECONDS``.

Each asks one question after the other over a connection of its own, and does what a refusal tells it. Prints
what they were answered as one line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from benchmarks.result import p95

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter

PATHS = (
    "/tables/nodes.json",
    "/tables/legs.csv",
    "/tables/claims.json",
    "/figures/leg/aktau-alat/time_h.json",
    "/corridors/tc-btk/steps.json",
    "/corridors/tc-danube/totals.csv",
    "/places.json?q=aktau",
    "/routes.json?from=almaty&to=belgrade&avoid=RU,IR",
    "/routes.json?from=astana&to=nis",
    "/reach.json?from=aktau-port&days={days}",
    "/flights.json?from=astana&to=belgrade",
    "/capacity.json?from=almaty&to=belgrade",
    "/country-pairs.json",
    "/register.json",
)
LINGER_S = 30.0


async def main(url: str, clients: int, seconds: float) -> None:
    """Ask until the time is over."""
    statuses: Counter[str] = Counter()
    waited: list[float] = []
    until = time.monotonic() + seconds
    host, port = urlsplit(url).hostname or "127.0.0.1", urlsplit(url).port or 80
    work = (_client(host, port, number, until, statuses, waited) for number in range(clients))
    await asyncio.wait_for(asyncio.gather(*work), seconds + LINGER_S)
    told = {
        "statuses": dict(sorted(statuses.items())),
        "p50_ms": round(sorted(waited)[len(waited) // 2] * 1000) if waited else None,
        "p95_ms": round(p95(waited) * 1000) if waited else None,
    }
    print(json.dumps(told))


async def _client(
    host: str, port: int, number: int, until: float, statuses: Counter[str], waited: list[float]
) -> None:
    """Ask as one client, who closes the connection where it has to wait; a lost one is counted."""
    chance = random.Random(number)  # noqa: S311 - the same questions in every run
    while time.monotonic() < until:
        retry_after = 0.0
        try:
            reader, writer = await asyncio.open_connection(host, port)
            try:
                while time.monotonic() < until:
                    begun = time.monotonic()
                    status, retry_after = await _asked(reader, writer, host, chance)
                    statuses[str(status)] += 1
                    if status == 200:
                        waited.append(time.monotonic() - begun)
                    if retry_after:
                        break
            finally:
                writer.close()
            await asyncio.sleep(min(retry_after, max(0.0, until - time.monotonic())))
        except (OSError, asyncio.IncompleteReadError) as error:
            # A server closes a connection on which nothing was asked for some seconds.
            if not (isinstance(error, asyncio.IncompleteReadError) and not error.partial):
                statuses["lost"] += 1
            await asyncio.sleep(0.1)


async def _asked(
    reader: StreamReader, writer: StreamWriter, host: str, chance: random.Random
) -> tuple[int, float]:
    """Ask once: status, and how long to wait before the next question."""
    path = chance.choice(PATHS).format(days=chance.randint(1, 400) / 10)
    writer.write(f"GET /api/v1{path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    status = int(head.split(maxsplit=2)[1])
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    await reader.readexactly(int(fields["content-length"]))
    return status, float(fields.get("retry-after", 0))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))

"""T13: many searches on two threads, against one; the kernel holds no lock of the interpreter."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS
from corridor.freight.search import names_of, searched

if TYPE_CHECKING:
    from corridor.freight.arrays import Network

GOAL, SOLVES, ROUNDS = 1 / 1.7, 10_000, 3
CRITERIA = ("time_h", "co2e_kg_per_t", "distance_km", "transhipments")


def measure(net: Network) -> list[Result]:
    """Compare wall-clock times of the same searches; needs a machine with two free cores."""
    names = names_of(net, CRITERIA)
    pairs = [PAIRS[at % len(PAIRS)] for at in range(SOLVES)]
    chunks = [pairs[at::20] for at in range(20)]

    def solved(chunk: list[tuple[str, str]]) -> int:
        return sum(len(searched(net, *pair, names).sums) for pair in chunk)

    spent: dict[int, list[float]] = {1: [], 2: []}
    for _round in range(ROUNDS):
        for threads, times in spent.items():
            with ThreadPoolExecutor(threads) as pool:
                start = time.perf_counter()
                list(pool.map(solved, chunks))
                times.append(time.perf_counter() - start)
    return [
        Result(
            "T13", f"{SOLVES:,} searches on two threads, 4 criteria", median(spent[2]), p95(spent[2]),
            median(spent[1]), "one thread", GOAL, "s", ROUNDS,
        )
    ]  # fmt: skip

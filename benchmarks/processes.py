"""T13: many searches in two processes, against one: by processor time and by the clock."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from multiprocessing import get_context

from benchmarks.result import Result, load_average, p95
from benchmarks.shipped import PAIRS
from corridor.dataset.tables import load
from corridor.freight.arrays import Network, network
from corridor.freight.search import names_of, searched

GOAL, SOLVES, CHUNKS, ROUNDS = 1 / 1.7, 10_000, 20, 3
CRITERIA = ("time_h", "co2e_kg_per_t", "distance_km", "transhipments")


def measure(_net: Network) -> list[Result]:
    """Compare the busier of two processes with one, by processor time; note the clock."""
    chunks = [range(at, SOLVES, CHUNKS) for at in range(CHUNKS)]
    spent: dict[int, list[float]] = {1: [], 2: []}
    clock: dict[int, list[float]] = {1: [], 2: []}
    pools = {count: ProcessPoolExecutor(count, mp_context=get_context("spawn")) for count in spent}
    for _round in range(ROUNDS):
        for count, pool in pools.items():
            start = time.perf_counter()
            by_process: dict[int, float] = {}
            for process, seconds in pool.map(_solved, chunks):
                by_process[process] = by_process.get(process, 0.0) + seconds
            clock[count].append(time.perf_counter() - start)
            spent[count].append(max(by_process.values()))
    for pool in pools.values():
        pool.shutdown()
    words = f"{SOLVES:,} searches in two processes, 4 criteria"
    return [
        Result(
            "T13", f"{words}, processor time of the busier", min(spent[2]), p95(spent[2]), min(spent[1]),
            "one process", GOAL, "s", ROUNDS,
        ),
        Result(
            "T13", f"{words}, by the clock (load {load_average()})", min(clock[2]), p95(clock[2]),
            min(clock[1]), "one process", None, "s", ROUNDS,
        ),
    ]  # fmt: skip


@lru_cache(maxsize=1)
def _net() -> Network:
    """Network of a process."""
    return network(load())


def _solved(chunk: range) -> tuple[int, float]:
    """Search, and say in which process and for how long."""
    net = _net()
    names = names_of(net, CRITERIA)
    start = time.process_time()
    for at in chunk:
        searched(net, *PAIRS[at % len(PAIRS)], names)
    return os.getpid(), time.process_time() - start

"""T10: how time and memory grow with the network, up to the world's railways, roads and sea lanes."""

from __future__ import annotations

import resource
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from benchmarks.result import Result, median, p95
from benchmarks.shipped import networkx_graph
from benchmarks.timing import same, timed
from benchmarks.world import world
from corridor.search.chains import Chains
from corridor.search.pareto import LABEL_CAP

if TYPE_CHECKING:
    from benchmarks.world import World
    from corridor.search.pareto import Found

CENTRE = (43.6, 51.2)  # Aktau
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
WITHIN = 0.01
COVER_GOAL, MEMORY_GOAL_MB = 0.8, 1024.0
# Almaty, Astana, Khorgos, Aktau, Tashkent, Zhezkazgan to Belgrade, Niš, Bor, Novi Sad, Kraljevo
EAST = ((43.24, 76.9), (51.1, 71.4), (44.2, 80.4), (43.6, 51.2), (41.3, 69.2), (47.8, 67.7))
WEST = ((44.8, 20.5), (43.3, 21.9), (44.1, 22.1), (45.3, 19.8), (43.7, 20.7))
RANDOM_PAIRS, EXACT_PAIRS, SEED = 5, 3, 10


def measure() -> list[Result]:
    """Measure part after part, then the whole."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        whole = pool.submit(world).result()  # reading texts takes memory that is not the engine's
    lines = []
    for size in SIZES:
        part = whole.around(*CENTRE, size)
        rng = np.random.default_rng(SEED)
        pairs = [tuple(rng.choice(part.states, 2, replace=False).tolist()) for _ in range(RANDOM_PAIRS)]
        lines += _size(part, pairs, goal=None)
    pairs = [(whole.near(*one), whole.near(*WEST[at % len(WEST)])) for at, one in enumerate(EAST)]
    pairs += [(whole.near(*one), whole.near(*WEST[(at + 2) % len(WEST)])) for at, one in enumerate(EAST)]
    return [*lines, *_size(whole, pairs, goal=COVER_GOAL)]


def _size(net: World, pairs: list[tuple[int, int]], *, goal: float | None) -> list[Result]:
    """One network: cover and exact set, bounds included, one route of networkx."""
    covers, singles, exacts, spans = [], [], [], []
    chains = Chains.of(net.indptr, net.heads, net.weights)  # once a network, as a peer builds its graph
    found: dict[tuple[int, int], Found] = {}
    done = 0
    for pair in pairs:
        found[pair], spent = timed(lambda p=pair: chains.pareto(*p, within=WITHIN))
        covers.append(spent)
        if len(exacts) < EXACT_PAIRS:
            exact, spent = timed(lambda p=pair: chains.pareto(*p))
            exacts.append(spent)
            done += exact.finished
            if exact.finished:
                spans.append(_span(found[pair].sums, exact.sums))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    graph = networkx_graph(net.tails, net.heads, net.weights[:, 0])
    for pair in pairs:
        (best, _path), spent = timed(lambda p=pair: nx.bidirectional_dijkstra(graph, *p))
        singles.append(spent)
        first = int(found[pair].sums[0, 0])
        same(f"{pair}: the fastest of the cover", best <= first <= best * (1 + WITHIN), other=True)
    kept = len(chains.short_indptr) - 3
    words = f"{len(net.heads):,} arcs, {net.states:,} states, {kept:,} without chains"
    routes = median([len(one.sums) for one in found.values()])
    peer = "one route of networkx"
    span = f", {max(spans):.4f} times the exact set at most" if spans else ""
    lines = [
        Result(
            "T10", f"cover of 1 % with bounds, {words}, {routes:.0f} routes{span}", median(covers),
            p95(covers), median(singles), peer, goal, "ms", len(pairs),
        ),
        Result(
            "T10", f"exact set with bounds, {words}; {done} of {len(exacts)} finished within {LABEL_CAP:,} "
            "labels, the others say so", median(exacts), p95(exacts), median(singles), peer, None, "ms",
            len(exacts),
        ),
    ]  # fmt: skip
    if goal is None:
        return lines
    return [
        *lines,
        Result("T10", "memory of the process at its highest", peak, peak, MEMORY_GOAL_MB, "goal", 1, "MB", 1),
    ]  # fmt: skip


def _span(cover: np.ndarray, exact: np.ndarray) -> float:
    """Worst factor by which the cover misses an exact vector."""
    return max(float((cover / np.maximum(row, 1)).max(axis=1).min()) for row in exact)

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
from corridor.search.bounds import CachedBounds
from corridor.search.pareto import LABEL_CAP, pareto

if TYPE_CHECKING:
    from benchmarks.world import World
    from corridor.search.pareto import Found

CENTRE = (43.6, 51.2)  # Aktau
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
WITHIN = 0.01
COVER_GOAL, MEMORY_GOAL_MB, SEARCH_GOAL = 0.8, 1024.0, 1 / 8
# Almaty, Astana, Khorgos, Aktau, Tashkent, Zhezkazgan to Belgrade, Niš, Bor, Novi Sad, Kraljevo
EAST = ((43.24, 76.9), (51.1, 71.4), (44.2, 80.4), (43.6, 51.2), (41.3, 69.2), (47.8, 67.7))
WEST = ((44.8, 20.5), (43.3, 21.9), (44.1, 22.1), (45.3, 19.8), (43.7, 20.7))
RANDOM_PAIRS, EXACT_PAIRS, SEED = 5, 3, 10
NAMES = (0, 1)


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
    """One network: cover with bounds anew, exact set, one route of networkx."""
    covers, searches, singles, exacts, spans = [], [], [], [], []
    columns = dict(enumerate(net.weights.T.copy()))
    shared = CachedBounds(net.tails, net.heads, net.states, columns)
    shared.towards(pairs[0][0], NAMES[:1])  # arcs are turned round once a network, as a peer builds its graph
    found: dict[tuple[int, int], Found] = {}
    done = 0
    for pair in pairs:
        kept = shared.anew()
        least, bounding = timed(lambda k=kept, t=pair[1]: k.towards(t, NAMES))
        found[pair], spent = timed(lambda p=pair, b=least: _found(net, p, b, WITHIN))
        searches.append(spent)
        covers.append(bounding + spent)
        if len(exacts) < EXACT_PAIRS:
            exact, spent = timed(lambda p=pair, b=least: _found(net, p, b, 0.0))
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
    words = f"{len(net.heads):,} arcs, {net.states:,} states"
    routes = median([len(one.sums) for one in found.values()])
    peer = "one route of networkx"
    span = f", {max(spans):.4f} times the exact set at most" if spans else ""
    lines = [
        Result(
            "T10", f"cover of 1 % with bounds, {words}, {routes:.0f} routes{span}", median(covers),
            p95(covers), median(singles), peer, goal, "ms", len(pairs),
        ),
        Result(
            "T10", f"exact set, search alone, {words}; {done} of {len(exacts)} finished within {LABEL_CAP:,} "
            "labels, the others say so", median(exacts), p95(exacts), median(singles), peer, None, "ms",
            len(exacts),
        ),
    ]  # fmt: skip
    if goal is None:
        return lines
    like = searches[: len(exacts)]
    return [
        *lines,
        Result(
            "T10", "cover of 1 %, search alone, against the exact set's", median(like), p95(like),
            median(exacts), "exact set, search alone, or until it gives up", SEARCH_GOAL, "ms", len(like),
        ),
        Result("T10", "memory of the process at its highest", peak, peak, MEMORY_GOAL_MB, "goal", 1, "MB", 1),
    ]  # fmt: skip


def _found(net: World, pair: tuple[int, int], least: np.ndarray, within: float) -> Found:
    """Search between two states."""
    return pareto(net.indptr, net.heads, net.weights, *pair, least=least, within=within)


def _span(cover: np.ndarray, exact: np.ndarray) -> float:
    """Worst factor by which the cover misses an exact vector."""
    return max(float((cover / np.maximum(row, 1)).max(axis=1).min()) for row in exact)

"""T1, T2, T3: exact sets, against the plain twin, recorded figures of jgrapht and one route of networkx."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from benchmarks import corridor_like
from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS, arcs_of, names, networkx_graph
from benchmarks.timing import rounds, same
from corridor.freight.search import searched, weights_of
from corridor.search import plain_twin
from corridor.search.bounds import CachedBounds
from corridor.search.pareto import pareto

if TYPE_CHECKING:
    from corridor.freight.arrays import Network
    from corridor.freight.search import Name
    from corridor.search.pareto import Found

TWIN_GOAL = 1 / 8
SINGLE_GOALS = {2: 40.0, 3: 60.0}
# routing.md: jgrapht's Martins took 62 and 231 ms where one query of networkx took 0.175 ms (0.15 to 0.20).
# A fortieth and an eightieth of that, in queries of networkx.
MARTINS_GOALS = {2: 62 / 40 / 0.175, 3: 231 / 80 / 0.175}
_SEED = 4


def measure(net: Network) -> list[Result]:
    """Measure one after another."""
    return [line for count in (2, 3) for line in (*_shipped(net, count), _seeded(count))]


def _shipped(net: Network, count: int) -> list[Result]:
    """All city pairs of the shipped network; kernel and twin both keep lower bounds by destination."""
    chosen = names(net, count)
    arcs = arcs_of(net, chosen)
    ours, theirs, pairs = _both(net, chosen, keeps=True)
    cold, cold_theirs, _pairs = _both(net, chosen, keeps=False)
    graph = networkx_graph(net.tails, net.heads, np.array([row[0] for *_ends, row in arcs]))
    (_routes, singles), (_sets, asked) = rounds(
        [partial(nx.bidirectional_dijkstra, graph, *pair) for pair in pairs],
        [partial(searched, net, *pair, chosen) for pair in PAIRS],
    )
    words = f"exact set, {count} criteria, {len(pairs)} city pairs"
    twin = "the same in plain Python"
    lines = []
    for how, one, other in (
        ("bounds kept by destination", ours, theirs),
        ("bounds worked out each time", cold, cold_theirs),
    ):
        lines += [
            Result(
                "T1", f"{words}, {how}", median(one), p95(one), median(other), twin, TWIN_GOAL, "ms", len(one)
            ),
            Result("T1", "the same, p95", p95(one), p95(one), p95(other), twin, TWIN_GOAL, "ms", len(one)),
        ]
    single = Result(
        "T3", f"{words}, p95", p95(asked), p95(asked), median(singles), "one route of networkx",
        SINGLE_GOALS[count], "ms", len(pairs),
    )  # fmt: skip
    return [*lines, single]


def _both(
    net: Network, chosen: list[Name], *, keeps: bool
) -> tuple[list[float], list[float], list[tuple[int, int]]]:
    """
    Process times of the kernel and of the twin for each pair, and the pairs; sets compared.

    The twin knows no places, so that neither side is told them here.
    """
    states, arcs = len(net.indptr) - 1, arcs_of(net, chosen)
    weights = weights_of(net, chosen)
    pairs = [(net.origin(one), net.destination(other)) for one, other in PAIRS]
    kept, plainly = CachedBounds(net.tails, net.heads, states, net.cached_bounds.weights), {}

    def kernel(pair: tuple[int, int]) -> Found:
        least = (kept if keeps else kept.anew()).towards(pair[1], chosen)
        return pareto(net.indptr, net.heads, weights, *pair, least=least)

    def twin(pair: tuple[int, int]) -> dict:
        if not keeps or pair[1] not in plainly:
            plainly[pair[1]] = plain_twin.bounds(arcs, states, pair[1])
        return plain_twin.pareto(arcs, *pair, bounds=plainly[pair[1]])

    (found, ours), (slow, theirs) = rounds(
        [partial(kernel, pair) for pair in pairs], [partial(twin, pair) for pair in pairs]
    )
    for pair, one, other in zip(pairs, found, slow, strict=True):
        same(str(pair), {tuple(row) for row in one.sums.tolist()}, set(other))
    return ours, theirs, pairs


def _seeded(count: int) -> Result:
    """Measure on a seeded network of the size on which jgrapht was measured, in queries of networkx."""
    net = corridor_like.built(_SEED, criteria=count)
    kept = CachedBounds(net.tails, net.heads, net.states, dict(enumerate(net.weights.T)))
    graph = networkx_graph(net.tails, net.heads, net.weights[:, 0])
    arcs = list(zip(net.tails.tolist(), net.heads.tolist(), map(tuple, net.weights.tolist()), strict=True))

    def kernel(pair: tuple[int, int]) -> Found:
        least = kept.towards(pair[1], range(count))
        return pareto(net.indptr, net.heads, net.weights, *pair, least=least)

    (found, ours), (_routes, singles) = rounds(
        [partial(kernel, pair) for pair in net.pairs],
        [partial(nx.bidirectional_dijkstra, graph, *pair) for pair in net.pairs],
    )
    for pair, one in zip(net.pairs[::10], found[::10], strict=True):
        slow = plain_twin.pareto(arcs, *pair, bounds=plain_twin.bounds(arcs, net.states, pair[1]))
        same(str(pair), {tuple(row) for row in one.sums.tolist()}, set(slow))
    return Result(
        "T2", f"exact set, {count} criteria, seeded network of {net.states} states and {len(net.heads)} arcs",
        median(ours), p95(ours), median(singles), "one route of networkx; goal from jgrapht's recorded times",
        MARTINS_GOALS[count], "ms", len(ours),
    )  # fmt: skip

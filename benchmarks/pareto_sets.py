"""T1, T2, T3: exact sets, against the plain twin, recorded figures of jgrapht and one route of networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from benchmarks import corridor_like
from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS, arcs_of, names, networkx_graph
from benchmarks.timing import same, timed
from corridor import reference
from corridor.bounds import KeptBounds
from corridor.pareto import pareto

if TYPE_CHECKING:
    from corridor.network import Network
    from corridor.network_search import Name

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
    singles = [timed(lambda s=s, t=t: nx.bidirectional_dijkstra(graph, s, t))[1] for s, t in pairs]
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
        "T3", f"{words}, p95", p95(ours), p95(ours), median(singles), "one route of networkx",
        SINGLE_GOALS[count], "ms", len(pairs),
    )  # fmt: skip
    return [*lines, single]


def _both(
    net: Network, chosen: list[Name], *, keeps: bool
) -> tuple[list[float], list[float], list[tuple[int, int]]]:
    """Process times of the kernel and of the twin for each pair, and the pairs; sets compared."""
    states, arcs = len(net.indptr) - 1, arcs_of(net, chosen)
    columns = {name: net.kept_bounds.weights[name] for name in chosen}
    weights = np.stack(list(columns.values()), axis=1)
    pairs = [(net.origin(one), net.destination(other)) for one, other in PAIRS]
    kept, plainly = KeptBounds(net.tails, net.heads, states, columns), {}
    ours, theirs = [], []
    for source, target in pairs:
        if not keeps:
            kept, plainly = KeptBounds(net.tails, net.heads, states, columns), {}

        def kernel(s: int = source, t: int = target, kept: KeptBounds = kept) -> object:
            least = kept.towards(t, chosen)
            return pareto(net.indptr, net.heads, weights, s, t, least=least, places=net.state_places)

        def twin(s: int = source, t: int = target, plainly: dict = plainly) -> object:
            if t not in plainly:
                plainly[t] = reference.bounds(arcs, states, t)
            return reference.pareto(arcs, s, t, bounds=plainly[t])

        found, spent = timed(kernel)
        ours.append(spent)
        slow, spent = timed(twin)
        theirs.append(spent)
        same(f"{source} to {target}", {tuple(row) for row in found.sums.tolist()}, set(slow))
    return ours, theirs, pairs


def _seeded(count: int) -> Result:
    """Measure on a seeded network of the size on which jgrapht was measured, in queries of networkx."""
    net = corridor_like.built(_SEED, criteria=count)
    kept = KeptBounds(net.tails, net.heads, net.states, dict(enumerate(net.weights.T)))
    graph = networkx_graph(net.tails, net.heads, net.weights[:, 0])
    arcs = list(zip(net.tails.tolist(), net.heads.tolist(), map(tuple, net.weights.tolist()), strict=True))
    ours, singles = [], []
    for at, (source, target) in enumerate(net.pairs):

        def kernel(s: int = source, t: int = target) -> object:
            return pareto(net.indptr, net.heads, net.weights, s, t, least=kept.towards(t, range(count)))

        found, spent = timed(kernel)
        ours.append(spent)
        singles.append(timed(lambda s=source, t=target: nx.bidirectional_dijkstra(graph, s, t))[1])
        if at % 10 == 0:
            slow = reference.pareto(arcs, source, target, bounds=reference.bounds(arcs, net.states, target))
            same(f"{source} to {target}", {tuple(row) for row in found.sums.tolist()}, set(slow))
    return Result(
        "T2", f"exact set, {count} criteria, seeded network of {net.states} states and {len(net.heads)} arcs",
        median(ours), p95(ours), median(singles), "one route of networkx; goal from jgrapht's recorded times",
        MARTINS_GOALS[count], "ms", len(ours),
    )  # fmt: skip

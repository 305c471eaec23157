"""T9: five clearly different ways, against Yen's twenty best of igraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS, igraph_graph
from benchmarks.timing import same, timed
from corridor.alternatives import COUNT, MOST_SHARED
from corridor.detours import different_paths
from corridor.network import CRITERIA

if TYPE_CHECKING:
    from corridor.network import Network

YEN_GOAL, YEN_COUNT, EVERY = 1 / 5, 20, 2


def measure(net: Network) -> list[Result]:
    """Compare process times; the best of both must be equal."""
    at = CRITERIA.index("distance_km")
    weights = net.kept_bounds.weights["ranked", at]
    graph = igraph_graph(net.tails, net.heads, weights, len(net.indptr) - 1)
    ours, theirs, counts = [], [], []
    for one, other in PAIRS[::EVERY]:
        found, spent = timed(lambda a=one, b=other: different_paths(net, a, b, at, COUNT, MOST_SHARED))
        ours.append(spent)
        counts.append(len(found))
        ends = net.origin(one), net.destination(other)
        best, spent = timed(
            lambda e=ends: graph.get_k_shortest_paths(*e, k=YEN_COUNT, weights="w", output="epath")
        )
        theirs.append(spent)
        same(f"{one} to {other}", weights[list(found[0])].sum(), weights[best[0]].sum())
    words = f"clearly different ways (share at most {MOST_SHARED}), {sum(counts) / len(counts):.1f} found"
    return [
        Result(
            "T9",
            words,
            median(ours),
            p95(ours),
            median(theirs),
            f"igraph, Yen's {YEN_COUNT} best",
            YEN_GOAL,
            "ms",
            len(ours),
        )
    ]

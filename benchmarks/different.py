"""T9: five clearly different ways, against Yen's twenty best of igraph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS, igraph_graph
from benchmarks.timing import rounds, same
from corridor.freight.arrays import CRITERIA
from corridor.routing.alternatives import COUNT, MAX_SHARED_LENGTH
from corridor.routing.detours import different_paths

if TYPE_CHECKING:
    from corridor.freight.arrays import Network

YEN_GOAL, YEN_COUNT, EVERY = 1 / 5, 20, 2


def measure(net: Network) -> list[Result]:
    """Compare process times; the best of both must be equal."""
    at = CRITERIA.index("distance_km")
    weights = net.cached_bounds.weights["ranked", at]
    graph = igraph_graph(net.tails, net.heads, weights, len(net.indptr) - 1)
    pairs = PAIRS[::EVERY]
    ends = [(net.origin(one), net.destination(other)) for one, other in pairs]
    yen = partial(graph.get_k_shortest_paths, k=YEN_COUNT, weights="w", output="epath")
    (found, ours), (best, theirs) = rounds(
        [partial(different_paths, net, *pair, at, COUNT, MAX_SHARED_LENGTH) for pair in pairs],
        [partial(yen, *pair) for pair in ends],
    )
    for pair, one, other in zip(pairs, found, best, strict=True):
        same(str(pair), weights[list(one[0])].sum(), weights[other[0]].sum())
    counts = [len(one) for one in found]
    words = (
        f"clearly different ways (share at most {MAX_SHARED_LENGTH}), {sum(counts) / len(counts):.1f} found"
    )
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

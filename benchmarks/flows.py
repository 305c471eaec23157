"""T8: both bounds of the yearly flow with the cut, against networkx and igraph doing the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import igraph
import networkx as nx

from benchmarks.result import Result, median, p95
from benchmarks.shipped import PAIRS
from benchmarks.timing import rounds, same
from corridor.freight.capacity import capacity, published

if TYPE_CHECKING:
    from corridor.freight.arrays import Network

NETWORKX_GOAL, IGRAPH_GOAL, FREE = 1 / 30, 1.0, 10**13


def measure(net: Network) -> list[Result]:
    """Compare process times and flows."""
    limits = published(net, "t")
    edges = [((place, 0), (place, 1), ("node", place)) for place in net.places]
    edges += [((hop.start, 1), (hop.end, 0), ("leg", hop.leg_id)) for hop in net.directions]
    number = {end: at for at, end in enumerate(sorted({end for edge in edges for end in edge[:2]}))}
    slow, fast = {}, {}
    for otherwise in (0, FREE):
        slow[otherwise] = nx.DiGraph()
        fast[otherwise] = igraph.Graph(n=len(number), directed=True)
        caps = [limits.get(part, otherwise) for *_ends, part in edges]
        for (tail, head, _part), cap in zip(edges, caps, strict=True):
            known = slow[otherwise].get_edge_data(tail, head, {"capacity": 0})["capacity"]
            slow[otherwise].add_edge(tail, head, capacity=known + cap)
        fast[otherwise].add_edges([(number[tail], number[head]) for tail, head, _part in edges])
        fast[otherwise].es["cap"] = caps
    ends = [((one, 1), (other, 0)) for one, other in PAIRS]
    (found, ours), (theirs, slower), (others, faster) = rounds(
        [partial(capacity, net, *pair) for pair in PAIRS],
        [partial(_by_networkx, slow, pair) for pair in ends],
        [partial(_by_igraph, fast, number[one], number[other]) for one, other in ends],
    )
    uppers = [one.upper for one in found]
    same("networkx", uppers, [None if upper >= FREE else upper for upper, _cut in theirs])
    same("igraph", uppers, [None if cut.value >= FREE else round(cut.value) for cut in others])
    words, figures = "lower and upper bound of the yearly flow, with the cut", (median(ours), p95(ours))
    return [
        Result("T8", words, *figures, median(slower), "networkx", NETWORKX_GOAL, "ms", len(ours)),
        Result("T8", words, *figures, median(faster), "igraph", IGRAPH_GOAL, "ms", len(ours)),
    ]


def _by_networkx(graphs: dict[int, nx.DiGraph], ends: tuple) -> tuple[int, object]:
    """Lower bound, then upper bound with its cut."""
    nx.maximum_flow_value(graphs[0], *ends)
    return nx.minimum_cut(graphs[FREE], *ends)


def _by_igraph(graphs: dict[int, igraph.Graph], source: int, target: int) -> igraph.Flow:
    """Lower bound, then upper bound with its cut."""
    graphs[0].maxflow_value(source, target, capacity="cap")
    return graphs[FREE].maxflow(source, target, capacity="cap")

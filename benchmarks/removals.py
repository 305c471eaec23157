"""T4, T5: every leg removed in turn, one criterion and the exact set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from benchmarks.result import Result, median, p95
from benchmarks.shipped import CHOSEN, PAIRS, igraph_graph, names, networkx_graph
from benchmarks.timing import same, timed
from corridor.network import CRITERIA, SCALE
from corridor.network_search import weights_of
from corridor.pareto import pareto
from corridor.removals import best_without, sets_without

if TYPE_CHECKING:
    import igraph

    from corridor.network import Network

CRITERION = "distance_km"
PEER_EVERY, SETS_EVERY = 6, 4  # peers take seconds for all pairs
NETWORKX_GOAL, IGRAPH_GOAL, SETS_GOAL = 1 / 150, 1 / 40, 1 / 5


def measure(net: Network) -> list[Result]:
    """Measure one after another."""
    return [*_one_criterion(net), _sets(net)]


def _one_criterion(net: Network) -> list[Result]:
    """Every leg removed, answers compared with those of both libraries on each sixth pair."""
    at = CRITERIA.index(CRITERION)
    legs = sorted({hop.leg_id for hop in net.hops})
    shut = {leg: net.arcs_of["leg", leg] for leg in legs}
    weights = net.typical[:, at]
    graph = networkx_graph(net.tails, net.heads, weights)
    other_graph = igraph_graph(net.tails, net.heads, weights, len(net.indptr) - 1)
    parts = [("leg", leg) for leg in legs]
    ours, slow, slower = [], [], []
    for number, (one, other) in enumerate(PAIRS):
        found, spent = timed(lambda a=one, b=other: best_without(net, a, b, criterion=CRITERION, parts=parts))
        ours.append(spent)
        if number % PEER_EVERY:
            continue
        ends = net.origin(one), net.destination(other)
        totals = [None if best is None else round(best.total * SCALE[at]) for best in found]
        theirs, spent = timed(lambda e=ends: [_by_networkx(net, graph, shut[leg], e) for leg in legs])
        slower.append(spent)
        same(f"{one} to {other}, networkx", totals, theirs)
        theirs, spent = timed(lambda e=ends: [_by_igraph(other_graph, shut[leg], e) for leg in legs])
        slow.append(spent)
        same(f"{one} to {other}, igraph", totals, theirs)
    words = f"each of {len(legs)} legs removed in turn, {CRITERION}"
    figures = (median(ours), p95(ours))
    return [
        Result("T4", words, *figures, median(slower), "networkx", NETWORKX_GOAL, "ms", len(ours)),
        Result("T4", words, *figures, median(slow), "igraph", IGRAPH_GOAL, "ms", len(ours)),
    ]


def _by_networkx(net: Network, graph: nx.DiGraph, shut: np.ndarray, ends: tuple[int, int]) -> int | None:
    """Shortest sum without some arcs; there are no parallel arcs in the shipped network."""
    edges = list(zip(net.tails[shut].tolist(), net.heads[shut].tolist(), strict=True))
    kept = [(tail, head, graph[tail][head]["weight"]) for tail, head in edges]
    graph.remove_edges_from(edges)
    try:
        return int(nx.bidirectional_dijkstra(graph, *ends)[0])
    except nx.NetworkXNoPath:
        return None
    finally:
        graph.add_weighted_edges_from(kept)


def _by_igraph(graph: igraph.Graph, shut: np.ndarray, ends: tuple[int, int]) -> int | None:
    """Shortest sum without some arcs, which weigh without end meanwhile."""
    kept = graph.es[shut.tolist()]["w"]
    graph.es[shut.tolist()]["w"] = float("inf")
    total = graph.distances(*ends, weights="w")[0][0]
    graph.es[shut.tolist()]["w"] = kept
    return None if total == float("inf") else int(total)


def _sets(net: Network) -> Result:
    """Exact sets without each leg, against solving for every leg."""
    legs = sorted({hop.leg_id for hop in net.hops})
    chosen = names(net, 3)
    ours, theirs = [], []
    for one, other in PAIRS[::SETS_EVERY]:
        found, spent = timed(lambda a=one, b=other: sets_without(net, a, b, criteria=CHOSEN[3], legs=legs))
        ours.append(spent)
        each, spent = timed(lambda a=one, b=other: [_solved(net, a, b, leg, chosen) for leg in legs])
        theirs.append(spent)
        same(f"{one} to {other}", [got.sums.tolist() for got in found], [got.sums.tolist() for got in each])
    return Result(
        "T5", f"exact set, 3 criteria, without each of {len(legs)} legs", median(ours), p95(ours),
        median(theirs), "solving for every leg, bounds anew", SETS_GOAL, "ms", len(ours),
    )  # fmt: skip


def _solved(net: Network, one: str, other: str, leg: str, chosen: list) -> object:
    """Set without a leg, lower bounds worked out without it."""
    banned = np.zeros(len(net.heads), dtype=np.uint8)
    banned[net.arcs_of["leg", leg]] = 1
    return pareto(
        net.indptr, net.heads, weights_of(net, chosen), net.origin(one), net.destination(other),
        banned=banned, places=net.state_places,
    )  # fmt: skip

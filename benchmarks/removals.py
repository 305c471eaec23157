"""T4, T5: every leg removed in turn, one criterion and the exact set."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from benchmarks import corridor_like
from benchmarks.result import Result, median, p95
from benchmarks.shipped import CHOSEN, PAIRS, igraph_graph, names, networkx_graph
from benchmarks.timing import rounds, same
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.freight.search import weights_of
from corridor.resilience.removals import best_without, sets_without
from corridor.search.bounds import CachedBounds
from corridor.search.kernel import UNREACHABLE
from corridor.search.pareto import pareto
from corridor.search.removal_kernel import without_each

if TYPE_CHECKING:
    from collections.abc import Callable

    import igraph

    from corridor.freight.arrays import Network
    from corridor.search.pareto import Found

CRITERION = "distance_km"
SEED = 4
PEER_EVERY, SETS_EVERY = 6, 4  # peers take seconds for all pairs
NETWORKX_GOAL, IGRAPH_GOAL, SETS_GOAL = 1 / 150, 1 / 40, 1 / 5


def measure(net: Network) -> list[Result]:
    """Measure one after another."""
    return [*_one_criterion(net), *_seeded(), _sets(net)]


def _one_criterion(net: Network) -> list[Result]:
    """Every leg removed, answers compared with those of both libraries on each sixth pair."""
    at = CRITERIA.index(CRITERION)
    legs = sorted({hop.leg_id for hop in net.hops})
    shut = {leg: net.arcs_of["leg", leg] for leg in legs}
    weights = net.typical[:, at]
    graph = networkx_graph(net.tails, net.heads, weights)
    other_graph = igraph_graph(net.tails, net.heads, weights, len(net.indptr) - 1)
    parts = [("leg", leg) for leg in legs]
    tails_heads = {
        leg: list(zip(net.tails[arcs].tolist(), net.heads[arcs].tolist(), strict=True))
        for leg, arcs in shut.items()
    }
    some = PAIRS[::PEER_EVERY]
    ends = [(net.origin(one), net.destination(other)) for one, other in some]

    def removed(one: str, other: str) -> list[int | None]:
        found = best_without(net, one, other, criterion=CRITERION, parts=parts)
        return [None if best is None else round(best.total * SCALE[at]) for best in found]

    def each(one: Callable, graph: object, ends: tuple[int, int]) -> list[int | None]:
        return [one(graph, tails_heads[leg] if one is _by_networkx else shut[leg], ends) for leg in legs]

    (found, ours), (theirs, slower), (others, slow) = rounds(
        [partial(removed, *pair) for pair in PAIRS],
        [partial(each, _by_networkx, graph, pair) for pair in ends],
        [partial(each, _by_igraph, other_graph, pair) for pair in ends],
        count=2,
    )
    same("networkx", found[::PEER_EVERY], theirs)
    same("igraph", found[::PEER_EVERY], others)
    words = f"each of {len(legs)} legs removed in turn, {CRITERION}"
    figures = (median(ours), p95(ours))
    return [
        Result("T4", words, *figures, median(slower), "networkx", NETWORKX_GOAL, "ms", len(ours)),
        Result("T4", words, *figures, median(slow), "igraph", IGRAPH_GOAL, "ms", len(ours)),
    ]


def _seeded() -> list[Result]:
    """Measure the same on a seeded network of the size on which the goals were set: the best way's legs."""
    net = corridor_like.built(SEED, criteria=1)
    kept = CachedBounds(net.tails, net.heads, net.states, {0: net.weights[:, 0].copy()})
    legs = np.unique(net.legs[net.legs >= 0])
    shut = [np.flatnonzero(net.legs == leg) for leg in legs]
    pairs = net.pairs[::3]
    graph = igraph_graph(net.tails, net.heads, net.weights[:, 0], net.states)
    plain = nx.MultiDiGraph()
    ends = list(zip(net.tails.tolist(), net.heads.tolist(), net.weights[:, 0].tolist(), strict=True))
    plain.add_edges_from((tail, head, at, {"weight": weight}) for at, (tail, head, weight) in enumerate(ends))
    edges = [[(*ends[at][:2], at, ends[at][2]) for at in arcs.tolist()] for arcs in shut]
    weights, nowhere = net.weights[:, 0].copy(), np.full(net.states, -1, np.int32)

    def removed(source: int, target: int) -> list[int | None]:
        least = kept.towards(target, (0,))
        found = pareto(net.indptr, net.heads, net.weights, source, target, least=least)
        used = [leg for leg in net.legs[list(found.arcs[0])].tolist() if leg >= 0]
        lists, list_ends = (
            np.concatenate([shut[leg] for leg in used]),
            np.cumsum([0, *(len(shut[leg]) for leg in used)]),
        )
        sums, *_rest = without_each(
            net.indptr, net.heads, weights, source, target, least[:, 0], nowhere, lists, list_ends
        )
        after = dict(zip(used, sums.tolist(), strict=True))
        answers = [after.get(leg, int(found.sums[0, 0])) for leg in range(len(legs))]
        return [None if total >= UNREACHABLE else total for total in answers]

    (found, ours), (theirs, slower), (others, slow) = rounds(
        [partial(removed, *pair) for pair in pairs],
        [partial(lambda pair: [_without(plain, arcs, pair) for arcs in edges], pair) for pair in pairs[::5]],
        [partial(lambda pair: [_by_igraph(graph, arcs, pair) for arcs in shut], pair) for pair in pairs[::5]],
        count=2,
    )
    same("networkx", found[::5], theirs)
    same("igraph", found[::5], others)
    words, figures = f"the same on a seeded network of {len(legs)} legs", (median(ours), p95(ours))
    return [
        Result("T4", words, *figures, median(slower), "networkx", NETWORKX_GOAL, "ms", len(ours)),
        Result("T4", words, *figures, median(slow), "igraph", IGRAPH_GOAL, "ms", len(ours)),
    ]


def _without(
    graph: nx.MultiDiGraph, edges: list[tuple[int, int, int, int]], ends: tuple[int, int]
) -> int | None:
    """Shortest sum without some of the arcs of a graph with parallel ones."""
    graph.remove_edges_from([edge[:3] for edge in edges])
    try:
        return int(nx.bidirectional_dijkstra(graph, *ends)[0])
    except nx.NetworkXNoPath:
        return None
    finally:
        graph.add_edges_from((tail, head, key, {"weight": weight}) for tail, head, key, weight in edges)


def _by_networkx(graph: nx.DiGraph, edges: list[tuple[int, int]], ends: tuple[int, int]) -> int | None:
    """Shortest sum without some arcs; there are no parallel arcs in the shipped network."""
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
    some = PAIRS[::SETS_EVERY]
    (found, ours), (each, theirs) = rounds(
        [partial(sets_without, net, *pair, criteria=CHOSEN[3], legs=legs) for pair in some],
        [partial(_solved_each, net, *pair, legs, chosen) for pair in some],
        count=1,
    )
    for pair, some_sets, all_sets in zip(some, found, each, strict=True):
        same(str(pair), [one.sums.tolist() for one in some_sets], [one.sums.tolist() for one in all_sets])
    return Result(
        "T5", f"exact set, 3 criteria, without each of {len(legs)} legs", median(ours), p95(ours),
        median(theirs), "solving for every leg, bounds anew", SETS_GOAL, "ms", len(ours),
    )  # fmt: skip


def _solved_each(net: Network, one: str, other: str, legs: list[str], chosen: list) -> list[Found]:
    """Find the sets without each leg, lower bounds worked out without it."""
    found = []
    for leg in legs:
        banned = np.zeros(len(net.heads), dtype=np.uint8)
        banned[net.arcs_of["leg", leg]] = 1
        found.append(
            pareto(
                net.indptr, net.heads, weights_of(net, chosen), net.origin(one), net.destination(other),
                banned=banned, places=net.state_places,
            )
        )  # fmt: skip
    return found

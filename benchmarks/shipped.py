"""The shipped network as the engine's benchmarks ask it: city pairs, criteria, graphs for peers."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import igraph
import networkx as nx
import numpy as np

from corridor.freight.search import names_of, weights_of

if TYPE_CHECKING:
    from corridor.freight.arrays import Network
    from corridor.freight.search import Name

CITIES = ("khorgos-cn", "almaty", "astana", "aktau-port", "tbilisi", "ankara", "sofia", "belgrade", "bor")
PAIRS = tuple(permutations(CITIES, 2))
CHOSEN = {2: ("time_h", "co2e_kg_per_t"), 3: ("time_h", "co2e_kg_per_t", "transhipments")}

Arc = tuple[int, int, tuple[int, ...]]


def arcs_of(net: Network, names: list[Name]) -> list[Arc]:
    """Arcs as plain Python wants them."""
    rows = map(tuple, weights_of(net, names).tolist())
    return list(zip(net.tails.tolist(), net.heads.tolist(), rows, strict=True))


def names(net: Network, count: int) -> list[Name]:
    """Name the sums and gaps of two or three criteria."""
    return names_of(net, CHOSEN[count])


def networkx_graph(tails: np.ndarray, heads: np.ndarray, weights: np.ndarray) -> nx.DiGraph:
    """Graph with the least weight of parallel arcs, the others left out as networkx would overwrite them."""
    order = np.lexsort((-weights, heads, tails))
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(
        zip(tails[order].tolist(), heads[order].tolist(), weights[order].tolist(), strict=True)
    )
    return graph


def igraph_graph(tails: np.ndarray, heads: np.ndarray, weights: np.ndarray, states: int) -> igraph.Graph:
    """Graph with its weights as edge attribute "w"."""
    graph = igraph.Graph(n=states, edges=np.column_stack((tails, heads)).tolist(), directed=True)
    graph.es["w"] = weights.tolist()
    return graph

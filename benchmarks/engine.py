"""T1, T3, T7, T8, T11: the engine on the shipped network, against its plain twin and against libraries."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import permutations
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
from scipy import stats

from benchmarks.result import Result, median, p95
from corridor import reference
from corridor.alternatives import spread
from corridor.asking import ask
from corridor.bounds import bounds
from corridor.capacity import QUANTITIES, capacity, published
from corridor.chain import steps_of
from corridor.dataset import load
from corridor.network import CRITERIA, network
from corridor.pareto import pareto
from corridor.risk import risk

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.network import Network

CITIES = ("khorgos-cn", "almaty", "astana", "aktau-port", "tbilisi", "ankara", "sofia", "belgrade", "bor")
CHOSEN = {2: ("time_h", "co2e_kg_per_t"), 3: ("time_h", "co2e_kg_per_t", "transhipments")}
TWIN_GOAL, FLOW_GOAL, DRAWS_GOAL = 1 / 8, 1 / 30, 1 / 3
SINGLE_GOALS = {2: 40.0, 3: 60.0}
FREE = 10**13
SAMPLES = 100_000


def measure() -> list[Result]:
    """Measure one after another."""
    net = network(load())
    return [*_sets(net, 2), *_sets(net, 3), _flow(net), _draws(net), _first_answer()]


def _sets(net: Network, count: int) -> list[Result]:
    """Exact sets of all city pairs: the kernel, its plain twin, one route of networkx."""
    columns = [CRITERIA.index(one) for one in CHOSEN[count]]
    with_gaps = [at for at in columns if net.gaps[:, at].any()]
    weights = np.concatenate((net.typical[:, columns], net.gaps[:, with_gaps]), axis=1)
    arcs = [
        (int(tail), int(head), tuple(row))
        for tail, head, row in zip(net.tails, net.heads, weights.tolist(), strict=True)
    ]
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((tail, head, row[0]) for tail, head, row in arcs)
    ours, theirs, singles = [], [], []
    pairs = [(net.origin(one), net.destination(other)) for one, other in permutations(CITIES, 2)]
    for source, target in pairs:
        found, spent = _timed(lambda s=source, t=target: pareto(net.indptr, net.heads, weights, s, t))
        ours.append(spent)
        slow, spent = _timed(lambda s=source, t=target: _plainly(net, weights, arcs, s, t))
        theirs.append(spent)
        if {tuple(row) for row in found.sums.tolist()} != set(slow):
            message = f"The sets of the kernel and of its twin differ between {source} and {target}."
            raise AssertionError(message)
        singles.append(_timed(lambda s=source, t=target: nx.bidirectional_dijkstra(graph, s, t))[1])
    words = f"exact set, {count} criteria, {len(pairs)} city pairs"
    twin = Result(
        "T1", words, median(ours), p95(ours), median(theirs), "the same in plain Python", TWIN_GOAL, "ms",
        len(pairs),
    )  # fmt: skip
    single = Result(
        "T3", f"{words}, p95", p95(ours), p95(ours), median(singles), "one route of networkx",
        SINGLE_GOALS[count], "ms", len(pairs),
    )  # fmt: skip
    return [twin, single]


def _plainly(net: Network, weights: np.ndarray, arcs: list, source: int, target: int) -> dict:
    """Search in plain Python with the same lower bounds."""
    nothing = np.zeros(len(arcs), np.uint8)
    least = bounds(net.tails, net.heads, weights, len(net.indptr) - 1, target, nothing)
    return reference.pareto(arcs, source, target, bounds=least)


def _flow(net: Network) -> Result:
    """Bounds of the yearly flow with the cut, against one flow of networkx."""
    limits = published(net, "t")
    graph = nx.DiGraph()
    for place in net.places:
        graph.add_edge((place, 0), (place, 1), capacity=limits.get(("node", place), FREE))
    for hop in net.hops:
        graph.add_edge((hop.start, 1), (hop.end, 0), capacity=limits.get(("leg", hop.leg_id), FREE))
    ours, theirs = [], []
    for one, other in permutations(CITIES, 2):
        ours.append(_timed(lambda a=one, b=other: capacity(net, a, b, unit=next(iter(QUANTITIES))))[1])
        theirs.append(_timed(lambda a=one, b=other: nx.maximum_flow_value(graph, (a, 1), (b, 0)))[1])
    return Result(
        "T8", "two bounds of the yearly flow, with cut", median(ours), p95(ours), median(theirs),
        "one flow of networkx", FLOW_GOAL, "ms", len(ours),
    )  # fmt: skip


def _draws(net: Network) -> Result:
    """Draws of several routes at once, against scipy.stats route by route."""
    data = net.dataset
    found = ask(data, "Astana", "Belgrade", criteria="time,co2e")
    chosen = (*spread(data, found), *found.hops)[:12]
    steps = {route: steps_of(data, found.hops[route]) for route in chosen}
    ours, theirs = [], []
    for seed in range(5):
        ours.append(_timed(lambda s=seed: risk(steps, samples=SAMPLES, seed=s))[1])
        theirs.append(_timed(lambda s=seed: _by_scipy(steps, s))[1])
    words = f"{SAMPLES:,} draws of {len(steps)} routes, with comparison and shares"
    return Result("T7", words, median(ours), p95(ours), median(theirs), "scipy.stats", DRAWS_GOAL, "ms", 5)


def _by_scipy(steps: dict, seed: int) -> list[np.ndarray]:
    """Percentiles route by route, every part of every route drawn anew."""
    answers = []
    for frame in steps.values():
        known = frame[frame["time_h_basis"].notna() & (frame["time_h_basis"] != "missing")]
        total = np.zeros(SAMPLES)
        for low, typical, high in known[["time_h_low", "time_h_typical", "time_h_high"]].to_numpy():
            if high > low:
                shape = (typical - low) / (high - low)
                total += stats.triang.rvs(shape, low, high - low, size=SAMPLES, random_state=seed)
            else:
                total += low
        answers.append(np.percentile(total, [10, 50, 90]))
    return answers


def _first_answer() -> Result:
    """Time the first answer of a process whose kernel was compiled before."""
    script = (
        "import time;from corridor.asking import ask;from corridor.dataset import load;data=load();"
        "t=time.perf_counter();ask(data,'Astana','Belgrade');print((time.perf_counter()-t)*1000)"
    )
    spent = [
        float(
            subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout
        )
        for _ in range(5)
    ]
    words = "first answer of a process, network built, kernel from its cache"
    return Result("T11", words, median(spent), p95(spent), 1500.0, "goal", 1.0, "ms", 5)


def _timed(work: Callable[[], object]) -> tuple[Any, float]:
    """Answer and process time in milliseconds."""
    start = time.process_time()
    answer = work()
    return answer, (time.process_time() - start) * 1000

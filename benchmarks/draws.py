"""T7: draws of several routes at once, against scipy.stats route by route."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import stats

from benchmarks.result import Result, median, p95
from benchmarks.timing import timed
from corridor.chain.steps import steps_of
from corridor.freight.arrays import CRITERIA
from corridor.routing.risk import risk
from corridor.routing.routes import routes

if TYPE_CHECKING:
    from corridor.freight.arrays import Network

GOAL, ERROR_GOAL = 1 / 3, 0.003
ROUTES, SAMPLES, MANY, SEEDS = 12, 100_000, 1_000_000, 5
PERCENTILES = ["p10", "p50", "p90"]


def measure(net: Network) -> list[Result]:
    """Compare process times, and percentiles with those of ten times as many draws."""
    data = net.dataset
    found = routes(net, "astana", "belgrade", criteria=CRITERIA)
    chosen = list(found.hops)[:ROUTES]
    steps = {route: steps_of(data, found.hops[route]) for route in chosen}
    ours, theirs, tables = [], [], []
    for seed in range(SEEDS):
        answer, spent = timed(lambda s=seed: risk(steps, samples=SAMPLES, seed=s))
        ours.append(spent)
        tables.append(answer.table[PERCENTILES].to_numpy())
        theirs.append(timed(lambda s=seed: _by_scipy(steps, s))[1])
    many = risk(steps, samples=MANY, seed=SEEDS).table[PERCENTILES].to_numpy()
    worst = max(float(np.abs(table / many - 1).max()) for table in tables)
    words = f"{SAMPLES:,} draws of {len(steps)} routes, with comparison and shares"
    return [
        Result("T7", words, median(ours), p95(ours), median(theirs), "scipy.stats", GOAL, "ms", SEEDS),
        Result(
            "T7", "worst error of P10, P50, P90", worst * 100, worst * 100, ERROR_GOAL * 100,
            f"goal, against {MANY:,} draws", 1.0, "%", SEEDS,
        ),
    ]  # fmt: skip


def _by_scipy(steps: dict, seed: int) -> list[np.ndarray]:
    """Percentiles route by route, every part of every route drawn anew."""
    answers = []
    generator = np.random.default_rng(seed)
    for frame in steps.values():
        known = frame[frame["time_h_basis"].notna() & (frame["time_h_basis"] != "missing")]
        total = np.zeros(SAMPLES)
        for low, typical, high in known[["time_h_low", "time_h_typical", "time_h_high"]].to_numpy():
            if high > low:
                shape = (typical - low) / (high - low)
                total += stats.triang.rvs(shape, low, high - low, size=SAMPLES, random_state=generator)
            else:
                total += low
        answers.append(np.percentile(total, [10, 50, 90]))
    return answers

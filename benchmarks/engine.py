"""T1 to T11 and T13: the engine on the shipped network, on seeded ones and on the world's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import different, draws, first_answer, flows, growth, pareto_sets, processes, reach, removals
from corridor.dataset.tables import load
from corridor.freight.arrays import network
from corridor.search.compile import warm_kernels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.result import Result


def measure() -> Iterator[Result]:
    """Measure one after another."""
    warm_kernels()
    net = network(load())
    for subject in (pareto_sets, removals, reach, draws, flows, different, processes):
        yield from subject.measure(net)
    yield from first_answer.measure()
    yield from growth.measure()

"""The plain route for Prometheus: what this process has counted, for the machines that may know it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import streamlit as st
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import PlainTextResponse, Response

from corridor import __version__
from corridor.memory.caches import all_caches
from ui.serving.measures import Measures, measures
from ui.settings.dataset import dataset, served
from ui.settings.environment import METRICS
from ui.settings.trusted_proxies import address_of, is_forwarded, trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prometheus_client.metrics_core import Metric
    from starlette.requests import Request
    from starlette.types import Scope

    from ui.serving.queues import Queue


def metrics(queues: Sequence[Queue]) -> Callable[[Request], Response]:
    """
    Make the endpoint. Machines that the setting ``CORRIDOR_METRICS`` does not name learn nothing of it.

    Parameters
    ----------
    queues
        The queues of the server.
    """
    collector = _State(queues)

    def answer(request: Request) -> Response:
        headers = {"Cache-Control": "no-store"}
        if not may_read(request.scope):
            return PlainTextResponse("Nothing was found at this address.", status_code=404, headers=headers)
        return Response(written(measures, collector), media_type=CONTENT_TYPE_LATEST, headers=headers)

    return answer


def may_read(scope: Scope) -> bool:
    """
    Whether a request comes straight from a machine that the setting names.

    One that came over a proxy never does: behind it every visitor has the address of the proxy.
    """
    networks = trusted(os.environ.get(METRICS, ""), METRICS)
    client = scope.get("client")
    if not networks or client is None or is_forwarded(scope):
        return False
    address = address_of(client[0])
    return address is not None and any(address in network for network in networks)


def written(counted: Measures, state: _State) -> bytes:
    """Write everything in the text form of Prometheus."""
    return generate_latest(counted.registry) + generate_latest(state)


class _State:
    """What is looked up when it is asked for, rather than counted."""

    def __init__(self, queues: Sequence[Queue]) -> None:
        self._queues = queues

    def collect(self) -> Iterator[Metric]:
        """Iterate over the families of measures."""
        yield from _versions()
        yield from _recent_runs()
        waiting = GaugeMetricFamily(
            "corridor_queue_tasks", "Work that runs or waits in a queue.", labels=("queue",)
        )
        for queue in self._queues:
            waiting.add_metric((queue.name,), len(queue))
        yield waiting
        yield from _caches()


def _versions() -> Iterator[Metric]:
    """Which program and which data are served."""
    program = GaugeMetricFamily("corridor_program", "The program.", labels=("version", "streamlit"))
    program.add_metric((__version__, st.__version__), 1)
    yield program
    found = dataset()
    data = GaugeMetricFamily("corridor_data", "The data.", labels=("version", "content_hash"))
    data.add_metric((found.version, found.content_hash), 1)
    yield data
    is_last = GaugeMetricFamily(
        "corridor_data_is_last_good", "1 while the newest data cannot be used and earlier ones are served."
    )
    is_last.add_metric((), bool(served.fault))
    yield is_last


def _recent_runs() -> Iterator[Metric]:
    """Median and 95th percentile of the last runs."""
    recent = measures.recent_s()
    if recent is not None:
        found = GaugeMetricFamily(
            "corridor_recent_run_seconds", "Time of the last runs, up to 512.", labels=("quantile",)
        )
        for name, value in zip(("0.5", "0.95"), recent, strict=True):
            found.add_metric((name,), value)
        yield found


def _caches() -> Iterator[Metric]:
    """How full each cache is, and how often it helped."""
    entries = GaugeMetricFamily("corridor_cache_entries", "Results that a cache holds.", labels=("cache",))
    bounds = GaugeMetricFamily(
        "corridor_cache_bound", "Results that a cache may hold at most.", labels=("cache",)
    )
    hits = CounterMetricFamily("corridor_cache_hits", "How often a result was there.", labels=("cache",))
    misses = CounterMetricFamily("corridor_cache_misses", "How often it had to be made.", labels=("cache",))
    for cache in all_caches():
        label = (cache.name,)
        entries.add_metric(label, cache.entries)
        misses.add_metric(label, cache.misses)
        if cache.bound is not None:
            bounds.add_metric(label, cache.bound)
        if cache.hits is not None:
            hits.add_metric(label, cache.hits)
    yield from (entries, bounds, hits, misses)

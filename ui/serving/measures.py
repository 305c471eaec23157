"""What the server counts of itself for the operator: runs, requests, sockets, files, faults."""

from __future__ import annotations

import time
from collections import deque
from contextlib import contextmanager
from statistics import quantiles
from threading import Lock
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_RECENT = 512
_RUN_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_REQUEST_S = (0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0, 30.0)


class Run:
    """
    A run of a page that is in progress.

    Attributes
    ----------
    outcome
        "ok", "fault", or "stopped" where a newer click ends the run.
    lasted_s
        Seconds that it took; 0 while it is in progress.
    """

    def __init__(self) -> None:
        self.outcome = "ok"
        self.lasted_s = 0.0

    def fail(self) -> None:
        """Count the run as one with a fault, though the visitor was told in words."""
        self.outcome = "fault"


class Measures:
    """
    The counters of one process. Every label has few values that are known beforehand.

    Parameters
    ----------
    clock
        Seconds that only grow.
    """

    def __init__(self, *, clock: Callable[[], float] = time.perf_counter) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._clock = clock
        self._recent: deque[float] = deque(maxlen=MAX_RECENT)
        self._lock = Lock()
        self._runs = Counter("corridor_runs", "Runs of pages.", ("page", "outcome"), registry=self.registry)
        self._run_s = Histogram(
            "corridor_run_seconds", "Time of a run.", ("page",), buckets=_RUN_S, registry=self.registry
        )
        self._in_progress = Gauge(
            "corridor_runs_in_progress", "Runs that are in progress.", registry=self.registry
        )
        self.requests = Counter(
            "corridor_requests", "Answered requests.", ("kind", "status"), registry=self.registry
        )
        self.request_s = Histogram(
            "corridor_request_seconds",
            "Time until an answer was sent.",
            ("kind",),
            buckets=_REQUEST_S,
            registry=self.registry,
        )
        self.sockets = Gauge(
            "corridor_sockets", "Open connections of pages, one a visitor's tab.", registry=self.registry
        )
        self.files = Counter(
            "corridor_files", "Files of views that were made.", ("form",), registry=self.registry
        )
        self.faults = Counter(
            "corridor_faults", "Errors that nobody expected.", ("where",), registry=self.registry
        )
        for where in ("run", "request"):
            self.faults.labels(where)

    @contextmanager
    def run(self, page: str) -> Iterator[Run]:
        """
        Count and time a run of a page.

        Parameters
        ----------
        page
            Name of the page, one of those that there are.
        """
        run, begun = Run(), self._clock()
        self._in_progress.inc()
        try:
            yield run
        except Exception:
            run.outcome = "fault"
            raise
        except BaseException:
            # Streamlit ends a run that a newer click replaces with an exception of this kind.
            run.outcome = "stopped"
            raise
        finally:
            run.lasted_s = self._clock() - begun
            self._in_progress.dec()
            self._count(page, run)

    def recent_s(self) -> tuple[float, float] | None:
        """Median and 95th percentile of the last runs, in seconds; None before the second one."""
        with self._lock:
            lasted = list(self._recent)
        if len(lasted) < 2:  # noqa: PLR2004 - a percentile needs two values
            return None
        found = quantiles(lasted, n=20, method="inclusive")
        return found[9], found[18]

    def _count(self, page: str, run: Run) -> None:
        """Count a run that has ended; one that was stopped says nothing of how long a page takes."""
        self._runs.labels(page, run.outcome).inc()
        if run.outcome == "fault":
            self.faults.labels("run").inc()
        if run.outcome == "stopped":
            return
        self._run_s.labels(page).observe(run.lasted_s)
        with self._lock:
            self._recent.append(run.lasted_s)


measures = Measures()

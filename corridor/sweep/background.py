"""Sweeps of a server's visitors: a few at once, each in a process that gives way to everything else."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Literal

from corridor.errors import SweepError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.sweep.tasks import Sweep

State = Literal["running", "done", "failed", "cancelled"]

MAX_TASKS = 150
"""So many questions a visitor may ask at once; more are a matter for ``corridor sweep``."""
MAX_AT_ONCE = 2
MAX_KEPT = 8
UNWATCHED_S = 90.0
"""Who does not ask about a sweep for so long holds it no more; a hidden page asks once a minute."""
MAX_S = 1_200.0
_NICE = 15
_TICK_S = 0.5
_PATIENCE_S = 3.0


@dataclass(frozen=True, kw_only=True)
class Progress:
    """
    How far a sweep is.

    Attributes
    ----------
    state
        "running", "done", "failed" or "cancelled".
    done, tasks
        How many of how many questions are answered.
    parquet
        The result as a Parquet file, once it is done.
    """

    state: State
    done: int
    tasks: int
    parquet: bytes = b""


class _Job:
    """One sweep with its process."""

    def __init__(self, sweep: Sweep, folder: str) -> None:
        self.tasks = len(sweep.tasks)
        self.done = 0
        self.state: State = "running"
        self.parquet = b""
        self.started = time.monotonic()
        self.holders: dict[str, float] = {}
        self.left: set[str] = set()
        self._place = Path(tempfile.mkdtemp(prefix="corridor-sweep-"))
        self._out = self._place / "sweep.parquet"
        asked = {"sweep": asdict(sweep), "folder": folder, "out": str(self._out)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "corridor.sweep.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            process_group=0,
            env=_environment(),
        )
        _lower_priority(self.process.pid)
        if self.process.stdin is not None:
            with suppress(BrokenPipeError), self.process.stdin as pipe:
                json.dump(asked, pipe)
        Thread(target=self._listen, daemon=True).start()
        Thread(target=self._watch, daemon=True).start()

    def hold(self, holder: str) -> None:
        """Note that a visit wants the result."""
        self.left.discard(holder)
        self.holders[holder] = time.monotonic()

    def leave(self, holder: str) -> bool:
        """Note that a visit wants it no more; tell whether nobody else does."""
        self.left.add(holder)
        self.holders.pop(holder, None)
        now = time.monotonic()
        return all(now - seen > UNWATCHED_S for seen in self.holders.values())

    def cancel(self) -> None:
        """End the process and all that it started, and wait until it is gone."""
        if self.state == "running":
            self.state = "cancelled"
        _end(self.process)

    def _listen(self) -> None:
        """Count the tasks done until the process ends, then take its result in."""
        if self.process.stdout is None:
            return
        with self.process.stdout as lines:
            for line in lines:
                if line.strip().isdigit():
                    self.done = int(line)
        code = self.process.wait()
        if self.state == "running":
            is_whole = code == 0 and self._out.exists()
            self.parquet = self._out.read_bytes() if is_whole else b""
            self.state = "done" if is_whole else "failed"
        shutil.rmtree(self._place, ignore_errors=True)

    def _watch(self) -> None:
        """End a sweep that nobody asks about any more, or that takes too long."""
        while self.process.poll() is None:
            now = time.monotonic()
            with _lock:
                seen = list(self.holders.values())
            if now - max(seen, default=self.started) > UNWATCHED_S or now - self.started > MAX_S:
                self.cancel()
            time.sleep(_TICK_S)


_jobs: OrderedDict[str, _Job] = OrderedDict()
_lock = Lock()


def start(sweep: Sweep, folder: str, holder: str = "") -> str:
    """
    Start a sweep, or join the one that somebody has asked for already.

    Parameters
    ----------
    sweep
        The question, of at most `MAX_TASKS` tasks.
    folder
        As for `corridor.sweep.rows.answered`.
    holder
        The visit that wants the result.

    Returns
    -------
    str
        Its ticket: the same question has the same.

    Raises
    ------
    SweepError
        If it has too many tasks, or as many sweeps run as may.
    """
    if len(sweep.tasks) > MAX_TASKS:
        raise SweepError("sweep-size", tasks=len(sweep.tasks), most=MAX_TASKS)
    ticket = sweep.digest
    with _lock:
        known = _jobs.get(ticket)
        if known is not None and known.state in {"running", "done"}:
            known.hold(holder)
            return ticket
        running = sum(job.state == "running" for job in _jobs.values())
        if running >= MAX_AT_ONCE:
            raise SweepError("sweep-busy", running=running)
        _jobs.pop(ticket, None)
        _jobs[ticket] = _Job(sweep, folder)
        _jobs[ticket].hold(holder)
        _forget()
    return ticket


def progress(ticket: str, holder: str = "") -> Progress | None:
    """
    Say how far a sweep is; who looks at one that runs holds it too, unless it has cancelled.

    Parameters
    ----------
    ticket
        As `start` gave it.
    holder
        The visit that asks.

    Returns
    -------
    Progress or None
        None if there is no such sweep, or it has been forgotten. "cancelled" for a visit that has cancelled,
        even if it runs on for others.
    """
    with _lock:
        job = _jobs.get(ticket)
        if job is None:
            return None
        state = job.state
        if state == "running" and holder in job.left:
            state = "cancelled"
        elif state == "running":
            job.hold(holder)
    return Progress(state=state, done=job.done, tasks=job.tasks, parquet=job.parquet)


def result(ticket: str) -> bytes:
    """Return the result of a sweep that is done as a Parquet file; empty for any other."""
    with _lock:
        job = _jobs.get(ticket)
    return job.parquet if job is not None and job.state == "done" else b""


def cancel(ticket: str, holder: str = "") -> None:
    """Give a sweep up for one visit; if no other holds it, no process of it is left when this returns."""
    with _lock:
        job = _jobs.get(ticket)
        is_free = job is not None and job.leave(holder)
    if job is not None and is_free:
        job.cancel()


def cancel_all() -> None:
    """End every sweep."""
    with _lock:
        jobs = list(_jobs.values())
    for job in jobs:
        job.cancel()


atexit.register(cancel_all)


def _forget() -> None:
    """Forget the oldest results that are no longer running."""
    over = [ticket for ticket, job in _jobs.items() if job.state != "running"]
    for ticket in over[: max(0, len(_jobs) - MAX_KEPT)]:
        del _jobs[ticket]


def _environment() -> Mapping[str, str]:
    """Give the child one thread, and the modules that this process has."""
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    return {**os.environ, **threads, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _lower_priority(pid: int) -> None:
    """Let a process run only where others leave the processor free; elsewhere than on Linux, seldom."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, _NICE)
    with suppress(OSError, AttributeError):
        os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))


def _end(process: subprocess.Popen[str]) -> None:
    """End a process group, by force if it does not go."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, sign)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE_S)

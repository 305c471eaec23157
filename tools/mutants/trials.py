"""Run test files, each trial in a process forked from one that has loaded the big libraries already."""

from __future__ import annotations

import os
import resource
import signal
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import hypothesis
import numba
import pandas as pd
import pyarrow as pa
import pytest
import scipy.sparse.csgraph
import shapely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Loaded here once, so that no trial loads them anew; the core itself must not be among them.
WARM = (numba, pa, pd, scipy, shapely)
# Hypothesis is loaded before pytest could rewrite its assertions; that is no fault of a test.
_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
# On a busy machine a process waits for most of its time.
_WALL_TIMES = 15
_COULD_NOT_RUN = 70
_ENDED_BY_LIMIT = {signal.SIGXCPU, signal.SIGKILL, signal.SIGALRM}


@dataclass(frozen=True, kw_only=True)
class Trial:
    """
    What to run.

    Attributes
    ----------
    name
        What the trial is called by whoever asks for it.
    files
        Test files, in this order, until the first test fails.
    prepare
        Called in the process before anything of the project is imported.
    limit_s
        Seconds of processor time after which the process is ended.
    compiled
        Whether numba compiles; without it, kernels run as plain Python.
    finish
        Called in the process after the tests.
    """

    name: str
    files: Sequence[str]
    prepare: Callable[[], None]
    limit_s: int
    compiled: bool = True
    finish: Callable[[], None] | None = None


@dataclass(frozen=True)
class Result:
    """How a trial ended ("passed", "failed" or "timeout") and after how many seconds of processor time."""

    outcome: str
    seconds: float


def run(trials: Iterable[Trial], *, jobs: int) -> Iterator[tuple[Trial, Result]]:
    """
    Run trials, some at a time.

    Parameters
    ----------
    trials
        What to run.
    jobs
        How many at a time.

    Yields
    ------
    tuple of Trial and Result
        Each trial with its result, in the order in which they end.
    """
    waiting, running = iter(trials), dict[int, Trial]()
    while True:
        while len(running) < jobs and (trial := next(waiting, None)) is not None:
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                _be(trial)
            running[child] = trial
        if not running:
            return
        child, status, usage = os.wait4(-1, 0)
        yield running.pop(child), Result(_outcome(status), usage.ru_utime + usage.ru_stime)


def _outcome(status: int) -> str:
    """Read how a process ended."""
    if os.WIFSIGNALED(status):
        return "timeout" if os.WTERMSIG(status) in _ENDED_BY_LIMIT else "failed"
    return "passed" if os.WEXITSTATUS(status) == pytest.ExitCode.OK else "failed"


def _be(trial: Trial) -> NoReturn:
    """Be the process of a trial: what it writes is thrown away, and it never returns."""
    code = _COULD_NOT_RUN
    try:
        os.setsid()  # a signal to the group of a test goes no further than its trial
        resource.setrlimit(resource.RLIMIT_CPU, (trial.limit_s, trial.limit_s + 2))
        signal.alarm(trial.limit_s * _WALL_TIMES)
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
            os.dup2(nowhere.fileno(), sys.stderr.fileno())
        # The same examples each time, and none remembered from a run with another mutation.
        hypothesis.settings.register_profile("mutants", database=None, derandomize=True)
        hypothesis.settings.load_profile("mutants")
        numba.config.DISABLE_JIT = not trial.compiled
        trial.prepare()
        code = int(pytest.main([*_OPTIONS, *trial.files]))
        if trial.finish is not None:
            trial.finish()
    except BaseException:  # noqa: BLE001 - nothing may come back into the driver
        traceback.print_exc()
    finally:
        os._exit(code)

"""T11: the first answer of a process whose kernels were compiled before."""

from __future__ import annotations

import subprocess
import sys

from benchmarks.result import Result, median, p95

GOAL_MS, RUNS = 1500.0, 5
SCRIPT = (
    "import time;from corridor.routing.ask import ask;from corridor.dataset.tables import load;data=load();"
    "t=time.process_time();ask(data,'Astana','Belgrade');print((time.process_time()-t)*1000)"
)


def measure() -> list[Result]:
    """Build the network, load the kernel from its cache, answer."""
    runs = [
        subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True)
        for _ in range(RUNS)
    ]
    spent = [float(run.stdout) for run in runs]
    words = "first answer of a process, network built, kernel from its cache"
    return [Result("T11", words, median(spent), p95(spent), GOAL_MS, "goal", 1.0, "ms", RUNS)]

"""T12: loading with validation of the shipped package, against pandas reading the same files."""

from __future__ import annotations

import time
from pathlib import Path

import pandas as pd

from benchmarks.result import Result, median, p95
from corridor.dataset import tables

FOLDER = Path(__file__).resolve().parent.parent / "data" / "routes"
REPETITIONS = 11


def measure() -> list[Result]:
    """Interleave both ways and compare their process time."""
    files = sorted(FOLDER.glob("*.csv"))
    ours, theirs = [], []
    tables.load(FOLDER)
    for _ in range(REPETITIONS):
        start = time.process_time()
        for file in files:
            pd.read_csv(file)
        theirs.append((time.process_time() - start) * 1000)
        start = time.process_time()
        tables.load(FOLDER)
        ours.append((time.process_time() - start) * 1000)
    return [
        Result(
            "T12",
            f"load and validate {len(files)} tables",
            median(ours),
            p95(ours),
            median(theirs),
            "pandas.read_csv of the same files",
            3.0,
            "ms",
            REPETITIONS,
        )
    ]

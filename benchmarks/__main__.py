"""Runs the benchmarks and prints one table; exit code 1 if a target is missed."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version

from benchmarks import dataset, engine, pages
from benchmarks.result import HEADER, load_average

SUITES = {"dataset": dataset.measure, "engine": engine.measure, "pages": pages.measure}
VERSIONS = (
    "streamlit",
    "streamlit-folium",
    "folium",
    "pandas",
    "geopandas",
    "numba",
    "scipy",
    "ortools",
    "networkx",
    "igraph",
)


def main(chosen: list[str]) -> int:
    """Run the suites named on the command line, or all; return the exit code."""
    named = ", ".join(f"{name} {version(name)}" for name in VERSIONS)
    print(f"Python {platform.python_version()}, {named}; load average {load_average()}\n")
    print(HEADER)
    missed = 0
    for name, suite in SUITES.items():
        if chosen and name not in chosen:
            continue
        for result in suite():
            print(result.line(), flush=True)
            missed += not result.met
    print(f"\nload average {load_average()}; {missed} missed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

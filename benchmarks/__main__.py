"""Runs the benchmarks and prints one table; exit code 1 if a target is missed."""

from __future__ import annotations

import platform
import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from benchmarks.result import HEADER, load_average

# Each is imported when it runs: the pages need none of the engine's peers.
SUITES = ("dataset", "engine", "pages", "first_picture", "briefs")
PACKAGES = (
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
    print(f"Python {platform.python_version()}, {_installed()}; load average {load_average()}\n")
    print(HEADER)
    missed = 0
    for name in SUITES:
        if chosen and name not in chosen:
            continue
        for result in import_module(f"benchmarks.{name}").measure():
            print(result.line(), flush=True)
            missed += not result.met
    print(f"\nload average {load_average()}; {missed} missed")
    return 1 if missed else 0


def _installed() -> str:
    """Name the versions of the packages that are there."""
    found = []
    for name in PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The verb of the command line that asks for many routes at once: sweep."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli.extras import require
from corridor.dataset.tables import SHIPPED, load
from corridor.errors import CorridorError
from corridor.words.plural import counted

if TYPE_CHECKING:
    import argparse

_WIDTH = 32
_SEED = 20_260_227


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "find routes for every origin, destination, scenario and date, as one Parquet file"
    verb = verbs.add_parser("sweep", help=words, description=f"{words}. An interrupted run resumes.")
    verb.add_argument("--origins", default="", help="places joined by commas (the cities of Kazakhstan)")
    verb.add_argument("--destinations", default="", help="places joined by commas (the cities of Serbia)")
    verb.add_argument(
        "--scenarios", default="today", help="scenarios joined by commas; today changes nothing (today)"
    )
    verb.add_argument("--dates", default="", help="years or days joined by commas (none)")
    verb.add_argument(
        "--criteria",
        default="time,cost",
        help="joined by commas: time, cost, co2e, distance, borders, transhipments (time,cost)",
    )
    verb.add_argument(
        "--avoid", default="", help="country codes, modes, ids of nodes or legs, joined by commas (nothing)"
    )
    verb.add_argument(
        "--rows", default="route", choices=("route", "best"), help="every route, or the best only (route)"
    )
    verb.add_argument("--samples", type=int, default=0, help="draws of the time of each route (0: none)")
    verb.add_argument("--seed", type=int, default=_SEED, help="seed of the draws")
    verb.add_argument("--out", type=Path, default=Path("sweep.parquet"), help="file to write (sweep.parquet)")
    verb.add_argument(
        "--cluster",
        default="",
        help="address of the scheduler of a Dask cluster, such as tcp://127.0.0.1:8786 (processes here)",
    )
    verb.add_argument(
        "--processes", type=int, help="processes to use without a cluster (as many as processors)"
    )
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.set_defaults(verb=_sweep)


def _sweep(options: argparse.Namespace) -> int:
    """Run the sweep."""
    from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA  # noqa: PLC0415 - takes long to load
    from corridor.sweep.run import run  # noqa: PLC0415 - the same
    from corridor.sweep.tasks import sweep_of  # noqa: PLC0415 - the same

    if options.cluster:
        require("distributed", extra="sweep")
    dataset = load(options.folder)
    sweep = sweep_of(
        dataset,
        origins=_listed(options.origins) or KAZAKHSTAN,
        destinations=_listed(options.destinations) or SERBIA,
        scenarios=_listed(options.scenarios) or ("today",),
        dates=_listed(options.dates) or ("",),
        criteria=tuple(_listed(options.criteria)),
        avoid=tuple(_listed(options.avoid)),
        rows=options.rows,
        samples=options.samples,
        seed=options.seed,
    )
    started = time.monotonic()

    def told(done: int, count: int) -> None:
        filled = round(_WIDTH * done / count)
        bar = "#" * filled + "." * (_WIDTH - filled)
        passed = time.monotonic() - started
        end = "\n" if done == count else ""
        print(f"\r[{bar}] {done}/{count} chunks, {passed:.0f} s", end=end, file=sys.stderr, flush=True)

    try:
        rows = run(
            dataset,
            sweep,
            options.out,
            folder=options.folder,
            scheduler=options.cluster,
            processes=options.processes or os.cpu_count() or 1,
            told=told,
        )
    except (CorridorError, OSError):
        print(file=sys.stderr)  # what went wrong stands on a line of its own, below the bar
        raise
    print(
        f"{options.out}: {counted(rows, 'row')}, {counted(len(sweep.tasks), 'question')}, seed {sweep.seed}, "
        f"data {dataset.version} ({dataset.content_hash})"
    )
    return 0


def _listed(text: str) -> list[str]:
    """Split a text at commas."""
    return [part.strip() for part in text.split(",") if part.strip()]

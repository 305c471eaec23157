"""The rows of a sweep: what one task answers, as Arrow tables with described columns."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa

from corridor.chain.node_work import in_order
from corridor.chain.steps import part_row
from corridor.columns.routes import SWEEP
from corridor.dataset.tables import SHIPPED, load
from corridor.errors import SweepError
from corridor.routing.alternatives import best
from corridor.routing.ask import find_routes
from corridor.routing.risk import risk

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.routing.routes import Routes
    from corridor.sweep.tasks import Sweep

METADATA_KEY = b"corridor_sweep"
_ARROW = {"number": pa.float64(), "integer": pa.int64(), "boolean": pa.bool_()}
_loading = Lock()


def schema(sweep: Sweep, version: str) -> pa.Schema:
    """
    Give the columns of a sweep, each described, with the question in the metadata under `METADATA_KEY`.

    Parameters
    ----------
    sweep
        The question.
    version
        Version of the data.

    Returns
    -------
    pyarrow.Schema
        origin, destination, scenario, date, finished, best_on; then the columns of
        `corridor.routing.routes.Routes.table` (null where no route is left); with samples, time_h_p10,
        time_h_p50, time_h_p90 and time_h_mean.
    """
    columns = [column for column in SWEEP.columns if sweep.samples or not column.is_extra]
    fields = [
        pa.field(
            column.name, _ARROW.get(column.type, pa.string()), metadata={"description": column.description}
        )
        for column in columns
    ]
    question = {
        "question": {
            "origins": sweep.origins,
            "destinations": sweep.destinations,
            "scenarios": sweep.scenarios,
            "dates": sweep.dates,
            "criteria": sweep.criteria,
            "avoid": sweep.avoid,
            "rows": sweep.rows,
            "samples": sweep.samples,
        },
        "seed": sweep.seed,
        "data_version": version,
        "content_hash": sweep.content_hash,
        "digest": sweep.digest,
    }
    return pa.schema(fields, metadata={METADATA_KEY: json.dumps(question, sort_keys=True).encode()})


def answered(sweep: Sweep, folder: str, start: int, stop: int) -> bytes:
    """
    Answer some tasks of a sweep, here or on a worker elsewhere.

    Parameters
    ----------
    sweep
        The question.
    folder
        Folder of the dataset, "" for the one that the library is shipped with; a worker reads its own.
    start, stop
        First task, and the one behind the last.

    Returns
    -------
    bytes
        An Arrow stream, in the order of the tasks.

    Raises
    ------
    SweepError
        If the dataset found here is not the one that was asked about.
    """
    dataset = _dataset(folder)
    if dataset.content_hash != sweep.content_hash:
        raise SweepError("sweep-other-data", found=dataset.content_hash, wanted=sweep.content_hash)
    layout = schema(sweep, dataset.version)
    rows = [row for task in sweep.tasks[start:stop] for row in _rows(dataset, sweep, task)]
    table = pa.Table.from_pylist(rows, schema=layout)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, layout) as writer:
        writer.write_table(table)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def answered_here(sweep: Sweep, dataset: Dataset) -> list[dict[str, Any]]:
    """Answer all tasks of a small sweep at once, as rows of `schema`; what a row has not got is None."""
    names = [column.name for column in SWEEP.columns]
    answers = [row for task in sweep.tasks for row in _rows(dataset, sweep, task)]
    return [{name: row.get(name) for name in names} for row in answers]


def as_table(content: bytes) -> pa.Table:
    """Read what `answered` gives."""
    return pa.ipc.open_stream(content).read_all()


def _dataset(folder: str) -> Dataset:
    """Dataset of a worker, loaded once."""
    with _loading:
        return _loaded(folder)


@lru_cache(maxsize=2)
def _loaded(folder: str) -> Dataset:
    """Load a dataset."""
    return load(Path(folder) if folder else SHIPPED)


def _rows(dataset: Dataset, sweep: Sweep, task: tuple[str, str, str, str]) -> list[dict[str, Any]]:
    """Rows of one task; where no route is left, one that says so."""
    scenario, date, origin, destination = task
    found = find_routes(dataset, sweep.question(dataset, task))
    told: dict[str, Any] = {"origin": origin, "destination": destination, "scenario": scenario, "date": date}
    told |= {"finished": found.finished}
    if found.table.empty:
        return [told]
    best_on = _best(found)
    table = found.table.assign(best_on=[best_on.get(route, "") for route in found.table["route_id"]])
    if sweep.rows == "best":
        table = table[table["best_on"] != ""]
    if sweep.samples:
        table = table.merge(_drawn(found, table, sweep), on="route_id", validate="one_to_one")
    cells = table.astype(object).where(table.notna(), None)
    return [{**told, **{str(name): cell for name, cell in row.items()}} for row in cells.to_dict("records")]


def _best(found: Routes) -> dict[str, str]:
    """Criteria on which each route is the best, by its id."""
    criteria: dict[str, list[str]] = {}
    for criterion, route in best(found, found.criteria).items():
        criteria.setdefault(route, []).append(criterion)
    return {route: "|".join(some) for route, some in criteria.items()}


def _drawn(found: Routes, table: pd.DataFrame, sweep: Sweep) -> pd.DataFrame:
    """Percentiles of the time of each route."""
    # What `corridor.chain.steps.steps_of` lays out, without the types that only people need.
    steps = {
        route: pd.DataFrame([part_row(found.dataset, part) for part in in_order(found.dataset, way)])
        for route, way in found.hops.items()
        if route in set(table["route_id"])
    }
    drawn = risk(steps, samples=sweep.samples, seed=sweep.seed).table
    return drawn[["route_id", "p10", "p50", "p90", "mean"]].rename(
        columns={statistic: f"time_h_{statistic}" for statistic in ("p10", "p50", "p90", "mean")}
    )

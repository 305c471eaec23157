"""Run a sweep in chunks, in processes here or on a Dask cluster; what is finished is kept."""

from __future__ import annotations

import json
import re
import shutil
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from corridor.dataset.tables import SHIPPED
from corridor.errors import Phrase, SweepError
from corridor.sweep.rows import METADATA_KEY, answered, as_table, schema
from corridor.sweep.tasks import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from corridor.dataset.tables import Dataset
    from corridor.sweep.tasks import Sweep

    Told = Callable[[int, int], None]
    Keep = Callable[[str, bytes], None]

CHUNK_S = 1.5
PATIENCE_S = 10
MAX_CHUNK = 5_000
ROW_GROUP = 65_536
_ADDRESS = re.compile(r"(tcp|tls)://[A-Za-z0-9._\-\[\]:]+:[0-9]{1,5}")
_PLAN = "plan.json"


def run(
    dataset: Dataset,
    sweep: Sweep,
    out: Path,
    *,
    folder: Path = SHIPPED,
    scheduler: str = "",
    processes: int = 1,
    told: Told = lambda _done, _all: None,
) -> int:
    """
    Work a sweep out and write it as one Parquet file.

    Chunks take a second or more of a processor, by what the first task takes. Each is written beside the file
    when it is done; a run that was stopped goes on with the others. The same question gives the same file to
    the byte, however it is cut into chunks and wherever it is worked out.

    Parameters
    ----------
    dataset
        The route dataset.
    sweep
        The question.
    out
        File to write; its parts stand in a folder of that name with ".parts" until it is whole.
    folder
        Folder that the dataset is from; workers elsewhere read their own copy of it.
    scheduler
        Address of a Dask scheduler, such as "tcp://127.0.0.1:8786"; processes here if empty. Whoever
        can reach a scheduler can run code on it and its workers: keep it on a closed network.
    processes
        How many processes here; with 1, or one chunk, this one does the work itself. A script that asks for
        more has to stand under ``if __name__ == "__main__"``, for each process reads it.
    told
        Is told how many chunks of how many are done.

    Returns
    -------
    int
        Number of rows.

    Raises
    ------
    SweepError
        If there is a file or are parts of another question, or the cluster cannot be reached or has other
        data.
    """
    if out.exists():
        return _finished(out, sweep)
    parts = out.with_name(f"{out.name}.parts")
    place = folder_of(folder)
    chunks = _planned(sweep, place, parts)
    missing = {name: span for name, span in chunks.items() if not (parts / name).exists()}
    left = len(missing)
    told(len(chunks) - left, len(chunks))

    def keep(name: str, content: bytes) -> None:
        nonlocal left
        _write(parts / name, as_table(content))
        left -= 1
        told(len(chunks) - left, len(chunks))

    if scheduler:
        _on_cluster(sweep, place, missing, scheduler, keep)
    else:
        _in_processes(sweep, place, missing, processes, keep)
    rows = _joined([parts / name for name in chunks], schema(sweep, dataset.version), out)
    shutil.rmtree(parts)
    return rows


def _finished(out: Path, sweep: Sweep) -> int:
    """Rows of a file that is there already."""
    try:
        found = pq.read_schema(out).metadata or {}
        digest = json.loads(found.get(METADATA_KEY, b"{}")).get("digest")
    except (pa.ArrowInvalid, ValueError):
        digest = None
    if digest != sweep.digest:
        raise SweepError("sweep-file-taken", file=out)
    return int(pq.read_metadata(out).num_rows)


def _planned(sweep: Sweep, folder: str, parts: Path) -> dict[str, tuple[int, int]]:
    """Chunks by file name: first task, and the one behind the last; as planned when the run began."""
    plan = parts / _PLAN
    if plan.exists():
        known = json.loads(plan.read_text(encoding="utf-8"))
        if known.get("digest") != sweep.digest:
            raise SweepError("sweep-parts-taken", folder=parts)
        size = int(known["size"])
    else:
        answered(sweep, folder, 0, 1)  # what is loaded or compiled once does not count
        started = time.thread_time()
        answered(sweep, folder, 0, 1)
        size = min(max(1, round(CHUNK_S / (time.thread_time() - started))), MAX_CHUNK)
        parts.mkdir(parents=True, exist_ok=True)
        _replace(plan, json.dumps({"digest": sweep.digest, "size": size}).encode())
    count = len(sweep.tasks)
    return {
        f"chunk-{at:06}.parquet": (start, min(start + size, count))
        for at, start in enumerate(range(0, count, size))
    }


def _in_processes(
    sweep: Sweep, folder: str, chunks: Mapping[str, tuple[int, int]], processes: int, keep: Keep
) -> None:
    """
    Work chunks out in processes, each kept here as soon as it is done.

    Most of a question is Python, of which threads of one process do one thing at a time. Where a process is
    ended from outside, what is left is worked out here.
    """
    left = dict(chunks)
    if min(processes, len(left)) > 1:
        pool = ProcessPoolExecutor(min(processes, len(left)), mp_context=get_context("spawn"))
        try:
            futures = {pool.submit(answered, sweep, folder, *span): name for name, span in left.items()}
            for future in as_completed(futures):
                keep(futures[future], future.result())
                del left[futures.pop(future)]
        except BrokenProcessPool:
            pass
        finally:
            pool.shutdown(cancel_futures=True)
    for name, span in left.items():
        keep(name, answered(sweep, folder, *span))


def _on_cluster(
    sweep: Sweep, folder: str, chunks: Mapping[str, tuple[int, int]], scheduler: str, keep: Keep
) -> None:
    """Work chunks out on a cluster, each kept here as soon as it is done."""
    import distributed  # noqa: PLC0415 - takes long to load

    if not _ADDRESS.fullmatch(scheduler):
        raise SweepError("scheduler-unusable", scheduler=scheduler)
    try:
        client = distributed.Client(scheduler, timeout=PATIENCE_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise SweepError("scheduler-silent", scheduler=scheduler, reason=Phrase(error)) from None
    with client:
        futures = {
            client.submit(answered, sweep, folder, *span, pure=False): name for name, span in chunks.items()
        }
        for future in distributed.as_completed(futures, loop=client.loop):  # type: ignore[no-untyped-call]
            keep(futures[future], future.result())
            future.release()


def _joined(parts: list[Path], layout: pa.Schema, out: Path) -> int:
    """Write all parts as one file whose row groups do not hang on how the parts were cut."""
    partial = out.with_name(f"{out.name}.partial")
    rows, held = 0, layout.empty_table()
    with pq.ParquetWriter(partial, layout, compression="zstd") as writer:
        for part in parts:
            held = pa.concat_tables([held, pq.read_table(part, schema=layout)])
            while len(held) >= ROW_GROUP:
                writer.write_table(held.slice(0, ROW_GROUP).combine_chunks(), row_group_size=ROW_GROUP)
                rows, held = rows + ROW_GROUP, held.slice(ROW_GROUP)
        writer.write_table(held.combine_chunks(), row_group_size=ROW_GROUP)
    partial.replace(out)
    return rows + len(held)


def _write(part: Path, table: pa.Table) -> None:
    """Write a part so that it is there whole or not at all."""
    partial = part.with_suffix(".partial")
    pq.write_table(table, partial, compression="zstd")
    partial.replace(part)


def _replace(file: Path, content: bytes) -> None:
    """Write a small file so that it is there whole or not at all."""
    partial = file.with_suffix(".partial")
    partial.write_bytes(content)
    partial.replace(file)

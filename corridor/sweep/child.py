"""Works a small sweep out in a process of its own, task by task, and says how far it is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from corridor.sweep.rows import answered, as_table
from corridor.sweep.tasks import Sweep


def main() -> None:
    """
    Read one sweep from the standard input, write it as Parquet.

    The input is one object of JSON: sweep (the fields of `corridor.sweep.tasks.Sweep`), folder (as for
    `corridor.sweep.rows.answered`) and out (the file to write). After each task a line with the number of
    tasks done goes to the standard output.
    """
    asked = json.load(sys.stdin)
    given = asked["sweep"].items()
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in given
    }
    sweep, out = Sweep(**fields), Path(asked["out"])
    parts = []
    for at in range(len(sweep.tasks)):
        parts.append(as_table(answered(sweep, asked["folder"], at, at + 1)))
        sys.stdout.write(f"{at + 1}\n")
        sys.stdout.flush()
    partial = out.with_suffix(".partial")
    pq.write_table(pa.concat_tables(parts), partial, compression="zstd")
    partial.replace(out)


if __name__ == "__main__":
    main()

"""A sweep: which closure costs most, over several pairs of cities, as one table."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

import corridor as cx

data = cx.load()
closures = ("shut.poti-port", "shut.alat-port", "close.akhalkalaki-kars")
sweep = cx.sweep_of(
    data,
    origins=("Astana", "Almaty"),
    destinations=("Belgrade", "Bor"),
    scenarios=("today", *closures),
    criteria=("time_h",),
    avoid=("RU", "IR"),
    rows="best",
)
with TemporaryDirectory() as folder:
    count = cx.run_sweep(data, sweep, Path(folder) / "closures.parquet")
    table = pd.read_parquet(Path(folder) / "closures.parquet")

print(f"{count} rows for {len(sweep.tasks)} questions, data {data.version} ({data.content_hash})\n")
ends = ["origin", "destination"]
hours = table.pivot_table("time_h_typical", ends, "scenario", dropna=False)
print(hours.rename(columns={"": "today"}).round(0).to_string(na_rep="no way left"))
print("\nHours more than today:")
print(hours.sub(hours[""], axis=0).drop(columns="").round(0).to_string(na_rep="no way left"))

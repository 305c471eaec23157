"""Fit the model of practice anew and write its tables: python -m tools.practice."""

from __future__ import annotations

import sys

import pandas as pd

from corridor.corridors.practice_scores import covariance_rows, coverage, fitted, parameter_rows, scores
from corridor.dataset.tables import load
from corridor.practice.shape import SHAPES
from corridor.practice.stored import FOLDER

_DIGITS = {"published": 2, "ours": 2} | {
    f"{before}{end}": 2 for before in ("", "left_out_") for end in ("p10", "p50", "p90")
}


def write() -> pd.DataFrame:
    """Write parameters, covariance and scores; give how well the model does."""
    dataset = load()
    rows: dict[str, list[dict[str, object]]] = {"parameters": [], "covariance": []}
    tables = []
    for quantity in SHAPES:
        found = fitted(dataset, quantity)
        rows["parameters"] += parameter_rows(found)
        rows["covariance"] += covariance_rows(found.parameters)
        tables.append(scores(dataset, quantity))
    for name, lines in rows.items():
        pd.DataFrame(lines).to_csv(FOLDER / f"{name}.csv", index=False, lineterminator="\n")
    whole = pd.concat(tables, ignore_index=True)
    written = whole.round(_DIGITS)
    for column in ("is_hit", "is_left_out_hit"):
        written[column] = written[column].map({True: "true", False: "false"})
    written.to_csv(FOLDER / "scores.csv", index=False, lineterminator="\n")
    return coverage(whole)


if __name__ == "__main__":
    print(write().round(2).to_string(index=False))
    sys.exit(0)

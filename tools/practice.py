"""Fit the model of practice anew and write its tables and the measured part of docs/method.md."""

from __future__ import annotations

import itertools
import sys

import pandas as pd

from corridor.chain.steps import steps_of
from corridor.corridors.practice_scores import (
    covariance_rows,
    coverage,
    fitted,
    parameter_rows,
    scores,
)
from corridor.corridors.through_times import summary, through_times
from corridor.dataset import shipped
from corridor.dataset.tables import Dataset, load
from corridor.practice import in_practice
from corridor.practice.shape import SHAPES
from corridor.practice.stored import FOLDER
from corridor.routing.alternatives import spread
from corridor.routing.ask import ask

METHOD = shipped.ROOT / "docs" / "method.md"
MARKS = ("<!-- practice -->\n", "<!-- /practice -->\n")
PAIRS = (
    ("Khorgos", "Belgrade"), ("Astana", "Belgrade"), ("Almaty", "Novi Sad"), ("Aktau", "Bor"),
    ("Karaganda", "Bor"), ("Dostyk", "Belgrade"), ("Novi Sad", "Aktau"), ("Belgrade", "Almaty"),
)  # fmt: skip
_NAMES = {"time_h": "time", "cost_usd_per_teu": "cost"}
_UNITS = {"time_h": "h", "cost_usd_per_teu": "USD/TEU"}
_DIGITS = {"published": 2, "ours": 2} | {
    f"{before}{end}": 2 for before in ("", "left_out_") for end in ("p10", "p50", "p90")
}


def write_tables(dataset: Dataset) -> None:
    """Write parameters, covariance and scores."""
    rows: dict[str, list[dict[str, object]]] = {"parameters": [], "covariance": []}
    tables = []
    for quantity in SHAPES:
        found = fitted(dataset, quantity)
        rows["parameters"] += parameter_rows(found)
        rows["covariance"] += covariance_rows(found.parameters)
        tables.append(scores(dataset, quantity))
    for name, lines in rows.items():
        pd.DataFrame(lines).to_csv(FOLDER / f"{name}.csv", index=False, lineterminator="\n")
    written = pd.concat(tables, ignore_index=True).round(_DIGITS)
    for column in ("is_hit", "is_left_out_hit"):
        written[column] = written[column].map({True: "true", False: "false"})
    written.to_csv(FOLDER / "scores.csv", index=False, lineterminator="\n")


def measured(dataset: Dataset) -> str:
    """Write the tables of the calibration as Markdown."""
    table = through_times(dataset)
    lines = [
        (
            "**Measured.** How many distinct published figures are between P10 and P90 (coverage; 8 in 10 "
            "should), and how"
        ),
        (
            "wide the bands are (sharpness, the median of P90 by P10; goal: at most 2.5). "
            "Fitted, and with each page left out in turn."
        ),
        "",
        (
            "| quantity | speaks of | statements | coverage | P90 by P10 "
            "| left out: coverage | left out: P90 by P10 | published by our sum |"
        ),
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {_NAMES[row['quantity']]} | {row['speaks_of']} | {row['items']} "
        f"| {row['hits']} of {row['items']} ({row['coverage']:.0%}) | {row['sharpness']:.2f} "
        f"| {row['left_out_hits']} of {row['items']} ({row['left_out_coverage']:.0%}) "
        f"| {row['left_out_sharpness']:.2f} | {row['ratio']:.2f} |"
        for row in summary(table).to_dict("records")
    ]
    lines += ["", *_order(dataset), ""]
    for quantity, unit in _UNITS.items():
        lines += [
            f"Each published {_NAMES[quantity]} that counts, in {unit}; bands with its page left out.",
            "",
            "| statement | speaks of | published | our sum | P10 | P50 | P90 | hit |",
            "|---|---|---|---|---|---|---|---|",
        ]
        counted = table[(table["quantity"] == quantity) & (table["apart"] == "")]
        lines += [
            f"| `{row['item_id']}` | {row['speaks_of']} | {row['published']:,.0f} | {row['ours']:,.0f} "
            + "".join(f"| {row[f'left_out_{end}']:,.0f} " for end in ("p10", "p50", "p90"))
            + f"| {'yes' if row['is_left_out_hit'] else 'no'} |"
            for row in counted.to_dict("records")
        ]
        lines.append("")
    aside = table.loc[table["apart"] != "", "apart"].value_counts().sort_index()
    words = ", ".join(f"{count} {reason}" for reason, count in aside.items())
    lines.append(f"Listed but not counted: {words} (`corridor calibration --format csv`).")
    return "\n".join(lines) + "\n"


def with_measured(text: str, part: str) -> str:
    """Put the measured part into the page."""
    start, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
    return text[:start] + part + text[end:]


def _order(dataset: Dataset) -> list[str]:
    """Say how often the order in practice differs from that by timetable, over the routes shown."""
    turned = dict.fromkeys(SHAPES, 0)
    first = dict.fromkeys(SHAPES, 0)
    inside = dict.fromkeys(SHAPES, 0)
    pairs = shown = 0
    for start, end in PAIRS:
        found = ask(dataset, start, end)
        routes = list(spread(dataset, found))
        bands = in_practice(dataset, {route: steps_of(dataset, found.hops[route]) for route in routes})
        table = bands.merge(found.table, on="route_id")
        shown += len(table)
        combined = list(itertools.combinations(table.to_dict("records"), 2))
        pairs += len(combined)
        for quantity in SHAPES:
            ours, median = f"{quantity}_typical", f"{quantity}_p50"
            turned[quantity] += sum(
                (one[ours] - other[ours]) * (one[median] - other[median]) < 0 for one, other in combined
            )
            first[quantity] += int(table[ours].idxmin() != table[median].idxmin())
            low, high = table[f"{quantity}_p10"], table[f"{quantity}_p90"]
            inside[quantity] += int(table[ours].between(low, high).sum())
    return [
        f"Over the {shown} routes shown for {len(PAIRS)} pairs of places: of {pairs} pairs of routes, the",
        f"order by median time in practice differs from that by timetable in {turned['time_h']}, by cost in",
        f"{turned['cost_usd_per_teu']}; the first of a question is another one in {first['time_h']} and",
        f"{first['cost_usd_per_teu']} of {len(PAIRS)}. The sum by timetable lies within P10 to P90",
        f"of practice on {inside['time_h']} routes by time, on {inside['cost_usd_per_teu']} by cost.",
    ]


def main() -> int:
    """Write all of it, and print how well the model does."""
    dataset = load()
    write_tables(dataset)
    METHOD.write_text(
        with_measured(METHOD.read_text(encoding="utf-8"), measured(dataset)), encoding="utf-8", newline="\n"
    )
    print(coverage(through_times(dataset)).round(2).to_string(index=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())

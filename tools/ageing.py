"""Writes the day of the next look into every claim, and the rule into docs/method.md."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from corridor.audit import lives
from corridor.dataset.tables import SHIPPED, load

CLAIMS = SHIPPED / "claims.csv"
METHOD = Path(__file__).resolve().parent.parent / "docs" / "method.md"
BEGIN, END = "<!-- written by python -m tools.ageing -->", "<!-- end of what it writes -->"

_TOLD = {
    "air": "flights and airlines",
    "cost": "rates, fees and tolls",
    "frequency": "how often something runs",
    "project": "state and cost of works",
    "trade": "trade of a year",
    "volume": "cargo, trains and passengers of a period",
    "capacity": "what fits through",
    "fleet": "ships and wagons",
    "minerals": "finds and output",
    "other": "operators and whatever else",
    "rule": "rules and permits",
    "time": "hours of legs, borders and ports",
    "agreement": "treaties and memoranda",
    "infrastructure": "gauge, depth, speed limits",
    "distance": "lengths",
}


def main() -> None:
    """Write both."""
    CLAIMS.write_text(with_due_days(CLAIMS.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    METHOD.write_text(with_table(METHOD.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    print(f"Wrote {CLAIMS} and {METHOD}")


def with_due_days(text: str) -> str:
    """Put the days of the rule into the text of the claims table."""
    days = lives.due_days(load())
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | {"check_by": days[row["claim_id"]]} for row in rows)
    return written.getvalue()


def with_table(text: str) -> str:
    """Put the table of lives between its two marks."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n{as_markdown()}\n{END}{after}"


def as_markdown() -> str:
    """Write the table of lives, the shortest first."""
    rows = [(f"`{name}` of anything", count) for name, count in lives.BY_QUANTITY.items()]
    rows += [(f"group *{group}*: {_TOLD[group]}", count) for group, count in lives.BY_GROUP.items()]
    rows += [(f"kind *{kind}*, at most", count) for kind, count in lives.BY_KIND.items()]
    rows.append(("history: worst cases, and days of what has happened", lives.HISTORY))
    lines = [f"| {what} | {_years(count)} |" for what, count in sorted(rows, key=lambda row: row[1])]
    return "\n".join(["", "| what a claim speaks of | holds, years |", "|---|---|", *lines, ""])


def _years(count: int) -> str:
    """Write months as years."""
    return f"{count / 12:g}"


if __name__ == "__main__":
    main()

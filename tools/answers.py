"""Writes the tables of the answers into docs/api.md: ``python -m tools.answers``."""

from __future__ import annotations

import re
from pathlib import Path

from corridor.columns.computed import COMPUTED
from corridor.questions.catalogue import QUESTIONS
from ui.api.schemas import OF_CHAINS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "api.md"
_BEGIN, _END = "<!-- tables: written by python -m tools.answers -->", "<!-- end of tables -->"


def main() -> None:
    """Write the section."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote {PAGE}")


def with_tables(page: str) -> str:
    """Give the page with the tables as they are declared."""
    between = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)
    written, count = between.subn(lambda _found: f"{_BEGIN}\n{as_markdown()}{_END}", page)
    if count != 1:
        message = f"{PAGE} must have one {_BEGIN}"
        raise ValueError(message)
    return written


def as_markdown() -> str:
    """List each table with what a row is, its number of columns, and the addresses that answer with it."""
    addresses: dict[str, list[str]] = {}
    for question in QUESTIONS:
        for table in question.tables:
            addresses.setdefault(table.name, []).append(question.path)
    for name in OF_CHAINS:
        addresses.setdefault(name, []).append(f"/corridors/{{corridor_id}}/{name}")
    rows = [
        f"| `{name}` | {COMPUTED[name].description} | {len(COMPUTED[name].columns)} | "
        f"{', '.join(f'`{path}`' for path in paths)} |"
        for name, paths in sorted(addresses.items())
    ]
    return "\n".join(["| table | a row | columns | asked by |", "|---|---|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    main()

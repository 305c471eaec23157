"""What validation found: one record a problem, each with its place and its cure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_VALUE = 80


class Finding(NamedTuple):
    """
    One problem in a route dataset.

    Attributes
    ----------
    file
        File name.
    row
        Row as a spreadsheet counts (the header is row 1), or None where the problem has no row.
    column
        Column name, or "" where it has none.
    value
        The offending value, shortened.
    problem, cure
        What is wrong, what would be right; in plain words.
    check
        Stable short code of the check, for programs and translations.
    """

    file: str
    row: int | None
    column: str
    value: str
    problem: str
    cure: str
    check: str


def as_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """
    Put findings into a table, in the order of file, row and column.

    Parameters
    ----------
    findings
        Any number of findings.

    Returns
    -------
    pandas.DataFrame
        Columns file, row (Int64), column, value, problem, cure, check.
    """
    rows = [one._replace(value=_shortened(one.value)) for one in findings]
    frame = pd.DataFrame(rows, columns=list(Finding._fields))
    text = {name: "str" for name in Finding._fields if name != "row"}
    frame = frame.astype({"row": "Int64"} | text)
    return frame.sort_values(["file", "row", "column"], kind="stable", ignore_index=True)


def in_words(findings: pd.DataFrame) -> list[str]:
    """Say each finding in one or two sentences that begin with its place."""
    lines = []
    for one in findings.to_dict("records"):
        row = "" if pd.isna(one["row"]) else f", row {one['row']}"
        column = f", {one['column']}" if one["column"] else ""
        lines.append(f"{one['file']}{row}{column}: {one['problem']}. {one['cure']}")
    return lines


def _shortened(value: str) -> str:
    """Cut a value to a length that fits on a line."""
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"

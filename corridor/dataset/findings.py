"""What validation found: one record a problem, each with its place and its cure."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Self

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_MAX_VALUE_LENGTH = 80


class Phrase(str):
    """
    English text that knows its pattern and the values in it, so that it can be said in another language.

    Attributes
    ----------
    pattern
        The text with the names of its values in braces; the key of its translations.
    values
        What stands in it, by name.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: Mapping[str, str]

    def __new__(cls, pattern: str, /, **values: object) -> Self:
        """Put the values into the pattern."""
        texts = {name: str(value) for name, value in values.items()}
        made = super().__new__(cls, pattern.format(**texts) if texts else pattern)
        made.pattern = pattern
        made.values = MappingProxyType(texts)
        return made

    def __reduce__(self) -> tuple[Callable[..., Phrase], tuple[str, dict[str, str]]]:
        """Copy and pickle with pattern and values."""
        return _phrase, (str(self.pattern), dict(self.values))


def _phrase(pattern: str, values: Mapping[str, str]) -> Phrase:
    """Make a phrase again from its parts."""
    return Phrase(pattern, **values)


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
        What is wrong, what would be right; in plain words. A `Phrase` where values stand in them.
    check
        Stable short code of the check, for programs.
    letter
        Letter of the column in the visitor's spreadsheet, or "" where the file is none.
    """

    file: str
    row: int | None
    column: str
    value: str
    problem: str
    cure: str
    check: str
    letter: str = ""


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
        Columns file, row (Int64), column, value, problem, cure, check, letter. Problem and cure keep their
        phrases.
    """
    rows = [finding._replace(value=_shortened(finding.value)) for finding in findings]
    frame = pd.DataFrame(rows, columns=list(Finding._fields), dtype=object)
    text = {name: "str" for name in Finding._fields if name not in {"row", "problem", "cure"}}
    frame = frame.astype({"row": "Int64"} | text)
    return frame.sort_values(["file", "row", "column"], kind="stable", ignore_index=True)


def in_words(findings: pd.DataFrame) -> list[str]:
    """Say each finding in one or two sentences that begin with its place."""
    lines = []
    for finding in findings.to_dict("records"):
        row = "" if pd.isna(finding["row"]) else f", row {finding['row']}"
        place = column_place(finding["column"], finding["letter"])
        column = f", {place}" if place else ""
        lines.append(f"{finding['file']}{row}{column}: {finding['problem']}. {finding['cure']}")
    return lines


def column_place(column: str, letter: str) -> str:
    """Name of a column with its letter in the spreadsheet, as far as there are any."""
    return f"{column} ({letter})" if column and letter else column or letter


def _shortened(value: str) -> str:
    """Cut a value to a length that fits on a line."""
    return value if len(value) <= _MAX_VALUE_LENGTH else value[: _MAX_VALUE_LENGTH - 1] + "…"

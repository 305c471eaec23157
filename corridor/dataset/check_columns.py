"""Checks of single columns against the Table Schema: type, required, list, pattern, limits, uniqueness."""

from __future__ import annotations

import itertools
import math
import re
from typing import TYPE_CHECKING

from corridor.dataset.findings import Finding
from corridor.dataset.periods import is_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corridor.dataset.cells import Cells
    from corridor.dataset.schema import Column

TRUE = frozenset({"true", "True", "TRUE", "1"})
FALSE = frozenset({"false", "False", "FALSE", "0"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_INTEGER = re.compile(r"[+-]?\d+")
_INTEGER_LENGTH = 18  # what 64 bits hold for sure
_DATE_PATTERN = r"^\d{4}(-\d{2}"


def check_columns(cells: Cells) -> list[Finding]:
    """
    Check every column of one table.

    Each check looks at the distinct values first and goes to the rows only where one of them is wrong,
    so a clean column costs one pass.

    Parameters
    ----------
    cells
        The table's cells.

    Returns
    -------
    list of Finding
        One for each wrong cell and check.
    """
    findings: list[Finding] = []
    for column in cells.table.columns:
        values = cells.columns.get(column.name)
        if values:
            findings += _check_column(cells, column, values)
    findings += _duplicate_keys(cells)
    return findings


def _check_column(cells: Cells, column: Column, values: tuple[str, ...]) -> list[Finding]:
    """Every check of one column."""
    findings: list[Finding] = []
    if column.required and "" in values:
        cure = f"Fill it in: {column.description}"
        findings += _at(cells, column, [""], "the cell is empty but must be filled", cure, "required")
    if column.type == "string" and not column.enum and not column.pattern:
        return findings
    distinct = set(values) - {""}
    if column.type in _TYPE_CHECKS:
        wrong = set(itertools.filterfalse(_TYPE_CHECKS[column.type], distinct))
        for value in wrong:
            problem, cure = _type_words(column, value)
            findings += _at(cells, column, [value], problem, cure, "type")
        distinct -= wrong
    if column.enum:
        for value in distinct.difference(column.enum):
            cure = f"Use one of: {', '.join(column.enum)}"
            findings += _at(cells, column, [value], f"'{value}' is not in the list", cure, "not-in-list")
    if column.pattern and column.type == "string":
        findings += _pattern_findings(cells, column, distinct)
    if column.minimum is not None or column.maximum is not None:
        findings += _limit_findings(cells, column, distinct)
    return findings


def _pattern_findings(cells: Cells, column: Column, distinct: set[str]) -> list[Finding]:
    """Values that break the pattern, or that are written like a date but are none."""
    pattern = column.pattern or ""
    broken = set(itertools.filterfalse(re.compile(pattern).search, distinct))
    is_date = pattern.startswith(_DATE_PATTERN)
    cure = f"{column.description} {_pattern_words(pattern)}"
    findings = []
    for value in broken:
        findings += _at(cells, column, [value], f"'{value}' is not written as it should be", cure, "pattern")
    if is_date or pattern == r"^\d{4}-\d{2}-\d{2}$":
        for value in distinct - broken:
            if not all(map(is_period, value.split("/"))):
                problem = f"'{value}' is not a date of the calendar"
                cure = "Write YYYY, YYYY-MM or YYYY-MM-DD."
                findings += _at(cells, column, [value], problem, cure, "date")
    return findings


def _pattern_words(pattern: str) -> str:
    """Say in words what the patterns of our schema ask for."""
    if pattern.startswith(_DATE_PATTERN):
        return "Write YYYY, YYYY-MM or YYYY-MM-DD."
    if pattern == r"^\d{4}-\d{2}-\d{2}$":
        return "Write YYYY-MM-DD."
    if pattern == "^[a-z0-9]+(-[a-z0-9]+)*$":
        return "Use small Latin letters, digits and single hyphens."
    if r"\|" in pattern:
        return "Separate several with | and no spaces."
    return f"It must match {pattern}"


def _limit_findings(cells: Cells, column: Column, distinct: set[str]) -> list[Finding]:
    """Numbers below the minimum or above the maximum."""
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    findings = []
    for value in distinct:
        if not low <= float(value) <= high:
            problem = f"{value} lies outside {low:g} to {high:g}"
            cure = "Correct the number."
            if column.unit == "degree":
                cure = "Correct the number; did latitude and longitude change places?"
            findings += _at(cells, column, [value], problem, cure, "limits")
    return findings


def _duplicate_keys(cells: Cells) -> list[Finding]:
    """Rows that repeat the primary key, and cells that repeat a unique value."""
    table = cells.table
    groups = [table.primary_key, *((one.name,) for one in table.columns if one.unique)]
    findings: list[Finding] = []
    for names in dict.fromkeys(groups):
        if names and all(name in cells.columns for name in names):
            findings += _repeated(cells, names)
    return findings


def _repeated(cells: Cells, names: tuple[str, ...]) -> list[Finding]:
    """Report every row that repeats the values of an earlier one; empty cells do not count."""
    keys = list(zip(*(cells.columns[name] for name in names), strict=True))
    if len(set(keys)) == len(keys):
        return []
    findings = []
    first: dict[tuple[str, ...], int] = {}
    for row, key in zip(cells.rows, keys, strict=True):
        if key in first and all(key):
            value = " + ".join(key)
            problem = f"'{value}' already stands in row {first[key]}"
            cure = "Give each row its own id, or delete the repeated row."
            findings.append(
                Finding(cells.table.path, row, " + ".join(names), value, problem, cure, "duplicate-key")
            )
        first.setdefault(key, row)
    return findings


def _at(
    cells: Cells, column: Column, wrong: Iterable[str], problem: str, cure: str, check: str
) -> list[Finding]:
    """One finding for each row in which the column holds a wrong value."""
    return [
        Finding(cells.table.path, row, column.name, value, problem, cure, check)
        for value in set(wrong)
        for row in cells.rows_with(column.name, value)
    ]


def _is_number(text: str) -> bool:
    """Whether a text is a finite number with a decimal point."""
    return _NUMBER.fullmatch(text) is not None and math.isfinite(float(text))


_TYPE_CHECKS: dict[str, Callable[[str], bool]] = {
    "number": _is_number,
    "integer": lambda text: _INTEGER.fullmatch(text) is not None and len(text) <= _INTEGER_LENGTH,
    "boolean": (TRUE | FALSE).__contains__,
}


def _type_words(column: Column, value: str) -> tuple[str, str]:
    """Problem and cure for a value of the wrong type."""
    if column.type == "boolean":
        return f"'{value}' is neither true nor false", "Write true or false."
    problem = f"'{value}' is not {'a whole' if column.type == 'integer' else 'a'} number"
    if value.strip().lower().lstrip("+-") in {"nan", "inf", "infinity", "n/a", "na", "-", "?"}:
        return problem, "Leave the cell empty where the number is not known."
    if "," in value and _is_number(value.replace(",", ".", 1)):
        return problem, f"Use a decimal point and no thousands separator: {value.replace(',', '.', 1)}"
    return problem, "Write digits only, with a decimal point where needed; the unit stands in the schema."

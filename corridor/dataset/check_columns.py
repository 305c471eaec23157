"""Checks of single columns against the Table Schema: type, required, list, pattern, limits, uniqueness."""

from __future__ import annotations

import itertools
import math
import re
from typing import TYPE_CHECKING

from corridor.dataset.findings import Finding, Phrase
from corridor.dataset.periods import is_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corridor.columns.column import Column
    from corridor.dataset.cells import Cells

TRUE = frozenset({"true", "True", "TRUE", "1"})
FALSE = frozenset({"false", "False", "FALSE", "0"})
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_INTEGER = re.compile(r"[+-]?\d+")
_BLANKS = re.compile(r"[\s'’]")  # Python's \s holds the no-break spaces that spreadsheets write
_THOUSANDS_AND_POINT = re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d+|[+-]?\d{1,3}(,\d{3}){2,}")
_THOUSANDS_AND_COMMA = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}")
_THREE_DECIMALS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
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
        problem = Phrase("the cell is empty but must be filled")
        cure = Phrase("Fill it in: {description}", description=column.description)
        findings += _at(cells, column, [""], problem, cure, "required")
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
            problem = Phrase("'{value}' is not in the list", value=value)
            cure = Phrase("Use one of: {values}", values=", ".join(column.enum))
            findings += _at(cells, column, [value], problem, cure, "not-in-list")
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
    findings = []
    for value in broken:
        cure = _pattern_cure(pattern, column.description)
        problem = Phrase("'{value}' is not written as it should be", value=value)
        findings += _at(cells, column, [value], problem, cure, "pattern")
    if is_date or pattern == r"^\d{4}-\d{2}-\d{2}$":
        for value in distinct - broken:
            if not all(map(is_period, value.split("/"))):
                problem = Phrase("'{value}' is not a date of the calendar", value=value)
                cure = Phrase("Write YYYY, YYYY-MM or YYYY-MM-DD.")
                findings += _at(cells, column, [value], problem, cure, "date")
    return findings


def _pattern_cure(pattern: str, description: str) -> Phrase:
    """Say in words what the patterns of our schema ask for, after what the column holds."""
    if pattern.startswith(_DATE_PATTERN):
        return Phrase("{description} Write YYYY, YYYY-MM or YYYY-MM-DD.", description=description)
    if pattern == r"^\d{4}-\d{2}-\d{2}$":
        return Phrase("{description} Write YYYY-MM-DD.", description=description)
    if pattern == "^[a-z0-9]+(-[a-z0-9]+)*$":
        return Phrase(
            "{description} Use small Latin letters, digits and single hyphens.", description=description
        )
    if r"\|" in pattern:
        return Phrase("{description} Separate several with | and no spaces.", description=description)
    return Phrase("{description} It must match {pattern}", description=description, pattern=pattern)


def _limit_findings(cells: Cells, column: Column, distinct: set[str]) -> list[Finding]:
    """Numbers below the minimum or above the maximum."""
    low = -math.inf if column.minimum is None else column.minimum
    high = math.inf if column.maximum is None else column.maximum
    findings = []
    for value in distinct:
        if not low <= float(value) <= high:
            problem = Phrase(
                "{value} lies outside {low} to {high}", value=value, low=f"{low:g}", high=f"{high:g}"
            )
            cure = Phrase("Correct the number.")
            if column.unit == "degree":
                cure = Phrase("Correct the number; did latitude and longitude change places?")
            findings += _at(cells, column, [value], problem, cure, "limits")
    return findings


def _duplicate_keys(cells: Cells) -> list[Finding]:
    """Rows that repeat the primary key, and cells that repeat a unique value."""
    table = cells.table
    groups = [table.primary_key, *((column.name,) for column in table.columns if column.unique)]
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
            problem = Phrase("'{value}' is already in row {row}", value=value, row=first[key])
            cure = Phrase("Give each row its own id, or delete the repeated row.")
            findings.append(
                Finding(cells.table.path, row, " + ".join(names), value, problem, cure, "duplicate-key")
            )
        first.setdefault(key, row)
    return findings


def _at(
    cells: Cells, column: Column, wrong: Iterable[str], problem: Phrase, cure: Phrase, check: str
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


def number_without_marks(text: str) -> str:
    """
    Give a number with decimal comma or thousands separators as the schema writes it.

    Returns
    -------
    str
        Such as "1234.5" for "1 234,5", "1.234,5" and "1,234.5"; empty if it can be read in two ways, as
        "1,234" can, or is no number.
    """
    plain = _BLANKS.sub("", text)
    if _THOUSANDS_AND_POINT.fullmatch(plain):
        return plain.replace(",", "")
    if _THOUSANDS_AND_COMMA.fullmatch(plain):
        return plain.replace(".", "").replace(",", ".")
    if plain == text and _THREE_DECIMALS.fullmatch(plain):
        return ""
    with_point = plain.replace(",", ".", 1)
    return with_point if with_point != text and _is_number(with_point) else ""


def _type_words(column: Column, value: str) -> tuple[Phrase, Phrase]:
    """Problem and cure for a value of the wrong type."""
    if column.type == "boolean":
        return Phrase("'{value}' is neither true nor false", value=value), Phrase("Write true or false.")
    problem = Phrase("'{value}' is not a number", value=value)
    if column.type == "integer":
        problem = Phrase("'{value}' is not a whole number", value=value)
    if value.strip().lower().lstrip("+-") in {"nan", "inf", "infinity", "n/a", "na", "-", "?"}:
        return problem, Phrase("Leave the cell empty where the number is not known.")
    if meant := number_without_marks(value):
        return problem, Phrase("Use a decimal point and no thousands separator: {number}", number=meant)
    if _THREE_DECIMALS.fullmatch(value):
        return problem, Phrase(
            "Write {whole} if the comma separates thousands, {broken} if it marks the decimals.",
            whole=value.replace(",", ""),
            broken=value.replace(",", "."),
        )
    return problem, Phrase("Write digits only, with a decimal point where needed; the schema gives the unit.")

"""What a caller may ask of a table: filters by column, words, a window of rows; nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from corridor.brief.csv import cells, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

MAX_ROWS = 10_000
MAX_OFFSET = 1_000_000
MAX_VALUE_LENGTH = 200
MAX_PARAMETERS = 40
_WINDOW = ("q", "limit", "offset")
_SHOWN = 60
_BUSY = 503
_DIGITS = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


class RefusedError(Exception):
    """A request that cannot be answered: the status, what is wrong, what would be right."""

    def __init__(self, status: int, problem: str, cure: str = "") -> None:
        super().__init__(problem)
        self.status = status
        self.problem = problem
        self.cure = cure

    @property
    def headers(self) -> dict[str, str]:
        """Headers that go with it: where the server is busy, when to come back."""
        return {"Retry-After": "5"} if self.status == _BUSY else {}


@dataclass(frozen=True, kw_only=True)
class Query:
    """
    What was asked of a table.

    Attributes
    ----------
    wanted
        For each column the values of which one must stand in the cell; "" asks for an empty cell.
    words
        Words that must all stand somewhere in the texts of the row, in small letters.
    limit, offset
        How many rows, after leaving out how many.
    """

    wanted: Mapping[str, tuple[str, ...]]
    words: tuple[str, ...] = ()
    limit: int = MAX_ROWS
    offset: int = 0


def read_query(parameters: Sequence[tuple[str, str]], columns: Sequence[str]) -> Query:
    """
    Read the parameters of a request for a table.

    Parameters
    ----------
    parameters
        Names and values in the order of the address.
    columns
        Columns of the table.

    Raises
    ------
    RefusedError
        With status 400 if there are unknown, repeated, too long, too many or unreadable parameters.
    """
    check_size(parameters)
    wanted: dict[str, tuple[str, ...]] = {}
    window: dict[str, str] = {}
    for name, value in parameters:
        if name in _WINDOW:
            if name in window:
                raise RefusedError(400, f"The parameter {name} stands there twice.", "Name it once.")
            window[name] = value
        elif name in columns:
            wanted[name] = (*wanted.get(name, ()), value)
        else:
            known = ", ".join((*columns, *_WINDOW))
            raise RefusedError(400, f"There is no parameter '{shown(name)}' here.", f"There are: {known}.")
    return Query(
        wanted=wanted,
        words=tuple(window.get("q", "").casefold().split()),
        limit=_whole(window, "limit", MAX_ROWS, least=1, most=MAX_ROWS),
        offset=_whole(window, "offset", 0, least=0, most=MAX_OFFSET),
    )


def refuse_parameters(
    parameters: Sequence[tuple[str, str]], known: Sequence[str] = (), *, longest: int = MAX_VALUE_LENGTH
) -> dict[str, str]:
    """Read parameters that may each stand once; refuse all others."""
    check_size(parameters, longest=longest)
    found: dict[str, str] = {}
    for name, value in parameters:
        if name not in known:
            cure = f"There are: {', '.join(known)}." if known else "This address takes none."
            raise RefusedError(400, f"There is no parameter '{shown(name)}' here.", cure)
        if name in found:
            raise RefusedError(400, f"The parameter {name} stands there twice.", "Name it once.")
        found[name] = value
    return found


def parameters(request: Request) -> list[tuple[str, str]]:
    """Names and values of the parameters in their order."""
    return request.query_params.multi_items()


def form(request: Request) -> str:
    """Read the end of the address; raises `RefusedError` if it is neither csv nor json."""
    found: str = request.path_params["form"]
    if found not in {"csv", "json"}:
        raise RefusedError(404, f"There is no '.{shown(found)}' of this.", "There are .csv and .json.")
    return found


def check_size(parameters: Sequence[tuple[str, str]], *, longest: int = MAX_VALUE_LENGTH) -> None:
    """Refuse too many or too long parameters."""
    if len(parameters) > MAX_PARAMETERS:
        raise RefusedError(400, f"There are more than {MAX_PARAMETERS} parameters.", "Ask for less at once.")
    if any(len(part) > longest for pair in parameters for part in pair):
        cure = f"At most {longest} letters are read."
        raise RefusedError(400, "The name or value of a parameter is too long.", cure)


def matching(frame: pd.DataFrame, query: Query) -> pd.DataFrame:
    """
    Give the rows that a query asks for, in their order, without its window.

    Values of one column are alternatives, different columns must all fit. In a cell that holds ids separated
    by | one of them is enough.

    Raises
    ------
    RefusedError
        With status 400 if a value cannot stand in its column.
    """
    for column, values in query.wanted.items():
        frame = frame[_fits(frame[column], column, values)]
    if query.words and len(frame):
        columns = [texts for _, texts in cells(frame.select_dtypes("str"))]
        texts = ["\n".join(filter(None, row)).casefold() for row in zip(*columns, strict=True)]
        frame = frame[[all(word in text for word in query.words) for text in texts]]
    return frame


def shown(text: str) -> str:
    """Shorten a text of the caller's for an answer."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _fits(held: pd.Series, column: str, values: tuple[str, ...]) -> list[bool]:
    """Which cells hold one of the values."""
    if pd.api.types.is_bool_dtype(held):
        wanted = {_truth(column, value) for value in values}
        return [plain(cell) in wanted for cell in held.tolist()]
    if pd.api.types.is_numeric_dtype(held):
        numbers = {_number(column, value) for value in values}
        return [plain(cell) in numbers for cell in held.tolist()]
    asked = {value or None for value in values}
    return [_has_text(plain(cell), asked) for cell in held.tolist()]


def _has_text(cell: object, asked: set[str | None]) -> bool:
    """Whether a text, or one of the ids in it, is asked for."""
    return cell in asked or (isinstance(cell, str) and "|" in cell and not asked.isdisjoint(cell.split("|")))


def _truth(column: str, value: str) -> bool | None:
    """Read a truth value; None asks for an empty cell."""
    if value not in {"true", "false", ""}:
        raise RefusedError(
            400, f"{column}: '{shown(value)}' is neither true nor false.", "Write true or false."
        )
    return value == "true" if value else None


def _number(column: str, value: str) -> float | None:
    """Read a number; None asks for an empty cell."""
    if value and not _DIGITS.fullmatch(value):
        cure = "Write digits with a decimal point."
        raise RefusedError(400, f"{column}: '{shown(value)}' is not a number.", cure)
    return float(value) if value else None


def _whole(window: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    """Read a whole number within its limits."""
    text = window.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
        cure = f"Write a whole number from {least} to {most}."
        raise RefusedError(400, f"{name}: '{shown(text)}' cannot be used.", cure)
    return int(text)

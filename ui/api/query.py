"""What a caller may ask of a table: filters by column, words, a window of rows; nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from corridor.brief.csv import cells, plain
from corridor.errors import QuestionError
from corridor.words.folding import folded
from ui.api.problem import LANG, AddressError, RequestError, named_languages
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE, language_named
from ui.link.tracking import is_added, unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.requests import Request

MAX_ROWS = 10_000
MAX_OFFSET = 1_000_000
MAX_VALUE_LENGTH = 200
MAX_PARAMETERS = 40
_WINDOW = ("q", "limit", "offset")
_DIGITS = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Query:
    """
    What was asked of a table.

    Attributes
    ----------
    wanted
        For each column the values of which one must stand in the cell; "" asks for an empty cell.
    words
        Words that must all stand somewhere in the texts of the row, as `corridor.words.folding` writes them.
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
    RequestError, QuestionError
        If there are unknown, repeated, too long, too many or unreadable parameters.
    """
    check_size(parameters)
    wanted: dict[str, tuple[str, ...]] = {}
    window: dict[str, str] = {}
    for name, value in parameters:
        if name in _WINDOW:
            if name in window:
                raise RequestError("parameter-repeated", name=name)
            window[name] = value
        elif name in columns:
            wanted[name] = (*wanted.get(name, ()), value)
        else:
            raise QuestionError("parameter-unknown", name=name, known=(*columns, *_WINDOW, LANG))
    return Query(
        wanted=wanted,
        words=tuple(folded(window.get("q", "")).split()),
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
            raise QuestionError("parameter-unknown", name=name, known=(*known, LANG))
        if name in found:
            raise RequestError("parameter-repeated", name=name)
        found[name] = value
    return found


def parameters(request: Request) -> list[tuple[str, str]]:
    """Names and values of the parameters in their order, without the language and what others have added."""
    given = ((unescaped(name), value) for name, value in request.query_params.multi_items())
    return [(name, value) for name, value in given if name != LANG and not is_added(name)]


def language(request: Request) -> str:
    """Read the language that the address names, English if it names none; raises `RequestError`."""
    named = named_languages(request)
    if len(set(named)) > 1:
        raise RequestError("parameter-repeated", name=LANG)
    return language_of(named[0]) if named else SOURCE_LANGUAGE


def language_of(text: str) -> str:
    """Read the code of a language; raises `RequestError` if it is none of ours."""
    found = language_named(text)
    if found is None:
        raise RequestError("language-unknown", lang=text, known=tuple(LANGUAGES))
    return found


def form(request: Request) -> str:
    """Read the end of the address; raises `AddressError` if it is neither csv nor json."""
    found: str = request.path_params["form"]
    if found not in {"csv", "json"}:
        raise AddressError("form-unknown", form=found)
    return found


def check_size(parameters: Sequence[tuple[str, str]], *, longest: int = MAX_VALUE_LENGTH) -> None:
    """Refuse too many or too long parameters."""
    if len(parameters) > MAX_PARAMETERS:
        raise RequestError("parameters-too-many", most=MAX_PARAMETERS)
    if any(len(part) > longest for pair in parameters for part in pair):
        raise RequestError("parameter-too-long", most=longest)


def matching(frame: pd.DataFrame, query: Query, texts: Callable[[], Sequence[str]]) -> pd.DataFrame:
    """
    Give the rows that a query asks for, in their order, without its window.

    Values of one column are alternatives, different columns must all fit. In a cell that holds ids separated
    by | one of them is enough.

    Parameters
    ----------
    frame
        The table.
    query
        What is asked for.
    texts
        Gives the text of each row in which words are sought, as `corridor.words.folding` writes it.

    Returns
    -------
    pandas.DataFrame
        Rows of the table; all its columns even if no row is left.

    Raises
    ------
    RequestError
        If a value cannot stand in its column.
    """
    kept = np.ones(len(frame), dtype=bool)
    for column, values in query.wanted.items():
        kept &= np.fromiter(_fits(frame[column], column, values), dtype=bool, count=len(frame))
    if query.words:
        found = (all(word in text for word in query.words) for text in texts())
        kept &= np.fromiter(found, dtype=bool, count=len(frame))
    return frame[kept]


def texts_of(frame: pd.DataFrame) -> list[str]:
    """Give the texts of each row, folded, for a search."""
    columns = [texts for _, texts in cells(frame.select_dtypes("str"))]
    rows = zip(*columns, strict=True) if columns else [()] * len(frame)
    return [folded("\n".join(filter(None, row))) for row in rows]


def _fits(held: pd.Series, column: str, values: tuple[str, ...]) -> Iterator[bool]:
    """Which cells hold one of the values."""
    asked: set[Any]
    if pd.api.types.is_bool_dtype(held):
        asked = {_truth(column, value) for value in values}
    elif pd.api.types.is_numeric_dtype(held):
        asked = {_number(column, value) for value in values}
    else:
        asked = {value or None for value in values}
    return (_has(plain(cell), asked) for cell in held.tolist())


def _has(cell: object, asked: set[Any]) -> bool:
    """Whether a value, or one of the ids in a text, is asked for."""
    return cell in asked or (isinstance(cell, str) and "|" in cell and not asked.isdisjoint(cell.split("|")))


def _truth(column: str, value: str) -> bool | None:
    """Read a truth value; None asks for an empty cell."""
    if value not in {"true", "false", ""}:
        raise RequestError("truth-unusable", name=column, value=value)
    return value == "true" if value else None


def _number(column: str, value: str) -> float | None:
    """Read a number; None asks for an empty cell."""
    if value and not _DIGITS.fullmatch(value):
        raise RequestError("filter-unusable", name=column, value=value)
    return float(value) if value else None


def _whole(window: Mapping[str, str], name: str, default: int, *, least: int, most: int) -> int:
    """Read a whole number within its limits."""
    text = window.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdigit()) or not least <= int(text) <= most:
        raise QuestionError("whole-number-unusable", name=name, value=text, least=least, most=most)
    return int(text)

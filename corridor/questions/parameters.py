"""The parts of a question: how each is named, read from text and bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corridor.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,12}", re.ASCII)
_SHOWN = 40

Kind = Literal["text", "whole", "number", "list"]
Value = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """
    One part of a question.

    Attributes
    ----------
    name
        Its name in an address; on the command line --name with hyphens, if `flag` says nothing else.
    words
        What it means.
    flag
        Its name on the command line; one without hyphens in front is told by its position.
    kind
        "text", "whole" (number), "number" or "list" (texts joined by commas).
    default
        Value if it is not given, as text; None if it must be given.
    choices
        The texts that it may be, if closed.
    least, most
        Ends of a number, or of how many a list may hold.
    most_served
        What the HTTP API allows instead of `most`, so that one request cannot keep the server busy.
    """

    name: str
    words: str
    flag: str = ""
    kind: Kind = "text"
    default: str | None = ""
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    most_served: float | None = None

    @property
    def option(self) -> str:
        """Name on the command line."""
        return self.flag or f"--{self.name.replace('_', '-')}"

    def limit(self, *, is_served: bool) -> float | None:
        """Give the upper end that holds here."""
        return self.most_served if is_served and self.most_served is not None else self.most

    def value(self, text: str, *, is_served: bool = False) -> Value:
        """Read a text; raises `QuestionError` with words that say what would be right."""
        if self.kind == "list":
            parts = tuple(filter(None, (part.strip() for part in text.split(","))))
            self._check(len(parts), is_served=is_served)
            return parts
        if self.choices and text not in self.choices:
            message = f"{self.name}: '{_short(text)}' is none of {', '.join(self.choices)}."
            raise QuestionError(message)
        if self.kind == "text":
            return text
        if not text:
            return None
        if not (_WHOLE if self.kind == "whole" else _NUMBER).fullmatch(text):
            noun = "a whole number" if self.kind == "whole" else "a number with a decimal point"
            ends = self._ends(is_served=is_served)
            message = f"{self.name}: '{_short(text)}' cannot be used. Write {noun}{ends}."
            raise QuestionError(message)
        number = int(text) if self.kind == "whole" else float(text)
        self._check(number, is_served=is_served)
        return number

    def _check(self, size: float, *, is_served: bool) -> None:
        """Refuse a size beyond the ends."""
        most = self.limit(is_served=is_served)
        if (self.least is not None and size < self.least) or (most is not None and size > most):
            noun = "Name" if self.kind == "list" else "Write a number"
            message = f"{self.name}: {size:g} cannot be used. {noun}{self._ends(is_served=is_served)}."
            raise QuestionError(message)

    def _ends(self, *, is_served: bool) -> str:
        """Say the ends."""
        most = self.limit(is_served=is_served)
        if self.least is None or most is None:
            return "" if self.least is None else f" from {self.least:g}"
        return f" from {self.least:.0f} to {most:.0f}"


def read(
    parameters: Sequence[Parameter], given: Mapping[str, str], *, is_served: bool = False
) -> dict[str, Value]:
    """
    Read the parts of a question.

    Parameters
    ----------
    parameters
        The parts that it has.
    given
        Texts by name.
    is_served
        Whether the ends for the HTTP API hold.

    Returns
    -------
    dict
        A value for every part.

    Raises
    ------
    QuestionError
        If a part is unknown, missing or cannot be read; the message says what would be right.
    """
    known = [one.name for one in parameters]
    for name in given:
        if name not in known:
            message = f"There is no parameter '{_short(name)}' here. There are: {', '.join(known)}."
            raise QuestionError(message)
    missing = [one for one in parameters if one.default is None and not given.get(one.name, "").strip()]
    if missing:
        message = f"{missing[0].name} is missing: {missing[0].words}"
        raise QuestionError(message)
    return {
        one.name: one.value(given.get(one.name, one.default or ""), is_served=is_served) for one in parameters
    }


def _short(text: str) -> str:
    """Shorten what was written for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

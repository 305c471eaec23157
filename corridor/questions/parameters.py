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
        Ends of a number, which every number has; `most` is also how many entries a list may hold.
    most_served
        What the HTTP API allows instead of `most`, so that one request cannot keep the server busy.
    example
        A text that it may be, where one is needed to see what is meant.
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
    example: str = ""

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
            most = self.limit(is_served=is_served)
            if most is not None and len(parts) > most:
                raise QuestionError("list-too-long", name=self.name, count=len(parts), most=most)
            return parts
        if self.choices and text not in self.choices:
            raise QuestionError("value-unknown", name=self.name, value=text, known=self.choices)
        if self.kind == "text":
            return text
        return self._number(text, is_served=is_served) if text else None

    def _number(self, text: str, *, is_served: bool) -> float:
        """Read a number within its ends."""
        is_whole = self.kind == "whole"
        most = self.limit(is_served=is_served)
        if (_WHOLE if is_whole else _NUMBER).fullmatch(text):
            number = int(text) if is_whole else float(text)
            if (self.least is None or number >= self.least) and (most is None or number <= most):
                return number
        code = "whole-number-unusable" if is_whole else "number-unusable"
        raise QuestionError(code, name=self.name, value=text, least=self.least, most=most)


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
    known = [parameter.name for parameter in parameters]
    for name in given:
        if name not in known:
            raise QuestionError("parameter-unknown", name=name, known=known)
    missing = [
        parameter
        for parameter in parameters
        if parameter.default is None and not given.get(parameter.name, "").strip()
    ]
    if missing:
        raise QuestionError("parameter-missing", name=missing[0].name)
    return {
        parameter.name: parameter.value(_text(parameter, given), is_served=is_served)
        for parameter in parameters
    }


def _text(part: Parameter, given: Mapping[str, str]) -> str:
    """Text of a part; an empty one is as if it were not given, but for a list, which may be empty."""
    text = given.get(part.name)
    if text is None or (not text and part.kind != "list"):
        return part.default or ""
    return text


INDEX_METHOD = (
    Parameter(name="weights", words="of the parts, such as time=3,cost=2 (all equal)", kind="list", most=20),
    Parameter(
        name="normalisation",
        words="min-max or ratio (min-max)",
        choices=("min-max", "ratio"),
        default="min-max",
    ),
    Parameter(
        name="aggregation",
        words="arithmetic or geometric (arithmetic)",
        choices=("arithmetic", "geometric"),
        default="arithmetic",
    ),
)
"""How the index of pairs of countries is made."""

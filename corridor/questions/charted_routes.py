"""The routes that a chart is asked for: the parts of its question, which routes, what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.errors import QuestionError, RouteError
from corridor.questions.answer_routes import question_of
from corridor.questions.parameters import Parameter
from corridor.questions.question import CRITERIA, FROM, LIMITS, SCENARIO, TO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.language.reader import Reader
    from corridor.routing.presented import Presented

    Values = Mapping[str, Any]

# What takes long to import is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415

MAX_COMPARED, FEWEST_COMPARED, USUAL = 4, 2, 3
ROUTE = Parameter(name="route", words="id of a route, as the verb route lists it (the first)")
ROUTES = Parameter(
    name="routes",
    kind="list",
    words=f"ids of {FEWEST_COMPARED} to {MAX_COMPARED} routes, joined by commas (the first {USUAL})",
    most=MAX_COMPARED,
)
ASKED = (FROM, TO, CRITERIA, *LIMITS, SCENARIO)


def presented(reader: Reader, values: Values) -> tuple[Presented, Reader]:
    """Find the routes; what is drawn of them is worded from the dataset as the scenario has it."""
    from corridor.language.reader import LanguageReader
    from corridor.routing.presented import present

    found = present(reader.dataset, question_of(reader.dataset, values))
    if not found.order:
        raise RouteError("route-missing")
    return found, LanguageReader(found.whole.dataset, reader.lang)


def one_of(found: Presented, route: str) -> str:
    """Give a route that is among those found."""
    if route not in found.whole.hops:
        raise RouteError("route-unknown", route=route, known=tuple(found.whole.hops))
    return route


def compared(found: Presented, values: Values, *, least: int = FEWEST_COMPARED) -> tuple[str, ...]:
    """Give the routes to compare: those that are named, else the first."""
    ids = tuple(dict.fromkeys(values["routes"])) or found.order[:USUAL]
    if len(ids) < least:
        raise QuestionError("list-too-short", name="routes", count=len(ids), least=least)
    return tuple(one_of(found, id_) for id_ in ids)


def numbered_names(reader: Reader, found: Presented, ids: tuple[str, ...]) -> dict[str, str]:
    """Name routes by number and by what tells them apart."""
    from corridor.charts.figures import route_name

    return {id_: route_name(reader, found.order.index(id_) + 1, found.told(id_)) for id_ in ids}


def titled(reader: Reader, found: Presented, words: str) -> str:
    """Write the two ends before what a chart shows."""
    from corridor.language.names import node

    hops = found.whole.hops[found.order[0]]
    ends = hops[0].start, hops[-1].end
    return f"{node(reader, ends[0])} – {node(reader, ends[1])}: {words}"

"""What of a question travels from page to page, and on which page each part acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.link.state import State, moved

if TYPE_CHECKING:
    from collections.abc import Mapping

# Fields of the state that make up the question. All else belongs to one page.
QUESTION = (
    "origin",
    "destination",
    "carriage",
    "wish",
    "criteria",
    "avoid",
    "rules",
    "passing",
    "most_transhipments",
    "scenario",
    "date",
    "year",
)
# What a changed question lets go of: routes and their steps were found for the old one.
FOUND = ("route", "step", "leg", "compared")
_KEPT = ("lang", "own", *QUESTION)
_FREIGHT = frozenset(QUESTION) - {"carriage", "year"}
_FLIGHTS = frozenset({"origin", "destination", "date"})
_ACTING: Mapping[str, frozenset[str]] = {
    "compare": _FREIGHT,
    "scenarios": _FREIGHT,
    "corridor": frozenset({"year"}),
    "flights": _FLIGHTS,
    "connectivity": frozenset({"avoid", "rules"}),
}
_ACTING_PARTS: Mapping[str, frozenset[str]] = {
    "mending": frozenset({"origin", "destination"}),
    "minerals": frozenset({"destination"}),
}


def travelling(state: State) -> State:
    """Give the state with which another page is opened: the question, the language, nothing of this page."""
    return moved(State(), **{name: getattr(state, name) for name in _KEPT})


def acting(page: str, state: State) -> frozenset[str]:
    """Fields of the question that change what a page shows."""
    if page == "routes":
        return _FLIGHTS | {"carriage"} if state.carriage == "air" else _FREIGHT
    if page == "partners":
        return _ACTING_PARTS.get(state.part, frozenset())
    return _ACTING.get(page, frozenset())


def is_asked(state: State, name: str) -> bool:
    """Whether the address names a field of the question."""
    return bool(getattr(state, name) != getattr(State(), name))

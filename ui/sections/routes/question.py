"""The question that the page Routes answers, read from the state of the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.dataset.places import airport_near
from corridor.network.arrays import network
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.language.text import N_, Words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ui.link.state import State
    from ui.link.view import View

ORIGIN, DESTINATION = "almaty", "belgrade"
HOME = ("KZ", "RS")

# The criteria of each wish, the first of them the one that matters most.
WISHES: Mapping[str, tuple[str, ...]] = {
    "all": ("time", "cost", "co2e"),
    "fastest": ("time", "cost", "co2e"),
    "cheapest": ("cost", "time", "co2e"),
    "cleanest": ("co2e", "time", "cost"),
    "fewest": ("transhipments", "borders", "time"),
}
WISH_LABELS: Mapping[str, str] = {
    "all": N_("All sensible"),
    "fastest": N_("Fastest"),
    "cheapest": N_("Cheapest"),
    "cleanest": N_("Cleanest"),
    "fewest": N_("Fewest stops"),
}
_OWN_NAME = {"KZ": "kk", "RS": "sr", "BG": "bg"}


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question for freight routes: the ends, by what routes are judged, what they must keep to."""

    origin: str
    destination: str
    criteria: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    most_transhipments: int | None = None
    scenario: str = ""
    date: dt.date | None = None


def question(view: View) -> Question:
    """Read the question; an end that no freight reaches gives way to the usual one."""
    state, known = view.state, freight_places(view)
    return Question(
        origin=state.origin if state.origin in known else _usual(known, ORIGIN),
        destination=state.destination if state.destination in known else _usual(known, DESTINATION),
        criteria=criteria(state),
        avoid=tuple(sorted(state.avoid)),
        passing=tuple(sorted(one for one in state.passing if one in known)),
        most_transhipments=state.most_transhipments,
        scenario=state.scenario,
        date=state.date,
    )


def criteria(state: State) -> tuple[str, ...]:
    """Criteria of the search: those chosen one by one, else those of the wish."""
    return state.criteria or WISHES[state.wish]


def unused_ends(view: View) -> tuple[str, ...]:
    """List the ends that the address names and the freight network does not reach."""
    known = freight_places(view)
    ends = (view.state.origin, view.state.destination)
    return tuple(one for one in ends if one is not None and one not in known)


def freight_places(view: View) -> tuple[str, ...]:
    """Places of the freight network: those of the two countries first, then by name."""
    nodes, words = by_id(view.dataset, "nodes"), view.words

    def order(one: str) -> tuple[int, str]:
        country = nodes[one]["country"]
        return (HOME.index(country) if country in HOME else len(HOME), words.name(nodes[one]).casefold())

    return tuple(sorted(network(view.dataset).places, key=order))


def airport_of(view: View, place: str | None, default: str) -> str:
    """Airport of a place, or the default where it has none."""
    return (airport_near(view.dataset, place) if place else None) or default


def option(view: View, place: str) -> str:
    """Name a place for a picker: in the visitor's language, in English, in that of its own country."""
    row = by_id(view.dataset, "nodes")[place]
    languages = (view.lang, "en", _OWN_NAME.get(row["country"], "en"))
    names = dict.fromkeys(Words(lang).name(row) for lang in languages)
    return f"{' · '.join(names)} ({row['country']})"


def ends(view: View, asked: Question) -> str:
    """Name both ends."""
    return f"{wording.node(view, asked.origin)} – {wording.node(view, asked.destination)}"


def _usual(known: tuple[str, ...], wanted: str) -> str:
    """Give the usual end, or whatever a visitor's own data have."""
    return wanted if wanted in known else next(iter(known), "")

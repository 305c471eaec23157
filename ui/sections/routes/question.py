"""The question that the page Routes answers, read from the state of the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.dataset.places import place_near
from corridor.freight.arrays import network
from corridor.memory.memo import Depends, remembered
from corridor.routing.question import Avoided, RouteQuestion, read_criteria
from corridor.routing.sanctioned import ruled_out
from corridor.scenario.codec import encode, parse
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.language.text import N_, Words
from ui.link.state import ruled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset
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


def question(view: View) -> RouteQuestion:
    """Read the question; an end that no freight reaches gives way to the usual one."""
    state, known = view.state, freight_places(view)
    origin = freight_place(view, state.origin) or _usual(known, ORIGIN)
    destination = freight_place(view, state.destination) or _usual(known, DESTINATION)
    avoid = Avoided.read(view.dataset, state.avoid)
    return RouteQuestion(
        origin=origin,
        destination=destination,
        criteria=read_criteria(state.criteria or WISHES[state.wish]),
        avoid=replace(avoid, countries=avoid.countries | left_out(view, origin, destination)),
        via=frozenset(state.passing).intersection(known),
        max_transhipments=state.most_transhipments,
        scenario=parse(state.scenario),
        date=state.date,
    )


def left_out(view: View, *ends: str) -> frozenset[str]:
    """Countries that a shipper under EU rules leaves out on the day; none where all routes are asked for."""
    state, nodes = ruled(view.state, "routes"), by_id(view.dataset, "nodes")
    if state.rules != "eu":
        return frozenset()
    here = {nodes[one]["country"] for one in ends if one in nodes}
    return ruled_out(view.dataset, state.date) - here


def as_state(asked: RouteQuestion) -> dict[str, Any]:
    """Give the fields of the address that ask a question."""
    return {
        "origin": asked.origin,
        "destination": asked.destination,
        "carriage": "freight",
        "criteria": asked.criteria_words,
        "avoid": asked.avoid.words,
        "rules": "all",
        "passing": tuple(sorted(asked.via)),
        "most_transhipments": asked.max_transhipments,
        "scenario": encode(asked.scenario),
        "date": asked.date,
    }


def substitutes(view: View) -> tuple[tuple[str, str], ...]:
    """List the ends of the address that no freight reaches, each with the place used for it."""
    asked, known = question(view), freight_places(view)
    ends = ((view.state.origin, asked.origin), (view.state.destination, asked.destination))
    return tuple((one, used) for one, used in ends if one is not None and one not in known)


def freight_place(view: View, place: str | None) -> str | None:
    """Place of the freight network that stands for a place: itself, or the city of an airport."""
    return place_near(view.dataset, place, network(view.dataset).places) if place else None


def freight_places(view: View) -> tuple[str, ...]:
    """Places of the freight network: those of the two countries first, then by name."""
    return tuple(_options(view.dataset, view.lang))


def option(view: View, place: str) -> str:
    """Name a place for a picker: in the visitor's language, in English, in that of its own country."""
    known = _options(view.dataset, view.lang).get(place)
    return _option(by_id(view.dataset, "nodes")[place], view.lang) if known is None else known


@remembered(depends_on=Depends.EVERYTHING)
def _options(dataset: Dataset, lang: str) -> Mapping[str, str]:
    """Name the places of the freight network as pickers do, in their order there."""
    nodes, words = by_id(dataset, "nodes"), Words(lang)

    def order(place: str) -> tuple[int, str]:
        country = nodes[place]["country"]
        return (HOME.index(country) if country in HOME else len(HOME), words.name(nodes[place]).casefold())

    return {place: _option(nodes[place], lang) for place in sorted(network(dataset).places, key=order)}


def _option(row: Mapping[str, Any], lang: str) -> str:
    """Name a place in three languages, with its country."""
    languages = (lang, "en", _OWN_NAME.get(row["country"], "en"))
    names = dict.fromkeys(Words(one).name(row) for one in languages)
    return f"{' · '.join(names)} ({row['country']})"


def ends(view: View, asked: RouteQuestion) -> str:
    """Name both ends."""
    return f"{wording.node(view, asked.origin)} – {wording.node(view, asked.destination)}"


def _usual(known: tuple[str, ...], wanted: str) -> str:
    """Give the usual end, or whatever a visitor's own data have."""
    return wanted if wanted in known else next(iter(known), "")

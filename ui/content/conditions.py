"""The conditions of a view in words: what was asked, what was left out, what its ranges and figures are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from babel.lists import format_list

from corridor.freight.arrays import MODES
from corridor.scenario.codec import parse
from ui.chain.itinerary import country
from ui.evidence import ageing, wording
from ui.evidence.rows import by_id
from ui.language.text import LOCALES, N_
from ui.link.state import State
from ui.link.travel import acting, is_asked
from ui.look.modes import MODES as LOOKS
from ui.sections.partners import register_choice
from ui.sections.routes import question, what_if
from ui.sections.routes.answer import answer
from ui.sections.sources import facets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ui.link.view import View

_BASIS = {
    True: N_("in practice, modelled; ranges hold 8 of 10 journeys"),
    False: N_("by timetable; ranges from lowest to highest"),
}
_ROUTING = ("routes", "compare")


@dataclass(frozen=True, kw_only=True)
class Condition:
    """
    One part of the question.

    Attributes
    ----------
    name
        Field of `ui.link.state.State` that holds it.
    words
        As it is said in the reader's language.
    without
        Fields of the state that take it away.
    """

    name: str
    words: str
    without: Mapping[str, Any] = field(default_factory=dict)


def conditions(view: View) -> tuple[str, ...]:
    """
    Say under which conditions the figures of a view hold.

    Parameters
    ----------
    view
        The visit. Nothing of it is asked that a plain route of the server could not give.

    Returns
    -------
    tuple of str
        In the reader's language, plain text, an entry each: the ends, what is left out or to be passed, the
        day, what is assumed, then what figures and ranges are. Of all parts only those that act on the page.
    """
    return (*question_in_words(view), *_how_known(view))


def question_in_words(view: View) -> tuple[str, ...]:
    """Say the same without what figures and ranges are, for which routes may have to be sought."""
    told = [*_ends_in_full(view), *_rules(view)]
    told += [one.words for one in asked(view) if one.name not in {"origin", "carriage"}]
    draw = _OF_PAGE.get(view.page)
    return tuple(told + (draw(view) if draw is not None else []))


def asked(view: View) -> tuple[Condition, ...]:
    """List the parts of the question that the address names and that act on the page."""
    acts = acting(view.page, view.state)
    return tuple(one for one in _question(view) if one.name in acts)


def resting(view: View) -> tuple[Condition, ...]:
    """List the parts of the question that the address names and that do not act on the page."""
    acts = acting(view.page, view.state)
    return tuple(one for one in _question(view) if one.name not in acts)


def _question(view: View) -> Iterator[Condition]:
    """Word each part of the question that the address names, but rules and what matters."""
    _ = view.words.gettext
    state = view.state
    usual = {"origin": question.ORIGIN, "destination": question.DESTINATION}
    if any(getattr(state, end) not in {None, usual[end]} for end in usual):
        ends = {end: getattr(state, end) or usual[end] for end in usual}
        words = " – ".join(_place(view, place) for place in ends.values())
        yield Condition(name="origin", words=words, without=dict.fromkeys(ends))
    if state.carriage == "air":
        words = _("Passengers, by air")
        yield Condition(name="carriage", words=words, without={"carriage": State().carriage})
    yield from _limits(view)
    if state.date is not None:
        words = _("on {date}").format(date=wording.when(view, state.date.isoformat()))
        yield Condition(name="date", words=words, without={"date": None})
    if state.scenario:
        changes = "; ".join(what_if.changes(view, parse(state.scenario)))
        words = _("what if: {changes}").format(changes=changes)
        yield Condition(name="scenario", words=words, without={"scenario": ""})
    if state.year is not None:
        words = _("Year {year}").format(year=state.year)
        yield Condition(name="year", words=words, without={"year": None})


def _limits(view: View) -> Iterator[Condition]:
    """Word what a route must avoid, pass and keep to."""
    _, _n = view.words.gettext, view.words.ngettext
    state = view.state
    for word in state.avoid:
        rest = tuple(other for other in state.avoid if other != word)
        words = _("without {name}").format(name=_avoided(view, word))
        yield Condition(name="avoid", words=words, without={"avoid": rest})
    for node in state.passing:
        rest = tuple(other for other in state.passing if other != node)
        words = _("by {place}").format(place=_place(view, node))
        yield Condition(name="passing", words=words, without={"passing": rest})
    if state.most_transhipments is not None:
        pattern = _n(
            "at most {count} transhipment", "at most {count} transhipments", state.most_transhipments
        )
        words = pattern.format(count=state.most_transhipments)
        yield Condition(name="most_transhipments", words=words, without={"most_transhipments": None})


def _ends_in_full(view: View) -> list[str]:
    """Name both ends where the page asks for routes of freight."""
    if view.page not in _ROUTING or view.state.carriage == "air":
        return [one.words for one in asked(view) if one.name in {"origin", "carriage"}]
    return [question.ends(view, question.question(view))]


def _rules(view: View) -> list[str]:
    """Say which countries rules leave out, or that they leave out none."""
    _ = view.words.gettext
    if "rules" not in acting(view.page, view.state):
        return []
    left_out = _left_out(view)
    if left_out:
        names = format_list(sorted(country(view, code) for code in left_out), locale=LOCALES[view.lang])
        return [_("EU rules: without {countries}").format(countries=names)]
    return [_("All routes, those under sanctions too")] if view.state.rules == "all" else []


def _left_out(view: View) -> frozenset[str]:
    """Give the countries that rules leave out of the view."""
    if view.page not in _ROUTING:
        return frozenset()
    found = question.question(view)
    return question.left_out(view, found.origin, found.destination)


def _how_known(view: View) -> list[str]:
    """Say what figures and ranges are; up to when they are known, where they are published ones."""
    _ = view.words.gettext
    if view.page in _ROUTING and view.state.carriage == "freight":
        summary = answer(view.dataset, question.question(view)).summary
        return [_(_BASIS[summary.time_is_in_practice])] if summary is not None else []
    if view.page in {"corridor", "connectivity"}:
        return [_(_BASIS[False])]
    known = ageing.known_words(view)
    return [known] if known and view.page != "own-data" else []


def _wished(view: View) -> list[str]:
    """Say what matters, where that is not everything."""
    _ = view.words.gettext
    is_usual = view.state.wish == State().wish or not is_asked(view.state, "wish")
    if is_usual or view.state.carriage == "air":
        return []
    return [f"{_('What matters')}: {_(question.WISH_LABELS[view.state.wish])}"]


def _weighed(view: View) -> list[str]:
    """Say that weights are the visitor's own."""
    _ = view.words.gettext
    return [_("own weights")] if view.state.weights else []


def _filtered(view: View) -> list[str]:
    """Name the filters of the register of projects."""
    return register_choice.filters_in_words(view) if view.state.part == "register" else []


_OF_PAGE: Mapping[str, Callable[[View], list[str]]] = {
    "routes": _wished,
    "compare": _wished,
    "connectivity": _weighed,
    "partners": _filtered,
    "sources": facets.filters_in_words,
}


def _place(view: View, node_id: str) -> str:
    """Name a place; the id where the data do not hold it."""
    return wording.node(view, node_id) if node_id in by_id(view.dataset, "nodes") else node_id


def _avoided(view: View, word: str) -> str:
    """Name what is avoided: a country, a mode, a place or a leg."""
    if word in MODES:
        return view.words.gettext(LOOKS[word].label)
    if word in by_id(view.dataset, "nodes"):
        return wording.node(view, word)
    if word in by_id(view.dataset, "legs"):
        return wording.leg(view, word)
    return country(view, word)

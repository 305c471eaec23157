"""The conditions of a view in words: what was asked, what was left out, what its ranges and figures are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from babel.lists import format_list

from corridor.freight.arrays import MODES
from corridor.scenario.codec import parse
from ui.chain.itinerary import country
from ui.evidence import ageing, wording
from ui.evidence.rows import by_id
from ui.language.text import LOCALES, N_
from ui.link.state import KEYS, State, encode
from ui.link.travel import QUESTION, acting, is_asked
from ui.look.modes import MODES as LOOKS
from ui.sections.connectivity import frames
from ui.sections.partners import register_choice
from ui.sections.routes import question, what_if
from ui.sections.routes.answer import answer
from ui.sections.sources import facets

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from ui.link.view import View

_BASIS = {
    True: N_("in practice, modelled; ranges hold 8 of 10 journeys"),
    False: N_("by timetable; ranges from lowest to highest"),
}


_IN_FILES = {"avoid": "without_", "pass": "by_", "date": "", "sc": "what-if_", "rules": "rules_"}
_NOT_IN_FILES = re.compile(r"[^A-Za-z0-9._-]")
_MAX_WORD = 40


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


def beside_subject(view: View, *, with_basis: bool = True) -> tuple[str, ...]:
    """Say the conditions without the ends, which title and subject of a view name already."""
    ends = {
        *_ends_in_full(view),
        *(condition.words for condition in asked(view) if condition.name == "origin"),
    }
    told = conditions(view) if with_basis else question_in_words(view)
    return tuple(condition for condition in told if condition not in ends)


def question_in_words(view: View) -> tuple[str, ...]:
    """Say the same without what figures and ranges are, for which routes may have to be sought."""
    told = [*_ends_in_full(view), *_rules(view)]
    told += [condition.words for condition in asked(view) if condition.name not in {"origin", "carriage"}]
    draw = _OF_PAGE.get(view.page)
    return tuple(told + (draw(view) if draw is not None else []))


def file_words(view: View) -> tuple[str, ...]:
    """
    Give words for the name of a file of the view: the same keys as in the address, of what acts.

    Returns
    -------
    tuple of str
        Letters, digits, underscores and dots only, such as ("from_almaty", "without_TR.road", "2026-12-01").
    """
    acts, keys = acting(view.page, view.state), encode(view.state)
    told = (
        f"{_IN_FILES.get(key.name, f'{key.name}_')}{keys[key.name]}"
        for key in KEYS
        if key.field in acts and key.name in keys
    )
    return tuple(_NOT_IN_FILES.sub("", word)[:_MAX_WORD] for word in told)


def asked(view: View) -> tuple[Condition, ...]:
    """List the parts of the question that the address names and that act on the page."""
    return tuple(_question(view, acting(view.page, view.state)))


def resting(view: View) -> tuple[Condition, ...]:
    """List the parts of the question that the address names and that do not act on the page."""
    return tuple(_question(view, frozenset(QUESTION) - acting(view.page, view.state)))


def _question(view: View, names: Collection[str]) -> Iterator[Condition]:
    """Word each of these parts of the question that the address names; of others nothing is read."""
    for name, draw in _PARTS.items():
        if name in names:
            yield from draw(view)


def _ends(view: View) -> Iterator[Condition]:
    """Name both ends, unless they are the usual ones."""
    usual = {"origin": question.ORIGIN, "destination": question.DESTINATION}
    ends = {end: getattr(view.state, end) or place for end, place in usual.items()}
    if ends != usual:
        words = " – ".join(_place(view, place) for place in ends.values())
        yield Condition(name="origin", words=words, without=dict.fromkeys(ends))


def _carriage(view: View) -> Iterator[Condition]:
    """Say what travels, where that is not freight."""
    if view.state.carriage == "air":
        words = view.words.gettext("Passengers, by air")
        yield Condition(name="carriage", words=words, without={"carriage": State().carriage})


def _avoid(view: View) -> Iterator[Condition]:
    """Name what routes must avoid, one by one."""
    avoid = view.state.avoid
    for word in avoid:
        words = view.words.gettext("without {name}").format(name=_avoided(view, word))
        rest = tuple(other for other in avoid if other != word)
        yield Condition(name="avoid", words=words, without={"avoid": rest})


def _passing(view: View) -> Iterator[Condition]:
    """Name the places that routes must pass, one by one."""
    passing = view.state.passing
    for node in passing:
        words = view.words.gettext("by {place}").format(place=_place(view, node))
        rest = tuple(other for other in passing if other != node)
        yield Condition(name="passing", words=words, without={"passing": rest})


def _transhipments(view: View) -> Iterator[Condition]:
    """Say how often cargo may change vehicles."""
    most = view.state.most_transhipments
    if most is not None:
        pattern = view.words.ngettext("at most {count} transhipment", "at most {count} transhipments", most)
        words = pattern.format(count=most)
        yield Condition(name="most_transhipments", words=words, without={"most_transhipments": None})


def _date(view: View) -> Iterator[Condition]:
    """Say the day of travel."""
    day = view.state.date
    if day is not None:
        words = view.words.gettext("on {date}").format(date=wording.when(view, day.isoformat()))
        yield Condition(name="date", words=words, without={"date": None})


def _scenario(view: View) -> Iterator[Condition]:
    """Say what is assumed."""
    scenario = view.state.scenario
    if scenario:
        changes = "; ".join(what_if.changes(view, parse(scenario)))
        words = view.words.gettext("what if: {changes}").format(changes=changes)
        yield Condition(name="scenario", words=words, without={"scenario": ""})


def _year(view: View) -> Iterator[Condition]:
    """Say the year of the corridor."""
    year = view.state.year
    if year is not None:
        words = view.words.gettext("Year {year}").format(year=year)
        yield Condition(name="year", words=words, without={"year": None})


_PARTS: Mapping[str, Callable[[View], Iterator[Condition]]] = {
    "origin": _ends,
    "carriage": _carriage,
    "avoid": _avoid,
    "passing": _passing,
    "most_transhipments": _transhipments,
    "date": _date,
    "scenario": _scenario,
    "year": _year,
}


def _is_routing(view: View) -> bool:
    """Whether the page asks for routes of freight."""
    return view.page in {"compare", "scenarios"} or (
        view.page == "routes" and view.state.carriage == "freight"
    )


def _ends_in_full(view: View) -> list[str]:
    """Name both ends where the page asks for routes of freight."""
    if not _is_routing(view):
        return [condition.words for condition in asked(view) if condition.name in {"origin", "carriage"}]
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
    # Routes and Compare leave out unless told otherwise, Connectivity only if it is told to.
    is_all = view.state.rules == "all" or view.page == "connectivity"
    return [_("All routes, those under sanctions too")] if is_all else []


def _left_out(view: View) -> frozenset[str]:
    """Give the countries that rules leave out of the view."""
    if view.page == "connectivity":
        return frames.left_out(view)
    if not _is_routing(view):
        return frozenset()
    found = question.question(view)
    return question.left_out(view, found.origin, found.destination)


def _how_known(view: View) -> list[str]:
    """Say what figures and ranges are; up to when they are known, where they are published ones."""
    _ = view.words.gettext
    if _is_routing(view):
        summary = answer(view.dataset, question.question(view)).summary
        return [_(_BASIS[summary.time_is_in_practice])] if summary is not None else []
    if view.page in {"corridor", "connectivity"}:
        return [_(_BASIS[False])]
    known = ageing.known_words(view)
    return [known] if known and view.page != "own-data" else []


def _wished(view: View) -> list[str]:
    """Say what matters, where that is not everything."""
    _ = view.words.gettext
    if not is_asked(view.state, "wish") or not _is_routing(view):
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
    "scenarios": _wished,
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

"""The first screen of the page Compare: the routes that win on time and on cost, and the figures of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from babel.lists import format_list

from corridor.practice.quantiles import JOURNEYS, of_journeys
from corridor.routing.obtainable import LABELS
from ui.chain import on_day
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.openings import drawn
from ui.language.text import LOCALES
from ui.look import first_screen
from ui.look.first_screen import Opening
from ui.look.markup import tag, together
from ui.sections.compare.choice import numbered
from ui.sections.routes import obtainable, words
from ui.sections.routes.answer import practice_of
from ui.sections.routes.headline import not_today

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_TIME, _COST = "time_h", "cost_usd_per_teu"
_UNITS = {_TIME: "h", _COST: "USD"}


def sentence(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw the answer."""
    said = opening(view, found, shown)
    return drawn(view, said, basis=together(said.basis, basis_mark(view, "modelled")) if said.basis else None)


def opening(view: View, found: Answer, shown: Beside) -> Opening:
    """Say which route is the fastest and which the cheapest, by how much, and what is unsure of them."""
    _ = view.words.gettext
    ranked = {criterion: _ranked(found, shown, criterion) for criterion in _UNITS}
    if not any(ranked.values()):
        return Opening(sentence=_("Time and cost of these routes are not known."))
    said = [_wins(view, found, criterion, routes) for criterion, routes in ranked.items() if routes]
    winners = tuple(dict.fromkeys(next(iter(routes)) for routes in ranked.values() if routes))
    return Opening(
        sentence=" ".join(said),
        known="modelled",
        doubt=_doubt(view, found, winners),
        basis=_basis(view, found, shown, tuple(ranked[_TIME])),
    )


def beside(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw a card a route: time and cost in practice, the difference to the first, whether it can be had."""
    cards = first_screen.key_cards(*(_card(view, found, shown, route) for route in shown.ids))
    return together(cards, obtainable.meanings(view))


def _ranked(found: Answer, shown: Beside, criterion: str) -> dict[str, float]:
    """Middle of each route in practice, the least first; a route without one is left out."""
    known = {route: _practice(found, route, criterion, "p50") for route in shown.ids}
    return dict(
        sorted(
            ((route, value) for route, value in known.items() if value is not None), key=lambda pair: pair[1]
        )
    )


def _practice(found: Answer, route: str, criterion: str, end: str) -> float | None:
    """One point of the range of a route in practice."""
    value = (practice_of(found, route) or {}).get(f"{criterion}_{end}")
    return None if value is None or pd.isna(value) else float(value)


def _wins(view: View, found: Answer, criterion: str, routes: Mapping[str, float]) -> str:
    """Name the route that wins on a criterion with its figure, and how far the next one is behind."""
    _ = view.words.gettext
    (best, least), *rest = routes.items()
    figure = wording.size(view, least, _UNITS[criterion], "modelled")
    number = found.number(best)
    if not rest:
        pattern = (
            _("Route {number} takes {figure} in practice.")
            if criterion == _TIME
            else _("Route {number} costs {figure} per TEU.")
        )
        return pattern.format(number=number, figure=figure)
    other, next_ = rest[0]
    gap = wording.size(view, next_ - least, _UNITS[criterion], "modelled")
    if figure == wording.size(view, next_, _UNITS[criterion], "modelled"):
        pattern = (
            _("Routes {number} and {other} are equally fast: {figure} in practice.")
            if criterion == _TIME
            else _("Routes {number} and {other} cost the same: {figure} per TEU.")
        )
    else:
        pattern = (
            _("Route {number} is the fastest: {figure} in practice, {gap} less than route {other}.")
            if criterion == _TIME
            else _("Route {number} is the cheapest: {figure} per TEU, {gap} less than route {other}.")
        )
    return pattern.format(number=number, figure=figure, gap=gap, other=found.number(other))


def _doubt(view: View, found: Answer, winners: tuple[str, ...]) -> str:
    """Say what is unsure of the routes that win: whether they can be had, what of them is not known."""
    _ = view.words.gettext
    by_reason: dict[str, list[int]] = {}
    for route in winners:
        row = found.rows[route]
        states = [] if row["availability"] == "running" else [_(LABELS[row["availability"]])]
        states += on_day.not_today(view, not_today(found, route))
        if states:
            by_reason.setdefault(", ".join(states), []).append(found.number(route))
        if gaps := max(row[f"{criterion}_gaps"] for criterion in _UNITS):
            by_reason.setdefault(words.unknown(view, gaps), []).append(found.number(route))
    told = [_about(view, numbers, what) for what, numbers in by_reason.items()]
    return f"{'; '.join(told).removesuffix('.')}." if told else ""


def _about(view: View, numbers: list[int], what: str) -> str:
    """Say something of routes, which are named by their numbers."""
    named = format_list([str(number) for number in numbers], locale=LOCALES[view.lang])
    pattern = view.words.ngettext("Route {numbers}: {what}", "Routes {numbers}: {what}", len(numbers))
    return pattern.format(numbers=named, what=what)


def _basis(view: View, found: Answer, shown: Beside, fastest: tuple[str, ...]) -> str:
    """Say how the sentence is known: the middle of journeys, and in how many draws the fastest is it."""
    _ = view.words.gettext
    parts = [_("Middle of journeys in practice, modelled.")]
    if len(fastest) > 1:
        first, second = fastest[:2]
        share = shown.likely.beats.loc[first, second]
        if not pd.isna(share):
            pattern = _("Route {number} is faster than route {other} in {share} of {count} journeys.")
            numbers = {"number": found.number(first), "other": found.number(second)}
            parts.append(pattern.format(**numbers, share=of_journeys(share), count=JOURNEYS))
    return " ".join(parts)


def _card(view: View, found: Answer, shown: Beside, route: str) -> Markup:
    """Draw the totals of one route."""
    figures = [_figure(view, found, shown, route, criterion) for criterion in _UNITS]
    return tag(
        "li",
        tag("h3", numbered(view, found, shown, route)),
        tag("div", *figures, class_="cx-both"),
        tag("p", obtainable.badge(view, found, route)),
        class_="cx-card cx-compared",
    )


def _figure(view: View, found: Answer, shown: Beside, route: str, criterion: str) -> Markup:
    """Write one figure of a route with its range and the difference to the first route."""
    _ = view.words.gettext
    unit = _UNITS[criterion]
    low, middle, high = (_practice(found, route, criterion, end) for end in ("p10", "p50", "p90"))
    if low is None or middle is None or high is None:
        return tag("p", _("not known"), basis_mark(view, "missing"), class_="cx-days none")
    figure = tag("b", wording.size(view, middle, unit, "modelled"))
    band = wording.size_band(view, low, high, unit, "modelled", beside=middle)
    first = _practice(found, shown.ids[0], criterion, "p50")
    change = None
    if route != shown.ids[0] and first is not None:
        size = wording.size(view, abs(middle - first), unit, "modelled")
        sign = "+" if middle > first else "−"
        change = tag("small", _("the same") if middle == first else f"{sign}{size}", class_="cx-difference")
    return tag(
        "p", figure, basis_mark(view, "modelled"), tag("small", band), change, class_="cx-compared-figure"
    )

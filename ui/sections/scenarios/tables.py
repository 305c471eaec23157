"""Today and the scenario side by side in figures, and the best routes that are won, lost and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.routing.obtainable import LABELS
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.routes import obtainable, words
from ui.sections.routes.answer import practice_of
from ui.sections.routes.table import ports_of
from ui.sections.scenarios.first_answer import difference, practice
from ui.sections.scenarios.lab import best_of, lab

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer
    from ui.sections.scenarios.lab import Lab

    Row = Mapping[str, Any]

USUAL = (("time_h", "h", N_("Time in practice")), ("cost_usd_per_teu", "USD", N_("Cost per TEU in practice")))
FATES = {"lost": N_("lost"), "won": N_("won"), "kept": N_("kept")}


def beside_table(view: View) -> Markup:
    """Write one row a criterion for the best route: today, under the scenario, the difference."""
    _ = view.words.gettext
    shown = lab(view)
    columns = (
        Column(key="what", title=_("What"), is_header=True),
        Column(key="today", title=_("Today"), is_figure=True),
        Column(key="assumed", title=_("Under the scenario"), is_figure=True),
        Column(key="change", title=_("Difference"), is_figure=True),
    )
    return table(view, list(_lines(view, shown)), columns, _("The best route today and under the scenario"))


def routes_table(view: View) -> Markup:
    """Write the best routes of both sides: which are lost, won and kept."""
    _ = view.words.gettext
    shown = lab(view)
    columns = (
        Column(key="route", title=_("Route"), is_header=True),
        Column(key="fate", title=_("Under the scenario")),
        Column(key="time", title=_("Time by timetable"), is_figure=True),
        Column(key="cost", title=_("Known costs per TEU"), is_figure=True),
        Column(key="co2e", title=_("CO₂e per tonne"), is_figure=True),
    )
    lines = [_route_line(view, shown, route, fate) for route, fate in fates(shown)]
    return table(view, lines, columns, _("Best routes lost, won and kept: none is better on every criterion"))


def fates(shown: Lab) -> Iterator[tuple[str, str]]:
    """Ids of the best routes of both sides, each with "lost", "won" or "kept"."""
    yield from ((route, "lost") for route in shown.lost)
    yield from ((route, "won") for route in shown.won)
    gone = {*shown.lost, *shown.won}
    yield from ((route, "kept") for route in shown.best_today if route not in gone)


def side_of(shown: Lab, fate: str) -> Answer:
    """Answer that a route is found in: a lost one only in that of today."""
    return shown.today if fate == "lost" else shown.assumed


def _lines(view: View, shown: Lab) -> Iterator[Line]:
    """Write the lines of the table side by side."""
    _ = view.words.gettext
    for criterion, unit, title in USUAL:
        before, after = (practice(found, criterion, "p50") for found in (shown.today, shown.assumed))
        change = None if before is None or after is None else difference(view, after, before, unit)
        yield Line(
            cells={
                "what": _(title),
                "today": _usual(view, before, unit),
                "assumed": _usual(view, after, unit),
                "change": "" if change is None else together(change, basis_mark(view, "modelled")),
            }
        )
    for key, (_name, _unit, title) in words.FIGURES.items():
        yield Line(
            cells={
                "what": _(title),
                "today": _sum(view, shown.today, key),
                "assumed": _sum(view, shown.assumed, key),
                "change": "",
            }
        )
    yield Line(
        cells={
            "what": _("Can it be had?"),
            "today": _had(view, shown.today),
            "assumed": _had(view, shown.assumed),
            "change": "",
        },
        worded=("today", "assumed"),
    )
    yield Line(
        cells={
            "what": _("Best routes"),
            "today": fmt.number(len(shown.best_today), view.lang),
            "assumed": fmt.number(len(shown.best_assumed), view.lang),
            "change": "",
        },
        worded=("today", "assumed"),
    )


def _usual(view: View, value: float | None, unit: str) -> Markup:
    """Write the middle of journeys in practice."""
    if value is None:
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    return together(
        tag("span", wording.size(view, value, unit, "modelled"), class_="figure"),
        basis_mark(view, "modelled"),
    )


def _sum(view: View, found: Answer, key: str) -> Markup | str:
    """Write a sum of the best route."""
    best = best_of(found)
    return "" if best is None else words.figure(view, found.rows[best], key)


def _had(view: View, found: Answer) -> str:
    """Say whether the best route can be had."""
    best = best_of(found)
    _ = view.words.gettext
    return _("no route") if best is None else _(LABELS[found.rows[best]["availability"]])


def _route_line(view: View, shown: Lab, route: str, fate: str) -> Line:
    """Write one route."""
    _ = view.words.gettext
    found = side_of(shown, fate)
    row = found.rows[route]
    likely = practice_of(found, route)
    usual = words.in_practice(view, likely)
    return Line(
        cells={
            "route": together(ports_of(view, row), obtainable.badge(view, found, route), usual),
            "fate": _(FATES[fate]),
            **{key: words.figure(view, row, key) for key in ("time", "cost", "co2e")},
        },
        class_=f"is-{fate}",
    )

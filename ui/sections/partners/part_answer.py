"""The sentence with which a part of the page Partners opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.language import format as fmt
from ui.look import first_screen
from ui.look.first_screen import Opening
from ui.sections.partners import export_routes, minerals, promises, trade_chart, visit_timeline
from ui.sections.partners.parts import TITLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from ui.link.view import View


def sentence(view: View) -> Markup | None:
    """Draw the sentence of the part, or nothing where it has none."""
    if view.state.part not in _OPENINGS:
        return None
    told = opening(view)
    return first_screen.answer(told.sentence, doubt=told.doubt or None)


def opening(view: View) -> Opening:
    """Give what a part says first; its title where it has no answer of its own."""
    found = _OPENINGS[view.state.part](view) if view.state.part in _OPENINGS else None
    return found or Opening(sentence=f"{view.words.gettext(TITLES[view.state.part])}.")


def _trade(view: View) -> Opening | None:
    """Say what both countries report, and when they were furthest apart."""
    chart = trade_chart.chart(view)
    if chart is None:
        return None
    return Opening(sentence=f"{chart.title}.", doubt=chart.finding)


def _promises(view: View) -> Opening | None:
    """Say how many promises have no news."""
    visit = promises.visit_of(view)
    found = promises.promised(view, visit)
    chart = visit_timeline.chart(view, visit, found)
    return None if chart is None else Opening(sentence=f"{chart.title}.", doubt=chart.finding)


def _minerals(view: View) -> Opening:
    """Say how many sites are known, and how many have a published place."""
    _n = view.words.ngettext
    sites = minerals.sites_of(view)
    placed = int(sites["access_node"].notna().sum())
    destination = export_routes.destination_of(view)
    routes = export_routes.routes_of(view, export_routes.WAYS["open"][1], destination)
    words = _n(
        "{count} mine, plant or find of critical raw materials: {placed} with a published place, {routes} "
        "with an export route without Russia, Belarus and Iran.",
        "{count} mines, plants and finds of critical raw materials: {placed} with a published place, "
        "{routes} with an export route without Russia, Belarus and Iran.",
        len(sites),
    )
    told = {"count": len(sites), "placed": placed, "routes": len(routes)}
    return Opening(
        sentence=words.format(**{name: fmt.number(number, view.lang) for name, number in told.items()})
    )


_OPENINGS: Mapping[str, Callable[[View], Opening | None]] = {
    "trade": _trade,
    "promises": _promises,
    "minerals": _minerals,
}

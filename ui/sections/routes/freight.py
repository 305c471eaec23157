"""The freight half of the page Routes: the answers, and the chosen one step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence import wording
from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.link import address
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.markup import tag, together
from ui.map import show as route_map
from ui.sections.routes import cards, export, headline, obtainable, staircase, table, what_if, works
from ui.sections.routes import detail as route_detail
from ui.sections.routes.answer import answer, chosen_route, chosen_step, detail
from ui.sections.routes.question import question, substitutes
from ui.sections.routes.scatter import chart_of as scatter_chart
from ui.sections.routes.scatter import scatter
from ui.sections.routes.scene import scene, taken

if TYPE_CHECKING:
    from ui.evidence.shown import Shown
    from ui.link.view import View
    from ui.sections.routes.answer import Answer, Detail


def draw(view: View) -> Shown:
    """Draw the answers to the question of the address; give what is shown, to take along."""
    asked = question(view)
    older = headline.made_before(view, has_key=bool(address.current().state.rules))
    if older is not None:
        st.html(older)
    banner = what_if.banner(view)
    if banner is not None:
        st.html(banner)
    found = answer(view.dataset, asked)
    chosen = chosen_route(found, view.state)
    for note in told(view, found, chosen):
        st.html(tag("p", note, class_="cx-note cx-told", role="status"))
    if chosen is None or found.found is None:
        return export.routes(view, found, None)
    route = detail(view.dataset, found, chosen)
    # Under a scenario every figure and name below is that of the dataset as the scenario has it.
    view = replace(view, dataset=found.found.dataset)
    _answers(view, found, route)
    _chosen(view, found, route)
    st.header(view.words.gettext("All routes"), anchor=False)
    st.html(piece(view, table.sorting, found))
    st.html(piece(view, table.routes_table, found, chosen))
    return export.routes(view, found, route)


def _answers(view: View, found: Answer, route: Detail) -> None:
    """Draw the map with the cards beside it, then the scatter."""
    left, right = first_screen.halves()
    step = chosen_step(route, view.state)
    with left, st.container(key="routes-map"):
        route_map.show(
            view,
            scene(view, found, route, step),
            key="map-routes",
            height=480,
            on_pick=taken(found, route.route),
        )
        st.html(piece(view, cards.in_short, found))
    with right:
        st.html(piece(view, cards.cards, found, route.route))
        if beside := piece(view, cards.compare, found, route.route):
            st.html(beside)
    st.html(piece(view, scatter, found, route.route))
    write_notes(view, *points_of(view, scatter_chart, found, route.route))


def _chosen(view: View, found: Answer, route: Detail) -> None:
    """Draw the chosen route step by step."""
    _ = view.words.gettext
    step = chosen_step(route, view.state)
    position = step["position"] if step else None
    st.header(cards.name(view, found, route.route), anchor=False)
    alike = route_detail.resembles(view, route)
    if alike is not None:
        st.html(alike)
    if can_be_had := piece(view, obtainable.sources, found, route.route):
        st.html(can_be_had)
    st.html(piece(view, route_detail.steps_bar, route, step))
    st.html(
        together(
            piece(view, staircase.charts, route, position, found.question),
            piece(view, works.at_step, route, step),
        )
    )
    write_notes(view, *points_of(view, staircase.chart_of, route))
    st.html(piece(view, route_detail.written, route, step))
    st.subheader(_("How sure is the time?"), anchor=False)
    st.html(piece(view, route_detail.likely, route, found))
    write_notes(view, *points_of(view, route_detail.journeys_chart, route, found))
    st.subheader(_("Published end to end"), anchor=False)
    st.html(piece(view, route_detail.published, route))
    st.subheader(_("Leg by leg"), anchor=False)
    st.html(piece(view, route_detail.leg_table, route, step))
    st.subheader(_("Planned works along this route"), anchor=False)
    st.html(piece(view, works.mending_table, route))
    st.subheader(_("Emissions"), anchor=False)
    st.html(piece(view, route_detail.emissions_table, route))


def told(view: View, found: Answer, chosen: str | None) -> list[str]:
    """Say what of the address did not fit, or that there is no route."""
    _ = view.words.gettext
    notes = [
        _("{place} is not on the freight network: {other} used.").format(
            place=wording.node(view, one), other=wording.node(view, used)
        )
        for one, used in substitutes(view)
    ]
    if found.question.origin == found.question.destination:
        notes.append(_("The route would start where it ends. Choose two different places."))
    elif found.fault is not None:
        notes.append(view.words.error(found.fault))
    elif chosen is None:
        notes.append(_("No route is left. Remove an avoid, via or closure setting."))
    elif view.state.route is not None and view.state.route != chosen:
        notes.append(_("The route in the link is not among the results. Another route is shown."))
    return notes

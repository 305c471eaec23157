"""The page Compare in order: the question, the choice, map, staircases, totals, hours, likelihood, parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.evidence.chart_points import points_of
from ui.evidence.memory import piece
from ui.link.key_values import MIN_COMPARED
from ui.look import first_screen
from ui.look.chart_notes import write_notes
from ui.look.links import way
from ui.look.markup import tag, together
from ui.map import show as route_map
from ui.map.scene import Alternative, Scene
from ui.sections.compare import charts, choice, export, first_answer, tables
from ui.sections.routes import export as routes_export
from ui.sections.routes import headline, question, what_if
from ui.sections.routes.answer import answer
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from ui.evidence.shown import Shown
    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer


def draw(view: View) -> Shown:
    """Draw the comparison of the address; give what is shown, to take along."""
    _ = view.words.gettext
    asked = question.question(view)
    found = answer(view.dataset, asked)
    change = way(view, "routes", _("Change the question"), carriage="freight")
    asked_line = tag("p", tag("b", question.ends(view, asked)), " · ", change, class_="cx-asked")
    banner = what_if.banner(view)
    if banner is not None:
        st.html(banner)
    if len(found.rows) < MIN_COMPARED:
        st.html(asked_line)
        st.html(tag("p", too_few(view, found), class_="cx-note cx-told", role="status"))
        return routes_export.routes(view, found, None)
    ids = choice.chosen(view, found)
    told = choice.missing(view, found)
    if told is not None:
        st.html(told)
    beside = choice.beside(view.dataset, found, ids)
    st.html(together(piece(view, first_answer.sentence, found, beside), asked_line, headline.rules(view)))
    choice.switches(view, found, ids)
    _first_screen(view, found, beside)
    _sections(view, found, beside)
    return export.compared(view, found, beside)


def too_few(view: View, found: Answer) -> str:
    """Say that there is nothing to compare, and why."""
    if found.fault is not None:
        return view.words.error(found.fault)
    return view.words.gettext(
        "There are fewer than two routes to compare. Change the search on the page Routes."
    )


def scene(view: View, found: Answer, beside: Beside) -> Scene:
    """Draw every route in its look; name the ends, then where work is done."""
    asked = found.question
    works = [
        row["node_id"] for detail in beside.details.values() for row in detail.steps if row["kind"] == "work"
    ]
    return Scene(
        nodes=tuple(dict.fromkeys([asked.origin, asked.destination, *works])),
        alternatives=tuple(
            Alternative(
                id=id_,
                label=str(found.number(id_)),
                title=name(view, found, id_),
                legs=tuple(hop.leg_id for hop in beside.details[id_].hops),
                look=beside.look(id_),
            )
            for id_ in beside.ids
        ),
        origin=asked.origin,
        destination=asked.destination,
        backwards=tuple(
            dict.fromkeys(
                hop.leg_id for detail in beside.details.values() for hop in detail.hops if hop.reversed
            )
        ),
        preset=view.state.preset,
        title=view.words.gettext("Map of the compared routes, each with its number"),
    )


def _first_screen(view: View, found: Answer, beside: Beside) -> None:
    """Draw the map with the totals of each route beside it."""
    left, right = first_screen.halves()
    with left:
        route_map.show(view, scene(view, found, beside), key="map-compare", height=440, on_pick=_nothing)
        choice.choose_another(view, found, beside.ids)
    right.html(piece(view, first_answer.beside, found, beside))


def _sections(view: View, found: Answer, beside: Beside) -> None:
    """Draw the parts of the page."""
    _ = view.words.gettext
    st.header(_("In figures"), anchor=False)
    st.html(piece(view, tables.totals_table, found, beside))
    st.header(_("Where the time goes"), anchor=False)
    st.html(
        together(
            piece(view, charts.hours_bars, found, beside),
            piece(view, charts.hours_table, found, beside),
        )
    )
    write_notes(view, *points_of(view, charts.hours_chart, found, beside))
    st.header(_("Staircases in one chart"), anchor=False)
    st.html(piece(view, charts.staircases, found, beside))
    write_notes(view, *points_of(view, charts.staircases_chart, found, beside))
    st.header(_("Which is likely faster?"), anchor=False)
    st.html(
        together(
            piece(view, charts.journeys, found, beside),
            piece(view, tables.likely_table, found, beside),
            piece(view, tables.likely_words, found, beside),
        )
    )
    write_notes(view, *points_of(view, charts.journeys_chart, found, beside))
    st.header(_("Where they differ"), anchor=False)
    st.html(piece(view, tables.parts_table, found, beside))


def _nothing(_kind: str, _id: str) -> None:
    """Leave the address as it is: what is compared is chosen above the map."""

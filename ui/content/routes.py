"""What the page Routes says: the chosen route step by step, then every route found."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from corridor.errors import ChartError
from corridor.publication.content import Cell, Figure, Table
from corridor.routing.obtainable import LABELS
from ui.chain.availability import meanings_in_words
from ui.chain.itinerary import summary
from ui.content import cells
from ui.content.flights import by_air
from ui.content.page_content import PageContent
from ui.content.route_cells import sum_cell, sum_figure, usual_cell
from ui.content.steps import steps_table
from ui.evidence.rows import by_id
from ui.look.first_screen import Opening
from ui.sections.routes import cards, headline, scatter, staircase, table, words
from ui.sections.routes import detail as route_detail
from ui.sections.routes.answer import answer, chosen_route, detail, practice_of
from ui.sections.routes.freight import told
from ui.sections.routes.question import question

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corridor.charts.chart import Chart
    from ui.link.view import View
    from ui.sections.routes.answer import Answer, Detail

    Row = Mapping[str, Any]

_SUMS = ("co2e", "distance")


def routes(view: View) -> PageContent:
    """Give what the page Routes says, by freight or by air."""
    if view.state.carriage == "air":
        return by_air(view)
    found = answer(view.dataset, question(view))
    chosen = chosen_route(found, view.state)
    if chosen is None or found.found is None:
        opening = Opening(sentence=" ".join(told(view, found, chosen)))
        return PageContent(opening=opening)
    route = detail(view.dataset, found, chosen)
    # Under a scenario every figure and name below is that of the dataset as the scenario has it.
    assumed = replace(view, dataset=found.found.dataset)
    return PageContent(
        opening=headline.opening(view, found) or Opening(sentence=cards.name(view, found, chosen)),
        figures=_figures(assumed, found, route),
        tables=(_itinerary(assumed, found, route), _every_route(assumed, found)),
        charts=_charts(assumed, found, route),
        map_in_words=f"{cards.name(view, found, chosen)}. {summary(assumed, route.itinerary)}",
        sources=_factor_sources(assumed, route),
    )


def _figures(view: View, found: Answer, route: Detail) -> tuple[Figure, ...]:
    """Give time and cost of the chosen route, in practice where that is known, then two sums."""
    _ = view.words.gettext
    row, practice = found.rows[route.route], practice_of(found, route.route)
    time = cells.in_practice(view, _("Time in practice"), practice, "time_h", "h")
    cost = cells.in_practice(view, _("Cost per TEU in practice"), practice, "cost_usd_per_teu", "USD")
    told_time = sum_figure(view, row, "time") if time.basis == "missing" else time
    told_cost = sum_figure(view, row, "cost") if cost.basis == "missing" else cost
    doubt = "" if row["availability"] == "running" else _(LABELS[row["availability"]])
    return (
        replace(told_time, id="time", doubt=doubt or told_time.doubt),
        replace(told_cost, id="cost"),
        *(sum_figure(view, row, word) for word in _SUMS),
    )


def _itinerary(view: View, found: Answer, route: Detail) -> Table:
    """Write the chosen route step by step."""
    return steps_table(view, route.steps, title=cards.name(view, found, route.route))


def _every_route(view: View, found: Answer) -> Table:
    """Write one row a route, as the page sorts them."""
    _ = view.words.gettext
    heads = (
        _("Route"),
        _("Can it be had?"),
        _("Time in practice"),
        *(words.sum_title(view, word) for word in words.FIGURES),
    )
    rows = tuple(_route(view, found, row) for row in table.in_order(found, table.sorted_by(view, found)))
    return Table(
        id="routes",
        title=_("All routes"),
        heads=heads,
        rows=rows,
        note=" ".join(
            (
                _("Every route found, the fewest unknown parts first. ≥: at least, parts are not known."),
                meanings_in_words(view, (row["availability"] for row in found.rows.values())),
            )
        ),
        units=("", "", "h", *(unit for _name, unit, _title in words.FIGURES.values())),
    )


def _route(view: View, found: Answer, row: Row) -> tuple[Cell, ...]:
    """Write one route."""
    _ = view.words.gettext
    route = row["route_id"]
    number = _("Route {number}").format(number=found.number(route))
    return (
        cells.words(f"{number}: {table.ports_of(view, row)}"),
        cells.words(_(LABELS[row["availability"]])),
        usual_cell(view, found.practice.get(route), "time_h", "h"),
        *(sum_cell(view, row, word) for word in words.FIGURES),
    )


def _charts(view: View, found: Answer, route: Detail) -> tuple[Chart, ...]:
    """Draw the staircase of the chosen route, all routes against each other, and how sure the time is."""
    charts = []
    drawings: tuple[Callable[[], Chart], ...] = (
        partial(staircase.chart_of, view, route),
        partial(scatter.chart_of, view, found, route.route),
        partial(route_detail.journeys_chart, view, route, found),
    )
    for draw in drawings:
        try:
            charts.append(draw())
        except ChartError:
            continue
    return tuple(charts)


def _factor_sources(view: View, route: Detail) -> tuple[str, ...]:
    """Ids of the sources of the emission factors."""
    known = by_id(view.dataset, "factors")
    used = dict.fromkeys(row["factor_id"] for row in route.emissions if row["factor_id"])
    return tuple(dict.fromkeys(known[factor]["source_id"] for factor in used if factor in known))

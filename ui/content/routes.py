"""What the page Routes says: the chosen route step by step, then every route found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.errors import ChartError
from corridor.publication.content import Cell, Figure, Table
from corridor.routing.obtainable import LABELS
from ui.chain.itinerary import summary
from ui.content import cells
from ui.content.flights import by_air
from ui.content.limits import limits
from ui.content.page_content import PageContent
from ui.content.steps import steps_table
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.look.first_screen import Opening
from ui.sections.routes import cards, headline, scatter, staircase, table, words
from ui.sections.routes.answer import answer, chosen_route, detail, practice_of
from ui.sections.routes.freight import told
from ui.sections.routes.question import question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.publication.content import Basis
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
        return PageContent(opening=opening, conditions=limits(view))
    route = detail(view.dataset, found, chosen)
    # Under a scenario every figure and name below is that of the dataset as the scenario has it.
    assumed = replace(view, dataset=found.found.dataset)
    return PageContent(
        opening=headline.opening(view, found) or Opening(sentence=cards.name(view, found, chosen)),
        conditions=limits(view),
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
    told_time = _sum(view, row, "time") if time.basis == "missing" else time
    told_cost = _sum(view, row, "cost") if cost.basis == "missing" else cost
    doubt = "" if row["availability"] == "running" else _(LABELS[row["availability"]])
    return (
        replace(told_time, doubt=doubt),
        told_cost,
        *(_sum(view, row, word) for word in _SUMS),
    )


def _sum(view: View, row: Row, word: str) -> Figure:
    """Give a sum of a route as a figure."""
    name, unit, title = words.FIGURES[word]
    basis: Basis = row[f"{name}_basis"] or "missing"
    low, typical, high = (row[f"{name}_{part}"] for part in ("low", "typical", "high"))
    is_range = low is not None and low != high and basis != "missing"
    return Figure(
        name=view.words.gettext(title),
        text=words.amount(view, row, word),
        range_text=wording.size_band(view, low, high, unit, basis, beside=typical) if is_range else "",
        basis=basis,
        doubt=words.unknown(view, row[f"{name}_gaps"]),
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
        *(_(title) for _name, _unit, title in words.FIGURES.values()),
    )
    rows = tuple(_route(view, found, row) for row in table.in_order(found, table.sorted_by(view, found)))
    return Table(
        id="routes",
        title=_("All routes"),
        heads=heads,
        rows=rows,
        note=_("Every route found, the fewest unknown parts first. ≥: at least, parts are not known."),
        units=("", "", "h", *(unit for _name, unit, _title in words.FIGURES.values())),
    )


def _route(view: View, found: Answer, row: Row) -> tuple[Cell, ...]:
    """Write one route."""
    _ = view.words.gettext
    route = row["route_id"]
    number = _("Route {number}").format(number=found.number(route))
    practice = found.practice.get(route)
    usual = cells.in_practice(view, "", practice, "time_h", "h")
    known = Cell(
        text=f"{usual.text} ({usual.range_text})",
        number=practice["time_h_p50"] if practice else None,
        basis="modelled",
    )
    return (
        cells.words(f"{number}: {table.by_way_of(view, row)}"),
        cells.words(_(LABELS[row["availability"]])),
        known if usual.range_text else cells.words(""),
        *(_cell(view, row, word) for word in words.FIGURES),
    )


def _cell(view: View, row: Row, word: str) -> Cell:
    """Write one sum of a route."""
    name = words.FIGURES[word][0]
    if word in words.COUNTED:
        return cells.count(view, row[f"{name}_typical"])
    sum_ = _sum(view, row, word)
    text = f"{sum_.text} ({sum_.range_text})" if sum_.range_text else sum_.text
    number = None if sum_.basis == "missing" else row[f"{name}_typical"]
    return Cell(text=text, number=number, basis=sum_.basis)


def _charts(view: View, found: Answer, route: Detail) -> tuple[Chart, ...]:
    """Draw the staircase of the chosen route, then all routes against each other."""
    charts = []
    for draw, parts in ((staircase.chart_of, (route,)), (scatter.chart_of, (found, route.route))):
        try:
            charts.append(draw(view, *parts))
        except ChartError:
            continue
    return tuple(charts)


def _factor_sources(view: View, route: Detail) -> tuple[str, ...]:
    """Ids of the sources of the emission factors."""
    known = by_id(view.dataset, "factors")
    used = dict.fromkeys(row["factor_id"] for row in route.emissions if row["factor_id"])
    return tuple(dict.fromkeys(known[one]["source_id"] for one in used if one in known))

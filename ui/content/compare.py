"""What the page Compare says: the figures of two to four routes side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.errors import ChartError
from corridor.practice.quantiles import JOURNEYS, of_journeys
from corridor.publication.content import Cell, Figure, Table
from corridor.routing.obtainable import LABELS
from ui.chain.availability import meanings_in_words
from ui.content import cells
from ui.content.claim_sources import claims_of, sources_of
from ui.content.page_content import PageContent
from ui.content.route_cells import sum_cell, usual_cell
from ui.content.steps import steps_table
from ui.language import format as fmt
from ui.link.key_values import MIN_COMPARED
from ui.look.first_screen import Opening
from ui.sections.compare import charts, choice, comparison, first_answer
from ui.sections.routes import cards, words
from ui.sections.routes.answer import answer, practice_of
from ui.sections.routes.question import question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]


def compare(view: View) -> PageContent:
    """Give what the page Compare says."""
    found = answer(view.dataset, question(view))
    if len(found.rows) < MIN_COMPARED or found.found is None:
        return PageContent(opening=Opening(sentence=comparison.too_few(view, found)))
    beside = choice.beside(view.dataset, found, choice.chosen(view, found))
    assumed = replace(view, dataset=found.found.dataset)
    names = "; ".join(cards.name(view, found, route) for route in beside.ids)
    return PageContent(
        opening=first_answer.opening(view, found, beside),
        figures=tuple(_figure(assumed, found, route) for route in beside.ids),
        tables=(_totals(assumed, found, beside), _likely(view, found, beside)),
        charts=_charts(assumed, found, beside),
        sources=_sources(assumed, beside),
        map_in_words=f"{view.words.gettext('Map of the compared routes, each with its number')}. {names}.",
    )


def _figure(view: View, found: Answer, route: str) -> Figure:
    """Give the time of a route in practice."""
    row = found.rows[route]
    name = cards.name(view, found, route)
    told = cells.in_practice(view, name, practice_of(found, route), "time_h", "h")
    doubt = "" if row["availability"] == "running" else view.words.gettext(LABELS[row["availability"]])
    return replace(told, id=f"time-{found.number(route)}", doubt=doubt)


def _totals(view: View, found: Answer, beside: Beside) -> Table:
    """Write one row a criterion, one column a route."""
    _ = view.words.gettext
    usual = (
        (_("Time in practice"), "time_h", "h"),
        (_("Cost per TEU in practice"), "cost_usd_per_teu", "USD"),
    )
    lines = [
        (
            cells.words(title),
            *(usual_cell(view, practice_of(found, route), name, unit) for route in beside.ids),
        )
        for title, name, unit in usual
    ]
    for word in words.FIGURES:
        sums = (sum_cell(view, found.rows[route], word) for route in beside.ids)
        lines.append((cells.words(words.sum_title(view, word)), *sums))
    states = [found.rows[route]["availability"] for route in beside.ids]
    lines.append((cells.words(_("Can it be had?")), *(cells.words(_(LABELS[state])) for state in states)))
    return Table(
        id="totals",
        title=_("In figures"),
        heads=_heads(view, found, beside),
        rows=tuple(lines),
        note=meanings_in_words(view, states),
    )


def _likely(view: View, found: Answer, beside: Beside) -> Table:
    """Write in how many of twenty journeys each route is faster than each other."""
    _ = view.words.gettext
    rows = tuple(
        (
            cells.words(cards.name(view, found, route)),
            *(_share(view, beside, route, other) for other in beside.ids),
        )
        for route in beside.ids
    )
    return Table(
        id="likely",
        title=_("Which is likely faster?"),
        heads=_heads(view, found, beside),
        rows=rows,
        note=_(
            "In how many of {count} journeys the route of the row is faster than that of the column"
        ).format(count=JOURNEYS),
    )


def _share(view: View, beside: Beside, one: str, other: str) -> Cell:
    """Write in how many journeys a route is faster than another."""
    share = beside.likely.beats.loc[one, other]
    if one == other:
        return cells.words("–")
    if share != share:  # noqa: PLR0124 - no number: nothing is known of one of them
        return Cell(text=view.words.gettext("not known"), basis="missing")
    told = of_journeys(share)
    return Cell(text=fmt.number(told, view.lang), number=told, basis="modelled")


def _heads(view: View, found: Answer, beside: Beside) -> tuple[str, ...]:
    """Head the columns by the routes."""
    return view.words.gettext("What"), *(cards.name(view, found, route) for route in beside.ids)


def _charts(view: View, found: Answer, beside: Beside) -> tuple[Chart, ...]:
    """Draw where the time goes, and the staircases over each other."""
    drawn = []
    for draw in (charts.hours_chart, charts.staircases_chart, charts.journeys_chart):
        try:
            drawn.append(draw(view, found, beside))
        except ChartError:
            continue
    return tuple(drawn)


def _sources(view: View, beside: Beside) -> tuple[str, ...]:
    """Ids of the sources of the steps of all routes."""
    tables = (steps_table(view, beside.details[route].steps, title="") for route in beside.ids)
    return tuple(source.id for source in sources_of(view, claims_of(view, (), tables, ())))

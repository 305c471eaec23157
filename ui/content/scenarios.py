"""What the page Scenarios says: the scenario beside today, and the routes won and lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.publication.content import Cell, Figure, Table
from corridor.routing.obtainable import LABELS
from corridor.sweep.heat_map import heat_map
from ui.content import cells
from ui.content.claim_sources import claims_of, sources_of
from ui.content.page_content import PageContent
from ui.content.route_cells import sum_cell, usual_cell
from ui.content.steps import steps_table
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.sections.routes import words
from ui.sections.routes.answer import detail, practice_of
from ui.sections.routes.table import ports_of
from ui.sections.scenarios import decisions, first_answer, frames, scene, staircases, sweep_part, tables
from ui.sections.scenarios.lab import best_of, lab

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ui.link.view import View
    from ui.sections.routes.answer import Answer
    from ui.sections.scenarios.lab import Lab

    Row = Mapping[str, Any]


def scenarios(view: View) -> PageContent:
    """Give what the part of the page Scenarios says that the address names."""
    if view.state.lab in decisions.DECISIONS:
        return _decided(view)
    if view.state.lab == "sweep":
        found = sweep_part.result(view)
        return PageContent(
            opening=sweep_part.opening(view),
            tables=(*([sweep_part.table_of(view, found)] if found else []), _grid(view)),
            charts=(heat_map(view, found),) if found else (),
        )
    return _compared(view)


def _grid(view: View) -> Table:
    """Write the command that asks many questions at once."""
    _ = view.words.gettext
    title = _("The same by command line")
    line = (cells.words(sweep_part.command(view)),)
    return Table(id="command", title=title, heads=(title,), rows=(line,))


def _decided(view: View) -> PageContent:
    """Give how sure, how much, what to fix first or what hurts most."""
    found = decisions.decided(view)
    return PageContent(
        opening=found.opening,
        figures=found.figures,
        tables=tuple(table for table in found.tables if table.rows),
        charts=found.charts,
        map_in_words=found.map_in_words,
        sources=found.sources,
    )


def _compared(view: View) -> PageContent:
    """Give the scenario beside today."""
    shown = lab(view)
    assumed = replace(view, dataset=shown.dataset(view.dataset))
    chart = staircases.chart_of(view)
    return PageContent(
        opening=first_answer.opening(view),
        figures=tuple(_figures(view, shown)),
        tables=tuple(_tables(view, shown)) if shown.today.summary else (),
        charts=() if chart is None else (chart,),
        map_in_words=scene.in_words(assumed, shown),
        sources=_sources(view, shown),
    )


def _tables(view: View, shown: Lab) -> Iterator[Table]:
    """Give the tables of the part."""
    yield _beside(view, shown)
    if shown.is_changed:
        yield _routes(view)
        yield _capacity(view, shown)
        yield _connectivity(view, shown)


def _figures(view: View, shown: Lab) -> list[Figure]:
    """Give time and cost in practice, today and under the scenario."""
    _ = view.words.gettext
    sides = [("today", _("Today"), shown.today)]
    if shown.is_changed:
        sides.append(("scenario", _("Under the scenario"), shown.assumed))
    told = []
    for id_, title, found in sides:
        best = best_of(found)
        if best is None:
            continue
        practice = practice_of(found, best)
        doubt = (
            ""
            if found.rows[best]["availability"] == "running"
            else _(LABELS[found.rows[best]["availability"]])
        )
        for criterion, unit, name in tables.USUAL:
            figure = cells.in_practice(view, f"{title}: {_(name)}", practice, criterion, unit)
            short = criterion.partition("_")[0]
            told.append(replace(figure, id=f"{short}-{id_}", doubt=doubt if short == "time" else ""))
    return told


def _beside(view: View, shown: Lab) -> Table:
    """Write one row a criterion: the best route today, and that under the scenario."""
    _ = view.words.gettext
    sides = (shown.today, shown.assumed) if shown.is_changed else (shown.today,)
    lines = [
        (cells.words(_(title)), *(_usual(view, found, criterion, unit) for found in sides))
        for criterion, unit, title in tables.USUAL
    ]
    lines += [
        (cells.words(_(title)), *(_sum(view, found, key) for found in sides))
        for key, (_name, _unit, title) in words.FIGURES.items()
    ]
    lines.append((cells.words(_("Can it be had?")), *(_had(view, found) for found in sides)))
    heads = (_("What"), _("Today"), _("Under the scenario"))[: len(sides) + 1]
    title = _("The best route today and under the scenario")
    return Table(id="beside", title=title, heads=heads, rows=tuple(lines))


def _routes(view: View) -> Table:
    """Write the best routes of both sides: which are lost, won and kept."""
    _ = view.words.gettext
    lines = tuple(
        (
            cells.words(ports_of(view, row)),
            cells.words(_(tables.STATES[row["state"]])),
            *(
                _middle(view, row, criterion, unit, side)
                for criterion, unit, _title in tables.USUAL
                for side in ("before", "after")
            ),
        )
        for row in tables.compared_routes(view)
    )
    sides = (_("Today"), _("Under the scenario"))
    heads = (
        _("Route"),
        _("Under the scenario"),
        *(f"{_(title)}: {side}" for _criterion, _unit, title in tables.USUAL for side in sides),
    )
    title = _("Best routes lost, won and kept: none is better on every criterion")
    units = ("", "", *(unit for _criterion, unit, _title in tables.USUAL for _side in sides))
    return Table(id="routes", title=title, heads=heads, rows=lines, units=units)


def _middle(view: View, row: Row, criterion: str, unit: str, side: str) -> Cell:
    """Write the middle of journeys on a route on one side; nothing where it is not open there."""
    value = row[f"{criterion}_p50_{side}"]
    if not row[f"is_open_{side}"]:
        return Cell(text="")
    return cells.sized(view, value, unit, "missing" if value is None else "modelled")


def _capacity(view: View, shown: Lab) -> Table:
    """Write between which bounds the yearly capacity lies on both sides, and what limits it."""
    _ = view.words.gettext
    found, cut = frames.capacities(view.dataset, shown.question)
    lines = tuple(
        (
            cells.words(f"{_(words_)}, {_(tables.UNITS[row['unit']])}"),
            *(_bound(view, row[f"{end}_{side}"]) for side in ("before", "after")),
        )
        for row in rows(found)
        for end, words_ in tables.BOUNDS.items()
    )
    return Table(
        id="capacity",
        title=_("Yearly capacity between the ends, today and under the scenario"),
        heads=(_("What"), _("Today"), _("Under the scenario")),
        rows=lines,
        note=" ".join(tables.limits_in_words(view, rows(cut))),
    )


def _bound(view: View, value: float | None) -> Cell:
    """Write a bound of the capacity."""
    if not value:
        return Cell(text=view.words.gettext("not known"), basis="missing")
    return Cell(text=fmt.number(value, view.lang), number=value, basis="derived")


def _connectivity(view: View, shown: Lab) -> Table:
    """Write how the two countries are connected on both sides."""
    _ = view.words.gettext
    lines = tuple(
        (
            cells.words(tables.measure(view, row)),
            *(
                Cell(
                    text=tables.measured(view, row, side),
                    number=row[side],
                    basis=row[f"basis_{side}"] or ("missing" if row[side] is None else "derived"),
                )
                for side in ("before", "after")
            ),
        )
        for row in rows(frames.connectivity(view.dataset, shown.question))
    )
    title = _("How Kazakhstan and Serbia are connected, today and under the scenario")
    return Table(
        id="connectivity",
        title=title,
        heads=(_("What"), _("Today"), _("Under the scenario")),
        rows=lines,
    )


def _usual(view: View, found: Answer, criterion: str, unit: str) -> Cell:
    """Write the middle of journeys on the best route."""
    best = best_of(found)
    return Cell(text="") if best is None else usual_cell(view, practice_of(found, best), criterion, unit)


def _sum(view: View, found: Answer, key: str) -> Cell:
    """Write a sum of the best route."""
    best = best_of(found)
    return Cell(text="") if best is None else sum_cell(view, found.rows[best], key)


def _had(view: View, found: Answer) -> Cell:
    """Say whether the best route can be had."""
    _ = view.words.gettext
    best = best_of(found)
    return cells.words(_("no route") if best is None else _(LABELS[found.rows[best]["availability"]]))


def _sources(view: View, shown: Lab) -> tuple[str, ...]:
    """Ids of the sources of the steps of both routes."""
    told = []
    for found in dict.fromkeys((shown.today, shown.assumed)):
        best = best_of(found)
        if best is not None and found.found is not None:
            assumed = replace(view, dataset=found.found.dataset)
            steps = steps_table(assumed, detail(view.dataset, found, best).steps, title="")
            told += [source.id for source in sources_of(assumed, claims_of(assumed, (), (steps,), ()))]
    return tuple(dict.fromkeys(told))

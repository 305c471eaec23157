"""The parts of the page Partners beside the register, each as its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.partners import SITES
from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from corridor.publication.content import Cell, Table
from ui.content import cells
from ui.evidence import wording
from ui.evidence.rows import by_id, names, rows
from ui.language import format as fmt
from ui.look.headings import heading_of
from ui.look.modes import STATUS
from ui.sections.partners import (
    export_routes,
    minerals,
    papers,
    promises,
    trade,
    trade_chart,
    visit_timeline,
)
from ui.sections.routes import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Row = Mapping[Any, Any]


def _papers(view: View) -> tuple[Table, ...]:
    """Write every treaty, agreement and memorandum, the newest first."""
    _ = view.words.gettext
    lines = tuple(
        (
            cells.words(view.words.name(row)),
            cells.words(view.words.term(row["kind"])),
            cells.words(wording.when(view, row["signed_on"]) if row["signed_on"] else ""),
            cells.words(wording.when(view, row["in_force_on"]) if row["in_force_on"] else ""),
        )
        for row in papers.chosen(view)
    )
    heads = (_("Paper"), _("Kind"), _("Signed"), _("in force"))
    title = _("Treaties, agreements, memoranda, the newest first")
    return (Table(id="papers", title=title, heads=heads, rows=lines),)


def _promises(view: View) -> tuple[Table, ...]:
    """Write what was promised on the chosen visit, and what became of it."""
    _ = view.words.gettext
    visit = promises.visit_of(view)
    heads, lines = promises.plain_rows(view, promises.promised(view, visit))
    rows_ = tuple(tuple(cells.words(text) for text in line) for line in lines)
    event = by_id(view.dataset, "events").get(visit)
    title = view.words.name(event) if event else _("Follow-up")
    return (Table(id="promises", title=title, heads=heads, rows=rows_),)


def _trade(view: View) -> tuple[Table, ...]:
    """Write every figure of trade, and all else that is claimed of it."""
    _ = view.words.gettext
    sources = by_id(view.dataset, "sources")
    lines = tuple(
        (
            cells.words(wording.when(view, row["period"])),
            cells.words(trade.flow_words(view, row)),
            Cell(
                text=fmt.quantity(row["value_usd"], "USD", view.lang),
                number=float(row["value_usd"]),
                basis="published",
            ),
            cells.words(trade.reporter(view, row)),
            cells.words(sources[row["source_id"]]["publisher"] if row["source_id"] in sources else ""),
        )
        for row in trade.figures_told(view)
    )
    figures = Table(
        id="trade",
        title=_("Trade between Kazakhstan and Serbia; where sources disagree, all figures are shown"),
        heads=(_("Period"), _("Flow"), _("Figure"), _("As reported by"), _("Who says so")),
        rows=lines,
        units=("", "", "USD", "", ""),
    )
    quantities = by_id(view.dataset, "quantities")
    others = tuple(
        (
            cells.words(view.words.name(quantities[quantity])),
            cells.words(wording.subject(view, "topic", topic)),
            cells.estimated(view, figure(view.dataset, "topic", topic, quantity)),
        )
        for topic, quantity in trade.topics_told(view)
    )
    heads = (_("What"), _("About"), _("Figure"))
    return figures, Table(id="told", title=_("Claims about trade and companies"), heads=heads, rows=others)


def _minerals(view: View) -> tuple[Table, ...]:
    """Write every site of raw materials, with the time of its way out that avoids sanctioned countries."""
    _ = view.words.gettext
    projects = by_id(view.dataset, "projects")
    destination = export_routes.destination_of(view)
    title, constraints = export_routes.WAYS["open"]
    found = rows(export_routes.routes_of(view, constraints, destination))
    routes = {row["project_id"]: row for row in found}
    lines = tuple(
        (
            cells.words(view.words.name(projects[row["project_id"]])),
            cells.words(", ".join(_(minerals.MINERALS[mineral]) for mineral in row["minerals"])),
            cells.words(_(STATUS[row["status"] or "unknown"].label)),
            cells.words(
                wording.node(view, row["access_node"]) if row["access_node"] else _("no place is known")
            ),
            _route_time(view, routes.get(row["project_id"])),
        )
        for row in rows(minerals.sites_of(view))
        if row["project_id"] in projects
    )
    heads = (
        _("Site or plant"),
        heading_of(view, SITES, "minerals").title,
        _("Status"),
        heading_of(view, SITES, "access_node").title,
        _("Time by timetable"),
    )
    caption = _("Export route to {place}, from the nearest place of the network")
    place = caption.format(place=wording.node(view, destination))
    return (
        Table(
            id="minerals",
            title=_("Critical raw materials"),
            heads=heads,
            rows=lines,
            note=f"{place}. {_(title)}.",
            units=("", "", "", "", "h"),
        ),
    )


def _route_time(view: View, row: Row | None) -> Cell:
    """Write how long the way out of a site takes; empty where there is none."""
    if row is None:
        return cells.words("")
    basis = row["time_h_basis"]
    number = None if basis == "missing" else row["time_h_typical"]
    return Cell(text=words.amount(view, row, "time"), number=number, basis=basis)


def _organisations(view: View) -> tuple[Table, ...]:
    """Write every organisation with its kind and country."""
    _ = view.words.gettext
    countries = by_id(view.dataset, "countries")
    lines = tuple(
        (
            cells.words(view.words.name(row)),
            cells.words(view.words.term(row["kind"]) if row["kind"] else ""),
            cells.words(view.words.name(countries[row["country"]]) if row["country"] in countries else ""),
        )
        for row in _organisations_shown(view)
    )
    heads = (_("Organisation"), _("Kind"), _("Country"))
    return (Table(id="organisations", title=_("Organisations"), heads=heads, rows=lines),)


def _organisations_shown(view: View) -> list[Row]:
    """Give the chosen organisation, else all."""
    chosen = names(view.dataset, "organisations", view.state.organisation)
    return list(chosen or by_id(view.dataset, "organisations").values())


def _upgrades(view: View) -> tuple[Table, ...]:
    """Write every upgrade with the leg or place that it should fix."""
    _ = view.words.gettext
    lines = tuple(
        (
            cells.words(view.words.name(row)),
            cells.words(wording.subject(view, row["subject_type"], row["subject_id"])),
            cells.words(_(STATUS[row["status"] or "unknown"].label)),
            cells.words(wording.when(view, row["expected_on"]) if row["expected_on"] else _("no date")),
        )
        for row in by_id(view.dataset, "upgrades").values()
    )
    heads = (_("Project"), _("Where"), _("Status"), _("Due"))
    return (Table(id="mending", title=_("Bottlenecks and projects"), heads=heads, rows=lines),)


PARTS: Mapping[str, Callable[[View], tuple[Table, ...]]] = {
    "papers": _papers,
    "promises": _promises,
    "mending": _upgrades,
    "minerals": _minerals,
    "trade": _trade,
    "organisations": _organisations,
}


def sources_of_part(view: View) -> tuple[str, ...]:
    """Ids of the sources of all that a part shows, each once."""
    return tuple(dict.fromkeys(_SOURCES[view.state.part](view)))


def documents(records: Iterable[Row]) -> Iterable[str]:
    """Ids of the sources that the records themselves name."""
    return [id_ for record in records for id_ in split_ids(record["sources"])]


def _of_promises(view: View) -> Iterable[str]:
    """Ids of the sources of the promises of the chosen visit."""
    found = promises.promised(view, promises.visit_of(view))
    return [id_ for told in found["sources"] for id_ in told]


def _of_trade(view: View) -> Iterable[str]:
    """Ids of the sources of the figures of trade."""
    return [row["source_id"] for row in trade.figures_told(view) if row["source_id"]]


def _of_minerals(view: View) -> Iterable[str]:
    """Ids of the sources that speak of the sites."""
    projects = by_id(view.dataset, "projects")
    return documents(
        projects[row["project_id"]] for row in rows(minerals.sites_of(view)) if row["project_id"] in projects
    )


_SOURCES: Mapping[str, Callable[[View], Iterable[str]]] = {
    "papers": lambda view: documents(papers.chosen(view)),
    "promises": _of_promises,
    "mending": lambda view: documents(by_id(view.dataset, "upgrades").values()),
    "minerals": _of_minerals,
    "trade": _of_trade,
    "organisations": lambda view: documents(_organisations_shown(view)),
}


def _trade_charts(view: View) -> tuple[Chart, ...]:
    """Draw trade as both countries report it."""
    found = trade_chart.chart(view)
    return () if found is None else (found,)


def _visit_charts(view: View) -> tuple[Chart, ...]:
    """Draw the chosen visit and what followed."""
    visit = promises.visit_of(view)
    found = visit_timeline.chart(view, visit, promises.promised(view, visit))
    return () if found is None else (found,)


CHARTS: Mapping[str, Callable[[View], tuple[Chart, ...]]] = {
    "trade": _trade_charts,
    "promises": _visit_charts,
}

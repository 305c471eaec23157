"""What the page Flights says: every way to fly between two airports, with its days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.errors import ChartError
from corridor.evidence.claims import figure
from corridor.publication.content import Cell, Figure, Table
from ui.content import cells
from ui.content.page_content import PageContent
from ui.content.summary import flight_ends
from ui.evidence import wording
from ui.evidence.rows import names, rows
from ui.look.modes import STATUS
from ui.sections.flights import first_answer, options
from ui.sections.flights.table import CONNECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Row = Mapping[str, Any]

_MAX_FIGURES = 4


def by_air(view: View) -> PageContent:
    """Give what is known of the flights between two airports."""
    _ = view.words.gettext
    ends = flight_ends(view)
    found = options.connections_between(view, *ends)
    shown = first_answer.flyable(rows(found))
    return PageContent(
        opening=first_answer.opening(view, found, *ends),
        figures=tuple(_figure(view, row) for row in shown[:_MAX_FIGURES]),
        tables=(_connections(view, rows(found)),),
        charts=_week(view, found),
        map_in_words=_in_words(view, ends),
        sources=_sources(view, found),
    )


def _figure(view: View, row: Row) -> Figure:
    """Give the days of one way to fly, as its card on the page does."""
    days, is_known = first_answer.days_of(view, row)
    seen = first_answer.seen(view, row)
    return Figure(
        id=row["services"],
        name=options.flight_name(view, row),
        text=days,
        range_text=", ".join(part for part in (options.carriers(view, row), seen) if part),
        basis="published" if is_known else "missing",
        doubt=view.words.gettext(STATUS[row["status"] or "unknown"].label),
    )


def _connections(view: View, found: Sequence[Row]) -> Table:
    """Write every way to fly."""
    _ = view.words.gettext
    heads = (
        _("Connection"),
        _("Airlines"),
        _("Weekdays, first flight"),
        _("Weekdays, second flight"),
        _("Frequency"),
        _("What is not known"),
        _("Status"),
        _("Last confirmed"),
    )
    return Table(
        id="connections",
        title=_("Direct and one-stop connections; the status is that of the weaker flight"),
        heads=heads,
        rows=tuple(_connection(view, row) for row in found),
        note="" if found else _("No flight is known between these two airports."),
    )


def _connection(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one way to fly."""
    _ = view.words.gettext
    onward = cells.words("") if row["kind"] == "direct" else _days(view, row["weekdays_onward"])
    return (
        cells.words(options.flight_name(view, row)),
        cells.words(options.carriers(view, row)),
        _days(view, row["weekdays_first"]),
        onward,
        _frequency(view, row),
        cells.words(_(CONNECTIONS[row["connection"]]) if row["connection"] else _("clock times")),
        cells.words(_(STATUS[row["status"] or "unknown"].label)),
        cells.words(wording.when(view, row["known_on"]) if row["known_on"] else _("undated")),
    )


def _days(view: View, days: str | None) -> Cell:
    """Write weekdays, or that they are not stated."""
    known = wording.text_value(view, "weekdays", days) if days else view.words.gettext("not stated")
    return Cell(text=known, basis="published" if days else "missing")


def _frequency(view: View, row: Row) -> Cell:
    """Write how often the flights run, as published."""
    asked = [row["service_first"], None if row["kind"] == "direct" else row["service_onward"]]
    known = [figure(view.dataset, "service", service, "weekly_frequency") for service in asked if service]
    told = [cells.estimated(view, service) for service in known]
    return Cell(
        text="; ".join(cell.text for cell in told),
        number=told[0].number if len(told) == 1 else None,
        basis=told[0].basis if told else "missing",
        claims=tuple(claim for cell in told for claim in cell.claims),
    )


def _week(view: View, found: pd.DataFrame) -> tuple[Chart, ...]:
    """Draw the days of the week on which each way is flown."""
    try:
        return (options.week_chart(view, found),)
    except ChartError:
        return ()


def _in_words(view: View, ends: tuple[str, str]) -> str:
    """Say what the map shows."""
    title = view.words.gettext("Map of the flights; the lines are geodesics, not flown tracks")
    return f"{title}. {' – '.join(wording.node(view, end) for end in ends)}."


def _sources(view: View, found: pd.DataFrame) -> tuple[str, ...]:
    """Ids of the sources of the flights."""
    told = [names(view.dataset, "services", row["services"]) for row in rows(found)]
    services = [service for some in told for service in some]
    return tuple(
        dict.fromkeys(part for service in services for part in (service["sources"] or "").split("|") if part)
    )

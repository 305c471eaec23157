"""Charts of partner projects and of trade that can be asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.questions import answer_partners
from corridor.questions.chart_question import ChartQuestion
from corridor.questions.parameters import Parameter
from corridor.questions.partners import PARTNER_QUESTIONS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.language.reader import Reader

    Values = Mapping[str, Any]

# As in `corridor.questions.charts`: a command line must be quick to start.
# ruff: noqa: PLC0415

_OF = {question.verb: question for question in PARTNER_QUESTIONS}
# "theme" is light or dark here.
_FACETS = tuple(
    replace(part, name="topic") if part.name == "theme" else part
    for part in _OF["register"].parameters
    if part.name != "today"
)


def _trade(reader: Reader, _values: Values, _day: dt.date) -> Chart:
    """Draw trade as both countries report it."""
    from corridor.charts.trade import trade
    from corridor.dataset.records import records
    from corridor.partners.trade import trade_gaps, trade_reports

    reports = trade_reports(reader.dataset)
    return trade(reader, records(reports), records(trade_gaps(reports)))


def _projects(reader: Reader, values: Values, _day: dt.date) -> Chart:
    """Draw the projects that the filters leave."""
    from corridor.audit.known import known_until
    from corridor.charts.projects import projects
    from corridor.dataset.records import records
    from corridor.partners.project_dates import project_dates

    as_of = reader.dataset.package.created[: len("YYYY-MM-DD")]
    found = answer_partners.register(
        reader.dataset, {**values, "theme": values["topic"], "today": as_of}
    ).tables["register"]
    return projects(
        reader,
        records(project_dates(reader.dataset, found)),
        group=values["group"],
        known_until=known_until(reader.dataset),
        as_of=as_of,
    )


def _visit(reader: Reader, values: Values, _day: dt.date) -> Chart:
    """Draw a visit and its follow-up."""
    from corridor.audit.known import known_until
    from corridor.charts.visit import occasion_name, visit
    from corridor.dataset.records import records
    from corridor.partners.follow_up import occasion
    from corridor.partners.visit_moments import visit_moments

    data = reader.dataset
    found = answer_partners.follow_up(data, values).tables["promises"]
    events = occasion(data, values["event"])
    by = "promise" if values["sector"] else "sector"
    return visit(
        reader,
        records(visit_moments(data, events, found, by=by)),
        name=occasion_name(reader, events),
        known_until=known_until(data),
    )


PARTNER_CHARTS = (
    ChartQuestion(
        name="trade",
        words="trade by year and direction, as each of the two countries reports it",
        parameters=(),
        draw=_trade,
    ),
    ChartQuestion(
        name="projects",
        words="partner projects from their announcement to their due date",
        parameters=(
            *_FACETS,
            Parameter(
                name="group", words="theme or status (theme)", choices=("theme", "status"), default="theme"
            ),
        ),
        draw=_projects,
    ),
    ChartQuestion(
        name="visit",
        words="a visit, what was agreed at it, and what came of it",
        parameters=_OF["follow-up"].parameters,
        draw=_visit,
    ),
)

"""Charts of decisions that can be asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.questions import answer_lab
from corridor.questions.chart_question import ChartQuestion
from corridor.questions.lab import LAB_QUESTIONS
from corridor.questions.parameters import Parameter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.language.reader import Reader

    Values = Mapping[str, Any]

# As in `corridor.questions.charts`: a command line must be quick to start.
# ruff: noqa: PLC0415

MAX_FIELDS = 12
_HEAT_SAMPLES = 400
_OF = {question.verb: question for question in LAB_QUESTIONS}


def _tornado(reader: Reader, values: Values, _day: dt.date) -> Chart:
    """Draw which hour of a route matters most."""
    from corridor.charts.tornado import tornado
    from corridor.dataset.records import records
    from corridor.language.names import node

    frame = answer_lab.how_sure(reader.dataset, values).tables["tornado"]
    rows = [row for row in records(frame) if row["side"] == values["side"]]
    first, second = answer_lab.sides(reader.dataset, values)
    hops = (first if values["side"] == "first" else second).hops
    words = reader.words.gettext("Which hour matters most?")
    title = f"{node(reader, hops[0].start)} – {node(reader, hops[-1].end)}: {words}"
    return tornado(reader, rows, title=title)


def _portfolios(reader: Reader, values: Values, _day: dt.date) -> Chart:
    """Draw what the best sets of works save."""
    from corridor.charts.portfolios import portfolio_bars
    from corridor.dataset.records import records

    found = answer_lab.portfolios(reader.dataset, values).tables["portfolios"]
    title = reader.words.gettext("What the best set of works saves")
    return portfolio_bars(reader, records(found), title=title)


def _heat(reader: Reader, values: Values, _day: dt.date) -> Chart:
    """Draw a small grid of questions as a heat map."""
    from corridor.errors import SweepError
    from corridor.sweep.heat_map import heat_map
    from corridor.sweep.rows import answered_here
    from corridor.sweep.tasks import sweep_of

    sweep = sweep_of(
        reader.dataset,
        origins=values["origins"],
        destinations=values["destinations"],
        scenarios=values["scenarios"],
        dates=values["dates"] or ("",),
        avoid=values["avoid"],
        rows="best",
        samples=_HEAT_SAMPLES,
    )
    if len(sweep.tasks) > MAX_FIELDS:
        raise SweepError("sweep-size", tasks=len(sweep.tasks), most=MAX_FIELDS)
    return heat_map(reader, answered_here(sweep, reader.dataset))


LAB_CHARTS = (
    ChartQuestion(
        name="tornado",
        words="which hour of a route matters most: the whole time if one part alone varies",
        parameters=(
            *_OF["how-sure"].parameters,
            Parameter(
                name="side",
                words="first or second of the two routes (first)",
                choices=("first", "second"),
                default="first",
            ),
        ),
        draw=_tornado,
    ),
    ChartQuestion(
        name="portfolios",
        words="what the best set of works saves, by number of works",
        parameters=_OF["portfolios"].parameters,
        draw=_portfolios,
    ),
    ChartQuestion(
        name="heat",
        words="days of the quickest route by pair of places and scenario, at most 12 fields",
        parameters=(
            Parameter(
                name="origins",
                words="places, joined by commas (astana)",
                kind="list",
                default="astana",
                most=6,
            ),
            Parameter(
                name="destinations",
                words="places, joined by commas (belgrade)",
                kind="list",
                default="belgrade",
                most=6,
            ),
            Parameter(
                name="scenarios",
                words="today, changes or preset:ID, joined by commas (today)",
                kind="list",
                default="today",
                most=6,
            ),
            Parameter(
                name="dates",
                words="years or days, joined by commas; planned works count",
                kind="list",
                most=6,
            ),
            next(part for part in _OF["fix-first"].parameters if part.name == "avoid"),
        ),
        draw=_heat,
    ),
)

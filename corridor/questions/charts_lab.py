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
)

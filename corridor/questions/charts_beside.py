"""Charts that put alike things side by side: flights, journeys, corridors, pairs of countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import read_day
from corridor.questions.chart_question import ChartQuestion
from corridor.questions.charted_routes import (
    ASKED,
    MAX_COMPARED,
    ROUTES,
    USUAL,
    compared,
    numbered_names,
    presented,
    titled,
)
from corridor.questions.parameters import INDEX_METHOD, Parameter
from corridor.questions.question import AVOIDED, CRITERIA, FROM, LIMITS, SCENARIO, TO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.language.reader import Reader

    Values = Mapping[str, Any]

# What takes long to import is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415


def _week(reader: Reader, values: Values, today: dt.date) -> Chart:
    """Draw the weekdays of the connections between two airports."""
    from corridor.air.flight_week import flight_week
    from corridor.air.timetable import options
    from corridor.charts.week import week
    from corridor.dataset.records import records
    from corridor.language.names import node
    from corridor.questions.answer_lists import airports_of

    ends = airports_of(reader.dataset, values)
    frame = options(reader.dataset, *ends)
    cells = flight_week(reader.dataset, frame, day=read_day(values["date"]) or today)
    title = f"{node(reader, ends[0])} – {node(reader, ends[1])}: {reader.words.gettext('Days of the week')}"
    return week(reader, records(frame), cells, title=title)


def _journeys(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw twenty journeys of each of some routes."""
    from corridor.chain.steps import steps_of
    from corridor.charts.journeys import Journeys, drawn_journeys
    from corridor.practice.bands import practice_band

    found, reader = presented(reader, values)
    ids = compared(found, values, least=1)
    names = numbered_names(reader, found, ids)
    drawn = {
        id_: Journeys(names[id_], *practice_band(steps_of(reader.dataset, found.whole.hops[id_]), "time_h"))
        for id_ in ids
    }
    return drawn_journeys(
        reader, drawn, title=titled(reader, found, reader.words.gettext("How sure is the time?"))
    )


def _scenario_staircases(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw the best route without and with a scenario over each other."""
    from corridor.impact.routes import sides
    from corridor.impact.staircases import staircase_pair
    from corridor.questions.answer_routes import question_of

    return staircase_pair(reader, sides(reader.dataset, question_of(reader.dataset, values)))


def _rivals(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw the ranges of corridors on the work of one of them."""
    from corridor.chain.splicing import hops
    from corridor.charts.rivals import TITLES, rival_ranges
    from corridor.corridors.rivals import rivals
    from corridor.dataset.records import records
    from corridor.language.names import node

    chain = hops(reader.dataset, values["corridor"], branches=values["via"])
    ends = chain[0].start, chain[-1].end
    rows = records(rivals(reader.dataset, *ends))
    words = reader.words.gettext(TITLES[values["figure"]])
    title = f"{node(reader, ends[0])} – {node(reader, ends[1])}: {words}"
    return rival_ranges(reader, rows, values["figure"], chosen=values["corridor"], title=title)


def _pairs(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw the index of pairs of countries."""
    from corridor.charts.pairs import pair_bars
    from corridor.dataset.records import records
    from corridor.questions.answer_pairs import pair_index

    answer = pair_index(reader.dataset, {**values, "countries": (), "scenario": ""})
    shares = {row["pair"]: row for row in records(answer.tables["rank_shares"])}
    return pair_bars(
        reader,
        records(answer.tables["index"]),
        shares,
        ours=answer.facts["first"],
        title=reader.words.gettext("Pair index"),
    )


BESIDE = (
    ChartQuestion(
        name="week",
        words="the weekdays of the flights between two airports, confirmed or not",
        parameters=(
            Parameter(
                name="from",
                flag="origin",
                words="an airport by its code, city or id",
                default=None,
                example="NQZ",
            ),
            Parameter(name="to", flag="destination", words="another airport", default=None, example="BEG"),
            Parameter(name="date", words="a day of the season, such as 2026-12-01 (today)"),
        ),
        draw=_week,
        is_of_the_day=True,
    ),
    ChartQuestion(
        name="journeys",
        words="how sure the time of routes is: twenty journeys of each as dots",
        parameters=(
            *ASKED,
            replace(ROUTES, words=f"ids of 1 to {MAX_COMPARED} routes, joined by commas (the first {USUAL})"),
        ),
        draw=_journeys,
    ),
    ChartQuestion(
        name="scenario-staircases",
        words="time and cost of the best route without and with a scenario against distance",
        parameters=(FROM, TO, CRITERIA, *LIMITS, replace(SCENARIO, default=None)),
        draw=_scenario_staircases,
    ),
    ChartQuestion(
        name="rivals",
        words="the ranges of all corridors on the work of one of them",
        parameters=(
            Parameter(
                name="corridor", flag="corridor", words="id of a corridor", default=None, example="tc-danube"
            ),
            Parameter(name="via", words="ids of branches, joined by commas", kind="list", most=4),
            Parameter(
                name="figure",
                words="time, cost or co2e (time)",
                choices=("time", "cost", "co2e"),
                default="time",
            ),
        ),
        draw=_rivals,
    ),
    ChartQuestion(
        name="pairs",
        words="the index of pairs of countries",
        parameters=(
            AVOIDED,
            *INDEX_METHOD,
        ),
        draw=_pairs,
    ),
)

"""Answers to questions that list what there is: published times, flights, journeys, upgrades, places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import read_day
from corridor.errors import RouteError
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

    Values = Mapping[str, Any]

# As in `corridor.questions.answer_routes`: a command line must be quick to start.
# ruff: noqa: PLC0415


def calibration(dataset: Dataset, _values: Values) -> Answer:
    """Put published times and prices beside ours, and say how often the model's band holds them."""
    from corridor.corridors.through_times import summary, through_times

    table = through_times(dataset)
    return Answer(tables={"through_times": table, "coverage": summary(table)})


def flights(dataset: Dataset, values: Values) -> Answer:
    """Give the ways to fly, and the days of the week on which they start."""
    from corridor.air.timetable import options, week_grid

    ends = airports_of(dataset, values)
    frame = options(dataset, *ends)
    tables = {"options": frame, "week": week_grid(frame)}
    return Answer(tables=tables, facts={"origin": ends[0], "destination": ends[1]})


def airports_of(dataset: Dataset, values: Values) -> tuple[str, str]:
    """Give the two airports that are meant."""
    from corridor.dataset.places import find

    nodes = dataset.nodes
    airports = nodes.loc[nodes["kind"] == "airport", "node_id"].tolist()
    start, end = (find(dataset, values[one], among=airports) for one in ("from", "to"))
    if start == end:
        raise RouteError("airports-alike", place=start)
    return start, end


def journeys(dataset: Dataset, values: Values) -> Answer:
    """Give the best journeys by air."""
    from corridor.air.journeys import STATUSES
    from corridor.air.journeys import journeys as by_air
    from corridor.dataset.places import find

    ends = [find(dataset, values[end], among=dataset.nodes["node_id"]) for end in ("from", "to")]
    frame = by_air(
        dataset,
        *ends,
        date=read_day(values["date"]),
        stops=values["stops"],
        statuses=(*STATUSES, "announced") if values["announced"] == "yes" else STATUSES,
    )
    return Answer(tables={"journeys": frame}, facts={"origin": ends[0], "destination": ends[1]})


def upgrades(dataset: Dataset, values: Values) -> Answer:
    """Give every upgrade with its state in a year and its effect."""
    from corridor.scenario.upgrade_effects import WHY
    from corridor.scenario.upgrades import applied

    frame = applied(dataset, values["year"])
    used = {reason: WHY[reason] for reason in sorted(set(frame["reason"]) - {""})}
    return Answer(tables={"upgrades_in_year": frame}, facts={"year": values["year"], "reasons": used})


def places(dataset: Dataset, values: Values) -> Answer:
    """Give the places that words may mean."""
    from corridor.dataset.places import search

    frame = search(dataset, values["q"], kind=values["kind"], most=values["limit"])
    return Answer(tables={"places": frame})

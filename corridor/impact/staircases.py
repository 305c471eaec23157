"""The staircases of the best route without and with a scenario, drawn over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of
from corridor.charts.staircase import staircases
from corridor.dataset.records import records
from corridor.errors import RouteError
from corridor.language import names
from corridor.routing.alternatives import best

if TYPE_CHECKING:
    from corridor.charts.chart import Chart
    from corridor.impact.routes import Sides
    from corridor.language.reader import Reader


def staircase_pair(reader: Reader, found: Sides) -> Chart:
    """
    Draw time and cost against distance of the best route without and with the scenario.

    Parameters
    ----------
    reader
        For whom.
    found
        Both answers.

    Returns
    -------
    Chart
        As `corridor.charts.staircase.staircases`: first the best route on the first criterion without the
        scenario, then that with it; one line where only one side has a route.

    Raises
    ------
    RouteError
        If neither side has a route.
    """
    _ = reader.words.gettext
    first = found.question.criteria[0]
    corners, told = {}, {}
    for number, (side, answer, words) in enumerate(
        (("before", found.before, _("Without the scenario")), ("after", found.after, _("With the scenario"))),
        start=1,
    ):
        route = best(answer, (first,)).get(first, "")
        if route:
            corners[side] = records(staircase(steps_of(answer.dataset, answer.hops[route])))
            told[side] = f"{number} {words}"
    if not corners:
        raise RouteError("route-missing")
    ends = (names.node(reader, place) for place in (found.question.origin, found.question.destination))
    title = f"{' – '.join(ends)}: {_('Best route without and with the scenario')}"
    return staircases(reader, corners, told, title=title)

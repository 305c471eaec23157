"""Everything that a scenario changes for a question, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.impact.capacity import capacity_compared
from corridor.impact.places import connectivity_compared, reach_compared
from corridor.impact.routes import Sides, routes_compared, sides, totals_compared

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparison:
    """
    A question answered without and with its scenario.

    Attributes
    ----------
    found
        Both answers; for the map and for `corridor.impact.staircases.staircase_pair`.
    routes, totals, connectivity, reach, capacity, cut
        The tables of `corridor.columns.impact`, in this order: SCENARIO_ROUTES, SCENARIO_TOTALS,
        SCENARIO_CONNECTIVITY, SCENARIO_REACH, SCENARIO_CAPACITY, SCENARIO_CUT.
    """

    found: Sides
    routes: pd.DataFrame
    totals: pd.DataFrame
    connectivity: pd.DataFrame
    reach: pd.DataFrame
    capacity: pd.DataFrame
    cut: pd.DataFrame


def compare(dataset: Dataset, question: RouteQuestion) -> Comparison:
    """
    Compare a question without and with its scenario.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    question
        What is asked, with the scenario.

    Returns
    -------
    Comparison
        Routes, totals, connectivity, reach and capacity. A page may ask for each alone, by the functions that
        this one calls.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        As `corridor.routing.ask.find_routes`.
    """
    found = sides(dataset, question)
    held, cut = capacity_compared(dataset, question)
    return Comparison(
        found=found,
        routes=routes_compared(found),
        totals=totals_compared(found),
        connectivity=connectivity_compared(dataset, question),
        reach=reach_compared(dataset, question),
        capacity=held,
        cut=cut,
    )

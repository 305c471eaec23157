"""The frames of the part "What if", each worked out once for a question and all its visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.impact import capacity, places
from corridor.impact.routes import Sides, routes_compared
from corridor.memory.memo import MAX_RECENT, Depends, remembered

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion
    from ui.sections.scenarios.lab import Lab


def sides(shown: Lab) -> Sides | None:
    """Give both answers as the library compares them; None where one of them has failed."""
    if shown.today.best is None or shown.assumed.best is None:
        return None
    return Sides(question=shown.question, before=shown.today.best, after=shown.assumed.best)


def routes(dataset: Dataset, found: Sides) -> pd.DataFrame:
    """Give the best routes of both sides: kept, won and lost."""
    return _routes(dataset, found.question, found)


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT, beside=1)
def _routes(_dataset: Dataset, _question: RouteQuestion, found: Sides) -> pd.DataFrame:
    """Compare the routes."""
    return routes_compared(found)


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def capacities(dataset: Dataset, question: RouteQuestion) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the capacity between the ends on both sides, and what limits it."""
    return capacity.capacity_compared(dataset, question)


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def connectivity(dataset: Dataset, question: RouteQuestion) -> pd.DataFrame:
    """Give how the two countries are connected on both sides."""
    return places.connectivity_compared(dataset, question)

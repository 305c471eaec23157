"""What makes a route less sure on a day than the answer to a question without a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.freight.availability import rank, worst
from corridor.routing.obtainable import reasons_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.availability import Reason
    from corridor.routing.question import RouteQuestion


def less_sure_on(
    dataset: Dataset, hops: Sequence[Hop], question: RouteQuestion, day: dt.date
) -> tuple[Reason, ...]:
    """
    Return why a route is less sure on a day than without a day of travel.

    Without a day a season counts in any month, and rules are those of the newest known day. A route that
    leads such an answer may be out of season on the day on which somebody reads it.

    Parameters
    ----------
    dataset
        The route dataset, under a scenario that of the scenario.
    hops
        The route.
    question
        What was asked.
    day
        The day to look at.

    Returns
    -------
    tuple of Reason
        In the order of travel; empty where the question names a day, or the route is as sure on this one.
    """
    if question.date is not None:
        return ()
    usual = rank(worst(reasons_of(dataset, hops, question)))
    on_day = reasons_of(dataset, hops, replace(question, date=day))
    return tuple(reason for reason in on_day if rank(reason.availability) > usual)

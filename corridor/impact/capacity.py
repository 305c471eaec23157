"""Capacity between two places and what limits it, with and without a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.impact import SCENARIO_CAPACITY, SCENARIO_CUT
from corridor.freight.arrays import network
from corridor.freight.capacity import QUANTITIES, capacity, published
from corridor.routing.ask import shut
from corridor.scenario.codec import AS_IT_IS

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion


def capacity_compared(dataset: Dataset, question: RouteQuestion) -> tuple[pd.DataFrame, pd.DataFrame]:
    """
    Compare the yearly capacity between the two places of a question, in tonnes and in TEU.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    question
        What is asked: its places, its scenario and what it avoids count.

    Returns
    -------
    capacity, cut : pandas.DataFrame
        The tables `corridor.columns.impact.SCENARIO_CAPACITY` (bounds, as of
        `corridor.freight.capacity.capacity`) and `corridor.columns.impact.SCENARIO_CUT` (what holds the upper
        bound on each side).

    Raises
    ------
    UnknownIdError, ScenarioError, RouteError
        As `corridor.freight.arrays.network`.
    """
    rows, held = [], []
    for unit in QUANTITIES:
        row: dict[str, Any] = {"unit": unit}
        for side, scenario in (("before", AS_IT_IS), ("after", question.scenario)):
            there = network(dataset, scenario=shut(dataset, scenario, question.avoid))
            found = capacity(there, question.origin, question.destination, unit=unit)
            limits = published(there, unit)
            row |= {f"lower_{side}": found.lower, f"upper_{side}": found.upper}
            row |= {"known": found.known, "unknown": found.unknown}
            held += [
                {"unit": unit, "side": side, "kind": part[0], "id": part[1], "capacity": limits[part]}
                for part in found.cut
            ]
        for end in ("lower", "upper"):
            old, new = row[f"{end}_before"], row[f"{end}_after"]
            row[f"{end}_change"] = None if old is None or new is None else new - old
        rows.append(row)
    return make_frame(rows, SCENARIO_CAPACITY), make_frame(held, SCENARIO_CUT)

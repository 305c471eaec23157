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
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.capacity import Capacity
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
        bound on a side, and legs and nodes whose capacity the scenario changes).

    Raises
    ------
    UnknownIdError, ScenarioError, RouteError
        As `corridor.freight.arrays.network`.
    """
    networks = {
        side: network(dataset, scenario=shut(dataset, scenario, question.avoid))
        for side, scenario in (("before", AS_IT_IS), ("after", question.scenario))
    }
    rows: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    for unit in QUANTITIES:
        found = {
            side: capacity(there, question.origin, question.destination, unit=unit)
            for side, there in networks.items()
        }
        rows.append(_bounds(unit, found["before"], found["after"]))
        limits = {side: published(there, unit) for side, there in networks.items()}
        parts += _parts(unit, found, limits)
    return make_frame(rows, SCENARIO_CAPACITY), make_frame(parts, SCENARIO_CUT)


def _bounds(unit: str, before: Capacity, after: Capacity) -> dict[str, Any]:
    """Row of the bounds of both sides."""
    row: dict[str, Any] = {"unit": unit, "known": after.known, "unknown": after.unknown}
    for end in ("lower", "upper"):
        old, new = getattr(before, end), getattr(after, end)
        row |= {f"{end}_before": old, f"{end}_after": new}
        row[f"{end}_change"] = None if old is None or new is None else new - old
    return row


def _parts(
    unit: str, found: Mapping[str, Capacity], limits: Mapping[str, Mapping[tuple[str, str], int]]
) -> Iterator[dict[str, Any]]:
    """Rows of the parts that hold an upper bound, then of those whose capacity changes."""
    old, new = limits["before"], limits["after"]
    held = [*found["before"].cut, *found["after"].cut]
    changed = [part for part in new if new[part] != old.get(part)]
    for kind, id_ in dict.fromkeys([*held, *changed]):
        yield {
            "unit": unit,
            "kind": kind,
            "id": id_,
            "capacity_before": old.get((kind, id_)),
            "capacity_after": new.get((kind, id_)),
            "is_limit_before": (kind, id_) in found["before"].cut,
            "is_limit_after": (kind, id_) in found["after"].cut,
        }

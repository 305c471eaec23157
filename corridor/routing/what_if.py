"""The effect of a scenario on the best routes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.chain.steps import steps_of
from corridor.columns.frame import make_frame
from corridor.columns.routes import WHAT_IF, WHAT_IF_ROUTES
from corridor.freight.arrays import network
from corridor.freight.availability import surest_first
from corridor.practice.bands import practice_band
from corridor.routing.alternatives import best

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes

    Medians = dict[str, tuple[float, int]]

_QUANTITIES = ("time_h", "cost_usd_per_teu")


@dataclass(frozen=True, eq=False, kw_only=True)
class Effect:
    """
    What a scenario changes in the answer to a question.

    Attributes
    ----------
    routes_before, routes_after
        How many best routes there are without and with it.
    best_before, best_after
        Ids of the best routes on the first criterion, of those surest to be had; empty without a route.
    time_h, cost_usd_per_teu
        Median in practice of the best route with it less that of the best route without it; None unless both
        are known with as many parts without a figure.
    routes
        One row a route with it, as the table `corridor.columns.routes.WHAT_IF_ROUTES`.
    """

    routes_before: int
    routes_after: int
    best_before: str
    best_after: str
    time_h: float | None
    cost_usd_per_teu: float | None
    routes: pd.DataFrame


def effect(before: Routes, after: Routes, asked: RouteQuestion, *, shown: Routes | None = None) -> Effect:
    """
    Say what a scenario changes: for the best route, for each route, and in how many there are.

    Parameters
    ----------
    before, after
        Answers to the same question without and with the scenario, as `corridor.routing.ask.find_routes`
        gives them.
    asked
        The question.
    shown
        Routes with the scenario to compare one by one; those of `after` if None.

    Returns
    -------
    Effect
        Times and costs are medians in practice (`corridor.practice`). A route is compared with itself where
        the network without the scenario has all of its legs, and with the best route without the scenario.
    """
    first = asked.criteria[0]
    best_before, best_after = (best(found, (first,)).get(first, "") for found in (before, after))
    old = _medians(before.dataset, before.hops[best_before]) if best_before else {}
    new = _medians(after.dataset, after.hops[best_after]) if best_after else {}
    open_before = frozenset(network(before.dataset, date=asked.date, cargo=asked.cargo).directions)
    rows = []
    for route, hops in (shown or after).hops.items():
        here = _medians(after.dataset, hops)
        is_kept = open_before.issuperset(hops)
        itself = _medians(before.dataset, hops) if is_kept else {}
        rows.append(
            {
                "route_id": route,
                "is_kept": is_kept,
                **{f"{name}_change_same": _less(here, itself, name) for name in _QUANTITIES},
                **{f"{name}_change_best": _less(here, old, name) for name in _QUANTITIES},
            }
        )
    changes = {name: _less(new, old, name) for name in _QUANTITIES}
    return Effect(
        routes_before=len(before.table),
        routes_after=len(after.table),
        best_before=best_before,
        best_after=best_after,
        time_h=None if math.isnan(changes["time_h"]) else changes["time_h"],
        cost_usd_per_teu=None if math.isnan(changes["cost_usd_per_teu"]) else changes["cost_usd_per_teu"],
        routes=make_frame(rows, WHAT_IF_ROUTES),
    )


def beside(before: Routes, after: Routes) -> pd.DataFrame:
    """
    Compare the best route on each criterion before and after a change.

    Parameters
    ----------
    before, after
        Answers to the same question on two networks.

    Returns
    -------
    pandas.DataFrame
        One row a criterion that was asked for: criterion; before, after (the smallest typical sum among the
        routes surest to be had with the fewest gaps; NaN without a route); gaps_before, gaps_after; change
        (NaN unless both are there with as many gaps: with other gaps the sums are not of the same parts);
        route_before, route_after (ids, empty without a route).
    """
    rows = []
    for criterion in before.criteria:
        row: dict[str, object] = {"criterion": criterion}
        for name, found in (("before", before), ("after", after)):
            if found.table.empty:
                continue
            best = surest_first(found.table, f"{criterion}_gaps", f"{criterion}_typical").iloc[0]
            row |= {
                name: best[f"{criterion}_typical"],
                f"gaps_{name}": best[f"{criterion}_gaps"],
                f"route_{name}": best["route_id"],
            }
        rows.append(row)
    frame = make_frame(rows, WHAT_IF)
    change = (frame["after"] - frame["before"]).where(frame["gaps_before"] == frame["gaps_after"])
    return frame.assign(change=change)


def _medians(dataset: Dataset, hops: Sequence[Hop]) -> Medians:
    """Median time and cost of a route in practice, each with the count of its parts without a figure."""
    steps = steps_of(dataset, hops)
    bands = {name: practice_band(steps, name) for name in _QUANTITIES}
    return {name: (band.p50, gaps) for name, (band, gaps) in bands.items()}


def _less(new: Medians, old: Medians, name: str) -> float:
    """One median less another; NaN unless both are of as many parts."""
    if name not in new or name not in old or new[name][1] != old[name][1]:
        return math.nan
    return new[name][0] - old[name][0]

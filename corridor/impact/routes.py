"""Routes with and without a scenario: kept, won and lost, each with its figures on both sides."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps_of
from corridor.columns.frame import make_frame
from corridor.columns.impact import COMPARED, IN_PRACTICE, SCENARIO_ROUTES, SCENARIO_TOTALS
from corridor.dataset.records import records
from corridor.freight.arrays import network
from corridor.practice.bands import practice_band
from corridor.routing.alternatives import spread
from corridor.routing.ask import find_routes
from corridor.routing.obtainable import with_availability
from corridor.routing.routes import laid_out
from corridor.routing.what_if import beside
from corridor.scenario.codec import AS_IT_IS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes

_ENDS = ("low", "typical", "high")
_PERCENTILES = ("p10", "p50", "p90")
_ORDER = ("kept", "won", "lost")
_TOLD = ("legs", "nodes", "modes", "countries")


@dataclass(frozen=True, eq=False, kw_only=True)
class Sides:
    """
    The answers to one question without and with a scenario.

    Attributes
    ----------
    question
        The question, with the scenario.
    before, after
        Routes without and with it, as `corridor.routing.ask.find_routes` finds them.
    """

    question: RouteQuestion
    before: Routes
    after: Routes

    def network(self, side: str) -> Network:
        """Network of a side, "before" or "after"."""
        dataset, asked = self.before.dataset, self.question
        scenario = AS_IT_IS if side == "before" else asked.scenario
        return network(dataset, scenario=scenario, date=asked.date, cargo=asked.cargo)


def sides(dataset: Dataset, question: RouteQuestion) -> Sides:
    """
    Answer a question without and with its scenario.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    question
        What is asked.

    Returns
    -------
    Sides
        Both answers.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        As `corridor.routing.ask.find_routes`.
    """
    return Sides(
        question=question,
        before=find_routes(dataset, replace(question, scenario=AS_IT_IS)),
        after=find_routes(dataset, question),
    )


def routes_compared(found: Sides) -> pd.DataFrame:
    """
    List the best routes of both sides, each with its figures on both.

    Parameters
    ----------
    found
        Both answers.

    Returns
    -------
    pandas.DataFrame
        The table `corridor.columns.impact.SCENARIO_ROUTES`: kept routes first, then those won, then those
        lost, each in the order of their answer. A route that is not open on a side has no figures there.
    """
    hops = {**found.after.hops, **found.before.hops}
    before, after = (_laid(found, side, hops) for side in ("before", "after"))
    different = {
        *spread(found.before.dataset, found.before),
        *spread(found.after.dataset, found.after),
    }
    rows = []
    for route in _in_order(found):
        told = before.get(route) or after[route]
        row: dict[str, Any] = {
            "route_id": route,
            "state": _state(found, route),
            "is_open_before": route in before,
            "is_open_after": route in after,
            "is_different": route in different,
            **{name: told[name] for name in _TOLD},
        }
        for side, rows_of in (("before", before), ("after", after)):
            if route in rows_of:
                row |= _figures(rows_of[route], side)
                row |= _practice(found, side, hops[route])
        for quantity in COMPARED:
            row[f"{quantity.name}_change"] = _change(row, quantity.name)
        rows.append(row)
    return make_frame(rows, SCENARIO_ROUTES)


def totals_compared(found: Sides) -> pd.DataFrame:
    """
    Compare the best route on each criterion.

    Parameters
    ----------
    found
        Both answers.

    Returns
    -------
    pandas.DataFrame
        The table `corridor.columns.impact.SCENARIO_TOTALS`; as `corridor.routing.what_if.beside`, with the
        ends of the range.
    """
    tables = {
        "before": {row["route_id"]: row for row in records(found.before.table)},
        "after": {row["route_id"]: row for row in records(found.after.table)},
    }
    rows = records(beside(found.before, found.after))
    for row in rows:
        for side, by_route in tables.items():
            best = by_route.get(row[f"route_{side}"], {})
            row |= {f"{end}_{side}": best.get(f"{row['criterion']}_{end}") for end in ("low", "high")}
    return make_frame(rows, SCENARIO_TOTALS)


def _in_order(found: Sides) -> list[str]:
    """Ids of the routes of both answers: kept, won, lost."""
    every = list(dict.fromkeys([*found.after.hops, *found.before.hops]))
    return sorted(every, key=lambda route: _ORDER.index(_state(found, route)))


def _state(found: Sides, route: str) -> str:
    """Say on which sides a route is among the best."""
    if route in found.before.hops and route in found.after.hops:
        return "kept"
    return "won" if route in found.after.hops else "lost"


def _laid(found: Sides, side: str, hops: Mapping[str, Sequence[Hop]]) -> dict[str, dict[str, Any]]:
    """Rows of the routes that are open on a side, by route."""
    there = found.network(side)
    paths = [path for legs in hops.values() if (path := arcs_along(there, legs)) is not None]
    table, laid_hops = laid_out(there, paths)
    answer = found.before if side == "before" else found.after
    laid = replace(answer, table=table, hops=laid_hops)
    return {row["route_id"]: row for row in records(with_availability(laid, found.question).table)}


def arcs_along(there: Network, hops: Sequence[Hop]) -> list[int] | None:
    """
    Find the arcs of a network that a route takes.

    Parameters
    ----------
    there
        The network.
    hops
        Legs of the route in their directions.

    Returns
    -------
    list of int or None
        Arcs from leaving the first place to having arrived; None if a leg is not open or no freight goes on
        from one to the next.
    """
    paths: dict[int, list[int]] = {there.origin(hops[0].start): []}
    for hop in hops:
        paths = {
            int(there.heads[arc]): [*path, arc]
            for state, path in paths.items()
            for arc in range(there.indptr[state], there.indptr[state + 1])
            if there.arc_hop[arc] >= 0 and there.hops[there.arc_hop[arc]] == hop
        }
    end = there.destination(hops[-1].end)
    for state, path in paths.items():
        for arc in range(there.indptr[state], there.indptr[state + 1]):
            if there.heads[arc] == end:
                return [*path, arc]
    return None


def _figures(row: Mapping[str, Any], side: str) -> dict[str, Any]:
    """Totals and availability of a route on a side."""
    cells: dict[str, Any] = {f"availability_{side}": row["availability"]}
    for quantity in COMPARED:
        cells |= {f"{quantity.name}_{end}_{side}": row[f"{quantity.name}_{end}"] for end in (*_ENDS, "gaps")}
    return cells


def _practice(found: Sides, side: str, hops: Sequence[Hop]) -> dict[str, Any]:
    """Percentiles of time and cost of a route in practice on a side."""
    answer = found.before if side == "before" else found.after
    steps = steps_of(answer.dataset, hops)
    cells: dict[str, float] = {}
    for quantity in IN_PRACTICE:
        band, _gaps = practice_band(steps, quantity.name)
        cells |= {f"{quantity.name}_{part}_{side}": getattr(band, part) for part in _PERCENTILES}
    return cells


def _change(row: Mapping[str, Any], quantity: str) -> float:
    """Headline after less that before; NaN unless both are known with as many gaps."""
    old, new = (row.get(f"{quantity}_typical_{side}") for side in ("before", "after"))
    if old is None or new is None or row[f"{quantity}_gaps_before"] != row[f"{quantity}_gaps_after"]:
        return math.nan
    return float(new - old)

"""Places that a start has a way to, and connectivity of countries, with and without a scenario."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from corridor.chain.node_work import country_of
from corridor.columns.frame import make_frame
from corridor.columns.impact import SCENARIO_CONNECTIVITY, SCENARIO_REACH
from corridor.dataset.records import records
from corridor.freight.arrays import network
from corridor.freight.reach import reach
from corridor.memory.memo import MAX_RECENT, Depends, remembered
from corridor.pairs.country_pairs import OURS, city_pairs, name, places_of
from corridor.pairs.parts import PARTS, pair_parts
from corridor.routing.avoided import without
from corridor.scenario.codec import AS_IT_IS

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.pairs.country_pairs import Pair
    from corridor.routing.question import Avoided, RouteQuestion
    from corridor.scenario.codec import Scenario

# Ten years: longer than any journey.
_ANY_TIME_H = 87_600.0
_UNITS = {part.id: part.unit for part in PARTS}
_MORE_IS_BETTER = frozenset({"places", "pairs", *(part.id for part in PARTS if part.is_more_better)})


def reach_compared(dataset: Dataset, question: RouteQuestion) -> pd.DataFrame:
    """
    List the places that the start of a question has a way to, on either side.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    question
        What is asked; its day and cargo count, its places to pass do not.

    Returns
    -------
    pandas.DataFrame
        The table `corridor.columns.impact.SCENARIO_REACH`, the nearest first without the scenario, then those
        that are reached only with it. Times are typical sums over known figures, as of
        `corridor.freight.reach.reach`.

    Raises
    ------
    UnknownIdError, ScenarioError, RouteError
        As `corridor.freight.arrays.network`.
    """
    before, after = (_reached(_network(dataset, question, scenario), question.origin) for scenario in (
        AS_IT_IS, question.scenario
    ))  # fmt: skip
    rows = [
        {
            "node_id": node,
            "state": "kept" if node in before and node in after else "lost" if node in before else "won",
            "time_h_before": before.get(node, math.nan),
            "time_h_after": after.get(node, math.nan),
            "time_h_change": after.get(node, math.nan) - before.get(node, math.nan),
        }
        for node in dict.fromkeys([*before, *after])
    ]
    return make_frame(rows, SCENARIO_REACH)


def connectivity_compared(dataset: Dataset, question: RouteQuestion) -> pd.DataFrame:
    """
    Compare connectivity: how much is reached, and the index of pairs of countries part by part.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    question
        What is asked: its places, scenario, day, cargo and all that it avoids count; its places to pass and
        its limits on changes do not.

    Returns
    -------
    pandas.DataFrame
        The table `corridor.columns.impact.SCENARIO_CONNECTIVITY`: "places" (with a way from the start, of all
        other places of the network); then for Kazakhstan and Serbia, and for the countries of the two places
        if they are others, "pairs" (of their cities with a route) and the parts of
        `corridor.pairs.parts.pair_parts`.

    Raises
    ------
    UnknownIdError, ScenarioError, RouteError
        As `corridor.freight.arrays.network`.
    """
    reached = reach_compared(dataset, question)
    sums = [int(reached[f"time_h_{side}"].notna().sum()) for side in ("before", "after")]
    everywhere = len({*_network(dataset, question, AS_IT_IS).places} - {question.origin})
    rows = [_counted("places", *sums, of=everywhere)]
    for pair in _pairs(dataset, question):
        old, new = (
            _measured(dataset, scenario, question.avoid, (question.date, question.cargo), pair)
            for scenario in (AS_IT_IS, question.scenario)
        )
        of_pair = [_counted("pairs", old[0], new[0], of=old[1])]
        of_pair += [_part(before, after) for before, after in zip(old[2], new[2], strict=True)]
        rows += [{"pair": name(pair), **row} for row in of_pair]
    return make_frame(rows, SCENARIO_CONNECTIVITY)


def _pairs(dataset: Dataset, question: RouteQuestion) -> list[Pair]:
    """Kazakhstan and Serbia, then the countries of the two places if they are others."""
    start, end = (country_of(dataset, node) for node in (question.origin, question.destination))
    there = _network(dataset, question, AS_IT_IS)
    found = dict.fromkeys([OURS, *([(start, end)] if start != end else [])])
    return [pair for pair in found if all(places_of(there, country) for country in pair)]


def _network(dataset: Dataset, question: RouteQuestion, scenario: Scenario) -> Network:
    """Network of a question under a scenario, without what it avoids."""
    left = without(dataset, question.avoid)
    return network(left, scenario=scenario, date=question.date, cargo=question.cargo)


def _reached(there: Network, origin: str) -> dict[str, float]:
    """Hours to each place that can be reached."""
    if origin not in there.places:
        return {}
    return {row["node_id"]: row["total"] for row in records(reach(there, origin, limit=_ANY_TIME_H))}


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def _measured(
    dataset: Dataset,
    scenario: Scenario,
    avoided: Avoided,
    day_and_cargo: tuple[dt.date | None, str],
    pair: Pair,
) -> tuple[int, int, tuple[tuple[Any, ...], ...]]:
    """Pairs of cities with a route, all pairs, and the parts of the index: id, value, gaps, basis."""
    date, cargo = day_and_cargo
    there = network(without(dataset, avoided), scenario=scenario, date=date, cargo=cargo)
    pairs = city_pairs(there, [pair])
    parts = records(pair_parts(there, [pair]))
    return (
        int((pairs["routes"] > 0).sum()),
        len(pairs),
        tuple((row["part"], row["value"], row["gaps"], row["basis"]) for row in parts),
    )


def _counted(part: str, before: int, after: int, *, of: int) -> dict[str, Any]:
    """Row of what is counted."""
    return {
        "part": part,
        "unit": "count",
        "before": before,
        "after": after,
        "change": after - before,
        "is_better": None if after == before else after > before,
        "of": of,
    }


def _part(before: tuple[Any, ...], after: tuple[Any, ...]) -> dict[str, Any]:
    """Row of a part of the index."""
    part, old, old_gaps, old_basis = before
    _part, new, new_gaps, new_basis = after
    is_like = old is not None and new is not None and old_gaps == new_gaps
    change = new - old if is_like else None
    return {
        "part": part,
        "unit": _UNITS[part],
        "before": old,
        "after": new,
        "change": change,
        "is_better": (change > 0) == (part in _MORE_IS_BETTER) if change else None,
        "gaps_before": old_gaps,
        "gaps_after": new_gaps,
        "basis_before": old_basis,
        "basis_after": new_basis,
    }

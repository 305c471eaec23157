"""The effect of each upgrade between two places, one upgrade at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.partners import UPGRADE_GAINS
from corridor.freight.arrays import network
from corridor.freight.capacity import QUANTITIES, capacity
from corridor.resilience.removals import best
from corridor.routing.routes import Constraints, routes
from corridor.routing.sanctioned import SANCTIONED
from corridor.scenario.assumed import assumed
from corridor.scenario.changed_parts import part_value
from corridor.scenario.codec import Scenario
from corridor.scenario.upgrade_effects import effects

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.scenario.upgrade_effects import Change

# The pair on which effects are measured.
PAIR = ("altynkol", "belgrade")
_CRITERIA = ("time_h", "cost_usd_per_teu")


def gains(
    dataset: Dataset, origin: str = PAIR[0], destination: str = PAIR[1], *, avoid: Iterable[str] = SANCTIONED
) -> pd.DataFrame:
    """
    Compute the effect of each unfinished upgrade between two places, one at a time.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Node ids.
    avoid
        Countries that the freight must not touch.

    Returns
    -------
    pandas.DataFrame
        One row an upgrade: upgrade_id; part ("leg:id" or "node:id", the first that changes), part_quantity
        (as `corridor.scenario.upgrade_effects.Change`), part_before, part_after (typical, in its unit; NaN
        if not
        known); for each q of time_h and cost_usd_per_teu q_before, q_after (best typical sum among the routes
        with the fewest gaps), q_gain (before less after); capacity_t_before, capacity_t_after,
        capacity_teu_before, capacity_teu_after (what fits between the two places, upper bound; NaN for no
        bound); loss_h_before, loss_h_after (hours that the quickest way, by any country, loses without the
        part; NaN if none is left or it has other gaps); is_on_best (whether the quickest route uses the part
        today); reason (of `WHY`, "" where something changes).

    Raises
    ------
    UnknownIdError, RouteError
        As `corridor.routing.routes.routes`.
    """
    shut = Constraints(avoid_countries=frozenset(avoid))
    ends = (origin, destination)
    whole = network(dataset)
    before = _answer(whole, ends, shut)
    rows = []
    for upgrade_id in dataset.upgrades["upgrade_id"]:
        effect = effects(dataset, upgrade_id)
        if effect.reason or dataset.record("upgrades", upgrade_id)["status"] == "operating":
            reason = effect.reason or "already-counted"
            rows.append({"upgrade_id": upgrade_id, "is_on_best": False, "reason": reason})
            continue
        made = assumed(dataset, Scenario(upgrades=(upgrade_id,)))
        if effect.is_of_capacity:
            after_it = replace(whole, dataset=made)
            after = before | _capacities(after_it, ends, shut)
        else:
            after_it = network(made)
            after = _answer(after_it, ends, shut)
        first = effect.changes[0]
        part = f"{first.subject_type}:{first.subject_id}"
        rows.append(
            {
                "upgrade_id": upgrade_id,
                "part": part,
                "part_quantity": first.quantity,
                "part_before": part_value(dataset, first),
                "part_after": part_value(made, first),
                **{f"{name}_before": value for name, value in before.items() if name != "parts"},
                **{f"{name}_after": value for name, value in after.items() if name != "parts"},
                **{f"{criterion}_gain": before[criterion] - after[criterion] for criterion in _CRITERIA},
                "loss_h_before": _loss(whole, ends, first),
                "loss_h_after": _loss(after_it, ends, first),
                "is_on_best": first.subject_id in before["parts"],
                "reason": "",
            }
        )
    return make_frame(rows, UPGRADE_GAINS)


def _answer(whole: Network, ends: tuple[str, str], shut: Constraints) -> dict[str, Any]:
    """Return the best totals, the capacity, and the parts of the fastest route."""
    found = routes(whole, *ends, criteria=_CRITERIA, constraints=shut)
    answer: dict[str, Any] = {"parts": frozenset()}
    for criterion in _CRITERIA:
        first = found.table.sort_values([f"{criterion}_gaps", f"{criterion}_typical"], kind="stable").head(1)
        answer[criterion] = float(first[f"{criterion}_typical"].iloc[0]) if len(first) else float("nan")
        if criterion == "time_h" and len(first):
            hops = found.hops[first["route_id"].iloc[0]]
            answer["parts"] = {hop.leg_id for hop in hops} | {hop.start for hop in hops} | {ends[1]}
    return answer | _capacities(whole, ends, shut)


def _capacities(whole: Network, ends: tuple[str, str], shut: Constraints) -> dict[str, float]:
    """Return upper bounds of the yearly capacity between two places; NaN without a bound."""
    found = {}
    for unit in QUANTITIES:
        upper = capacity(whole, *ends, unit=unit, avoid_countries=shut.avoid_countries).upper
        found[f"capacity_{unit}"] = float("nan") if upper is None else float(upper)
    return found


def _loss(whole: Network, ends: tuple[str, str], change: Change) -> float:
    """Return the hours lost without a part; NaN if no route with as few gaps is left."""
    with_it = best(whole, *ends, criterion="time_h")
    without = best(whole, *ends, criterion="time_h", without=(change.subject_type, change.subject_id))
    if with_it is None or without is None or with_it.gaps != without.gaps:
        return float("nan")
    return without.total - with_it.total

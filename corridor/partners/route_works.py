"""Planned works along a route, and the effect of each on that route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps_of
from corridor.columns.frame import make_frame
from corridor.columns.partners import ROUTE_MENDING
from corridor.partners.works import join
from corridor.scenario.assumed import assumed
from corridor.scenario.changed_parts import part_value
from corridor.scenario.codec import AS_IT_IS
from corridor.scenario.upgrade_effects import CALLED_OFF, effects
from corridor.scenario.upgrades import due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.scenario.codec import Scenario
    from corridor.scenario.upgrade_effects import Change

IN_SCENARIO = "in-scenario"
# The capacity of a place is shown at this work.
_CAPACITY_WORK = "transhipment"
_NUMBERS = ("part_before", "part_after", "time_h_before", "time_h_after", "time_h_gain")


def works_on(dataset: Dataset, hops: Sequence[Hop], scenario: Scenario = AS_IT_IS) -> pd.DataFrame:
    """
    List the works planned at each step of a route, with the effect of each on that route.

    Parameters
    ----------
    dataset
        The route dataset, as it is.
    hops
        The route.
    scenario
        Changes that hold for the route; each upgrade is added to them.

    Returns
    -------
    pandas.DataFrame
        One row an upgrade or project at a step, in the order of travel, what was shelved or cancelled left
        out: position, kind, work (of the step as `corridor.chain.steps.steps_of` gives it; an upgrade of a
        place
        stands at the work that it changes, else at the transhipment or the first work there, else at the leg
        that arrives);
        project_id, upgrade_id, subject_type, subject_id, quantity, from_value, to_value, unit, expected_on,
        status, sources as `corridor.partners.works.join`; part_quantity, part_before, part_after (the figure
        that changes, as `corridor.scenario.changed_parts.part_value`; NaN if nothing does); time_h_before,
        time_h_after
        (sum of the known typical hours of the route), time_h_gain (before less after); reason ("" where
        something changes, else as `join`, "already-counted" for what operates, `IN_SCENARIO` for what the
        scenario has already).
    """
    before = assumed(dataset, scenario)
    frame = steps_of(before, hops)
    steps, hours = frame.to_dict("records"), _hours(frame)
    in_scenario = {*scenario.upgrades, *(due(dataset, scenario.year) if scenario.year else ())}
    rows = []
    for row in join(dataset).to_dict("records"):
        effect = effects(dataset, row["upgrade_id"]) if isinstance(row["upgrade_id"], str) else None
        change = next(iter(effect.changes), None) if effect else None
        step = _step(steps, row["subject_type"], row["subject_id"], change)
        if step is None or row["status"] in CALLED_OFF:
            continue
        reason = row["reason"] or _why_nothing(row, in_scenario)
        worked: dict[str, Any] = {"reason": reason}
        if effect and change and not reason:
            after = assumed(dataset, scenario.with_upgrade(row["upgrade_id"]))
            left = hours if effect.is_of_capacity else _hours(steps_of(after, hops))
            values = (part_value(before, change), part_value(after, change), hours, left, hours - left)
            worked |= zip(_NUMBERS, values, strict=True)
            worked["part_quantity"] = change.quantity
        place: dict[Any, Any] = {name: step[name] for name in ("position", "kind", "work")}
        rows.append(row | place | worked)
    found = make_frame(rows, ROUTE_MENDING)
    return found.sort_values(["position", "subject_id"], kind="stable", ignore_index=True)


def _step(
    steps: Sequence[Mapping[Any, Any]], subject_type: str, subject_id: str, change: Change | None
) -> Mapping[Any, Any] | None:
    """Return the step of a route that an upgrade changes; None if the route does not use it."""
    if subject_type == "leg":
        return next((row for row in steps if row["leg_id"] == subject_id), None)
    if subject_type != "node":
        return None
    works = [row for row in steps if row["kind"] == "work" and row["node_id"] == subject_id]
    own = change.quantity if change is not None else ""
    works.sort(key=lambda row: (row["work"] != own, row["work"] != _CAPACITY_WORK))
    ends = [
        row
        for name in ("to_node", "from_node")
        for row in steps
        if row["kind"] == "leg" and row[name] == subject_id
    ]
    return next(iter((*works, *ends)), None)


def _why_nothing(row: Mapping[Any, Any], in_scenario: set[str]) -> str:
    """Return why an upgrade with a known effect changes nothing here; "" if it does."""
    if row["upgrade_id"] in in_scenario:
        return IN_SCENARIO
    return "already-counted" if row["status"] == "operating" else ""


def _hours(steps: pd.DataFrame) -> float:
    """Sum of the known typical hours of a route's steps."""
    return float(steps["time_h_typical"].sum())

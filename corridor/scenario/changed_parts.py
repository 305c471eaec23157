"""The figure that a change modifies, in a given dataset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.evidence.assumptions import changed_work
from corridor.evidence.figures import leg_figure, work_figure
from corridor.scenario.upgrade_effects import CAPACITIES, capacity_today

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.scenario.upgrade_effects import Change


def part_value(dataset: Dataset, change: Change) -> float:
    """
    Return the typical figure that a change modifies.

    Parameters
    ----------
    dataset
        The route dataset; under a scenario, as `corridor.scenario.assumed.assumed` gives it.
    change
        As `corridor.scenario.upgrade_effects.effects` names it.

    Returns
    -------
    float
        In the unit of the change's quantity, hours for node work; NaN if it is not known.
    """
    known = _typical(dataset, change)
    return float("nan") if known is None else float(known)


def _typical(dataset: Dataset, change: Change) -> float | None:
    """Typical figure, None if it is not known."""
    subject = change.subject_type, change.subject_id
    if change.quantity in CAPACITIES:
        stated = dataset.stated.get((*subject, change.quantity))
        return capacity_today(dataset, *subject, change.quantity) if stated is None else stated.typical
    if change.subject_type == "leg":
        return leg_figure(dataset, change.subject_id, change.quantity).typical
    node, work = change.subject_id, change.quantity
    return changed_work(dataset, node, work, work_figure(dataset, node, work)).typical

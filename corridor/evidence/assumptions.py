"""Figures changed by a scenario: the range is scaled, and the basis becomes modelled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corridor.dataset.estimate import Estimate
    from corridor.dataset.tables import Dataset

ASSUMED = "assumed in the scenario"
REASON = ("assumed", "", "")


def changed(estimate: Estimate, *, factor: float = 1.0, less: float = 0.0, more: float = 0.0) -> Estimate:
    """
    Subtract from a figure, multiply the rest and add to it; the range is scaled in proportion, then moved.

    Parameters
    ----------
    estimate
        The figure of today.
    factor, less
        What is left after `less` is taken off (never below 0) is multiplied by `factor`.
    more
        What is added after that, to both ends as well.

    Returns
    -------
    Estimate
        Basis "modelled"; the claims of today stay beside it. A missing figure stays missing.
    """
    if not estimate.typical or estimate.low is None or estimate.high is None:
        return estimate
    ratio = max(estimate.typical - less, 0.0) / estimate.typical * factor
    return replace(
        estimate,
        low=estimate.low * ratio + more,
        typical=estimate.typical * ratio + more,
        high=estimate.high * ratio + more,
        worst=None,
        basis="modelled",
        claim_id=None,
        reason=REASON,
        formula=ASSUMED,
    )


def changed_work(dataset: Dataset, node: str, work: str, time: Estimate) -> Estimate:
    """Hours of node work as the scenario of a dataset changes them; as they are without one."""
    for key in ((node, work), (node, "")):
        factor, less = dataset.work_changes.get(key, (1.0, 0.0))
        if (factor, less) != (1.0, 0.0):
            time = changed(time, factor=factor, less=less)
    return time


def changed_charge(dataset: Dataset, node: str, cost: Estimate) -> Estimate:
    """Cost of node work as the scenario of a dataset changes it; as it is without one."""
    factor = dataset.charge_changes.get(node, 1.0)
    return cost if factor == 1.0 else changed(cost, factor=factor)

"""Hours and kilometres of legs for the tooltips of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.evidence.figures import leg_figure

if TYPE_CHECKING:
    from corridor.dataset.estimate import Estimate
    from corridor.dataset.tables import Dataset

_DIGITS = 1
# What the map's script knows of the basis of a figure, by its place here.
BASES = ("modelled", "published", "derived")
_RIVER = "river"


def figures_of(data: Dataset, leg_id: str, mode: str) -> dict[str, Any]:
    """
    Collect the time and the length of a leg.

    Parameters
    ----------
    data
        The dataset.
    leg_id, mode
        The leg and its mode.

    Returns
    -------
    dict
        "hours", "km": typical, low, high, and the place of the basis in `BASES`; without what is not known.
        "hours_back" the same against the direction of the leg, where that differs (rivers).
    """
    hours = _numbers(leg_figure(data, leg_id, "time_h"))
    back = _numbers(leg_figure(data, leg_id, "time_h", is_reversed=True)) if mode == _RIVER else hours
    found = {"hours": hours, "km": _numbers(leg_figure(data, leg_id, "distance_km"))}
    if back != hours:
        found["hours_back"] = back
    return {name: numbers for name, numbers in found.items() if numbers}


def _numbers(estimate: Estimate) -> list[float]:
    """Typical, low, high, basis; empty where there is no number."""
    if estimate.is_missing or estimate.typical is None:
        return []
    low = estimate.typical if estimate.low is None else estimate.low
    high = estimate.typical if estimate.high is None else estimate.high
    numbers = [round(value, _DIGITS) for value in (estimate.typical, low, high)]
    whole = [int(value) if value == int(value) else value for value in numbers]
    return [*whole, BASES.index(estimate.basis)]

"""How long cargo waits for a ship: half the time from one sailing to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import Estimate, figure
from corridor.evidence.factors import default_factor

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

HALF_HEADWAY = "half the time between sailings"
QUANTITY = "waiting_h"
_SHIPS = frozenset({"feeder", "ferry", "barge"})
_RUNNING = ("operating", "seasonal"), ("unknown",)
_HOURS_PER = {"weekly_frequency": 168.0, "monthly_frequency": 8766.0 / 12}


def waiting(dataset: Dataset, leg_id: str | None, *, mode: str, country: str) -> Estimate:
    """
    Estimate the wait for the next ship over a leg.

    Cargo that arrives at any time waits half the headway on average, nothing at best and a whole headway at
    worst; that is exact where sailings are even. The frequencies of all services over the leg add up; those
    of unknown state count only where none is known to run. Storms, full ships and ships that wait for cargo
    are not in it.

    Parameters
    ----------
    dataset
        The route dataset.
    leg_id
        Leg that follows, or None.
    mode
        Its mode.
    country
        Country of the port.

    Returns
    -------
    Estimate
        In hours, by `HALF_HEADWAY`. Derived from published frequencies: reason ("headway", services separated
        by |, ""). Else modelled by the default factor "headway_h", reason ("headway-factor", factor id, "").
        Missing without either.
    """
    published = _published(dataset, leg_id) if leg_id else None
    if published is not None:
        return published
    factor = default_factor(dataset, "headway_h", mode=mode, countries=(country,))
    if factor is None:
        return Estimate(quantity=QUANTITY, unit="h")
    return Estimate(
        quantity=QUANTITY,
        unit="h",
        low=0.0,
        typical=factor.value / 2,
        high=factor.high,
        basis="modelled",
        reason=("headway-factor", factor.factor_id, ""),
        formula=HALF_HEADWAY,
        factors=(factor.factor_id,),
    )


def _published(dataset: Dataset, leg_id: str) -> Estimate | None:
    """Wait by the published frequencies of the services over a leg; None if there are none."""
    services = [
        row
        for row in dataset.services.to_dict("records")
        if row["kind"] in _SHIPS and leg_id in split_ids(row["legs"])
    ]
    for states in _RUNNING:
        found = {
            str(row["service_id"]): sailings
            for row in services
            if row["status"] in states and (sailings := _sailings(dataset, str(row["service_id"])))
        }
        if found:
            per_hour = sum((figure.typical or 0.0) / hours for figure, hours in found.values())
            fewest = sum((figure.low or 0.0) / hours for figure, hours in found.values())
            if per_hour <= 0 or fewest <= 0:
                return None
            return Estimate(
                quantity=QUANTITY,
                unit="h",
                low=0.0,
                typical=0.5 / per_hour,
                high=1 / fewest,
                basis="derived",
                reason=("headway", "|".join(found), ""),
                spoke=tuple(claim for figure, _hours in found.values() for claim in figure.spoke),
                formula=HALF_HEADWAY,
            )
    return None


def _sailings(dataset: Dataset, service_id: str) -> tuple[Estimate, float] | None:
    """Find the published frequency of a service, with the hours that it speaks of; None if there is none."""
    for quantity, hours in _HOURS_PER.items():
        estimate = figure(dataset, "service", service_id, quantity)
        if not estimate.is_missing:
            return estimate, hours
    return None

"""How long cargo waits for a ship: half the time from one sailing to the next."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.dataset.periods import last_day, years_before
from corridor.dataset.tables import split_ids
from corridor.evidence.claims import Estimate, figure
from corridor.evidence.factors import default_factor
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

HALF_HEADWAY = "half the time between sailings"
FULL_SHIPS = "wagons a week each way / wagons of a ship"
NO_SERVICE = "no-service"
QUANTITY = "waiting_h"
_SHIPS = frozenset({"feeder", "ferry", "barge"})
_RUNNING = ("operating", "seasonal"), ("unknown",)
_HOURS_PER = {"weekly_frequency": 168.0, "monthly_frequency": 8766.0 / 12}
_WEEK_H = 168.0
# A service of unknown state that was last seen longer before the newest one gives no headway.
RECENT_YEARS = 5


def waiting(dataset: Dataset, leg_id: str | None, *, mode: str, country: str) -> Estimate:
    """
    Estimate the wait for the next ship over a leg.

    Cargo that arrives at any time waits half the headway on average, nothing at best and a whole headway at
    worst; that is exact where sailings are even. The frequencies of all services over the leg add up; those
    of unknown state count only where none is known to run, and only if they were seen within `RECENT_YEARS`
    of the newest service of the data. Where the wagons of a train ferry are published and no frequency is,
    the full ships that carry them are its sailings (`FULL_SHIPS`). Where no such service is recorded, nobody
    can say how long the wait is: it is missing. Storms, full ships and ships that wait for cargo are not in
    it.

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
        by |, ""); from published wagons: reason ("headway-wagons", services, ""), formula `FULL_SHIPS`. Else,
        where a service is recorded, modelled by the default factor "headway_h", reason ("headway-factor",
        factor id, ""). Missing without either: reason ("no-service", leg, "") where none is recorded.
    """
    services = _services(dataset, leg_id) if leg_id else []
    published = _published(dataset, services)
    if published is not None:
        return published
    if leg_id and leg_id not in dataset.added and not services:
        return Estimate(quantity=QUANTITY, unit="h", reason=(NO_SERVICE, leg_id, ""))
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


def _services(dataset: Dataset, leg_id: str) -> list[dict[Any, Any]]:
    """Services of ships over a leg that run, or may run as far as was seen of late."""
    rows = [
        row
        for row in dataset.services.to_dict("records")
        if row["kind"] in _SHIPS and leg_id in split_ids(row["legs"])
    ]
    since = _recent_since(dataset)
    usable = {state for states in _RUNNING for state in states}
    return [
        row
        for row in rows
        if row["status"] in usable and (row["status"] in _RUNNING[0] or _last_seen(row) >= since)
    ]


@remembered(depends_on=Depends.CLAIMS)
def _recent_since(dataset: Dataset) -> dt.date:
    """Day since which a service of unknown state must have been seen."""
    newest = max((_last_seen(row) for row in dataset.services.to_dict("records")), default=dt.date.min)
    return dt.date.min if newest == dt.date.min else years_before(newest, RECENT_YEARS)


def _last_seen(service: Mapping[Any, Any]) -> dt.date:
    """Last day on which a service was seen; the oldest day there is if that was not recorded."""
    seen = service["last_seen"]
    return last_day(str(seen)) if isinstance(seen, str) and seen else dt.date.min


def _published(dataset: Dataset, services: list[dict[Any, Any]]) -> Estimate | None:
    """Wait by the published frequencies, or the published wagons, of services; None if there are none."""
    for states in _RUNNING:
        found = {
            str(row["service_id"]): often
            for row in services
            if row["status"] in states and (often := _sailings(dataset, str(row["service_id"])))
        }
        if found:
            per_hour = sum(sailings.typical for sailings in found.values())
            fewest = sum(sailings.fewest for sailings in found.values())
            if per_hour <= 0 or fewest <= 0:
                return None
            by_wagons = any(sailings.by_wagons for sailings in found.values())
            return Estimate(
                quantity=QUANTITY,
                unit="h",
                low=0.0,
                typical=0.5 / per_hour,
                high=1 / fewest,
                basis="derived",
                reason=("headway-wagons" if by_wagons else "headway", "|".join(found), ""),
                spoke=tuple(claim for sailings in found.values() for claim in sailings.spoke),
                formula=FULL_SHIPS if by_wagons else HALF_HEADWAY,
            )
    return None


class _Sailings(NamedTuple):
    """Sailings an hour: typical and fewest, the claims they rest on, and whether wagons give them."""

    typical: float
    fewest: float
    spoke: tuple[str, ...]
    by_wagons: bool


def _sailings(dataset: Dataset, service_id: str) -> _Sailings | None:
    """Find how often a service sails; None if neither that nor its wagons are published."""
    for quantity, hours in _HOURS_PER.items():
        often = figure(dataset, "service", service_id, quantity)
        if not often.is_missing:
            return _Sailings(
                (often.typical or 0.0) / hours, (often.low or 0.0) / hours, often.spoke, by_wagons=False
            )
    wagons = figure(dataset, "service", service_id, "wagons_per_week")
    ship = figure(dataset, "service", service_id, "wagons_per_ship")
    if not wagons.typical or not ship.typical or not wagons.low or not ship.high:
        return None
    # Half of the wagons of a week go each way.
    return _Sailings(
        wagons.typical / 2 / ship.typical / _WEEK_H,
        wagons.low / 2 / ship.high / _WEEK_H,
        (*wagons.spoke, *ship.spoke),
        by_wagons=True,
    )

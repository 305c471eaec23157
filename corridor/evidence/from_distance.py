"""Time and cost of a leg from its distance, by a speed or a rate; current and locks of a river."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.estimate import Estimate
from corridor.evidence.factors import default_factor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from corridor.dataset.tables import Dataset
    from corridor.evidence.factors import Factor

DISTANCE_BY_SPEED = "distance / speed"
DISTANCE_TIMES_RATE = "distance x rate"
_UNITS = {"time_h": "h", "cost_usd_per_teu": "USD/TEU"}
_SPEED, _SPEED_AGAINST, _LOCK = "speed_km_h", "speed_against_current_km_h", "lock_time_h"
_AGAINST, _WITH = "against", "with"


def from_distance(
    dataset: Dataset, leg_id: str, quantity: str, distance: Estimate, *, is_reversed: bool = False
) -> Estimate | None:
    """
    Estimate the time or cost of a leg from its distance.

    Parameters
    ----------
    dataset
        The route dataset.
    leg_id
        The leg.
    quantity
        "time_h" or "cost_usd_per_teu".
    distance
        Its distance in km.
    is_reversed
        Whether it is used from its To to its From.

    Returns
    -------
    Estimate or None
        Modelled: low = shortest distance at the highest speed (or the lowest rate), high = the reverse.
        Against the current of a river a speed of its own is taken. Each lock on the leg adds its time. None
        without a distance or a factor.
    """
    leg = dataset.record("legs", leg_id)
    countries = [str(dataset.record("nodes", leg[end])["country"]) for end in ("from_node", "to_node")]
    mode = str(leg["mode"])
    is_time = quantity == "time_h"
    name = _speed_of(leg, is_reversed=is_reversed) if is_time else "cost_usd_per_teu_km"
    factor = default_factor(dataset, name, mode=mode, countries=countries)
    if factor is None and name == _SPEED_AGAINST:
        factor = default_factor(dataset, _SPEED, mode=mode, countries=countries)
    if factor is None or factor.low <= 0:
        return None
    band = _at_speed(distance, factor) if is_time else _at_rate(distance, factor)
    if band is None:
        return None
    low, typical, high = band
    factors: tuple[str, ...] = (factor.factor_id,)
    locks = int(leg["locks"] or 0) if is_time else 0
    lock = default_factor(dataset, _LOCK, mode=mode, countries=countries) if locks else None
    if lock is not None:
        low, typical, high = (
            value + locks * each for value, each in zip(band, (lock.low, lock.value, lock.high), strict=True)
        )
        factors = (*factors, lock.factor_id)
    return Estimate(
        quantity=quantity,
        unit=_UNITS[quantity],
        low=low,
        typical=typical,
        high=high,
        basis="modelled",
        reason=("factor", factor.factor_id, distance.basis),
        formula=DISTANCE_BY_SPEED if is_time else DISTANCE_TIMES_RATE,
        factors=factors,
    )


def _speed_of(leg: Mapping[Any, Any], *, is_reversed: bool) -> str:
    """Quantity of the speed that holds in the direction of travel."""
    against = _WITH if is_reversed else _AGAINST
    return _SPEED_AGAINST if leg["current"] == against else _SPEED


def _at_speed(distance: Estimate, speed: Factor) -> tuple[float, float, float] | None:
    """Hours at a speed."""
    if distance.low is None or distance.typical is None or distance.high is None:
        return None
    return distance.low / speed.high, distance.typical / speed.value, distance.high / speed.low


def _at_rate(distance: Estimate, rate: Factor) -> tuple[float, float, float] | None:
    """Dollars at a rate."""
    if distance.low is None or distance.typical is None or distance.high is None:
        return None
    return distance.low * rate.low, distance.typical * rate.value, distance.high * rate.high

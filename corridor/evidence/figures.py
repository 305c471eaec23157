"""Figures of legs and nodes, derived or modelled where no fitting claim is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.evidence.claims import Estimate, figure
from corridor.evidence.factors import default_border_factor, default_factor, shared_union
from corridor.evidence.formulas import derived
from corridor.evidence.headways import waiting
from corridor.geometry import drawn_km, line_km

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

WORKS = ("border", "break-of-gauge", "transhipment", "waiting")
LEG_QUANTITIES = ("distance_km", "time_h", "cost_usd_per_teu")

DRAWN_LENGTH = "drawn length of the leg's line"
DISTANCE_BY_SPEED = "distance / speed"
DISTANCE_TIMES_RATE = "distance x rate"
DEFAULT_DURATION = "default duration"

_UNITS = {"distance_km": "km", "time_h": "h", "cost_usd_per_teu": "USD/TEU"}
_CLAIMED_WORK = {
    "border": ("border_time_h",),
    "break-of-gauge": ("gauge_change_h",),
    "transhipment": ("transhipment_h", "dwell_h"),
    "waiting": ("waiting_h", "dwell_h"),
}
_FACTOR_OF_WORK = {
    "break-of-gauge": "gauge_change_time_h",
    "transhipment": "transhipment_time_h",
}


def leg_figure(dataset: Dataset, leg_id: str, quantity: str) -> Estimate:
    """
    Estimate a quantity of a leg: published, else derived, else modelled, else missing.

    Parameters
    ----------
    dataset
        The route dataset.
    leg_id
        The leg.
    quantity
        "distance_km", "time_h", "cost_usd_per_teu", or another quantity (which is published or missing).

    Returns
    -------
    Estimate
        Derived: `formula` names the formula (see `corridor.evidence.formulas`). Modelled: distance by
        `DRAWN_LENGTH`, reason ("drawn-length", fidelity, ""); time by `DISTANCE_BY_SPEED`, cost by
        `DISTANCE_TIMES_RATE`, reason ("factor", factor id, basis of the distance); what a scenario states as
        `corridor.scenario.assumed` says.

    Raises
    ------
    UnknownIdError
        If there is no such leg.
    """
    leg = dataset.record("legs", leg_id)
    stated = dataset.stated.get(("leg", leg_id, quantity))
    if stated is not None:
        return stated
    published = figure(dataset, "leg", leg_id, quantity)
    if not published.is_missing:
        return published
    fall_back = derived(dataset, "leg", leg_id, quantity)
    if fall_back is None and quantity == "distance_km":
        fall_back = _drawn(dataset, leg_id, str(leg["geometry_fidelity"]))
    elif fall_back is None and quantity in _UNITS:
        fall_back = _from_distance(dataset, leg_id, quantity)
    return _beside(published, fall_back)


def work_figure(
    dataset: Dataset,
    node_id: str,
    work: str,
    *,
    mode: str = "rail",
    between: tuple[str, str] | None = None,
    counted_in: str | None = None,
    onward: str | None = None,
) -> Estimate:
    """
    Estimate how long a node's work takes: published, else by the headway or a default factor, else missing.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id
        The node.
    work
        "border", "break-of-gauge", "transhipment" or "waiting". A published dwell time stands in for
        transhipment or waiting, but not for waiting where the transhipment is published by itself, for a
        dwell includes both.
    mode
        Mode that chooses the factor: that of the ship for a transhipment, else of the leg that follows.
    between
        The two countries of a border (ISO 3166-1 alpha-2). Inside a customs union only a factor for such
        borders is used, for the others were measured at customs borders: the reason is ("union-factor",
        union, ""), or ("inside-customs-union", union, "") where there is none.
    counted_in
        Node of the border whose default time already counts a break of gauge, as `corridor.chain.steps.steps`
        names it. The default for the break is then 0 h, the reason ("counted-in-border", node, "").
    onward
        Leg that cargo waits for; see `corridor.evidence.headways.waiting`.

    Returns
    -------
    Estimate
        In hours. `quantity` is the quantity that was found, such as "dwell_h".

    Raises
    ------
    UnknownIdError
        If there is no such node.
    KeyError
        If there is no such work.
    """
    country = str(dataset.record("nodes", node_id)["country"])
    quantities = _CLAIMED_WORK[work]
    estimates = [figure(dataset, "node", node_id, quantity) for quantity in quantities]
    if work == "waiting" and not figure(dataset, "node", node_id, "transhipment_h").is_missing:
        estimates = estimates[:1]
    for estimate in estimates:
        if not estimate.is_missing:
            return estimate
    missing = replace(estimates[0], unit="h")
    if work == "waiting":
        wait = waiting(dataset, onward, mode=mode, country=country)
        return missing if wait.is_missing else _beside(estimates[0], wait)
    union = shared_union(dataset, *between) if work == "border" and between else None
    if work == "border":
        factor = default_border_factor(dataset, mode=mode, countries=seen_from(country, between))
    else:
        factor = default_factor(dataset, _FACTOR_OF_WORK[work], mode=mode, countries=(country,))
    if factor is None:
        return replace(missing, reason=("inside-customs-union", union, "")) if union else missing
    modelled = Estimate(
        quantity=quantities[0],
        unit="h",
        low=factor.low,
        typical=factor.value,
        high=factor.high,
        basis="modelled",
        reason=("union-factor", union, "") if union else ("factor", factor.factor_id, ""),
        formula=DEFAULT_DURATION,
        factors=(factor.factor_id,),
    )
    if counted_in is not None:
        reason = ("counted-in-border", counted_in, "")
        modelled = replace(modelled, low=0.0, typical=0.0, high=0.0, reason=reason, formula=None, factors=())
    return _beside(estimates[0], modelled)


def seen_from(country: str, between: tuple[str, str] | None) -> tuple[str, str]:
    """Return both countries of a border, that of the node first; "" for an unknown neighbour."""
    if between is None:
        return country, ""
    return between if between[0] == country else (between[1], between[0])


def _drawn(dataset: Dataset, leg_id: str, fidelity: str) -> Estimate | None:
    """Length of the leg's line on the map; None if it has no line."""
    own = dataset.lines.get(leg_id)
    length = drawn_km(leg_id) if own is None else line_km(own)
    if length is None:
        return None
    return Estimate(
        quantity="distance_km",
        unit="km",
        low=length,
        typical=length,
        high=length,
        basis="modelled",
        reason=("drawn-length", fidelity, ""),
        formula=DRAWN_LENGTH,
    )


def _from_distance(dataset: Dataset, leg_id: str, quantity: str) -> Estimate | None:
    """Time or cost from the distance by a default factor; None without a distance or a factor."""
    leg = dataset.record("legs", leg_id)
    countries = [str(dataset.record("nodes", leg[end])["country"]) for end in ("from_node", "to_node")]
    is_time = quantity == "time_h"
    factor_quantity = "speed_km_h" if is_time else "cost_usd_per_teu_km"
    factor = default_factor(dataset, factor_quantity, mode=str(leg["mode"]), countries=countries)
    distance = leg_figure(dataset, leg_id, "distance_km")
    if (
        factor is None
        or factor.low <= 0
        or distance.low is None
        or distance.typical is None
        or distance.high is None
    ):
        return None
    if is_time:
        low, typical, high = (
            distance.low / factor.high,
            distance.typical / factor.value,
            distance.high / factor.low,
        )
    else:
        low, typical, high = (
            distance.low * factor.low,
            distance.typical * factor.value,
            distance.high * factor.high,
        )
    return Estimate(
        quantity=quantity,
        unit=_UNITS[quantity],
        low=low,
        typical=typical,
        high=high,
        basis="modelled",
        reason=("factor", factor.factor_id, distance.basis),
        formula=DISTANCE_BY_SPEED if is_time else DISTANCE_TIMES_RATE,
        factors=(factor.factor_id,),
    )


def _beside(published: Estimate, fall_back: Estimate | None) -> Estimate:
    """Keep the claims that did not make a headline beside the figure that stands in for it."""
    if fall_back is None:
        return replace(published, unit=published.unit or _UNITS.get(published.quantity, ""))
    worst = published.worst
    if worst is not None and fall_back.high is not None and worst <= fall_back.high:
        worst = None
    return replace(fall_back, worst=worst, lost=published.lost, spoke=(*fall_back.spoke, *published.spoke))

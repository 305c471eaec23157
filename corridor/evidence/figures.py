"""Figures of legs and nodes, derived or modelled where no fitting claim is published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.evidence.bounds import is_bound, within
from corridor.evidence.claims import Estimate, figure
from corridor.evidence.factors import (
    crossing_factors,
    default_border_factor,
    default_factor,
    shared_union,
)
from corridor.evidence.formulas import derived
from corridor.evidence.from_distance import DISTANCE_BY_SPEED, DISTANCE_TIMES_RATE, from_distance
from corridor.evidence.headways import NO_SERVICE, waiting
from corridor.geometry import drawn_km, line_km

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.evidence.factors import Factor

__all__ = ["DISTANCE_BY_SPEED", "DISTANCE_TIMES_RATE", "leg_figure", "seen_from", "work_figure"]

FREE_WORKS = frozenset({"loading", "dwell", "waiting"})
LEG_QUANTITIES = ("distance_km", "time_h", "cost_usd_per_teu")

DRAWN_LENGTH = "drawn length of the leg's line"
DEFAULT_DURATION = "default duration"
LEAVING_AND_ENTERING = "leaving one country and entering the other"

_UNITS = {"distance_km": "km", "time_h": "h", "cost_usd_per_teu": "USD/TEU"}
_CLAIMED_WORK = {
    "border": ("border_time_h",),
    "break-of-gauge": ("gauge_change_h",),
    "transhipment": ("transhipment_h", "dwell_h"),
    "loading": ("wagon_loading_h",),
    "dwell": ("port_stay_h",),
    "waiting": ("waiting_h", "dwell_h"),
}
_FACTOR_OF_WORK = {
    "break-of-gauge": "gauge_change_time_h",
    "transhipment": "transhipment_time_h",
    "loading": "wagon_loading_time_h",
    "dwell": "port_stay_landing_time_h",
}
_STAY_BEFORE_A_SHIP = "port_stay_boarding_time_h"
_WHY_MISSING = frozenset({NO_SERVICE, "inside-customs-union"})


def leg_figure(dataset: Dataset, leg_id: str, quantity: str, *, is_reversed: bool = False) -> Estimate:
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
    is_reversed
        Whether the leg is used from its To to its From: a barge goes slower against the current.

    Returns
    -------
    Estimate
        Derived: `formula` names the formula (see `corridor.evidence.formulas`). Modelled: distance by
        `DRAWN_LENGTH`, reason ("drawn-length", fidelity, ""); time by `DISTANCE_BY_SPEED`, cost by
        `DISTANCE_TIMES_RATE`, reason ("factor", factor id, basis of the distance). Where only a bound is
        published, what stands in is held within it (`corridor.evidence.bounds`). What a scenario states is as
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
    if not published.is_missing and not is_bound(published):
        return published
    fall_back = derived(dataset, "leg", leg_id, quantity)
    if fall_back is None and quantity == "distance_km":
        fall_back = _drawn(dataset, leg_id, str(leg["geometry_fidelity"]))
    elif fall_back is None and quantity in _UNITS:
        distance = leg_figure(dataset, leg_id, "distance_km")
        fall_back = from_distance(dataset, leg_id, quantity, distance, is_reversed=is_reversed)
    return _settled(published, fall_back)


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
        "border", "break-of-gauge", "transhipment", "loading" (wagons roll on or off a ferry), "dwell" (the
        stay in a port beside handling and the wait for a ship) or "waiting". A published dwell time stands in
        for transhipment or waiting, but not for waiting where the transhipment is published by itself, for a
        dwell includes both. Of a border, `border_quantities` says which claims count.
    mode
        Mode that chooses the factor: that of the ship for a transhipment, else of the leg that follows.
    between
        The two countries of a border in the direction of travel (ISO 3166-1 alpha-2). Where leaving the one
        and entering the other are measured, the two are added. Inside a customs union only a factor for such
        borders is used, for the others were measured at customs borders: the reason is ("union-factor",
        union, ""), or ("inside-customs-union", union, "") where there is none.
    counted_in
        Node of the border whose default time already counts a break of gauge, as `corridor.chain.steps.steps`
        names it. The default for the break is then 0 h, the reason ("counted-in-border", node, "").
    onward
        Leg that cargo waits for; see `corridor.evidence.headways.waiting`. Of a dwell, the ship's leg that
        follows, or None after the ship.

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
    if work == "border":
        quantities = border_quantities(country, mode=mode, between=between)
    estimates = [figure(dataset, "node", node_id, quantity) for quantity in quantities]
    if work == "waiting" and not figure(dataset, "node", node_id, "transhipment_h").is_missing:
        estimates = estimates[:1]
    for estimate in estimates:
        if not estimate.is_missing and not is_bound(estimate):
            return estimate
    bounded = next((estimate for estimate in estimates if not estimate.is_missing), None)
    if work == "waiting":
        modelled = waiting(dataset, onward, mode=mode, country=country)
    else:
        modelled = _by_factor(
            dataset, country, work, mode=mode, between=between, counted_in=counted_in, onward=onward
        )
    if modelled.is_missing and bounded is None:
        reason = modelled.reason if modelled.reason[0] in _WHY_MISSING else estimates[0].reason
        return replace(estimates[0], unit="h", reason=reason)
    spoken = next((estimate for estimate in estimates if estimate.spoke or estimate.lost), estimates[0])
    return _settled(bounded or spoken, None if modelled.is_missing else modelled)


def border_quantities(country: str, *, mode: str, between: tuple[str, str] | None = None) -> tuple[str, ...]:
    """
    Return the quantities that a published border time of a node may stand under, the most special first.

    What trains wait says nothing of lorries: a claim that speaks of a mode counts for that mode alone, one
    that speaks of leaving or entering for that direction alone, and `border_time_h` for any.

    Parameters
    ----------
    country
        Country of the node.
    mode
        Mode of the leg across the border.
    between
        The two countries in the direction of travel; None for both directions.

    Returns
    -------
    tuple of str
        Such as "border_time_road_outbound_h", "border_time_road_h", "border_time_h".
    """
    towards = () if between is None else ("outbound" if between[0] == country else "inbound",)
    own = (f"border_time_{mode}_{direction}_h" for direction in towards)
    return *own, f"border_time_{mode}_h", *_CLAIMED_WORK["border"]


def _by_factor(
    dataset: Dataset,
    country: str,
    work: str,
    *,
    mode: str,
    between: tuple[str, str] | None,
    counted_in: str | None,
    onward: str | None,
) -> Estimate:
    """Estimate a node's work by a default factor; the parameters are those of `work_figure`."""
    union = shared_union(dataset, *between) if work == "border" and between else None
    if work == "border":
        sides = crossing_factors(dataset, mode=mode, between=between) if between else ()
        if sides:
            return _crossing(sides)
        factor = default_border_factor(dataset, mode=mode, countries=seen_from(country, between))
    else:
        quantity = _STAY_BEFORE_A_SHIP if work == "dwell" and onward else _FACTOR_OF_WORK[work]
        factor = default_factor(dataset, quantity, mode=mode, countries=(country,))
    quantity = _CLAIMED_WORK[work][0]
    if factor is None:
        reason = ("inside-customs-union", union, "") if union else ("no-claim", "", "")
        return Estimate(quantity=quantity, unit="h", reason=reason)
    modelled = Estimate(
        quantity=quantity,
        unit="h",
        low=factor.low,
        typical=factor.value,
        high=factor.high,
        basis="modelled",
        reason=("union-factor", union, "") if union else ("factor", factor.factor_id, ""),
        formula=DEFAULT_DURATION,
        factors=(factor.factor_id,),
    )
    if counted_in is None:
        return modelled
    reason = ("counted-in-border", counted_in, "")
    return replace(modelled, low=0.0, typical=0.0, high=0.0, reason=reason, formula=None, factors=())


def _crossing(sides: tuple[Factor, ...]) -> Estimate:
    """Add what it takes to leave one country and to enter the other."""
    return Estimate(
        quantity="border_time_h",
        unit="h",
        low=sum(side.low for side in sides),
        typical=sum(side.value for side in sides),
        high=sum(side.high for side in sides),
        basis="modelled",
        reason=("both-sides", "", ""),
        formula=LEAVING_AND_ENTERING,
        factors=tuple(side.factor_id for side in sides),
    )


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


def _settled(published: Estimate, fall_back: Estimate | None) -> Estimate:
    """Hold what stands in within a published bound; without a bound, keep the claims beside it."""
    if published.is_missing:
        return _beside(published, fall_back)
    return published if fall_back is None else within(published, fall_back)


def _beside(published: Estimate, fall_back: Estimate | None) -> Estimate:
    """Keep the claims that did not make a headline beside the figure that stands in for it."""
    if fall_back is None:
        return replace(published, unit=published.unit or _UNITS.get(published.quantity, ""))
    worst = published.worst
    if worst is not None and fall_back.high is not None and worst <= fall_back.high:
        worst = None
    return replace(fall_back, worst=worst, lost=published.lost, spoke=(*fall_back.spoke, *published.spoke))

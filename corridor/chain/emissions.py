"""Greenhouse gas emissions of legs and hubs: activity times factor, in the terms of ISO 14083."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.node_work import country_of, in_order
from corridor.chain.splicing import Hop
from corridor.columns.chain import EMISSIONS_TABLE
from corridor.columns.frame import make_frame
from corridor.evidence.claims import Estimate
from corridor.evidence.factors import default_factor
from corridor.evidence.figures import leg_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset

QUANTITY = "co2e_kg_per_t"
UNIT = "kg/t"
DISTANCE_TIMES_FACTOR = "distance x emission factor"
HUB_FACTOR = "emission factor of the hub"
HUB_WORK = frozenset({"transhipment", "break-of-gauge"})
"""Work that changes the vehicle or the gauge: each is a transhipment wherever they are counted."""
_FACTOR = "emission_g_co2e_per_tkm"
_HUB_FACTOR = "hub_emission_kg_co2e_per_t"
_GRAMS_PER_KG = 1000.0


def leg_emissions(dataset: Dataset, leg_id: str) -> Estimate:
    """
    Estimate the emissions of carrying one tonne over a leg.

    The distance of the leg times the default emission factor of its mode (well-to-wheel where the factor's
    scope says so), per tonne-kilometre. The band takes both at their low and at their high end; where no low
    or high end is published, the factor counts as it is.

    Parameters
    ----------
    dataset
        The route dataset.
    leg_id
        The leg.

    Returns
    -------
    Estimate
        In kg CO2e per tonne; basis "modelled", or "missing" without a factor or a distance.

    Raises
    ------
    UnknownIdError
        If there is no such leg.
    """
    leg = dataset.record("legs", leg_id)
    countries = [country_of(dataset, leg[end]) for end in ("from_node", "to_node")]
    factor = default_factor(dataset, _FACTOR, mode=str(leg["mode"]), countries=countries)
    distance = leg_figure(dataset, leg_id, "distance_km")
    if factor is None or distance.low is None or distance.typical is None or distance.high is None:
        return Estimate(quantity=QUANTITY, unit=UNIT)
    return Estimate(
        quantity=QUANTITY,
        unit=UNIT,
        low=distance.low * factor.low / _GRAMS_PER_KG,
        typical=distance.typical * factor.value / _GRAMS_PER_KG,
        high=distance.high * factor.high / _GRAMS_PER_KG,
        basis="modelled",
        reason=("factor", factor.factor_id, distance.basis),
        formula=DISTANCE_TIMES_FACTOR,
        factors=(factor.factor_id,),
    )


def hub_emissions(dataset: Dataset, node_id: str, work: str, *, mode: str) -> Estimate:
    """
    Estimate the emissions of a hub operation for one tonne that passes it.

    ISO 14083 counts hub operations by the tonne of outgoing freight. A transhipment and a break of gauge are
    hub operations; border control and waiting are none.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id, work
        The hub and one of `HUB_WORK`.
    mode
        Mode that chooses the factor, as for `corridor.evidence.figures.work_figure`.

    Returns
    -------
    Estimate
        In kg CO2e per tonne; basis "modelled", or "missing" without a factor or where the work is no hub
        operation.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    countries = (country_of(dataset, node_id),)
    factor = default_factor(dataset, _HUB_FACTOR, mode=mode, countries=countries)
    if factor is None or work not in HUB_WORK:
        return Estimate(quantity=QUANTITY, unit=UNIT)
    return Estimate(
        quantity=QUANTITY,
        unit=UNIT,
        low=factor.low,
        typical=factor.value,
        high=factor.high,
        basis="modelled",
        reason=("factor", factor.factor_id, ""),
        formula=HUB_FACTOR,
        factors=(factor.factor_id,),
    )


def inventory(dataset: Dataset, chain: Sequence[Hop]) -> pd.DataFrame:
    """
    List the transport chain elements of a route with their emissions.

    Parameters
    ----------
    dataset
        The route dataset.
    chain
        Legs in the order of travel.

    Returns
    -------
    pandas.DataFrame
        One row an element: position; element ("transport" for a leg, "hub" for a transhipment or a break of
        gauge); leg_id with from_node and to_node, in the direction of travel, or node_id with work; mode;
        distance_km; factor_id with its unit, scope and year; co2e_kg_per_t with _low and _high (kg CO2e per
        tonne); basis.
    """
    rows = []
    for part in in_order(dataset, tuple(chain)):
        if isinstance(part, Hop):
            element = {
                "element": "transport",
                "leg_id": part.leg_id,
                "from_node": part.start,
                "to_node": part.end,
                "mode": dataset.record("legs", part.leg_id)["mode"],
                "distance_km": leg_figure(dataset, part.leg_id, "distance_km").typical,
            }
            rows.append(element | _cells(dataset, leg_emissions(dataset, part.leg_id)))
        elif part.work in HUB_WORK:
            estimate = hub_emissions(dataset, part.node, part.work, mode=part.mode)
            element = {"element": "hub", "node_id": part.node, "work": part.work, "mode": part.mode}
            rows.append(element | _cells(dataset, estimate))
    return make_frame(({"position": at, **row} for at, row in enumerate(rows, start=1)), EMISSIONS_TABLE)


def _cells(dataset: Dataset, estimate: Estimate) -> dict[str, Any]:
    """Cells of the emissions of an element, with the factor that they rest on."""
    factor = dataset.record("factors", estimate.factors[0]) if estimate.factors else {}
    return {
        "factor_id": factor.get("factor_id"),
        "factor_unit": factor.get("unit"),
        "scope": factor.get("scope"),
        "year": factor.get("year"),
        "co2e_kg_per_t_low": estimate.low,
        "co2e_kg_per_t": estimate.typical,
        "co2e_kg_per_t_high": estimate.high,
        "basis": estimate.basis,
    }

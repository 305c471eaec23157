"""Greenhouse gas emissions of legs: activity times factor, in the terms of ISO 14083."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.claims import Estimate
from corridor.factors import default_factor
from corridor.figures import leg_figure
from corridor.node_work import country_of, in_order
from corridor.splicing import Hop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset import Dataset

QUANTITY = "co2e_kg_per_t"
UNIT = "kg/t"
DISTANCE_TIMES_FACTOR = "distance x emission factor"
HUB_WORK = frozenset({"transhipment", "break-of-gauge"})
_FACTOR = "emission_g_co2e_per_tkm"
_GRAMS_PER_KG = 1000.0
_COLUMNS = {
    "position": "int64", "element": "str", "leg_id": "str", "node_id": "str", "work": "str", "mode": "str",
    "distance_km": "float64", "factor_id": "str", "factor_unit": "str", "scope": "str", "year": "Int64",
    "co2e_kg_per_t_low": "float64", "co2e_kg_per_t": "float64", "co2e_kg_per_t_high": "float64",
    "basis": "str",
}  # fmt: skip


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
        gauge); leg_id or node_id with work; mode; distance_km; factor_id with its unit, scope and year;
        co2e_kg_per_t with _low and _high (kg CO2e per tonne); basis. Hub operations are missing: no factor
        for them stands in the data.
    """
    rows = []
    for part in in_order(dataset, tuple(chain)):
        if isinstance(part, Hop):
            estimate = leg_emissions(dataset, part.leg_id)
            factor = dataset.record("factors", estimate.factors[0]) if estimate.factors else {}
            rows.append(
                {
                    "element": "transport",
                    "leg_id": part.leg_id,
                    "mode": dataset.record("legs", part.leg_id)["mode"],
                    "distance_km": leg_figure(dataset, part.leg_id, "distance_km").typical,
                    "factor_id": factor.get("factor_id"),
                    "factor_unit": factor.get("unit"),
                    "scope": factor.get("scope"),
                    "year": factor.get("year"),
                    "co2e_kg_per_t_low": estimate.low,
                    "co2e_kg_per_t": estimate.typical,
                    "co2e_kg_per_t_high": estimate.high,
                    "basis": estimate.basis,
                }
            )
        elif part.work in HUB_WORK:
            rows.append({"element": "hub", "node_id": part.node, "work": part.work, "basis": "missing"})
    frame = pd.DataFrame(rows, columns=list(_COLUMNS))
    return frame.assign(position=range(1, len(frame) + 1)).astype(_COLUMNS)

"""Coverage: which figure of which leg or node is published, derived, modelled or missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.chain.steps import steps
from corridor.columns.quantities import WORKS
from corridor.evidence.figures import LEG_QUANTITIES, leg_figure
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

UNSOURCED, NOT_APPLICABLE = "unsourced", "not-applicable"
BASES = ("published", "derived", "modelled", UNSOURCED, "missing", NOT_APPLICABLE)

# What the columns of the matrix look at: quantities of claims, or a column of the legs table.
QUANTITIES = {
    "distance_km": ("distance_km",),
    "time_h": ("time_h",),
    "cost_usd_per_teu": ("cost_usd_per_teu",),
    "capacity": (
        "capacity_t_per_year", "capacity_teu_per_year", "capacity_teu_per_month", "capacity_teu_per_week",
        "capacity_wagons_per_year", "capacity_vehicles_per_year", "capacity_passengers_per_year",
        "train_capacity_per_day",
    ),
    "gauge_mm": ("gauge_mm",),
    "electrified": ("electrified",),
    "operator": ("operator",),
}  # fmt: skip
_COLUMN_OF = {"gauge_mm": "gauge_mm", "electrified": "electrified", "operator": "operators"}
_RAIL_ONLY = frozenset({"gauge_mm", "electrified"})


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def leg_coverage(dataset: Dataset) -> pd.DataFrame:
    """
    Say on what each figure of each leg rests.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a leg and quantity: leg_id, mode, quantity (a key of `QUANTITIES`), basis, exact_count (claims
        that speak of just this), other_count (claims that speak of more, of a part or of something like it).
        Basis: "published", "derived", "modelled" or "missing" as for `corridor.evidence.figures.leg_figure`;
        of gauge,
        traction and operator "published" if claimed or if the leg's row names sources, "unsourced" if the row
        holds a value but names none; "not-applicable" for gauge and traction off the rails.
    """
    legs = [dataset.record("legs", leg_id) for leg_id in dataset.legs["leg_id"]]
    claimed = _claims_of_legs(dataset)
    rows = [
        (str(leg["leg_id"]), str(leg["mode"]), quantity, *_of_leg(dataset, leg, quantity, claimed))
        for leg in legs
        for quantity in QUANTITIES
    ]
    columns = ["leg_id", "mode", "quantity", "basis", "exact_count", "other_count"]
    return pd.DataFrame(rows, columns=columns)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def node_coverage(dataset: Dataset) -> pd.DataFrame:
    """
    Say on what the figures of the work at each node of the chains rest.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a node of the chains and kind of work: node_id, work (one of
        `corridor.columns.quantities.WORKS`), basis
        of its duration ("not-applicable" where no chain has that work there), chains (ids of the chains with
        that work there).
    """
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    nodes: dict[str, None] = {}
    for chain in _chains(dataset):
        for row in steps(dataset, chain).itertuples():
            if row.kind == "leg":
                nodes.update(dict.fromkeys((str(row.from_node), str(row.to_node))))
            else:
                place = str(row.node_id), str(row.work)
                found.setdefault(place, (str(row.time_h_basis), []))[1].append(chain)
    rows = [(node, work, *found.get((node, work), (NOT_APPLICABLE, []))) for node in nodes for work in WORKS]
    frame = pd.DataFrame(rows, columns=["node_id", "work", "basis", "chains"])
    return frame.assign(chains=frame["chains"].map(tuple))


def legs_of_chains(dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Legs of each corridor and branch, in order, by corridor id."""
    ordered = dataset.corridor_legs.sort_values(["corridor_id", "sequence"])
    return {str(id_): tuple(rows["leg_id"]) for id_, rows in ordered.groupby("corridor_id", sort=False)}


def _chains(dataset: Dataset) -> list[str]:
    """Corridors that run from one place to another."""
    rows = dataset.corridors[dataset.corridors["kind"].isin(["chain", "reference"])]
    return [str(id_) for id_ in rows.sort_values("display_order")["corridor_id"]]


def _claims_of_legs(dataset: Dataset) -> Counter[tuple[str, str, bool]]:
    """Count the claims on each leg and quantity, those that speak of just it apart from the others."""
    claims = dataset.claims[dataset.claims["subject_type"] == "leg"]
    exact = (claims["fit"] == "exact").tolist()
    return Counter(zip(claims["subject_id"], claims["quantity"], exact, strict=True))


def _of_leg(
    dataset: Dataset, leg: Mapping[str, Any], quantity: str, claimed: Counter[tuple[str, str, bool]]
) -> tuple[str, int, int]:
    """Basis of one figure of one leg, how many claims speak of just it, how many of something near."""
    leg_id = str(leg["leg_id"])
    exact, other = (
        sum(claimed[leg_id, name, fits] for name in QUANTITIES[quantity]) for fits in (True, False)
    )
    counts = exact, other
    if quantity in LEG_QUANTITIES:
        return leg_figure(dataset, leg_id, quantity).basis, *counts
    if quantity in _RAIL_ONLY and leg["mode"] not in {"rail", "ferry"}:
        return NOT_APPLICABLE, *counts
    if exact:
        return "published", *counts
    column = _COLUMN_OF.get(quantity)
    if column is None or leg[column] in {None, "unknown"}:
        return "missing", *counts
    return ("published" if leg["sources"] else UNSOURCED), *counts

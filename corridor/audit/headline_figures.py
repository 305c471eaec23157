"""Every headline figure of a dataset: of all subjects of claims, of all legs, the sums of all chains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps, totals
from corridor.evidence.claims import figure
from corridor.evidence.figures import LEG_QUANTITIES, leg_figure

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

Key = tuple[str, str, str]

TOTAL = "total"


def headline_figures(dataset: Dataset) -> dict[Key, Estimate]:
    """
    Estimate all that is claimed about anything, and distance, time and cost of every leg.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    dict
        Estimate by subject type, subject and quantity.
    """
    legs = {("leg", leg, quantity) for leg in dataset.legs["leg_id"] for quantity in LEG_QUANTITIES}
    claims = dataset.claims
    keys = zip(claims["subject_type"], claims["subject_id"], claims["quantity"], strict=True)
    found = {key: figure(dataset, *key) for key in dict.fromkeys(keys) if key not in legs}
    return found | {key: leg_figure(dataset, *key[1:]) for key in sorted(legs)}


def chain_totals(dataset: Dataset) -> dict[Key, dict[str, Any]]:
    """
    Add up every chain on each criterion.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    dict
        Row of `corridor.chain.steps.totals` by "total", corridor and criterion.
    """
    chains = dataset.corridors.loc[dataset.corridors["kind"] == "chain", "corridor_id"]
    return {
        (TOTAL, chain, row["criterion"]): {str(name): cell for name, cell in row.items()}
        for chain in chains
        for row in totals(steps(dataset, chain)).to_dict("records")
    }

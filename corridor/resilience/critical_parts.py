"""The cost of losing each leg or node, over many pairs of places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.steps import BASIS_ORDER
from corridor.columns.frame import make_frame
from corridor.columns.network import CRITICAL_PARTS
from corridor.resilience.removals import best, best_without

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.freight.arrays import Network


def critical_parts(
    network: Network, pairs: Sequence[tuple[str, str]], *, criterion: str = "time_h"
) -> pd.DataFrame:
    """
    Remove each leg and node of the best route of every pair, one at a time, and add up the losses.

    Parameters
    ----------
    network
        The network.
    pairs
        Node ids of origins and destinations.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.

    Returns
    -------
    pandas.DataFrame
        One row a leg or node that some best route uses, the worst first: kind ("leg" or "node"); id; pairs
        (that have a route), used (by how many of their best routes), cut (how many are left without any
        route); loss_mean (what the best sum grows by, mean over all pairs that are not cut, 0 for those that
        do not use it; NaN if all are cut), loss_most (the most of them), origin, destination (of that pair);
        blurred (of how many the route that takes over has more parts without a figure, so that its sum may
        look too good: the loss then counts 0 at least); basis (the weakest of the sums). In the
        unit of the criterion.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    wholes = {pair: best(network, *pair, criterion=criterion) for pair in pairs if pair[0] != pair[1]}
    joined = {pair: whole for pair, whole in wholes.items() if whole is not None}
    parts: dict[tuple[str, str], dict[str, Any]] = {}
    for pair, whole in joined.items():
        touched = [("leg", hop.leg_id) for hop in whole.way] + [("node", hop.end) for hop in whole.way[:-1]]
        left = best_without(network, *pair, criterion=criterion, parts=touched)
        for key, after in zip(touched, left, strict=True):
            part = parts.setdefault(
                key, {"used": 0, "cut": 0, "lost": 0.0, "loss_most": -1.0, "blurred": 0, "basis": whole.basis}
            )
            part["used"] += 1
            if after is None:
                part["cut"] += 1
                continue
            loss = max(0.0, after.total - whole.total)
            part["lost"] += loss
            part["blurred"] += after.gaps > whole.gaps
            part["basis"] = max(part["basis"], after.basis, whole.basis, key=BASIS_ORDER.index)
            if loss > part["loss_most"]:
                part |= {"loss_most": loss, "origin": pair[0], "destination": pair[1]}
    rows = [_row(kind, id_, part, len(joined)) for (kind, id_), part in parts.items()]
    frame = make_frame(rows, CRITICAL_PARTS)
    order = ["cut", "loss_mean", "used", "kind", "id"]
    return frame.sort_values(order, ascending=[False, False, False, True, True], ignore_index=True)


def _row(kind: str, id_: str, part: dict[str, Any], pairs: int) -> dict[str, Any]:
    """Row of a leg or node."""
    left = pairs - part["cut"]
    return {
        "kind": kind,
        "id": id_,
        **part,
        "pairs": pairs,
        "loss_mean": part["lost"] / left if left else None,
        "loss_most": part["loss_most"] if part["loss_most"] >= 0 else None,
    }

"""What hurts most when lost, with all countries and without some, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.columns.lab import CRITICAL_BOTH
from corridor.resilience.critical_parts import critical_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.freight.arrays import Network

_LOSSES = ("used", "cut", "loss_mean", "loss_most", "blurred")
_COUNTS = ("used", "cut", "blurred")


def critical_both(whole: Network, left: Network, pairs: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """
    Close each leg and node of the best routes, in the whole network and without some countries.

    Parameters
    ----------
    whole
        The network.
    left
        The same without the countries that are left out, as `corridor.routing.ask.shut` closes them.
    pairs
        Node ids of origins and destinations.

    Returns
    -------
    pandas.DataFrame
        As `corridor.columns.lab.CRITICAL_BOTH`, without the works there: those that cut most pairs off in
        either case first, then the greatest mean loss in either.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    cases = [critical_parts(network, pairs, criterion="time_h") for network in (whole, left)]
    keys = ["kind", "id"]
    joined = cases[0][[*keys, *_LOSSES]].merge(
        cases[1][[*keys, *_LOSSES]], on=keys, how="outer", suffixes=("", "_without")
    )
    for name in _COUNTS:
        for column in (name, f"{name}_without"):
            joined[column] = joined[column].fillna(0).astype(int)
    for suffix, case in zip(("", "_without"), cases, strict=True):
        joined[f"pairs{suffix}"] = int(case["pairs"].iloc[0]) if len(case) else 0
        # A part that no fastest route uses costs nothing.
        is_unused = joined[f"used{suffix}"] == 0
        for name in ("loss_mean", "loss_most"):
            joined.loc[is_unused, f"{name}{suffix}"] = 0.0
    worst = pd.DataFrame(
        {
            "cut": joined[["cut", "cut_without"]].max(axis=1),
            "loss": joined[["loss_mean", "loss_mean_without"]].max(axis=1).fillna(0.0),
        }
    )
    order = joined.assign(**worst).sort_values(
        ["cut", "loss", "kind", "id"], ascending=[False, False, True, True]
    )
    rows = order.drop(columns=["cut"]).assign(cut=joined["cut"])
    return rows[[*CRITICAL_BOTH.names[:2], *_columns()]].reset_index(drop=True)


def _columns() -> list[str]:
    """Columns of losses, in their order."""
    return [f"{name}{suffix}" for suffix in ("", "_without") for name in _LOSSES] + ["pairs", "pairs_without"]

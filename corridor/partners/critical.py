"""What hurts most when lost, with and without some countries, and who is named in charge there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.columns.frame import make_frame
from corridor.columns.lab import CRITICAL_BOTH
from corridor.partners.in_charge import in_charge
from corridor.resilience.both_cases import critical_both

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.freight.arrays import Network


def critical_places(whole: Network, left: Network, pairs: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """
    Close each leg and node of the best routes in turn, with all countries and without some.

    Parameters
    ----------
    whole, left, pairs
        As for `corridor.resilience.both_cases.critical_both`.

    Returns
    -------
    pandas.DataFrame
        As `corridor.columns.lab.CRITICAL_BOTH`.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    rows = critical_both(whole, left, pairs).to_dict("records")
    return make_frame(
        ({**row, **in_charge(whole.dataset, [str(row["id"])]).cells()} for row in rows), CRITICAL_BOTH
    )

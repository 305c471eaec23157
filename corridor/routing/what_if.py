"""The effect of a scenario on the best routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.columns.frame import make_frame
from corridor.columns.routes import WHAT_IF
from corridor.freight.availability import surest_first

if TYPE_CHECKING:
    import pandas as pd

    from corridor.routing.routes import Routes


def beside(before: Routes, after: Routes) -> pd.DataFrame:
    """
    Compare the best route on each criterion before and after a change.

    Parameters
    ----------
    before, after
        Answers to the same question on two networks.

    Returns
    -------
    pandas.DataFrame
        One row a criterion that was asked for: criterion; before, after (the smallest typical sum among the
        routes surest to be had with the fewest gaps; NaN without a route); gaps_before, gaps_after; change
        (NaN unless both are there with as many gaps: with other gaps the sums are not of the same parts);
        route_before, route_after (ids, empty without a route).
    """
    rows = []
    for criterion in before.criteria:
        row: dict[str, object] = {"criterion": criterion}
        for name, found in (("before", before), ("after", after)):
            if found.table.empty:
                continue
            best = surest_first(found.table, f"{criterion}_gaps", f"{criterion}_typical").iloc[0]
            row |= {
                name: best[f"{criterion}_typical"],
                f"gaps_{name}": best[f"{criterion}_gaps"],
                f"route_{name}": best["route_id"],
            }
        rows.append(row)
    frame = make_frame(rows, WHAT_IF)
    change = (frame["after"] - frame["before"]).where(frame["gaps_before"] == frame["gaps_after"])
    return frame.assign(change=change)

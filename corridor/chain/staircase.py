"""The time/cost-distance profile of a route: borders, ports and breaks of gauge stand as steps."""

from __future__ import annotations

import pandas as pd

from corridor.columns.chain import STAIRCASE
from corridor.columns.frame import fit_frame

_BANDS = ("low", "typical", "high")
_RISES = ("time_h", "cost_usd_per_teu")


def staircase(steps: pd.DataFrame) -> pd.DataFrame:
    """
    Lay time and cost of a route out against distance.

    The method is the time/cost-distance profile of UNESCAP (2003): distance runs on along legs and stands
    still at node work, so that work is a vertical step.

    Parameters
    ----------
    steps
        As `corridor.chain.steps.steps` or `steps_of` returns them.

    Returns
    -------
    pandas.DataFrame
        One row a corner, the start first: position (0 at the start, else that of the step which ends here);
        kind ("start", "leg" or "work"), leg_id, node_id (where the corner is), work, mode; distance_km; then
        for each q of time_h, cost_usd_per_teu: q_low, q_typical, q_high (sums of the known parts so far),
        q_gaps (parts so far without a figure). A gap in the distance counts in distance_gaps.
    """
    start: dict[str, object] = {"position": 0, "kind": "start", "leg_id": None, "work": None, "mode": None}
    start["node_id"] = _first(steps["from_node"], steps["node_id"])
    corners = steps[["position", "kind", "leg_id", "work", "mode"]].copy()
    corners["node_id"] = steps["node_id"].where(steps["kind"] == "work", steps["to_node"])
    frame = pd.concat([pd.DataFrame([start]).astype(corners.dtypes[list(start)].to_dict()), corners])
    frame = frame.reset_index(drop=True)
    frame["distance_km"] = _running(steps["distance_km_typical"])
    frame["distance_gaps"] = _running(steps["distance_km_basis"] == "missing").astype("int64")
    for rise in _RISES:
        for band in _BANDS:
            frame[f"{rise}_{band}"] = _running(steps[f"{rise}_{band}"])
        frame[f"{rise}_gaps"] = _running(steps[f"{rise}_basis"] == "missing").astype("int64")
    return fit_frame(frame, STAIRCASE)


def _running(values: pd.Series) -> pd.Series:
    """Add up from 0 at the start; what is not known adds nothing."""
    sums = values.astype("float64").fillna(0.0).cumsum()
    return pd.concat([pd.Series([0.0]), sums], ignore_index=True)


def _first(*columns: pd.Series) -> object:
    """First cell that is not empty, of the first column that has one in its first row."""
    return next((column.iloc[0] for column in columns if len(column) and pd.notna(column.iloc[0])), None)

"""What routes take and cost in practice, beside their sums by timetable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corridor.columns.frame import make_frame
from corridor.columns.routes import IN_PRACTICE
from corridor.practice.model import Band, band
from corridor.practice.shape import SHAPES, amounts, parts_of
from corridor.practice.stored import parameters

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

UNKNOWN = Band(math.nan, math.nan, math.nan)


def in_practice(dataset: Dataset, steps_by_route: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """
    Give the time and cost of routes in practice: eight of ten journeys lie between P10 and P90.

    Parameters
    ----------
    dataset
        The route dataset that the steps are from. The parameters are those of the shipped data for every
        dataset: published figures of journeys are not asked of a visitor's own data.
    steps_by_route
        By route: its steps, as `corridor.chain.steps.steps` or `steps_of` return them.

    Returns
    -------
    pandas.DataFrame
        One row a route: route_id; time_h_p10, time_h_p50, time_h_p90, cost_usd_per_teu_p10,
        cost_usd_per_teu_p50, cost_usd_per_teu_p90 (over the known parts; NaN if none is known); gaps (parts
        without a time or without a cost).
    """
    del dataset
    rows = []
    for route, frame in steps_by_route.items():
        row: dict[str, object] = {"route_id": route, "gaps": 0}
        for quantity in SHAPES:
            found, gaps = practice_band(frame, quantity)
            row |= {f"{quantity}_{end}": value for end, value in found._asdict().items()}
            row["gaps"] = int(str(row["gaps"])) + gaps
        rows.append(row)
    return make_frame(rows, IN_PRACTICE)


def practice_band(frame: pd.DataFrame, quantity: str, speaks_of: str = "practice") -> tuple[Band, int]:
    """
    Give P10, P50 and P90 of the steps of one journey.

    Parameters
    ----------
    frame
        Steps, as `corridor.chain.steps.steps` returns them.
    quantity
        "time_h" or "cost_usd_per_teu".
    speaks_of
        "practice", or "timetable" for what published timetables say of such a journey.

    Returns
    -------
    tuple
        The band of the known parts, and the count of the parts without a figure.
    """
    parts = parts_of(frame, SHAPES[quantity])
    if not parts.known:
        return UNKNOWN, parts.gaps
    return band(amounts(parts.known, SHAPES[quantity]), parameters(quantity), speaks_of), parts.gaps

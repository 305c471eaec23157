"""The cost of losing each leg or node of the best route: remove it, then search again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.frame import empty_frame, make_frame
from corridor.columns.network import CRITICALITY
from corridor.resilience.removals import best, best_without
from corridor.routing.routes import route_id

if TYPE_CHECKING:
    import pandas as pd

    from corridor.freight.arrays import Network
    from corridor.resilience.removals import Best


def criticality(
    network: Network,
    origin: str,
    destination: str,
    *,
    criterion: str = "time_h",
    most_gaps: int | None = None,
) -> pd.DataFrame:
    """
    Remove each leg and node of the best route in turn and find the next best route.

    Only what the best route uses is taken out: without anything else that route stays, and nothing changes.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.
    most_gaps
        Gaps that a route may have; the fewest with which there is a route if None. Routes with more gaps look
        better than they are, so the best is sought among those with as few gaps as may be.

    Returns
    -------
    pandas.DataFrame
        One row a leg or node between the ends, the greatest loss first, those without which no route is left
        before all: kind ("leg" or "node"), id, is_left (whether any route remains), before and after (best
        typical sum), loss (after less before; NaN if none is left), gaps_before, gaps_after, route_id (the
        route that takes over).
    """
    now = best(network, origin, destination, criterion=criterion, most_gaps=most_gaps)
    if now is None:
        return empty_frame(CRITICALITY)
    parts = [("leg", hop.leg_id) for hop in now.way] + [("node", hop.end) for hop in now.way[:-1]]
    if most_gaps is None:
        left = best_without(network, origin, destination, criterion=criterion, parts=parts)
    else:
        left = [
            best(network, origin, destination, criterion=criterion, most_gaps=most_gaps, without=part)
            for part in parts
        ]
    rows = [_row(now, part, after) for part, after in zip(parts, left, strict=True)]
    frame = make_frame(rows, CRITICALITY)
    order = frame.assign(gained=frame["gaps_after"] - frame["gaps_before"])
    order = order.sort_values(
        ["is_left", "gained", "loss", "kind", "id"], ascending=[True, False, False, True, True]
    )
    return frame.loc[order.index].reset_index(drop=True)


def _row(now: Best, part: tuple[str, str], after: Best | None) -> dict[str, Any]:
    """Best route with and without one leg or node."""
    row: dict[str, Any] = {
        "kind": part[0],
        "id": part[1],
        "is_left": after is not None,
        "before": now.total,
        "gaps_before": now.gaps,
    }
    if after is None:
        return row
    return row | {
        "after": after.total,
        "loss": after.total - now.total,
        "gaps_after": after.gaps,
        "route_id": route_id(after.way),
    }

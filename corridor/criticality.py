"""What each leg and node on the way is worth: it is taken out, and the best route asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.routing import Constraints, routes

if TYPE_CHECKING:
    from corridor.network import Network

_COLUMNS = {
    "kind": "str", "id": "str", "is_left": "boolean", "before": "float64", "after": "float64",
    "loss": "float64", "gaps_before": "Int64", "gaps_after": "Int64", "route_id": "str",
}  # fmt: skip


def criticality(
    network: Network,
    origin: str,
    destination: str,
    *,
    criterion: str = "time_h",
    most_gaps: int | None = None,
) -> pd.DataFrame:
    """
    Take out every leg and node of the best route in turn and find the next best.

    Only what the best route uses is taken out: without anything else that route stays, and nothing changes.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    criterion
        One of `corridor.network.CRITERIA`.
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
    best = _best(network, origin, destination, criterion, Constraints(), most_gaps)
    if best is None:
        return pd.DataFrame(columns=list(_COLUMNS)).astype(_COLUMNS)
    nodes = best["nodes"].split("|")[1:-1]
    legs = best["legs"].replace("~", "").split("|")
    rows = [
        _row(network, (origin, destination), criterion, best, ("leg", leg), most_gaps) for leg in legs
    ] + [_row(network, (origin, destination), criterion, best, ("node", node), most_gaps) for node in nodes]
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    order = frame.assign(gained=frame["gaps_after"] - frame["gaps_before"])
    order = order.sort_values(
        ["is_left", "gained", "loss", "kind", "id"], ascending=[True, False, False, True, True]
    )
    return frame.loc[order.index].reset_index(drop=True)


def _row(
    network: Network,
    ends: tuple[str, str],
    criterion: str,
    best: dict[str, Any],
    part: tuple[str, str],
    most_gaps: int | None,
) -> dict[str, Any]:
    """Best route without one leg or node."""
    kind, id_ = part
    shut = frozenset({id_})
    without = Constraints(avoid_legs=shut) if kind == "leg" else Constraints(avoid_nodes=shut)
    after = _best(network, *ends, criterion, without, most_gaps)
    row: dict[str, Any] = {
        "kind": kind,
        "id": id_,
        "is_left": after is not None,
        "before": best[f"{criterion}_typical"],
        "gaps_before": best[f"{criterion}_gaps"],
    }
    if after is None:
        return row
    return row | {
        "after": after[f"{criterion}_typical"],
        "loss": after[f"{criterion}_typical"] - best[f"{criterion}_typical"],
        "gaps_after": after[f"{criterion}_gaps"],
        "route_id": after["route_id"],
    }


def _best(
    network: Network,
    origin: str,
    destination: str,
    criterion: str,
    constraints: Constraints,
    most_gaps: int | None,
) -> dict[str, Any] | None:
    """Best route with as few gaps as may be, or with at most so many."""
    table = routes(network, origin, destination, criteria=(criterion,), constraints=constraints).table
    if most_gaps is not None:
        table = table[table[f"{criterion}_gaps"] <= most_gaps]
        table = table.sort_values(f"{criterion}_typical", kind="stable")
    return None if table.empty else dict(table.iloc[0])

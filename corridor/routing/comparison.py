"""Routes side by side: totals, hours by kind of work, parts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np

from corridor.columns.frame import make_frame
from corridor.columns.quantities import WORKS
from corridor.columns.routes import HOURS_BY_KIND, PARTS_BESIDE, TOTALS_BESIDE
from corridor.freight.arrays import CRITERIA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

MOVING = "moving"
KINDS = (MOVING, *WORKS)
_BANDS = ("low", "typical", "high")


def totals_beside(table: pd.DataFrame, routes: Sequence[str]) -> pd.DataFrame:
    """
    Compare the totals of routes, with the difference from the first.

    Parameters
    ----------
    table
        As `corridor.routing.routes.Routes.table`.
    routes
        Route ids; the first is the one that the others are measured against.

    Returns
    -------
    pandas.DataFrame
        One row a criterion and route, in the order of `corridor.freight.arrays.CRITERIA` and of the routes:
        criterion, route_id, low, typical, high, gaps, basis, difference (typical minus that of the first;
        NaN where either is not known), is_like (both sums have every part, so that the difference is one of
        the whole routes and not only of what is known of them).
    """
    by_route = table.set_index("route_id")
    rows = []
    for criterion in CRITERIA:
        parts = (*_BANDS, "gaps", "basis")
        cells: dict[str, dict[str, Any]] = {
            route: {part: by_route.loc[route, f"{criterion}_{part}"] for part in parts} for route in routes
        }
        first = cells[routes[0]]
        rows += [
            {
                "criterion": criterion,
                "route_id": route,
                **cells[route],
                "difference": cells[route]["typical"] - first["typical"],
                "is_like": not cells[route]["gaps"] and not first["gaps"],
            }
            for route in routes
        ]
    return make_frame(rows, TOTALS_BESIDE)


def hours_by_kind(steps: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """
    Add up the hours of routes by kind: moving, border, break of gauge, transhipment, waiting.

    Parameters
    ----------
    steps
        By route: its steps, as `corridor.chain.steps.steps_of` returns them.

    Returns
    -------
    pandas.DataFrame
        One row a route and kind, in the order of the routes and of `KINDS`: route_id, kind, low, typical,
        high (hours, sums of the known parts; 0 where there is none), parts, gaps (parts without a figure).
        The typical hours of a route add up to its total.
    """
    rows = []
    for route, frame in steps.items():
        kinds = frame["work"].where(frame["kind"] == "work", MOVING)
        for kind in KINDS:
            part = frame[kinds == kind]
            is_known = part["time_h_basis"] != "missing"
            sums = {band: float(part.loc[is_known, f"time_h_{band}"].sum()) for band in _BANDS}
            gaps = int((~is_known).sum())
            rows.append({"route_id": route, "kind": kind, **sums, "parts": len(part), "gaps": gaps})
    return make_frame(rows, HOURS_BY_KIND)


def parts_beside(steps: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """
    List each leg and node work of the routes once, with the routes that use it.

    Parameters
    ----------
    steps
        As for `hours_by_kind`.

    Returns
    -------
    pandas.DataFrame
        One row a part, those on some routes only before those on all, else in the order of travel: part (leg
        id or "work:node", with ":2" where a route comes to the same border a second time), kind, leg_id,
        work, node_id, mode, routes (ids separated by |), is_shared (on all), low, typical, high (hours),
        basis, and distance_km and its basis for legs.
    """
    found: dict[str, dict[str, Any]] = {}
    places: dict[str, list[float]] = {}
    used: dict[str, list[str]] = {}
    for route, frame in steps.items():
        times: Counter[str] = Counter()
        for row in frame.to_dict("records"):
            part = str(row["leg_id"]) if row["kind"] == "leg" else f"{row['work']}:{row['node_id']}"
            times[part] += 1
            part = part if times[part] == 1 else f"{part}:{times[part]}"
            # The same work at the same place can take other hours on another route, say before a ship.
            key = f"{part}={row['time_h_typical']}"
            found.setdefault(key, {"part": part, **_cells(row)})
            places.setdefault(key, []).append(row["position"] / len(frame))
            used.setdefault(key, []).append(route)
    rows = [
        {
            **cells,
            "routes": "|".join(dict.fromkeys(used[key])),
            "is_shared": set(used[key]) == set(steps),
            "place": float(np.mean(places[key])),
        }
        for key, cells in found.items()
    ]
    rows.sort(key=lambda row: (row["is_shared"], row["place"], row["part"]))
    return make_frame(rows, PARTS_BESIDE)


def _cells(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Cells of one part."""
    plain = {
        name: row[name] for name in ("kind", "leg_id", "work", "node_id", "from_node", "to_node", "mode")
    }
    hours = {band: row[f"time_h_{band}"] for band in _BANDS} | {"basis": row["time_h_basis"]}
    return (
        plain
        | hours
        | {"distance_km": row["distance_km_typical"], "distance_basis": row["distance_km_basis"]}
    )

"""How well pairs of places are joined: best totals, really different ways, borders, transhipments."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pandas as pd

from corridor.alternatives import spread
from corridor.routing import routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.network import Network

# The cities that stand for the two countries; the mission's pair.
KAZAKHSTAN = ("astana", "almaty", "aktau-port")
SERBIA = ("belgrade", "novi-sad", "nis", "bor")
_SUMS = ("time_h", "co2e_kg_per_t", "distance_km")
_COUNTS = ("borders", "transhipments")
_MOST_WAYS = 10
_COLUMNS = {
    "origin": "str", "destination": "str", "routes": "int64", "different": "int64",
    **{f"{one}_{part}": "float64" for one in _SUMS for part in ("least", "gaps")},
    **{f"{one}_least": "float64" for one in _COUNTS},
}  # fmt: skip


def connectivity(
    network: Network, origins: Sequence[str] = KAZAKHSTAN, destinations: Sequence[str] = SERBIA
) -> pd.DataFrame:
    """
    Sum up how each origin is joined to each destination.

    Parameters
    ----------
    network
        The network.
    origins, destinations
        Node ids; a pair of the same place is left out.

    Returns
    -------
    pandas.DataFrame
        One row a pair: origin, destination; routes (how many no other beats on time, CO2e and distance),
        different (how many of them share at most half with each other, counted up to ten); for time_h,
        co2e_kg_per_t and distance_km: _least (smallest typical sum among the routes with the fewest gaps; NaN
        without a route) and _gaps; borders_least and transhipments_least, each the fewest of any of them.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    rows = []
    for origin, destination in product(origins, destinations):
        if origin == destination:
            continue
        found = routes(network, origin, destination, criteria=_SUMS)
        table = found.table
        row: dict[str, object] = {
            "origin": origin,
            "destination": destination,
            "routes": len(table),
            "different": len(spread(network.dataset, found, count=_MOST_WAYS, is_strict=True)),
        }
        if len(table):
            for one in _SUMS:
                best = table.sort_values([f"{one}_gaps", f"{one}_typical"]).iloc[0]
                row |= {f"{one}_least": best[f"{one}_typical"], f"{one}_gaps": best[f"{one}_gaps"]}
            row |= {f"{one}_least": table[f"{one}_typical"].min() for one in _COUNTS}
        rows.append(row)
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)

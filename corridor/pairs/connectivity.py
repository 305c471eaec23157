"""How well pairs of places are joined: best totals, really different ways, borders, transhipments."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from corridor.columns.frame import make_frame
from corridor.columns.pairs import CONNECTIVITY
from corridor.freight.arrays import CRITERIA, whole
from corridor.geometry import geodesic_km
from corridor.memory.memo import Depends, remembered
from corridor.routing.alternatives import spread
from corridor.routing.routes import routes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network

# The cities that stand for the two countries; the mission's pair.
KAZAKHSTAN = ("astana", "almaty", "aktau-port")
SERBIA = ("belgrade", "novi-sad", "nis", "bor")
# The routes of a pair are those that none beats on all of these together; the rest are sought apart.
TOGETHER = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t")
_APART = tuple(criterion for criterion in CRITERIA if criterion not in TOGETHER)
MAX_ALTERNATIVES = 10


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
        One row a pair:

        - origin, destination; geodesic_km (great-circle distance between them);
        - routes: how many no other beats on time, cost and CO2e together; finished: whether that search came
          to its end;
        - different: how many of them share at most half with each other, counted up to ten, and
          different_routes: their ids joined by |;
        - for each q of `corridor.freight.arrays.CRITERIA`, of the best route on q alone, which is the one
          with the
          smallest typical sum among those with the fewest gaps: q_least (typical), q_low, q_high, q_gaps
          (parts without a figure; with any, the sums are floors), q_legs (how many legs it has), q_basis,
          q_route (its id). NaN and "" where
          no route is left or no part is known.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    rows = [_row(network, *pair) for pair in product(origins, destinations) if pair[0] != pair[1]]
    return make_frame(rows, CONNECTIVITY)


def _row(network: Network, origin: str, destination: str) -> dict[str, object]:
    """Sum up one pair; of the network as it is, once."""
    if network is whole.peek(network.dataset):
        return _row_of_whole(network.dataset, origin, destination)
    return _summed(network, origin, destination)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _row_of_whole(dataset: Dataset, origin: str, destination: str) -> dict[str, object]:
    """Sum up one pair of the network with nothing closed."""
    return _summed(whole(dataset), origin, destination)


def _summed(network: Network, origin: str, destination: str) -> dict[str, object]:
    """Sum up one pair."""
    found = routes(network, origin, destination, criteria=TOGETHER)
    different = spread(network.dataset, found, count=MAX_ALTERNATIVES, is_strict=True)
    row: dict[str, object] = {
        "origin": origin,
        "destination": destination,
        "geodesic_km": _geodesic_km(network, origin, destination),
        "routes": len(found.table),
        "different": len(different),
        "different_routes": "|".join(different),
        "finished": found.finished,
    }
    apart = routes(network, origin, destination, criteria=_APART)
    for criterion in CRITERIA:
        row |= _best(found.table if criterion in TOGETHER else apart.table, criterion)
    return row


def _best(table: pd.DataFrame, criterion: str) -> dict[str, object]:
    """Figures of the route with the fewest gaps, then the smallest sum; of what is missing only the gaps."""
    if table.empty:
        return {f"{criterion}_basis": "", f"{criterion}_route": ""}
    best = table.sort_values([f"{criterion}_gaps", f"{criterion}_typical"], kind="stable").iloc[0]
    return {
        f"{criterion}_least": best[f"{criterion}_typical"],
        **{f"{criterion}_{part}": best[f"{criterion}_{part}"] for part in ("low", "high", "gaps", "basis")},
        f"{criterion}_legs": best["legs"].count("|") + 1,
        f"{criterion}_route": best["route_id"],
    }


def _geodesic_km(network: Network, *ends: str) -> float:
    """Great-circle distance between two places."""
    start, end = (network.dataset.record("nodes", node) for node in ends)
    return geodesic_km(start["lat"], start["lon"], end["lat"], end["lon"])

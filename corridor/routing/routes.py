"""Freight routes between two places: the exact non-dominated set under the chosen criteria."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from corridor.chain.steps import BASIS_ORDER
from corridor.columns.frame import make_frame
from corridor.columns.routes import ROUTES
from corridor.dataset.tables import split_ids
from corridor.errors import RouteError
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.freight.search import checked, names_of, searched, weights_of
from corridor.routing import notebook
from corridor.routing.circuity import circuity, straight_km
from corridor.search.pareto import pareto

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.search.pareto import Found

DEFAULT_CRITERIA = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t")
MAX_PASSED = 3
_ID_LENGTH = 8


@dataclass(frozen=True, kw_only=True)
class Constraints:
    """
    Conditions that a route must meet.

    Attributes
    ----------
    avoid_countries, avoid_nodes, avoid_legs, avoid_modes, avoid_gauges
        ISO 3166-1 alpha-2 codes, node ids, leg ids, modes, gauges in mm that it must not touch.
    most_transhipments
        How often cargo may change vehicles (changes of mode and breaks of gauge), or None.
    pass_nodes
        Nodes that it must pass, in any order; at most `MAX_PASSED`.
    """

    avoid_countries: frozenset[str] = frozenset()
    avoid_nodes: frozenset[str] = frozenset()
    avoid_legs: frozenset[str] = frozenset()
    avoid_modes: frozenset[str] = frozenset()
    avoid_gauges: frozenset[int] = frozenset()
    most_transhipments: int | None = None
    pass_nodes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Routes:
    """
    Routes between two places.

    Attributes
    ----------
    table
        One row a route, the fewest gaps first, then in the order of the criteria: route_id (stable:
        a digest of its legs); legs (ids separated by |, a leg used from its To to its From ends with ~);
        nodes, modes, countries (as travelled); then for each q of `corridor.freight.arrays.CRITERIA` q_low,
        q_typical, q_high (sums of the known parts, NaN if none is known), q_gaps (parts without a figure),
        q_basis (the weakest of the known parts, else "missing"), q_complete; straight_km (of the geodesic
        between the ends) and circuity (known distance by that; see `corridor.routing.circuity`).
    hops
        Legs of each route by its id.
    criteria
        What was asked for.
    finished
        Whether the search came to its end; if not, better routes may be missing.
    dataset
        The dataset that the figures are from: under a scenario that of the scenario. Steps, staircases and
        comparisons of these routes want it.
    """

    table: pd.DataFrame
    hops: Mapping[str, tuple[Hop, ...]]
    criteria: tuple[str, ...]
    finished: bool
    dataset: Dataset

    def __repr__(self) -> str:
        """Say how many routes there are, from where to where, and the best on each criterion."""
        return notebook.in_one_line(self.dataset, self.table, self.criteria)

    def _repr_html_(self) -> str:
        """Show the table and a small map in a notebook."""
        return notebook.as_html(self.dataset, self.table, self.hops)


def routes(
    network: Network,
    origin: str,
    destination: str,
    *,
    criteria: Sequence[str] = DEFAULT_CRITERIA,
    constraints: Constraints | None = None,
) -> Routes:
    """
    Find the best freight routes: none is better on every criterion.

    A route beats another if its typical sums are no worse on any chosen criterion, its gaps (parts without a
    figure) no more on any chosen criterion, and one of these is better. So a route that looks cheap only
    because its costs are not known never displaces one whose costs are. Two routes with the same sums and
    gaps count once.

    Parameters
    ----------
    network
        As `corridor.freight.arrays.network` builds it.
    origin, destination
        Node ids.
    criteria
        One to six of `corridor.freight.arrays.CRITERIA`.
    constraints
        Conditions that a route must meet.

    Returns
    -------
    Routes
        Empty if no route is left.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    RouteError
        If the criteria or constraints cannot be used.
    """
    constraints = Constraints() if constraints is None else constraints
    chosen = _checked(criteria, constraints, (origin, destination))
    found = _searched(network, origin, destination, chosen, constraints)
    table, hops = laid_out(network, found.arcs)
    if constraints.most_transhipments is not None:
        table = table[table["transhipments_typical"] <= constraints.most_transhipments]
        # An empty list would choose no columns instead of no rows.
        columns = [f"{criterion}_{part}" for part in ("typical", "gaps") for criterion in chosen]
        table = table.loc[undominated(table, columns)]
    order = [
        *(f"{criterion}_gaps" for criterion in chosen),
        *(f"{criterion}_typical" for criterion in chosen),
        "route_id",
    ]
    table = table.sort_values(order).reset_index(drop=True)
    return Routes(
        table=table,
        hops={route: hops[route] for route in table["route_id"]},
        criteria=chosen,
        finished=found.finished,
        dataset=network.dataset,
    )


def usable(constraints: Constraints) -> None:
    """Refuse constraints that no route could be sought under; raises `RouteError`."""
    if len(set(constraints.pass_nodes)) > MAX_PASSED:
        raise RouteError("via-too-many", most=MAX_PASSED)
    if constraints.most_transhipments is not None and constraints.most_transhipments < 0:
        raise RouteError("transhipments-negative")


def undominated(table: pd.DataFrame, columns: Sequence[str]) -> NDArray[np.bool_]:
    """Mark the rows that no other row beats on some columns, of which less is better; of twins the first."""
    sums = table[list(columns)].fillna(0.0).to_numpy(dtype=float)
    kept = []
    for at, row in enumerate(sums):
        no_worse = (sums <= row).all(axis=1)
        better = no_worse & (sums < row).any(axis=1)
        twin = no_worse & (sums == row).all(axis=1)
        kept.append(not better.any() and not twin[:at].any())
    return np.array(kept, dtype=bool)


def laid_out(
    network: Network, paths: Sequence[Sequence[int]]
) -> tuple[pd.DataFrame, dict[str, tuple[Hop, ...]]]:
    """Lay paths of arcs out as a table of routes, as `Routes` describes it, and as legs by route id."""
    rows, hops = [], {}
    for path in paths:
        way = tuple(network.hops[at] for at in network.arc_hop[list(path)] if at >= 0)
        row = _row(network, path, way)
        rows.append(row)
        hops[row["route_id"]] = way
    return make_frame(rows, ROUTES), hops


def _checked(criteria: Sequence[str], constraints: Constraints, ends: tuple[str, str]) -> tuple[str, ...]:
    """Criteria without repetition."""
    chosen = checked(criteria, *ends)
    usable(constraints)
    return chosen


def _searched(
    network: Network, origin: str, destination: str, chosen: tuple[str, ...], constraints: Constraints
) -> Found:
    """Search over typical sums and gaps; the arcs of the answer are those of the network."""
    limited = constraints.most_transhipments is not None and "transhipments" not in chosen
    names = names_of(network, (*chosen, "transhipments") if limited else chosen)
    banned = network.banned(
        legs=constraints.avoid_legs,
        nodes=constraints.avoid_nodes,
        countries=constraints.avoid_countries,
        modes=constraints.avoid_modes,
        gauges=constraints.avoid_gauges,
    )
    passed = [network.places[network.origin(node)] for node in dict.fromkeys(constraints.pass_nodes)]
    passed = [node for node in passed if node not in {origin, destination}]
    if not passed:
        return searched(network, origin, destination, names, banned=banned)
    ends = (network.origin(origin), network.destination(destination))
    return _through(network, weights_of(network, names), banned, ends, passed)


def _through(
    network: Network,
    weights: NDArray[np.int64],
    banned: NDArray[np.uint8],
    ends: tuple[int, int],
    passed: list[str],
) -> Found:
    """Search in one copy of the network for each set of places already passed."""
    states, arcs, copies = len(network.indptr) - 1, len(network.heads), 1 << len(passed)
    gained = np.zeros(len(network.hops) + 1, dtype=np.int64)
    for at, hop in enumerate(network.hops):
        gained[at] = sum(1 << bit for bit, node in enumerate(passed) if hop.end == node)
    before = np.repeat(np.arange(copies), arcs)
    after = before | np.tile(gained[network.arc_hop], copies)
    heads = (np.tile(network.heads, copies) + after * states).astype(np.int32)
    starts = (network.indptr[:-1] + np.arange(copies)[:, None] * arcs).ravel()
    indptr = np.append(starts, copies * arcs).astype(np.int32)
    found = pareto(
        indptr,
        heads,
        np.tile(weights, (copies, 1)),
        ends[0],
        ends[1] + (copies - 1) * states,
        banned=np.tile(banned, copies),
        places=np.tile(network.state_places, copies),
    )
    plain = tuple(tuple(arc % arcs for arc in path) for path in found.arcs)
    return type(found)(found.sums, plain, found.finished)


def _row(network: Network, path: Sequence[int], way: tuple[Hop, ...]) -> dict[str, Any]:
    """One route."""
    arcs = list(path)
    legs = _legs(way)
    records = [network.dataset.record("legs", hop.leg_id) for hop in way]
    places = [way[0].start, *(hop.end for hop in way)]
    countries = [str(network.dataset.record("nodes", places[0])["country"])]
    for leg, place in zip(records, places[1:], strict=True):
        countries += [
            *split_ids(leg["through_countries"]),
            str(network.dataset.record("nodes", place)["country"]),
        ]
    row: dict[str, Any] = {
        "route_id": route_id(way),
        "legs": legs,
        "nodes": "|".join(places),
        "modes": "|".join(dict.fromkeys(str(leg["mode"]) for leg in records)),
        "countries": "|".join(dict.fromkeys(countries)),
    }
    sums = {band: getattr(network, band)[arcs].sum(axis=0) for band in ("low", "typical", "high", "gaps")}
    weakest = network.basis[arcs].max(axis=0)
    for at, criterion in enumerate(CRITERIA):
        gaps = int(sums["gaps"][at])
        is_unknown = bool(gaps) and not weakest[at]
        for band in ("low", "typical", "high"):
            row[f"{criterion}_{band}"] = math.nan if is_unknown else sums[band][at] / SCALE[at]
        row[f"{criterion}_gaps"] = gaps
        row[f"{criterion}_basis"] = BASIS_ORDER[max(int(weakest[at]), 1) - 1] if not is_unknown else "missing"
        row[f"{criterion}_complete"] = not gaps
    straight = straight_km(network.dataset, places[0], places[-1])
    return row | {"straight_km": straight, "circuity": circuity(row["distance_km_typical"], straight)}


def route_id(way: Sequence[Hop]) -> str:
    """Digest of the legs of a route and their directions: its stable id."""
    return hashlib.sha256(_legs(way).encode()).hexdigest()[:_ID_LENGTH]


def _legs(way: Sequence[Hop]) -> str:
    """Return the legs of a route; ~ marks those used in reverse."""
    return "|".join(f"{hop.leg_id}{'~' if hop.reversed else ''}" for hop in way)

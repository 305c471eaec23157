"""Corridors compared on the same task: from one start to one end, each by its own route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.node_work import country_of
from corridor.chain.splicing import hops
from corridor.chain.steps import steps_of
from corridor.columns.corridors import RIVALS
from corridor.columns.frame import make_frame
from corridor.freight.arrays import network
from corridor.memory.memo import Depends, remembered
from corridor.practice import in_practice
from corridor.routing.routes import Constraints, routes

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network

_WHOLE = ("chain", "reference")
_PARTS = {
    "low": "float64",
    "typical": "float64",
    "high": "float64",
    "gaps": "Int64",
    "basis": "str",
    "complete": "boolean",
}


def rivals(dataset: Dataset, origin: str, destination: str) -> pd.DataFrame:
    """
    Put every corridor of the data on the same work.

    From a place of its own a corridor goes by its own legs alone. From elsewhere it goes by legs inside the
    country of the start, or of its own first place, to its own legs and by these to the end. Of such ways the
    one with the fewest gaps in its time, then the quickest, is taken from the freight network, so
    that the figures are those of the routes there. A corridor that the start does not reach in the
    data is measured from its own first place, and marked.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Node ids.

    Returns
    -------
    pandas.DataFrame
        One row a chain or reference, in display order: corridor_id, family, status; from_node, to_node
        (where it is measured); is_same_work (whether from the start asked for); route_id, legs, nodes,
        countries as `corridor.routing.routes.Routes.table` (empty without a way); own_node (the middle one
        of the places that no other corridor of the table passes, empty if there is none); then for each q of
        `corridor.freight.arrays.CRITERIA` q_low, q_typical, q_high, q_gaps, q_basis, q_complete as there;
        time and cost in practice as of `corridor.practice.in_practice` (8 of 10 between P10 and P90);
        constraint_note and sources of the corridor, else of its family.

    Raises
    ------
    UnknownIdError
        If there is no such node. From a node that the freight network does not hold, none does the same work.
    """
    return _compared(dataset, origin, destination).copy()


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _compared(dataset: Dataset, origin: str, destination: str) -> pd.DataFrame:
    """Compare all chains and references."""
    whole = network(dataset)
    for place in (origin, destination):
        dataset.record("nodes", place)
    corridors = dataset.corridors
    chosen = corridors[corridors["kind"].isin(_WHOLE)].sort_values("display_order", kind="stable")
    rows = [_row(whole, corridor, origin, destination) for corridor in chosen.to_dict("records")]
    for row in rows:
        row["own_node"] = _own_node(row, rows)
    return make_frame(rows, RIVALS)


def _row(whole: Network, corridor: dict[Any, Any], origin: str, destination: str) -> dict[str, Any]:
    """One corridor."""
    dataset = whole.dataset
    first, last = corridor["from_node"], corridor["to_node"]
    found, start, end = None, origin, destination
    for start, end in ((origin, destination), (first, last)):
        found = _way(whole, corridor["corridor_id"], start, end)
        if found is not None:
            break
    told = _told(dataset, corridor)
    row = {name: corridor[name] for name in ("corridor_id", "family", "status")}
    row |= {"from_node": start, "to_node": end, "is_same_work": (start, end) == (origin, destination)}
    return row | (found or {}) | told


def _way(whole: Network, corridor_id: str, start: str, end: str) -> dict[str, Any] | None:
    """Best way from a start to an end by a corridor's own legs; None if there is none."""
    if start == end or not {start, end} <= set(whole.places):
        return None
    dataset = whole.dataset
    chain = hops(dataset, corridor_id)
    own = {hop.leg_id for hop in chain}
    starts_on_it = any(start in (hop.start, hop.end) for hop in chain)
    home = set() if starts_on_it else {country_of(dataset, start), country_of(dataset, chain[0].start)}
    others = {
        hop.leg_id
        for hop in whole.hops
        if hop.leg_id not in own and not {country_of(dataset, node) for node in (hop.start, hop.end)} <= home
    }
    only = Constraints(avoid_legs=frozenset(others))
    found = routes(whole, start, end, criteria=("time_h",), constraints=only)
    if found.table.empty:
        return None
    best: dict[Any, Any] = found.table.iloc[0].to_dict()
    route = best["route_id"]
    usual = in_practice(dataset, {route: steps_of(dataset, found.hops[route])}).iloc[0].to_dict()
    return {str(name): value for name, value in (best | usual).items() if name in RIVALS.names}


def _own_node(row: dict[str, Any], rows: list[dict[str, Any]]) -> str | None:
    """Find the middle one of the places that only this corridor passes."""
    shared = {node for other in rows if other is not row for node in other.get("nodes", "").split("|")}
    own = [node for node in row.get("nodes", "").split("|")[1:-1] if node not in shared]
    return own[len(own) // 2] if own else None


def _told(dataset: Dataset, corridor: dict[Any, Any]) -> dict[str, Any]:
    """Say what limits a corridor, with sources; what limits its family where it says nothing itself."""
    family = corridor["family"]
    for row in (corridor, dataset.record("corridors", family) if isinstance(family, str) else {}):
        if isinstance(row.get("constraint_note"), str):
            return {name: row[name] for name in ("constraint_note", "sources")}
    return {"constraint_note": None, "sources": None}

"""How much freight fits between two places in a year, and what holds it there: max-flow and min-cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from ortools.graph.python import max_flow

from corridor.errors import RouteError
from corridor.node_work import country_of
from corridor.upgrade_effects import capacity_today

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from corridor.dataset import Dataset
    from corridor.network import Network
    from corridor.splicing import Hop

QUANTITIES = {"t": "capacity_t_per_year", "teu": "capacity_teu_per_year"}
# More than any published capacity together; what is not known is taken as this for the upper bound.
_NO_LIMIT = 10**13


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """
    Bounds of what fits between two places in a year.

    Attributes
    ----------
    unit
        "t" or "teu".
    lower
        What fits over legs and nodes whose capacity is published, the others taken as nothing.
    upper
        What fits if the others had no limit; None where no published capacity stands in the way.
    cut
        What holds the upper bound: ("leg" or "node", id) of each published capacity that is used in full and
        without which the two places would not be joined.
    known, unknown
        How many legs and nodes of the network have a published capacity, and how many have not.
    """

    unit: str
    lower: int
    upper: int | None
    cut: tuple[tuple[str, str], ...]
    known: int
    unknown: int


def capacity(
    network: Network, origin: str, destination: str, *, unit: str = "t", avoid_countries: Collection[str] = ()
) -> Capacity:
    """
    Find how much fits between two places in a year.

    A capacity is taken as published: as a total a year that either direction may use in full. The published
    capacity of a node limits what passes through it, not what starts or ends there. Few capacities are
    published, so the answer is a pair of bounds.

    Parameters
    ----------
    network
        The network; under a scenario with its closed legs left out and its upgraded capacities.
    origin, destination
        Node ids.
    unit
        "t" (tonnes a year) or "teu" (TEU a year).
    avoid_countries
        ISO 3166-1 alpha-2 codes of countries that freight must not touch.

    Returns
    -------
    Capacity
        Bounds and cut (max-flow min-cut, Ford and Fulkerson 1956; solved by OR-Tools).

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or the question makes no sense.
    """
    if unit not in QUANTITIES:
        message = f"'{unit}' is no unit of capacity. There are: {', '.join(QUANTITIES)}."
        raise RouteError(message)
    network.origin(origin), network.destination(destination)
    if origin == destination:
        message = f"The two places are the same, {origin}. Choose two different ones."
        raise RouteError(message)
    limits = published(network, unit)
    open_ = network.hops if not avoid_countries else _outside(network, frozenset(avoid_countries))
    parts = len({hop.leg_id for hop in network.hops}) + len(network.places)
    upper, cut = _flow(network.places, open_, (origin, destination), limits, otherwise=_NO_LIMIT)
    lower, _nothing = _flow(network.places, open_, (origin, destination), limits, otherwise=0)
    is_bounded = upper < _NO_LIMIT
    return Capacity(
        unit=unit,
        lower=lower,
        upper=upper if is_bounded else None,
        cut=tuple(cut) if is_bounded else (),
        known=len(limits),
        unknown=parts - len(limits),
    )


def _outside(network: Network, countries: frozenset[str]) -> list[Hop]:
    """Legs that touch none of some countries."""
    data = network.dataset
    return [
        hop
        for hop in network.hops
        if countries.isdisjoint((country_of(data, hop.start), country_of(data, hop.end)))
    ]


def published(network: Network, unit: str) -> dict[tuple[str, str], int]:
    """
    Find the capacities a year of legs and nodes that are known, by ("leg" or "node", id).

    What the scenario of the network's dataset makes of them goes first, then what is published, then what an
    upgrade states of today (`corridor.upgrade_effects.capacity_today`).
    """
    known = _known(network.dataset, QUANTITIES[unit])
    subjects = [("leg", leg) for leg in sorted({hop.leg_id for hop in network.hops})]
    subjects += [("node", node) for node in network.places]
    return {subject: known[subject] for subject in subjects if subject in known}


def _known(dataset: Dataset, quantity: str) -> dict[tuple[str, str], int]:
    """Capacities of all legs and nodes."""
    key = ("capacities", quantity)
    if key not in dataset.remembered:
        limits = {}
        subjects = [("leg", leg) for leg in dataset.legs["leg_id"]]
        subjects += [("node", node) for node in dataset.nodes["node_id"]]
        for subject in subjects:
            stated = dataset.stated.get((*subject, quantity))
            most = capacity_today(dataset, *subject, quantity) if stated is None else stated.typical
            if most is not None:
                limits[subject] = round(most)
        dataset.remembered[key] = limits
    known: dict[tuple[str, str], int] = dataset.remembered[key]
    return known


def _flow(
    places: Sequence[str],
    hops: Sequence[Hop],
    ends: tuple[str, str],
    limits: dict[tuple[str, str], int],
    *,
    otherwise: int,
) -> tuple[int, list[tuple[str, str]]]:
    """Maximum flow, and the limits in the cut; each place is split into its entry and its exit."""
    entry = {place: 2 * at for at, place in enumerate(places)}
    arcs: list[tuple[int, int, int, tuple[str, str]]] = []
    for place, at in entry.items():
        limit = _NO_LIMIT if place in ends else limits.get(("node", place), otherwise)
        arcs.append((at, at + 1, limit, ("node", place)))
    for hop in hops:
        limit = limits.get(("leg", hop.leg_id), otherwise)
        arcs.append((entry[hop.start] + 1, entry[hop.end], limit, ("leg", hop.leg_id)))
    solver = max_flow.SimpleMaxFlow()
    solver.add_arcs_with_capacity(*(np.array(part) for part in _columns(arcs)))
    status = solver.solve(entry[ends[0]] + 1, entry[ends[1]])
    if status != solver.OPTIMAL:
        message = "The flow could not be worked out."
        raise RouteError(message)
    near = set(solver.get_source_side_min_cut())
    cut = [part for tail, head, limit, part in arcs if tail in near and head not in near and limit]
    return int(solver.optimal_flow()), list(dict.fromkeys(cut))


def _columns(arcs: Iterable[tuple[int, int, int, tuple[str, str]]]) -> tuple[list[int], list[int], list[int]]:
    """Tails, heads and limits."""
    rows = list(arcs)
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]

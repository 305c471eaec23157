"""Yearly freight capacity between two places, and what limits it: max-flow and min-cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from corridor.chain.node_work import countries_of
from corridor.errors import RouteError
from corridor.memory.memo import Depends, remembered
from corridor.scenario.upgrade_effects import capacity_today

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ortools.graph.python import max_flow

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network

QUANTITIES = {"t": "capacity_t_per_year", "teu": "capacity_teu_per_year"}
# More than any published capacity together; what is not known is taken as this for the upper bound.
NO_LIMIT = 10**13


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """
    Bounds on the yearly capacity between two places.

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
    Estimate the yearly freight capacity between two places.

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
        raise RouteError("unit-unknown", unit=unit, known=tuple(QUANTITIES))
    network.origin(origin), network.destination(destination)
    if origin == destination:
        raise RouteError("ends-alike", place=origin)
    limits = published(network, unit)
    parts = network.split[2]
    shut = shut_arcs(network, frozenset(avoid_countries))
    upper, cut = flow(network, (origin, destination), limits, shut, otherwise=NO_LIMIT)
    lower = flow_alone(network, (origin, destination), limits, shut, otherwise=0)
    is_bounded = upper < NO_LIMIT
    return Capacity(
        unit=unit,
        lower=lower,
        upper=upper if is_bounded else None,
        cut=tuple(cut) if is_bounded else (),
        known=len(limits),
        unknown=len(parts) - len(limits),
    )


def shut_arcs(network: Network, countries: frozenset[str]) -> list[int]:
    """Return the positions, among the split arcs, of legs that touch some countries."""
    if not countries:
        return []
    data, first = network.dataset, len(network.places)
    return [
        first + at
        for at, hop in enumerate(network.directions)
        if not countries.isdisjoint(countries_of(data, hop.leg_id))
    ]


def published(network: Network, unit: str) -> dict[tuple[str, str], int]:
    """
    Return the known yearly capacities of legs and nodes, by ("leg" or "node", id).

    What the scenario of the network's dataset makes of them goes first, then what is published, then what an
    upgrade states of today (`corridor.scenario.upgrade_effects.capacity_today`).
    """
    known = _known(network.dataset, QUANTITIES[unit])
    parts = network.split[2]
    return {part: most for part, most in known.items() if part in parts}


@remembered(depends_on=Depends.FIGURES)
def _known(dataset: Dataset, quantity: str) -> dict[tuple[str, str], int]:
    """Capacities of all legs and nodes."""
    limits = {}
    subjects = [("leg", leg) for leg in dataset.legs["leg_id"]]
    subjects += [("node", node) for node in dataset.nodes["node_id"]]
    for subject in subjects:
        stated = dataset.stated.get((*subject, quantity))
        most = capacity_today(dataset, *subject, quantity) if stated is None else stated.typical
        if most is not None:
            limits[subject] = round(most)
    return limits


def flow(
    network: Network,
    ends: tuple[str, str],
    limits: Mapping[tuple[str, str], int],
    shut: Sequence[int],
    *,
    otherwise: int,
) -> tuple[int, list[tuple[str, str]]]:
    """
    Return the maximum flow, and the known limits in the cut.

    Parameters
    ----------
    network, ends
        The network, origin and destination.
    limits
        Known capacities, as `published` returns them.
    shut
        Positions of split arcs that nothing may use, as `shut_arcs` returns them.
    otherwise
        Capacity of all other legs and nodes.

    Returns
    -------
    tuple
        Flow, and the ("leg" or "node", id) of each limit in the cut.
    """
    tails, heads, parts = network.split
    solver = _solved(network, ends, limits, shut, otherwise)
    near = np.zeros(2 * len(network.places), dtype=bool)
    near[solver.get_source_side_min_cut()] = True
    cut = set((near[tails] & ~near[heads]).nonzero()[0].tolist()).difference(shut)
    held = [part for part in limits if not cut.isdisjoint(parts[part])]
    return int(solver.optimal_flow()), sorted(held, key=lambda part: parts[part])


def flow_alone(
    network: Network,
    ends: tuple[str, str],
    limits: Mapping[tuple[str, str], int],
    shut: Sequence[int],
    *,
    otherwise: int,
) -> int:
    """Return the maximum flow, as `flow` does."""
    return int(_solved(network, ends, limits, shut, otherwise).optimal_flow())


def _solved(
    network: Network,
    ends: tuple[str, str],
    limits: Mapping[tuple[str, str], int],
    shut: Sequence[int],
    otherwise: int,
) -> max_flow.SimpleMaxFlow:
    """Fill a solver and let it run."""
    tails, heads, parts = network.split
    places = [parts[part] for part in limits]
    most = np.full(len(tails), otherwise, dtype=np.int64)
    most[[*chain.from_iterable(places)]] = [
        limit for limit, some in zip(limits.values(), places, strict=True) for _one in some
    ]
    source, target = (network.origin(end) for end in ends)
    most[[source, target]] = NO_LIMIT
    if shut:
        most[[*shut]] = 0
    # Loaded here: 17 MB that only questions about capacity need.
    from ortools.graph.python import max_flow  # noqa: PLC0415

    solver = max_flow.SimpleMaxFlow()
    solver.add_arcs_with_capacity(tails, heads, most)
    if solver.solve(2 * source + 1, 2 * target) != solver.OPTIMAL:
        raise RouteError("flow-unsolved")
    return solver

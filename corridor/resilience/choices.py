"""The routes that freight between two places chooses from, part by part, also if some parts get quicker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from corridor.chain.node_work import in_order
from corridor.chain.steps import part_row
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.memory.memo import MAX_RECENT, Depends, remembered
from corridor.practice.shape import TIME, parts_in
from corridor.resilience.removals import best, best_without
from corridor.resilience.value_of_fix import figures_of_part, parts_of_network
from corridor.routing.detours import detours
from corridor.routing.routes import route_id, routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.chain.splicing import Hop
    from corridor.freight.arrays import Network
    from corridor.practice.shape import Part

MAX_ROUTES = 80
_TIME = CRITERIA.index("time_h")


@dataclass(frozen=True, eq=False, kw_only=True)
class Choice:
    """
    One route among those that freight chooses from.

    Attributes
    ----------
    route_id, hops
        Its id and legs.
    hours
        Typical hours of each part by its name: leg id or "work:node".
    parts
        The same as the model of practice takes them.
    bases
        What the hours of each part rest on.
    gaps
        Parts without a figure.
    """

    route_id: str
    hops: tuple[Hop, ...]
    hours: Mapping[str, float]
    parts: tuple[Part, ...]
    bases: Mapping[str, str]
    gaps: int

    @property
    def total(self) -> float:
        """Typical hours of all known parts."""
        return sum(self.hours.values())


@dataclass(frozen=True, eq=False, kw_only=True)
class PairChoices:
    """
    Routes between two places that have as few parts without a figure as may be, the quickest first.

    Attributes
    ----------
    origin, destination
        Node ids.
    choices
        The routes; none if the two are not joined.
    """

    origin: str
    destination: str
    choices: tuple[Choice, ...]


def pair_choices(
    network: Network, origin: str, destination: str, *, savings: Sequence[Mapping[str, float]] = ()
) -> PairChoices:
    """
    List the routes of which one may be the quickest, now or once some parts are quicker.

    These are: the best routes on time, cost and CO2e; the quickest without each of the legs and places of
    the quickest; clearly different ones; and the quickest once parts are quicker. Of these, those with as
    few parts without a figure as the quickest.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    savings
        Hours saved by part ("leg id" or "work:node"), for each case in which routes are sought.

    Returns
    -------
    PairChoices
        At most `MAX_ROUTES`.

    Raises
    ------
    UnknownIdError, RouteError
        As `corridor.resilience.removals.best`.
    """
    now = _choices_now(network, origin, destination)
    if not now.choices:
        return now
    found = [best(quicker(network, saving), origin, destination, criterion="time_h") for saving in savings]
    return with_routes(network, now, [quick.way for quick in found if quick is not None])


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def _choices_now(network: Network, origin: str, destination: str) -> PairChoices:
    """List the routes of which one may be the quickest as the parts are."""
    now = best(network, origin, destination, criterion="time_h")
    if now is None:
        return PairChoices(origin=origin, destination=destination, choices=())
    further = [now.way]
    parts = [("leg", hop.leg_id) for hop in now.way] + [("node", hop.end) for hop in now.way[:-1]]
    left = best_without(network, origin, destination, criterion="time_h", parts=parts)
    further += [after.way for after in left if after is not None]
    further += routes(network, origin, destination).hops.values()
    further += detours(network, origin, destination).hops.values()
    return with_routes(network, PairChoices(origin=origin, destination=destination, choices=()), further)


def with_routes(network: Network, pair: PairChoices, further: Iterable[Sequence[Hop]]) -> PairChoices:
    """
    Add routes to those that freight chooses from.

    Parameters
    ----------
    network
        The network.
    pair
        The routes so far.
    further
        Legs of further routes between the same places.

    Returns
    -------
    PairChoices
        With those that have as few gaps as any, at most `MAX_ROUTES`.
    """
    found = {choice.route_id: choice for choice in pair.choices}
    for hops_ in further:
        id_ = route_id(hops_)
        if id_ not in found:
            found[id_] = _choice(network, id_, tuple(hops_))
    fewest = min((choice.gaps for choice in found.values()), default=0)
    kept = sorted(
        (choice for choice in found.values() if choice.gaps == fewest),
        key=lambda choice: (choice.total, choice.route_id),
    )
    return replace(pair, choices=tuple(kept[:MAX_ROUTES]))


def quicker(network: Network, savings: Mapping[str, float]) -> Network:
    """
    Return the network with some parts quicker, no arc by more than it takes.

    Parameters
    ----------
    network
        The network.
    savings
        Hours saved by part: leg id or "work:node".

    Returns
    -------
    Network
        To search in; its figures are those of the dataset as it is.
    """
    arcs_of = parts_of_network(network)
    typical = network.typical.copy()
    for part, hours in savings.items():
        work, colon, node = part.partition(":")
        key = (work, node) if colon else ("leg", part)
        arcs = arcs_of.get(key)
        if arcs is None:
            continue
        cells = figures_of_part(network, key, int(arcs[0]))
        most = hours if np.isnan(cells["typical"]) else min(hours, cells["typical"])
        typical[arcs, _TIME] = np.maximum(0, typical[arcs, _TIME] - round(most * SCALE[_TIME]))
    return replace(network, typical=typical)


def _choice(network: Network, id_: str, hops_: tuple[Hop, ...]) -> Choice:
    """Lay one route out by its parts."""
    rows = [part_row(network.dataset, part) for part in in_order(network.dataset, hops_)]
    known, gaps = parts_in(rows, TIME)
    hours: dict[str, float] = {}
    for part in known:
        hours[part.name] = hours.get(part.name, 0.0) + part.amount
    bases = {_name(row): str(row.get("time_h_basis")) for row in rows}
    return Choice(
        route_id=id_,
        hops=hops_,
        hours=hours,
        parts=tuple(known),
        bases={name: bases[name] for name in hours},
        gaps=gaps,
    )


def _name(row: Mapping[Any, Any]) -> str:
    """Name a step as the model of practice does."""
    return str(row["leg_id"]) if row["kind"] == "leg" else f"{row['work']}:{row['node_id']}"

"""Search of the network between two places, with cached bounds; no place is passed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.errors import RouteError
from corridor.freight.arrays import CRITERIA
from corridor.search.pareto import pareto

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from corridor.freight.arrays import Network
    from corridor.search.pareto import Found

Name = tuple[str, int]


def checked(criteria: Sequence[str], origin: str, destination: str) -> tuple[str, ...]:
    """Return criteria without repetition; raises `RouteError` if one is none, or if the ends are the same."""
    chosen = known_criteria(criteria)
    if origin == destination:
        raise RouteError("ends-alike", place=origin)
    return chosen


def known_criteria(criteria: Sequence[str]) -> tuple[str, ...]:
    """Return criteria without repetition; raises `RouteError` if there is none, or no such criterion."""
    chosen = tuple(dict.fromkeys(criteria))
    unknown = [one for one in chosen if one not in CRITERIA]
    if not chosen:
        raise RouteError("criterion-missing", known=tuple(CRITERIA))
    if unknown:
        raise RouteError("criterion-unknown", criterion=unknown[0], known=tuple(CRITERIA))
    return chosen


def names_of(network: Network, criteria: Sequence[str]) -> list[Name]:
    """Names of the typical sums of criteria and of their gaps, if any, as in `Network.cached_bounds`."""
    positions = [CRITERIA.index(one) for one in criteria]
    gaps = [("gaps", at) for at in positions if network.gaps[:, at].any()]
    return [*(("typical", at) for at in positions), *gaps]


def weights_of(network: Network, names: Sequence[Name]) -> NDArray[np.int64]:
    """Return the weights by arc and name. Do not modify them."""
    return network.cached_bounds.stacked(names)


def searched(
    network: Network,
    origin: str,
    destination: str,
    names: Sequence[Name],
    *,
    banned: NDArray[np.uint8] | None = None,
    within: float = 0.0,
) -> Found:
    """
    Find the non-dominated set between two places, or a cover of it.

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    names
        What is added up, as in `Network.cached_bounds`.
    banned
        Arcs (1) that may not be used. Bounds are kept all the same: a closure makes no way shorter.
    within
        As for `corridor.search.pareto.pareto`.

    Returns
    -------
    Found
        As `corridor.search.pareto.pareto` returns it.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    source, target = network.origin(origin), network.destination(destination)
    return pareto(
        network.indptr,
        network.heads,
        weights_of(network, names),
        source,
        target,
        banned=banned,
        least=network.cached_bounds.towards(target, names),
        places=network.state_places,
        within=within,
    )

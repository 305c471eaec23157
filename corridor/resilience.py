"""How much of the best time between two places is kept when one leg of the way is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corridor.network import CRITERIA, SCALE
from corridor.pareto import pareto

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corridor.network import Network


@dataclass(frozen=True, kw_only=True)
class Resilience:
    """
    What closing one leg at a time leaves of the best route.

    Attributes
    ----------
    kept
        Mean over the legs of the best route of best sum before by best sum after, 0 where no route is left:
        1 if no leg matters, 0 if the way hangs on each of them. None without a route.
    legs
        How many legs were closed, one at a time.
    survived
        After how many of these closures a route is left.
    added
        Mean of what the best sum grows by where a route is left, in the unit of the criterion; None if none
        is.
    blurred
        How often the route that takes over has more parts without a figure than the best, so that its sum
        may look too good; the ratio then counts 1 at most.
    """

    kept: float | None
    legs: int
    survived: int
    added: float | None
    blurred: int


def resilience(network: Network, origin: str, destination: str, *, criterion: str = "time_h") -> Resilience:
    """
    Close every leg of the best route in turn and ask for the best of the rest.

    The ratio of sums is the efficiency that is left (Latora and Marchiori 2001), seen from one pair of places
    as in the vulnerability of road networks (Jenelius, Petersen and Mattsson 2006).

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    criterion
        One of `corridor.network.CRITERIA`.

    Returns
    -------
    Resilience
        As documented there.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    at = CRITERIA.index(criterion)
    # Gaps first: a route with fewer of them goes before one that only looks better.
    weights = np.stack((network.gaps[:, at], network.typical[:, at]), axis=1)
    ends = network.origin(origin), network.destination(destination)
    best = _best(network, weights, ends, None)
    if best is None:
        return Resilience(kept=None, legs=0, survived=0, added=None, blurred=0)
    gaps, before, legs = best
    ratios, added, blurred = [], [], 0
    for leg in legs:
        after = _best(network, weights, ends, leg)
        if after is None:
            ratios.append(0.0)
            continue
        ratios.append(min(1.0, before / after[1]) if after[1] else 1.0)
        added.append(max(0, after[1] - before) / SCALE[at])
        blurred += after[0] > gaps
    return Resilience(
        kept=float(np.mean(ratios)),
        legs=len(legs),
        survived=len(added),
        added=float(np.mean(added)) if added else None,
        blurred=blurred,
    )


def _best(
    network: Network, weights: NDArray[np.int64], ends: tuple[int, int], closed: str | None
) -> tuple[int, int, tuple[str, ...]] | None:
    """Gaps, sum and legs of the best route, with one leg closed."""
    shut = np.array([hop.leg_id == closed for hop in network.hops] + [False], dtype=np.uint8)
    found = pareto(network.indptr, network.heads, weights, *ends, banned=shut[network.arc_hop])
    for (gaps, total), path in zip(found.sums, found.arcs, strict=True):
        way = [network.hops[hop] for hop in network.arc_hop[list(path)] if hop >= 0]
        places = [way[0].start, *(hop.end for hop in way)]
        if len(set(places)) == len(places):  # as in `corridor.routing`: no place twice
            return int(gaps), int(total), tuple(hop.leg_id for hop in way)
    return None

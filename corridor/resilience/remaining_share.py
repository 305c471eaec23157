"""How much of the best time between two places remains when one leg is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.resilience.removals import best, best_without

if TYPE_CHECKING:
    from corridor.freight.arrays import Network


@dataclass(frozen=True, kw_only=True)
class Resilience:
    """
    Share of the best time that remains when one leg is closed.

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
    Close each leg of the best route in turn and find the best remaining route.

    The ratio of sums is the efficiency that is left (Latora and Marchiori 2001), seen from one pair of places
    as in the vulnerability of road networks (Jenelius, Petersen and Mattsson 2006).

    Parameters
    ----------
    network
        The network.
    origin, destination
        Node ids.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.

    Returns
    -------
    Resilience
        As documented there.

    Raises
    ------
    UnknownIdError
        If a place is not in the network.
    """
    whole = best(network, origin, destination, criterion=criterion)
    if whole is None:
        return Resilience(kept=None, legs=0, survived=0, added=None, blurred=0)
    legs = [("leg", hop.leg_id) for hop in whole.way]
    left = [
        after
        for after in best_without(network, origin, destination, criterion=criterion, parts=legs)
        if after is not None
    ]
    added = [max(0.0, after.total - whole.total) for after in left]
    ratios = [min(1.0, whole.total / after.total) if after.total else 1.0 for after in left]
    return Resilience(
        kept=sum(ratios) / len(legs),
        legs=len(legs),
        survived=len(left),
        added=sum(added) / len(added) if added else None,
        blurred=sum(after.gaps > whole.gaps for after in left),
    )

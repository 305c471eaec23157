"""How often a chain crosses a border, is transhipped and changes gauge: one count for every page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from corridor.chain.emissions import HUB_WORK

if TYPE_CHECKING:
    from collections.abc import Iterable


class Crossings(NamedTuple):
    """
    Counts of a chain.

    Attributes
    ----------
    borders
        Borders crossed.
    transhipments
        Changes of vehicle or gauge, as `corridor.freight.arrays.CRITERIA` has them.
    gauges
        How many of the transhipments are breaks of gauge.
    """

    borders: int
    transhipments: int
    gauges: int


def crossings(works: Iterable[str | None]) -> Crossings:
    """Count the work of the steps of a chain; legs have none."""
    counted = Counter(work for work in works if work)
    return Crossings(
        borders=counted["border"],
        transhipments=sum(counted[work] for work in HUB_WORK),
        gauges=counted["break-of-gauge"],
    )

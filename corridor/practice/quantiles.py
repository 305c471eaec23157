"""Journeys of equal chance: what a band in practice means, told as a number of journeys."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING

from corridor.practice.model import TENTH

if TYPE_CHECKING:
    from corridor.practice.model import Band

JOURNEYS = 20
"""How many journeys stand for all."""

WITHIN, OUTSIDE, UP_TO_P90 = 16, 2, 18
"""How many of them lie between P10 and P90, beyond either end, and below P90."""


def journeys(band: Band) -> tuple[float, ...]:
    """
    Give journeys that are equally likely, the least first.

    Parameters
    ----------
    band
        P10, P50 and P90 of a total, as `corridor.practice.bands.practice_band` gives them: of a log-normal
        distribution.

    Returns
    -------
    tuple of float
        `JOURNEYS` amounts, the middle of each twentieth; empty where the band is not known.
    """
    if math.isnan(band.p50):
        return ()
    spread = math.log(band.p90 / band.p50) / TENTH if band.p50 > 0 else 0.0
    normal = NormalDist()
    return tuple(
        band.p50 * math.exp(spread * normal.inv_cdf((at + 0.5) / JOURNEYS)) for at in range(JOURNEYS)
    )


def of_journeys(share: float) -> int:
    """Round a share to a number of `JOURNEYS`; one that is not sure is never none or all of them."""
    return min(max(round(share * JOURNEYS), 1), JOURNEYS - 1)

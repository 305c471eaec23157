"""A figure of which only a bound is published: what stands in for it, held within the bound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corridor.dataset.estimate import Estimate

UPPER, LOWER = "upper-bound", "lower-bound"
WITHIN = {UPPER: "within-upper-bound", LOWER: "within-lower-bound"}


def is_bound(published: Estimate) -> bool:
    """Whether all that is published is a bound: "not more than 24 h" is no typical value."""
    return published.reason[-1] in {UPPER, LOWER} and published.low == published.high


def within(published: Estimate, fall_back: Estimate) -> Estimate:
    """
    Hold a figure within a published bound.

    Parameters
    ----------
    published
        A figure for which `is_bound` holds.
    fall_back
        What stands in for it: derived or modelled.

    Returns
    -------
    Estimate
        The figure that stands in, cut off at the bound. Where all of it lies beyond the bound, it is scaled
        until all of it lies within: a bound alone says nothing of the range within it. Its reason is
        (one of `WITHIN`, claim id, ""); its basis, formula and factors are its own.
    """
    low, typical, high = fall_back.low, fall_back.typical, fall_back.high
    bound, shape = published.typical, published.reason[-1]
    if low is None or typical is None or high is None or bound is None:
        return published
    if shape == UPPER:
        if low >= bound > 0:
            low, typical, high = (value * bound / high for value in (low, typical, high))
        low, typical, high = min(low, bound), min(typical, bound), min(high, bound)
    else:
        if high <= bound and high > 0:
            low, typical, high = (value * bound / low if low else bound for value in (low, typical, high))
        low, typical, high = max(low, bound), max(typical, bound), max(high, bound)
    return replace(
        fall_back,
        low=low,
        typical=typical,
        high=high,
        reason=(WITHIN[shape], published.claim_id or "", ""),
        spoke=(*published.spoke, *fall_back.spoke),
        lost=published.lost,
    )

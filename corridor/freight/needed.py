"""Whether an amount a year fits between two places, and which bottlenecks are narrower, one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corridor.freight.capacity import NO_LIMIT, flow, flow_alone, shut_arcs

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from corridor.freight.arrays import Network

FITS, DOES_NOT_FIT, NOT_KNOWN = "fits", "does-not-fit", "not-known"
Subject = tuple[str, str]


class Bottleneck(NamedTuple):
    """Legs and nodes that together take less than is needed: ("leg" or "node", id) each, and how much."""

    parts: tuple[Subject, ...]
    together: int


class Bounds(NamedTuple):
    """
    What fits in a year between two places.

    Attributes
    ----------
    lower
        What fits over known limits, the others taken as nothing.
    upper
        What fits if the others had no limit; None without a known limit on the way.
    """

    lower: int
    upper: int | None

    def verdict(self, need: int) -> str:
        """Say whether an amount fits, does not fit, or is not known to fit."""
        if self.lower >= need:
            return FITS
        return DOES_NOT_FIT if self.upper is not None and self.upper < need else NOT_KNOWN

    def short(self, need: int) -> int | None:
        """Return how much of an amount does not fit for sure; None if it may fit."""
        return None if self.upper is None or self.upper >= need else need - self.upper


def bounds(
    network: Network,
    ends: tuple[str, str],
    limits: Mapping[Subject, int],
    *,
    avoid_countries: Collection[str] = (),
    carried: Mapping[Subject, int] | None = None,
) -> Bounds:
    """
    Return bounds of what fits under some limits.

    Parameters
    ----------
    network, ends
        The network, origin and destination.
    limits
        Known capacities by ("leg" or "node", id), as `corridor.freight.capacity.published` gives them.
    avoid_countries
        ISO 3166-1 alpha-2 codes of countries that freight must not touch.
    carried
        What parts without a known limit have carried in a year, by the same keys: they take that at least.

    Returns
    -------
    Bounds
        As there.
    """
    shut = shut_arcs(network, frozenset(avoid_countries))
    upper = flow_alone(network, ends, limits, shut, otherwise=NO_LIMIT)
    lower = flow_alone(network, ends, {**(carried or {}), **limits}, shut, otherwise=0)
    return Bounds(lower, upper if upper < NO_LIMIT else None)


def bottlenecks(
    network: Network,
    ends: tuple[str, str],
    need: int,
    limits: Mapping[Subject, int],
    *,
    avoid_countries: Collection[str] = (),
) -> list[Bottleneck]:
    """
    List the bottlenecks that are narrower than an amount, each with those before it taken as widened.

    Parameters
    ----------
    network, ends, limits, avoid_countries
        As for `bounds`.
    need
        Amount a year.

    Returns
    -------
    list of Bottleneck
        The narrowest first; none if nothing known stands in the way.
    """
    shut = shut_arcs(network, frozenset(avoid_countries))
    left = dict(limits)
    found: list[Bottleneck] = []
    while True:
        upper, cut = flow(network, ends, left, shut, otherwise=NO_LIMIT)
        if upper >= min(need, NO_LIMIT) or not cut:
            return found
        found.append(Bottleneck(tuple(cut), upper))
        for part in cut:
            del left[part]

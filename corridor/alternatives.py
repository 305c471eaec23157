"""Clearly different routes out of a set: what is worth showing side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.figures import leg_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset import Dataset
    from corridor.routing import Routes
    from corridor.splicing import Hop

COUNT = 5
MOST_SHARED = 0.5


def shared(dataset: Dataset, one: Sequence[Hop], other: Sequence[Hop]) -> float:
    """
    Measure how much two routes have in common: the length of the legs in both by that of the legs in either.

    Returns
    -------
    float
        From 0 (no leg in common) to 1 (the same legs); the Jaccard index weighted by distance.
    """
    first, second = ({hop.leg_id for hop in way} for way in (one, other))
    either = _length_km(dataset, first | second)
    return _length_km(dataset, first & second) / either if either else 1.0


def spread(
    dataset: Dataset,
    found: Routes,
    *,
    count: int = COUNT,
    most_shared: float = MOST_SHARED,
    is_strict: bool = False,
) -> tuple[str, ...]:
    """
    Choose routes that are clearly different out of a set.

    First the best of each criterion that was asked for (the fewest gaps, then the smallest sum), then in the
    order of the table each route that shares at most `most_shared` with all chosen so far.

    Parameters
    ----------
    dataset
        The route dataset.
    found
        As `corridor.routing.routes` returns them.
    count
        How many at most.
    most_shared
        Limit for `shared`; the best of each criterion are shown even beyond it.
    is_strict
        Keep the limit for the best of each criterion, too.

    Returns
    -------
    tuple of str
        Route ids in the order of the table.
    """
    table = found.table
    if table.empty:
        return ()
    chosen: list[str] = []
    for criterion in () if is_strict else found.criteria:
        best = table.sort_values([f"{criterion}_gaps", f"{criterion}_typical"], kind="stable").iloc[0]
        chosen.append(str(best["route_id"]))
    chosen = list(dict.fromkeys(chosen))
    for route in table["route_id"]:
        if len(chosen) >= count:
            break
        if all(shared(dataset, found.hops[route], found.hops[other]) <= most_shared for other in chosen) and (
            route not in chosen
        ):
            chosen.append(route)
    return tuple(route for route in table["route_id"] if route in set(chosen[:count]))


def _length_km(dataset: Dataset, legs: set[str]) -> float:
    """Length of legs together."""
    known: dict[str, float] = dataset.remembered.setdefault("lengths_km", {})
    for leg in legs - known.keys():
        known[leg] = leg_figure(dataset, leg, "distance_km").typical or 0.0
    return sum(known[leg] for leg in sorted(legs))

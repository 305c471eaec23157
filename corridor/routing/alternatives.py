"""Clearly different routes of a set, for display side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from corridor.evidence.figures import leg_figure
from corridor.freight.availability import surest_first
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.routing.routes import Routes

COUNT = 5
MAX_SHARED_LENGTH = 0.5
MAX_MARKS = 3
MIN_SIMILARITY = 0.5
_PORTS = frozenset({"seaport", "river-port"})


def shared(dataset: Dataset, one: Sequence[Hop], other: Sequence[Hop]) -> float:
    """
    Return the shared length of two routes, divided by the length of all their legs.

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
    most_shared: float = MAX_SHARED_LENGTH,
    is_strict: bool = False,
) -> tuple[str, ...]:
    """
    Choose routes that are clearly different out of a set.

    First the best of each criterion that was asked for (the surest, the fewest gaps, then the smallest sum),
    then what would be the best were it as sure, then in the order of the table each route that shares at most
    `most_shared` with all chosen so far.

    Parameters
    ----------
    dataset
        The route dataset.
    found
        As `corridor.routing.routes.routes` returns them.
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
    if not is_strict:
        chosen = list(dict.fromkeys(best(found, found.criteria).values()))
        would = best_if_sure(found, found.criteria).values()
        chosen += _unlike(dataset, found, dict.fromkeys(would), chosen, most_shared)
    for route in table["route_id"]:
        if len(chosen) >= count:
            break
        if all(shared(dataset, found.hops[route], found.hops[other]) <= most_shared for other in chosen) and (
            route not in chosen
        ):
            chosen.append(route)
    return tuple(route for route in table["route_id"] if route in set(chosen[:count]))


def _unlike(
    dataset: Dataset, found: Routes, others: Iterable[str], chosen: Sequence[str], most_shared: float
) -> list[str]:
    """Routes that share little with each other; of those chosen already only themselves are left out."""
    kept: list[str] = []
    for route in others:
        is_new = all(shared(dataset, found.hops[route], found.hops[other]) <= most_shared for other in kept)
        if is_new and route not in chosen:
            kept.append(route)
    return kept


def joined(
    found: Routes, others: Routes, *, count: int = COUNT, most_shared: float = MAX_SHARED_LENGTH
) -> Routes:
    """
    Add clearly different routes to a set that has too few, although other routes are better.

    Parameters
    ----------
    found
        Routes that none beats, as `corridor.routing.routes.routes` returns them.
    others
        Ways to choose from, as `corridor.routing.detours.detours` returns them.
    count
        How many clearly different ones there should be.
    most_shared
        Limit for `shared`.

    Returns
    -------
    Routes
        The routes of the set, then those added, in the order of `others`.
    """
    shown = list(spread(found.dataset, found, count=count, most_shared=most_shared))
    ways = dict(found.hops)
    for route in others.table["route_id"]:
        way = others.hops[route]
        is_new = route not in ways and all(
            shared(found.dataset, way, ways[other]) <= most_shared for other in shown
        )
        if is_new and len(shown) < count:
            shown.append(route)
            ways[route] = way
    added = others.table[
        others.table["route_id"].isin([route_id for route_id in shown if route_id not in found.hops])
    ]
    table = pd.concat([found.table, added], ignore_index=True) if len(added) else found.table
    return replace(found, table=table, hops=ways)


def best(found: Routes, criteria: Sequence[str]) -> dict[str, str]:
    """
    Name the best route by each criterion.

    Of what is surest to be had: the fewest parts without a figure, then the smallest sum.

    Parameters
    ----------
    found
        As `corridor.routing.ask.find_routes` or `corridor.routing.routes.routes` returns them; the latter
        do not say what can be had, and all count alike.
    criteria
        Of `corridor.freight.arrays.CRITERIA`.

    Returns
    -------
    dict
        Route id by criterion; empty if there is no route.
    """
    if found.table.empty:
        return {}
    return {
        criterion: str(
            surest_first(found.table, f"{criterion}_gaps", f"{criterion}_typical")["route_id"].iloc[0]
        )
        for criterion in criteria
    }


def best_if_sure(found: Routes, criteria: Sequence[str]) -> dict[str, str]:
    """
    Name the routes that would be the best of all by a criterion, were they as sure to be had as another.

    Parameters
    ----------
    found, criteria
        As for `best`.

    Returns
    -------
    dict
        Route id by criterion; only of criteria on which a route less sure than the best of `best` has no more
        parts without a figure and a smaller sum.
    """
    named = best(found, criteria)
    would = {}
    for criterion, sure in named.items():
        columns = [f"{criterion}_gaps", f"{criterion}_typical"]
        table = found.table.sort_values(columns, kind="stable").set_index("route_id")
        route = str(table.index[0])
        if route != sure and tuple(table.loc[route, columns]) < tuple(table.loc[sure, columns]):
            would[criterion] = route
    return would


def added(found: Routes, whole: Routes) -> list[str]:
    """Return the ids of the routes that `joined` added, in order."""
    return [route_id for route_id in whole.hops if route_id not in found.hops]


def marks(dataset: Dataset, ways: Mapping[str, Sequence[Hop]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """
    Find what distinguishes routes: their ports and the countries they cross.

    Parameters
    ----------
    dataset
        The route dataset.
    ways
        Legs of each route by its id.

    Returns
    -------
    dict
        By route id: up to `MAX_MARKS` pairs of ("node" or "country", id) in the order of travel, the fewest
        that no other of the routes has together, at least two where there are two. Countries at the ends
        and those of a named port are not named. Where routes share all of these, a place on the way that only
        one of them passes is named as well.
    """
    passed = {route: _passed(dataset, way) for route, way in ways.items()}
    told = {
        route: _distinguishing(stops, [set(one) for other, one in passed.items() if other != route])
        for route, stops in passed.items()
    }
    return {route: _with_town(dataset, ways, told, route) for route in told}


def resembles(dataset: Dataset, way: Sequence[Hop]) -> tuple[str, float] | None:
    """
    Find the corridor of the dataset on whose legs most of a route lies.

    Parameters
    ----------
    dataset
        The route dataset.
    way
        Legs of the route.

    Returns
    -------
    tuple of (str, float) or None
        Id of a chain or a reference with the share of the route's length on its legs, at least
        `MIN_SIMILARITY`; None if there is none.
    """
    own = {hop.leg_id for hop in way}
    length = _length_km(dataset, own)
    kinds = dataset.corridors.set_index("corridor_id")["kind"]
    found = [
        (-_length_km(dataset, own & set(part["leg_id"])) / length, str(corridor_id))
        for corridor_id, part in dataset.corridor_legs.groupby("corridor_id")
        if length and kinds[corridor_id] in {"chain", "reference"}
    ]
    share, corridor_id = min(found, default=(0.0, ""))
    return (corridor_id, -share) if -share >= MIN_SIMILARITY else None


def _passed(dataset: Dataset, way: Sequence[Hop]) -> list[tuple[str, str]]:
    """Ports and transit countries of a route, in the order of travel."""
    places = [dataset.record("nodes", place) for place in (way[0].start, *(hop.end for hop in way))]
    ends = {places[0]["country"], places[-1]["country"]}
    found: dict[tuple[str, str], None] = {}
    for place in places[1:-1]:
        if place["kind"] in _PORTS:
            found["node", str(place["node_id"])] = None
        elif place["country"] not in ends:
            found["country", str(place["country"])] = None
    with_port = {dataset.record("nodes", id_)["country"] for kind, id_ in found if kind == "node"}
    return [(kind, id_) for kind, id_ in found if kind == "node" or id_ not in with_port] or list(found)


def _distinguishing(
    stops: Sequence[tuple[str, str]], others: Sequence[set[tuple[str, str]]]
) -> tuple[tuple[str, str], ...]:
    """Choose the rarest stops until no other route has them all."""
    rarest = sorted(stops, key=lambda stop: (sum(stop in other for other in others), stops.index(stop)))
    chosen: set[tuple[str, str]] = set()
    for stop in rarest:
        is_told = len(chosen) > 1 and not any(chosen <= other for other in others)
        if len(chosen) == MAX_MARKS or is_told:
            break
        chosen.add(stop)
    return tuple(stop for stop in stops if stop in chosen)


def _with_town(
    dataset: Dataset,
    ways: Mapping[str, Sequence[Hop]],
    told: Mapping[str, tuple[tuple[str, str], ...]],
    route: str,
) -> tuple[tuple[str, str], ...]:
    """Add to the marks of a route a place that it alone passes, where another route has the same marks."""
    same = [other for other, stops in told.items() if stops == told[route] and other != route]
    elsewhere = {hop.end for other in same for hop in ways[other]}
    own = [hop.end for hop in ways[route][:-1] if hop.end not in elsewhere]
    if not same or not own:
        return told[route]
    inland = [place for place in own if dataset.record("nodes", place)["kind"] != "border-crossing"] or own
    kept = {*told[route][: MAX_MARKS - 1], ("node", inland[len(inland) // 2])}
    travelled = dict.fromkeys(
        mark
        for hop in ways[route]
        for mark in (("node", hop.end), ("country", str(dataset.record("nodes", hop.end)["country"])))
    )
    return tuple(mark for mark in travelled if mark in kept)


def _length_km(dataset: Dataset, legs: set[str]) -> float:
    """Length of legs together."""
    return sum(_leg_km(dataset, leg) for leg in sorted(legs))


@remembered(depends_on=Depends.FIGURES, parts=lambda leg: (leg,))
def _leg_km(dataset: Dataset, leg: str) -> float:
    """Length of a leg; 0 where it is not known."""
    return leg_figure(dataset, leg, "distance_km").typical or 0.0

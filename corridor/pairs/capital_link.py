"""How the two capitals are joined today: the direct flight, and the quickest freight route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.chain.steps import steps_of
from corridor.evidence.claims import figure
from corridor.freight.availability import worst
from corridor.memory.memo import Depends, remembered
from corridor.practice import in_practice
from corridor.routing.ask import find_different, find_routes
from corridor.routing.on_day import less_sure_on
from corridor.routing.question import Avoided, RouteQuestion
from corridor.routing.sanctioned import SANCTIONED

if TYPE_CHECKING:
    import datetime as dt

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

CAPITALS = ("astana", "belgrade")
DIRECT_SERVICE = "dv-nqz-beg"


@dataclass(frozen=True, kw_only=True)
class CapitalLink:
    """
    The link between the capitals.

    Attributes
    ----------
    flights
        Direct flights a week; missing where no source states them.
    routes
        How many clearly different freight routes lead around the countries under wide sanctions.
    route_id
        The quickest of them; empty if there is none.
    timetable_h
        Its sum by timetable, in hours.
    p10_h, p50_h, p90_h
        Its time in practice: 8 of 10 journeys lie between the first and the last.
    gaps
        Parts of it without a time; the times are floors then.
    availability
        Whether it can be had, one of `corridor.freight.availability.AVAILABILITIES`; empty if there is none.
    hops
        Its legs in the order of travel.
    """

    flights: Estimate
    routes: int
    route_id: str
    timetable_h: float
    p10_h: float
    p50_h: float
    p90_h: float
    gaps: int
    availability: str
    hops: tuple[Hop, ...] = ()


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=1)
def capital_link(dataset: Dataset) -> CapitalLink | None:
    """
    Summarise how Astana and Belgrade are joined.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    CapitalLink or None
        None where the dataset lacks one of the capitals.
    """
    if not all(dataset.has("nodes", node) for node in CAPITALS):
        return None
    question = _question(dataset)
    flights = figure(dataset, "service", DIRECT_SERVICE, "weekly_frequency")
    found = find_routes(dataset, question)
    if found.table.empty:
        nan = float("nan")
        return CapitalLink(
            flights=flights,
            routes=0,
            route_id="",
            timetable_h=nan,
            p10_h=nan,
            p50_h=nan,
            p90_h=nan,
            gaps=0,
            availability="",
        )
    best = found.table.iloc[0]
    route = str(best["route_id"])
    band = in_practice(dataset, {route: steps_of(dataset, found.hops[route])}).iloc[0]
    return CapitalLink(
        flights=flights,
        routes=len(find_different(dataset, question)),
        route_id=route,
        timetable_h=float(best["time_h_typical"]),
        p10_h=float(band["time_h_p10"]),
        p50_h=float(band["time_h_p50"]),
        p90_h=float(band["time_h_p90"]),
        gaps=int(best["time_h_gaps"]),
        availability=str(best["availability"]),
        hops=tuple(found.hops[route]),
    )


def availability_on(dataset: Dataset, link: CapitalLink, day: dt.date) -> str:
    """
    Return how sure the quickest freight route is on a day.

    Parameters
    ----------
    dataset
        The route dataset.
    link
        As `capital_link` returns it.
    day
        The day to look at.

    Returns
    -------
    str
        One of `corridor.freight.availability.AVAILABILITIES`; empty where it is as sure as on any day.
    """
    less_sure = less_sure_on(dataset, link.hops, _question(dataset), day)
    return worst(less_sure) if less_sure else ""


def _question(dataset: Dataset) -> RouteQuestion:
    """Ask for the quickest freight routes around the countries under wide sanctions."""
    known = frozenset(dataset.nodes["country"])
    return RouteQuestion(
        origin=CAPITALS[0],
        destination=CAPITALS[1],
        criteria=("time_h",),
        avoid=Avoided(countries=SANCTIONED & known),
    )

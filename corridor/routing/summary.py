"""The answer to a question in one value: what the best route takes, and what is unsure of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.freight.availability import worst
from corridor.routing.alternatives import best
from corridor.routing.obtainable import reasons_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes


@dataclass(frozen=True, kw_only=True)
class Summary:
    """
    What a question for routes found, in short.

    Attributes
    ----------
    route_id
        The route: of those surest to be had the best on the first criterion.
    availability
        One of `corridor.freight.availability.AVAILABILITIES`.
    without
        Countries that the question avoids, by code.
    unconfirmed
        Ends of the legs without a confirmed service or season, in the direction of travel, by node id.
    time_h, cost_usd_per_teu
        Low end, typical and high end; None where nothing is known.
    time_is_in_practice
        Whether the times are those in practice (8 of 10 between the ends), not those by timetable.
    time_gaps, cost_gaps
        Parts without a figure: then the sums are floors.
    """

    route_id: str
    availability: str
    without: tuple[str, ...]
    unconfirmed: tuple[tuple[str, str], ...]
    time_h: tuple[float, float, float] | None
    cost_usd_per_teu: tuple[float, float, float] | None
    time_is_in_practice: bool
    time_gaps: int
    cost_gaps: int


def summary_of(
    found: Routes, question: RouteQuestion, *, practice: Mapping[str, Mapping[str, Any]] | None = None
) -> Summary | None:
    """
    Sum an answer up.

    Parameters
    ----------
    found
        As `corridor.routing.ask.find_routes` returns them.
    question
        What was asked.
    practice
        Times and costs in practice by route id, with the keys time_h_p10, time_h_p50, time_h_p90 and the same
        of cost_usd_per_teu; those of the timetable where it is None or does not name the route.

    Returns
    -------
    Summary or None
        None if no route was found.
    """
    if found.table.empty:
        return None
    route = best(found, question.criteria[:1])[question.criteria[0]]
    row: Mapping[str, Any] = found.table[found.table["route_id"] == route].to_dict("records")[0]  # type: ignore[assignment]
    told = reasons_of(found.dataset, found.hops[route], question)
    unsure = {reason.leg_id for reason in told if reason.availability == "possible"}
    usual = (practice or {}).get(route)
    return Summary(
        route_id=route,
        availability=worst(told),
        without=tuple(sorted(question.avoid.countries)),
        unconfirmed=tuple((hop.start, hop.end) for hop in found.hops[route] if hop.leg_id in unsure),
        time_h=_band(usual, "time_h", "p10", "p50", "p90") or _band(row, "time_h", "low", "typical", "high"),
        cost_usd_per_teu=_band(usual, "cost_usd_per_teu", "p10", "p50", "p90")
        or _band(row, "cost_usd_per_teu", "low", "typical", "high"),
        time_is_in_practice=_band(usual, "time_h", "p10", "p50", "p90") is not None,
        time_gaps=int(row["time_h_gaps"]),
        cost_gaps=int(row["cost_usd_per_teu_gaps"]),
    )


def _band(row: Mapping[str, Any] | None, name: str, *parts: str) -> tuple[float, float, float] | None:
    """Low end, middle and high end of a figure; None where one is not known."""
    if row is None:
        return None
    found = [row.get(f"{name}_{part}") for part in parts]
    low, middle, high = (math.nan if value is None else float(value) for value in found)
    return None if math.isnan(low + middle + high) else (low, middle, high)

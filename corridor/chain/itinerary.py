"""The written itinerary of a chain, as structure; the pages put it into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.chain.steps import steps
from corridor.dataset.tables import split_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset.tables import Dataset


@dataclass(frozen=True, kw_only=True)
class ItineraryFigure:
    """One figure of a step: its band, its basis and the claim that is its headline."""

    low: float | None
    typical: float | None
    high: float | None
    basis: str
    claim_id: str | None


@dataclass(frozen=True, kw_only=True)
class ItineraryStep:
    """
    One sentence's worth of an itinerary.

    Attributes
    ----------
    position
        From 1, as in `corridor.chain.steps.steps`.
    kind
        "leg" or "work".
    leg_id, from_node, to_node, via
        Of a leg, in the direction of travel; via in the words of the legs table. None for work.
    node_id, work
        Of work: where, and "border", "break-of-gauge", "transhipment" or "waiting". None for a leg.
    mode
        Mode of the leg, or by which the work's node is left.
    from_country, to_country
        Countries at the ends of the leg; for a border the two countries, else the node's country twice.
    counted_in
        Node of the border whose time already counts this break of gauge, else None.
    onward
        Leg that cargo waits for, else None.
    gauge_mm, next_gauge_mm
        Gauge of the leg; for a break of gauge the gauges before and after.
    status
        Status of the leg; None for work.
    operators
        Ids of organisations.
    distance_km
        None for work.
    time_h
        Time of the leg or the work.
    """

    position: int
    kind: str
    leg_id: str | None
    from_node: str | None
    to_node: str | None
    via: str | None
    node_id: str | None
    work: str | None
    mode: str
    from_country: str
    to_country: str
    counted_in: str | None
    onward: str | None
    gauge_mm: int | None
    next_gauge_mm: int | None
    status: str | None
    operators: tuple[str, ...]
    distance_km: ItineraryFigure | None
    time_h: ItineraryFigure


def itinerary(
    dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()
) -> tuple[ItineraryStep, ...]:
    """
    Return the itinerary of a chain.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `corridor.chain.steps.steps`, whose errors are raised.

    Returns
    -------
    tuple of ItineraryStep
        In the order of travel.
    """
    return itinerary_of(dataset, steps(dataset, corridor_id, branches=branches))


def itinerary_of(dataset: Dataset, frame: pd.DataFrame) -> tuple[ItineraryStep, ...]:
    """
    Return the itinerary of any route.

    Parameters
    ----------
    dataset
        The route dataset.
    frame
        The route's steps, as `corridor.chain.steps.steps_of` returns them.

    Returns
    -------
    tuple of ItineraryStep
        As `itinerary`.
    """
    records = frame.to_dict("records")
    rows = [{str(name): None if pd.isna(cell) else cell for name, cell in row.items()} for row in records]
    return tuple(_step(dataset, rows, at) for at in range(len(rows)))


def _step(dataset: Dataset, rows: list[dict[str, Any]], at: int) -> ItineraryStep:
    """One step, with what its neighbours tell about it."""
    row = rows[at]
    before = next((step for step in reversed(rows[:at]) if step["kind"] == "leg"), None)
    after = next((step for step in rows[at + 1 :] if step["kind"] == "leg"), None)
    is_leg = row["kind"] == "leg"
    via = dataset.record("legs", row["leg_id"])["via"] if is_leg else None
    breaks = row["work"] == "break-of-gauge"
    return ItineraryStep(
        position=row["position"],
        kind=row["kind"],
        leg_id=row["leg_id"],
        from_node=row["from_node"],
        to_node=row["to_node"],
        via=via if isinstance(via, str) else None,
        node_id=row["node_id"],
        work=row["work"],
        mode=row["mode"],
        from_country=row["from_country"],
        to_country=row["to_country"],
        counted_in=row["counted_in"],
        onward=row["onward"],
        gauge_mm=before["gauge_mm"] if breaks and before else row["gauge_mm"],
        next_gauge_mm=after["gauge_mm"] if breaks and after else None,
        status=row["status"],
        operators=split_ids(row["operators"]),
        distance_km=_figure(row, "distance_km") if is_leg else None,
        time_h=_figure(row, "time_h"),
    )


def _figure(row: dict[str, Any], quantity: str) -> ItineraryFigure:
    """Figure of a step."""
    return ItineraryFigure(
        low=row[f"{quantity}_low"],
        typical=row[f"{quantity}_typical"],
        high=row[f"{quantity}_high"],
        basis=row[f"{quantity}_basis"],
        claim_id=row[f"{quantity}_claim_id"],
    )

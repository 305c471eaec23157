"""Flights as the dataset knows them, each in the direction in which it is flown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.dataset.tables import Dataset

_LEG_STATUS = {
    "operating": "operating", "seasonal": "seasonal", "suspended": "suspended", "announced": "announced",
    "pre-construction": "announced", "construction": "announced", "shelved": "ended", "cancelled": "ended",
}  # fmt: skip


class Flight(NamedTuple):
    """
    One service in one direction.

    Attributes
    ----------
    service_id, leg_id
        The service, "" for a leg that is known to be flown but has no recorded service; its leg.
    start, end
        Airports in the direction flown.
    operator, status, known_on
        As recorded of the service; "" where empty.
    weekdays
        ISO weekdays; "" where no page read states them for this direction.
    block_min
        Block time published for this direction.
    block_min_other_way
        Block time published for the other direction, where none is for this one.
    weekly_frequency
        Low, typical, high flights a week as published; each None where missing.
    valid_from, valid_to
        First and last day as recorded, of a suspended service those of the pause; "" where empty.
    """

    service_id: str
    leg_id: str
    start: str
    end: str
    operator: str
    weekdays: str
    status: str
    known_on: str
    block_min: float | None
    block_min_other_way: float | None
    weekly_frequency: tuple[float | None, float | None, float | None]
    valid_from: str = ""
    valid_to: str = ""


@remembered(depends_on=Depends.CLAIMS)
def flights(dataset: Dataset) -> tuple[Flight, ...]:
    """
    List every passenger flight in each direction in which it runs, and legs without a recorded service.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    tuple of Flight
        Services in the order of their table, then the legs.
    """
    return tuple(_every(dataset))


def _every(dataset: Dataset) -> Iterator[Flight]:
    """Flights in each direction, and legs that no service is recorded for."""
    legs = dataset.legs[dataset.legs["mode"] == "air"]
    by_ends = {
        frozenset((start, end)): leg_id
        for leg_id, start, end in zip(legs["leg_id"], legs["from_node"], legs["to_node"], strict=True)
    }
    cargo = dataset.services[dataset.services["kind"] == "cargo-flight"]
    served = {leg_id for legs in cargo["legs"] for leg_id in split_ids(legs)}
    for service in dataset.services[dataset.services["kind"] == "flight"].to_dict("records"):
        leg_id = by_ends.get(frozenset((service["from_node"], service["to_node"])), "")
        served.add(leg_id)
        yield _flight(dataset, service, leg_id)
        if service["both_ways"]:
            yield _flight(dataset, service, leg_id, backwards=True)
    for leg in legs[~legs["leg_id"].isin(served)].to_dict("records"):
        bare = {
            "from_node": leg["from_node"],
            "to_node": leg["to_node"],
            "status": _LEG_STATUS.get(leg["status"]),
        }
        yield _flight(dataset, bare, leg["leg_id"])
        if leg["both_ways"]:
            yield _flight(dataset, bare, leg["leg_id"], backwards=True)


def _flight(dataset: Dataset, service: dict[Any, Any], leg_id: str, *, backwards: bool = False) -> Flight:
    """Flight from a service's row; weekdays and block times hold for the direction written there."""
    start, end = service["from_node"], service["to_node"]
    service_id = _text(service.get("service_id"))
    flown = (end, start) if backwards else (start, end)
    block_min = _block(dataset, service_id, leg_id, is_written=not backwards, flown=flown)
    other_way = None
    if block_min is None:
        other_way = _block(dataset, service_id, leg_id, is_written=backwards, flown=flown[::-1])
    frequency = figure(dataset, "service", service_id, "weekly_frequency")
    return Flight(
        service_id=service_id,
        leg_id=leg_id,
        start=flown[0],
        end=flown[1],
        operator=_text(service.get("operator")),
        weekdays="" if backwards else _text(service.get("weekdays")),
        status=_text(service["status"]) or "unknown",
        known_on=_text(service.get("last_seen")),
        block_min=block_min,
        block_min_other_way=other_way,
        weekly_frequency=(frequency.low, frequency.typical, frequency.high),
        valid_from=_text(service.get("valid_from")),
        valid_to=_text(service.get("valid_to")),
    )


def _block(
    dataset: Dataset, service_id: str, leg_id: str, *, is_written: bool, flown: tuple[str, str]
) -> float | None:
    """Block time published for one direction: of the service as it is written, else of the leg as it is."""
    block_min = figure(dataset, "service", service_id, "block_min").typical if is_written else None
    if block_min is None and leg_id and _written_ends(dataset, leg_id) == flown:
        block_min = figure(dataset, "leg", leg_id, "block_min").typical
    return block_min


def _written_ends(dataset: Dataset, leg_id: str) -> tuple[str, str]:
    """From and To of a leg."""
    leg = dataset.record("legs", leg_id)
    return str(leg["from_node"]), str(leg["to_node"])


def _text(cell: object) -> str:
    """Text of a cell, "" if it is missing."""
    return cell if isinstance(cell, str) else ""

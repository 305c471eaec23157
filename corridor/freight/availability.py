"""Whether a leg can be had on a date: running, seasonal, possible or restricted, with the reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import first_day, last_day, years_before
from corridor.dataset.tables import split_ids
from corridor.freight.restrictions import in_force, known_until
from corridor.freight.running import SAILS, known_cargo, serves_cargo, state_on
from corridor.memory.memo import MAX_RECENT, Depends, remembered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

    Row = Mapping[str, Any]

AVAILABILITIES = ("running", "seasonal", "possible", "restricted")
MAX_AGE_YEARS = 3
_IN_OPERATION = frozenset({"operating", "seasonal"})


@dataclass(frozen=True, kw_only=True)
class Reason:
    """
    Why a leg is as available as it is.

    Attributes
    ----------
    leg_id
        The leg.
    availability
        One of `AVAILABILITIES`.
    code
        "service-seen": a service was seen within `MAX_AGE_YEARS` of the day; "service-old": only before that;
        "service-unsure": recorded as announced, unknown or without a day on which it was seen; "no-service":
        a ship is needed and none is recorded; "line-open": a railway or road in operation; "line-unsure": one
        of which that is not recorded; "season": the leg is recorded as seasonal, its months are not known;
        "restriction": a row of the table of restrictions; "assumed": a scenario adds the leg.
    service_id, restriction_id
        Where that is recorded; empty if nowhere.
    seen
        When the service was seen last; empty if not recorded.
    """

    leg_id: str
    availability: str
    code: str
    service_id: str = ""
    restriction_id: str = ""
    seen: str = ""


def leg_reasons(
    dataset: Dataset, leg_id: str, *, date: dt.date | None = None, cargo: str = "container"
) -> tuple[Reason, ...]:
    """
    Say why a leg can or cannot be had.

    A leg by ship needs a service: one that is recorded as operating and was seen within `MAX_AGE_YEARS`
    before or after the day is running. What is seasonal can be had in its season as long as no day is named;
    on a day on which the season may be shut it is merely possible. A railway or road in operation is open to
    whoever orders a train or sends a lorry: it is running, and the newest train service on it is named where
    one was seen. Restrictions go before both.

    Parameters
    ----------
    dataset
        The route dataset, under a scenario that of the scenario.
    leg_id
        A leg of the freight network.
    date
        Day of travel, or None: the day up to which the data know of services.
    cargo
        One of `corridor.freight.running.CARGOES`.

    Returns
    -------
    tuple of Reason
        The worst first; at least one.

    Raises
    ------
    UnknownIdError, RouteError
        If there is no such leg or cargo.
    """
    known_cargo(cargo)
    return _reasons(dataset, leg_id, date, cargo)


def worst(reasons: Iterable[Reason]) -> str:
    """Return the least available of some reasons; "running" if there are none."""
    places = (AVAILABILITIES.index(reason.availability) for reason in reasons)
    return AVAILABILITIES[max(places, default=0)]


def rank(availability: str) -> int:
    """Return how sure something is to be had: 0 sure, at least in season; 1 not confirmed; 2 restricted."""
    return {"possible": 1, "restricted": 2}.get(availability, 0)


def surest_first(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """
    Sort routes by how sure they are to be had, then by columns.

    Parameters
    ----------
    table
        As `corridor.routing.routes.Routes.table`; without the column availability all count alike.
    columns
        Of which less is better.

    Returns
    -------
    pandas.DataFrame
        The same rows; those alike stay in their order.
    """
    ranks = list(map(rank, table["availability"])) if "availability" in table else [0] * len(table)
    ordered = table.assign(_rank=ranks).sort_values(["_rank", *columns], kind="stable")
    return ordered.drop(columns="_rank")


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def unsure_legs(dataset: Dataset, date: dt.date | None, cargo: str) -> Mapping[str, int]:
    """Return the legs of the freight network that are not sure to be had, each with its `rank`."""
    ranks = {
        str(leg_id): rank(worst(_reasons(dataset, leg_id, date, cargo)))
        for leg_id, mode in dataset.legs[["leg_id", "mode"]].itertuples(index=False)
        if mode != "air"
    }
    return {leg_id: place for leg_id, place in ranks.items() if place}


@remembered(depends_on=Depends.LEGS, parts=lambda leg_id, _date, _cargo: (leg_id,))
def _reasons(dataset: Dataset, leg_id: str, date: dt.date | None, cargo: str) -> tuple[Reason, ...]:
    """Reasons of a leg, the worst first."""
    leg = dataset.record("legs", leg_id)
    if leg_id in dataset.added:
        return (Reason(leg_id=leg_id, availability="running", code="assumed"),)
    season = "seasonal" if date is None else "possible"
    own = _by_ship(dataset, leg, date, cargo) if leg["mode"] in SAILS else _by_land(dataset, leg, date)
    rules = [
        Reason(
            leg_id=leg_id,
            availability=season if row["what"] == "seasonal" else "restricted",
            code="restriction",
            restriction_id=str(row["restriction_id"]),
        )
        for row in in_force(dataset, leg_id, date=date, cargo=cargo)
    ]
    months = [Reason(leg_id=leg_id, availability=season, code="season")]
    both = [own, *(months if leg["status"] == "seasonal" else [])]
    order = AVAILABILITIES.index
    return tuple(sorted((*rules, *both), key=lambda reason: -order(reason.availability)))


def _by_ship(dataset: Dataset, leg: Row, date: dt.date | None, cargo: str) -> Reason:
    """Reason of a leg that needs a ship: its best service."""
    leg_id = str(leg["leg_id"])
    services = [row for row in _services(dataset).get(leg_id, ()) if serves_cargo(row, cargo)]
    found = [_of_service(dataset, leg_id, row, date) for row in services]
    if not found:
        return Reason(leg_id=leg_id, availability="possible", code="no-service")
    return min(found, key=_sureness)


def _by_land(dataset: Dataset, leg: Row, date: dt.date | None) -> Reason:
    """Reason of a railway or road."""
    leg_id = str(leg["leg_id"])
    if leg["status"] not in _IN_OPERATION:
        return Reason(leg_id=leg_id, availability="possible", code="line-unsure")
    found = [_of_service(dataset, leg_id, row, date) for row in _services(dataset).get(leg_id, ())]
    best = min(found, key=_sureness, default=None)
    if best is not None and best.code == "service-seen":
        return best
    return Reason(leg_id=leg_id, availability="running", code="line-open")


def _of_service(dataset: Dataset, leg_id: str, row: Row, date: dt.date | None) -> Reason:
    """Reason that a service gives."""
    seen = str(row["last_seen"] or "")
    code, availability = "service-unsure", "possible"
    if row["status"] in {"operating", "seasonal"} and seen and state_on(row, date) == "open":
        is_fresh = _is_fresh(dataset, row, date)
        code = "service-seen" if is_fresh else "service-old"
        state = "running" if row["status"] == "operating" else "seasonal" if date is None else "possible"
        availability = state if is_fresh else "possible"
    return Reason(
        leg_id=leg_id, availability=availability, code=code, service_id=str(row["service_id"]), seen=seen
    )


def _is_fresh(dataset: Dataset, row: Row, date: dt.date | None) -> bool:
    """Whether a service was seen close enough to the day, or is recorded from before it to after it."""
    day = date or known_until(dataset)
    first, last = first_day(str(row["last_seen"])), last_day(str(row["last_seen"]))
    if day is None:
        return True
    if row["valid_from"] and first_day(str(row["valid_from"])) <= day <= last:
        return True
    return last >= years_before(day, MAX_AGE_YEARS) and years_before(first, MAX_AGE_YEARS) <= day


def _sureness(reason: Reason) -> tuple[int, int]:
    """Order of services: the surest first, then the one seen last."""
    seen = last_day(reason.seen).toordinal() if reason.seen else 0
    return AVAILABILITIES.index(reason.availability), -seen


@remembered(depends_on=Depends.CLAIMS)
def _services(dataset: Dataset) -> Mapping[str, tuple[Row, ...]]:
    """Services of each leg."""
    served: dict[str, list[Row]] = {}
    for service in dataset.services["service_id"]:
        row = dataset.record("services", service)
        for leg_id in split_ids(row["legs"]):
            served.setdefault(leg_id, []).append(row)
    return {leg_id: tuple(rows) for leg_id, rows in served.items()}

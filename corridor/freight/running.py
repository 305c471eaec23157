"""Freight legs that run on a date and accept a kind of cargo, according to services and closures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.dataset.periods import first_day, last_day
from corridor.dataset.tables import split_ids
from corridor.errors import RouteError
from corridor.evidence.claims import figure
from corridor.freight.restrictions import in_force
from corridor.scenario.codec import MODES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

CARGOES = ("container", "bulk")
STATES = ("open", "not-begun", "ended", "paused", "season-unknown", "containers-only", "shut")
CLOSED = frozenset({"not-begun", "ended", "paused", "containers-only", "shut"})
SAILS = frozenset({"sea", "ferry", "river"})
_OF_CONTAINERS = frozenset({"feeder"})
_COLUMNS = {"leg_id": "str", "mode": "str", "state": "str", "services": "str", "note": "str"}


def running(dataset: Dataset, *, date: dt.date | None = None, cargo: str = "container") -> pd.DataFrame:
    """
    Return for each freight leg whether it runs on a date and accepts a kind of cargo.

    A ship's leg runs if one of the services recorded on it does; one without a recorded service, and every
    railway and road, is open as its status says. No season of a leg is published in months that could be
    reckoned with: such a leg stays open and is marked. Where only container ships are recorded, no bulk goes.
    A leg that the table of restrictions calls closed, itself, at one of its ends, its countries or the border
    between them, is shut from the first to the last day.

    Parameters
    ----------
    dataset
        The route dataset.
    date
        Day of travel, or None for the legs as they are recorded.
    cargo
        One of `CARGOES`.

    Returns
    -------
    pandas.DataFrame
        One row a leg of freight: leg_id, mode, state ("open"; "not-begun", "ended", "paused" or "shut" on
        that date; "season-unknown"; "containers-only"), services (those looked at, separated by |), note (of
        the services and closures, joined by "; "). Legs with a state of `CLOSED` are left out of the network.

    Raises
    ------
    RouteError
        If there is no such cargo.
    """
    known_cargo(cargo)
    served: dict[str, list[Mapping[str, object]]] = {}
    for service in dataset.services["service_id"]:
        row = dataset.record("services", service)
        for leg_id in split_ids(row["legs"]):
            served.setdefault(leg_id, []).append(row)
    rows = []
    for leg_id in dataset.legs.loc[dataset.legs["mode"].isin(MODES), "leg_id"]:
        leg = dataset.record("legs", leg_id)
        services = served.get(leg_id, []) if leg["mode"] in SAILS else []
        state = _state(services, date, cargo)
        if state == "open" and date is not None and leg["status"] == "seasonal":
            state = "season-unknown"
        shut = _closures(dataset, leg_id, date, cargo)
        if shut:
            state = "shut"
        rows.append(
            {
                "leg_id": leg_id,
                "mode": leg["mode"],
                "state": state,
                "services": "|".join(str(one["service_id"]) for one in services),
                "note": "; ".join(
                    [
                        *(str(one["name_en"]) for one in shut),
                        *(str(one["note"]) for one in services if one["note"]),
                    ]
                ),
            }
        )
    frame = pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)
    return frame.sort_values("leg_id", ignore_index=True)


def known_cargo(cargo: str) -> None:
    """Refuse a cargo that there is not; raises `RouteError`."""
    if cargo not in CARGOES:
        raise RouteError("cargo-unknown", cargo=cargo, known=tuple(CARGOES))


def closed_legs(dataset: Dataset, *, date: dt.date | None = None, cargo: str = "container") -> frozenset[str]:
    """Return the legs closed on a date or to a cargo; none if neither is given."""
    if date is None and cargo == CARGOES[0]:
        return frozenset()
    frame = running(dataset, date=date, cargo=cargo)
    return frozenset(frame.loc[frame["state"].isin(CLOSED), "leg_id"])


def serves_cargo(service: Mapping[str, object], cargo: str) -> bool:
    """Whether a service takes a kind of cargo: a container ship takes no bulk."""
    return cargo == CARGOES[0] or service["kind"] not in _OF_CONTAINERS


def refuse_costs(dataset: Dataset, cargo: str, criteria: tuple[str, ...]) -> None:
    """
    Refuse a cost criterion for a cargo without published costs.

    Raises
    ------
    RouteError
        If the cost of bulk is asked for.
    """
    if cargo != "bulk" or "cost_usd_per_teu" not in criteria:
        return
    legs = dataset.legs.loc[dataset.legs["mode"].isin(MODES), "leg_id"]
    known = sum(not figure(dataset, "leg", leg_id, "cost_usd_per_t").is_missing for leg_id in legs)
    raise RouteError("bulk-cost-unknown", legs=len(legs), known=known)


def _state(services: list[Mapping[str, object]], date: dt.date | None, cargo: str) -> str:
    """State of a leg by its services: open if one of them is."""
    if not services:
        return "open"
    fitting = [one for one in services if serves_cargo(one, cargo)]
    if not fitting:
        return "containers-only"
    if date is None:
        return "open"
    states = [state_on(one, date) for one in fitting]
    return min(states, key=STATES.index)


def _closures(dataset: Dataset, leg_id: str, date: dt.date | None, cargo: str) -> list[Mapping[str, object]]:
    """Closures of a leg on a date; without one it is as recorded."""
    if date is None:
        return []
    return [row for row in in_force(dataset, leg_id, date=date, cargo=cargo) if row["what"] == "closed"]


def state_on(service: Mapping[str, object], date: dt.date | None) -> str:
    """Return the state of a service on a date; without one it is open unless it has ended."""
    if date is None:
        return "ended" if service["status"] == "ended" else "open"
    begins, ends = service["valid_from"], service["valid_to"]
    has_begun = not begins or first_day(str(begins)) <= date
    has_ended = bool(ends) and last_day(str(ends)) < date
    if service["status"] == "suspended":
        return "paused" if has_begun and not has_ended else "open"
    if not has_begun:
        return "not-begun"
    return "ended" if has_ended or service["status"] == "ended" else "open"

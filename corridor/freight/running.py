"""Freight legs that run on a date and accept a kind of cargo, according to services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.dataset.periods import first_day, last_day
from corridor.dataset.tables import split_ids
from corridor.errors import RouteError
from corridor.evidence.claims import figure
from corridor.scenario.codec import MODES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

CARGOES = ("container", "bulk")
STATES = ("open", "not-begun", "ended", "paused", "season-unknown", "containers-only")
CLOSED = frozenset({"not-begun", "ended", "paused", "containers-only"})
_SAILS = frozenset({"sea", "ferry", "river"})
_OF_CONTAINERS = frozenset({"feeder"})
_COLUMNS = {"leg_id": "str", "mode": "str", "state": "str", "services": "str", "note": "str"}


def running(dataset: Dataset, *, date: dt.date | None = None, cargo: str = "container") -> pd.DataFrame:
    """
    Return for each freight leg whether it runs on a date and accepts a kind of cargo.

    A ship's leg runs if one of the services recorded on it does; one without a recorded service, and every
    railway and road, is open as its status says. No season of a leg is published in months that could be
    reckoned with: such a leg stays open and is marked. Where only container ships are recorded, no bulk goes.

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
        One row a leg of freight: leg_id, mode, state ("open"; "not-begun", "ended" or "paused" on that date;
        "season-unknown"; "containers-only"), services (those looked at, separated by |), note (of the
        services, joined by "; "). Legs with a state of `CLOSED` are left out of the network.

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
        services = served.get(leg_id, []) if leg["mode"] in _SAILS else []
        state = _state(services, date, cargo)
        if state == "open" and date is not None and leg["status"] == "seasonal":
            state = "season-unknown"
        rows.append(
            {
                "leg_id": leg_id,
                "mode": leg["mode"],
                "state": state,
                "services": "|".join(str(one["service_id"]) for one in services),
                "note": "; ".join(str(one["note"]) for one in services if one["note"]),
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
    fitting = [one for one in services if cargo == CARGOES[0] or one["kind"] not in _OF_CONTAINERS]
    if not fitting:
        return "containers-only"
    if date is None:
        return "open"
    states = [_on(one, date) for one in fitting]
    return min(states, key=STATES.index)


def _on(service: Mapping[str, object], date: dt.date) -> str:
    """State of a service on a date."""
    begins, ends = service["valid_from"], service["valid_to"]
    has_begun = not begins or first_day(str(begins)) <= date
    has_ended = bool(ends) and last_day(str(ends)) < date
    if service["status"] == "suspended":
        return "paused" if has_begun and not has_ended else "open"
    if not has_begun:
        return "not-begun"
    return "ended" if has_ended or service["status"] == "ended" else "open"

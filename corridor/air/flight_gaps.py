"""What is not known of the flights between two airports."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from corridor.air.flights import flights
from corridor.columns.air import FLIGHT_GAPS
from corridor.columns.frame import make_frame
from corridor.dataset.periods import last_day, years_before
from corridor.evidence.claims import about, figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

# What is told of the state of a flight, the gravest first; then what is missing of it; then what is old.
GAPS = (
    "start-passed", "pause-passed", "status", "not-seen", "frequency", "weekdays", "block", "numbers",
    "overdue",
)  # fmt: skip


def flight_gaps(dataset: Dataset, options: pd.DataFrame, *, today: dt.date) -> pd.DataFrame:
    """
    List what is not known of the services of some ways by air.

    Parameters
    ----------
    dataset
        The route dataset.
    options
        As `corridor.air.timetable.options` returns them; services of ways that have ended are left out.
    today
        Day from which what is past counts.

    Returns
    -------
    pandas.DataFrame
        One row a service and gap, in the order of the options and of `GAPS`: service_id; gap: "start-passed"
        (announced, its first day has passed, and no page confirms the start), "pause-passed" (suspended, the
        end of the pause has passed, and no page confirms the return), "status" (not known whether it flies),
        "not-seen" (no page of the last year speaks of it), "frequency", "weekdays", "block" (not published in
        either direction), "numbers" (flight numbers), "overdue" (claims whose day for review has passed);
        since (the date that has passed, or that of the newest page; empty if there is none); count (of the
        claims overdue).
    """
    alive = options[options["status"] != "ended"]
    ids = dict.fromkeys(part for cell in alive["services"].dropna() for part in cell.split("|") if part)
    rows = [row for service in ids for row in _of(dataset, service, today)]
    return make_frame(rows, FLIGHT_GAPS)


def _of(dataset: Dataset, service_id: str, today: dt.date) -> Iterator[dict[str, Any]]:
    """Gaps of one service."""
    service = dataset.record("services", service_id)
    told: list[tuple[str, str, int | None]] = [*_of_state(service, today)]
    told += [(gap, "", None) for gap in _missing(dataset, service)]
    due = about(dataset, "service", service_id)["check_by"].dropna()
    passed = [day for day in due if dt.date.fromisoformat(day) < today]
    if passed:
        told.append(("overdue", min(passed), len(passed)))
    for gap, since, count in told:
        yield {"service_id": service_id, "gap": gap, "since": since or None, "count": count}


def _of_state(service: Mapping[str, Any], today: dt.date) -> Iterator[tuple[str, str, None]]:
    """Say what is not known of whether a service flies, with the date that has passed."""
    first, last, seen = (_text(service[name]) for name in ("valid_from", "valid_to", "last_seen"))
    if service["status"] == "announced" and first and last_day(first) < today:
        yield "start-passed", first, None
    if service["status"] == "suspended" and last and last_day(last) < today:
        yield "pause-passed", last, None
    if service["status"] == "unknown":
        yield "status", seen, None
    elif not seen or last_day(seen) < years_before(today, 1):
        yield "not-seen", seen, None


def _missing(dataset: Dataset, service: Mapping[str, Any]) -> Iterator[str]:
    """Name what is not published of a service."""
    service_id = str(service["service_id"])
    if figure(dataset, "service", service_id, "weekly_frequency").is_missing:
        yield "frequency"
    if not _text(service["weekdays"]):
        yield "weekdays"
    flown = [flight for flight in flights(dataset) if flight.service_id == service_id]
    if all(flight.block_min is None and flight.block_min_other_way is None for flight in flown):
        yield "block"
    is_numbered = not figure(dataset, "service", service_id, "flight_numbers").is_missing
    if not _text(service["flight_numbers"]) and not is_numbered:
        yield "numbers"


def _text(cell: object) -> str:
    """Text of a cell, "" if it is missing."""
    return cell if isinstance(cell, str) else ""

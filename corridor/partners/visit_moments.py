"""A visit in time: the meetings around it, what was agreed by sector, what has been reported since."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.partners import VISIT_MOMENTS
from corridor.dataset.periods import first_day, last_day, years_before
from corridor.dataset.records import records
from corridor.dataset.tables import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

    Row = Mapping[str, Any]

YEARS_BEFORE = 1
MEETINGS = ("visit", "meeting", "signing", "launch")
OUTCOMES = ("operating", "in-force", "silent")


def visit_moments(
    dataset: Dataset, event_ids: tuple[str, ...], promises: pd.DataFrame, *, by: str = "sector"
) -> pd.DataFrame:
    """
    List what happened around a visit and what came of it, with dates.

    Parameters
    ----------
    dataset
        The route dataset.
    event_ids
        The events of the visit.
    promises
        Rows of `corridor.partners.follow_up.follow_up` for these events; its filters act here, too.
    by
        "sector" puts the promises of a sector together, "promise" lists each by itself.

    Returns
    -------
    pandas.DataFrame
        One row a moment, meetings first: row ("meeting", "sector" or the kind of the promise), id (of the
        event, sector or promise); kind ("meeting", "agreement", "project", "report" or one of `OUTCOMES`); on
        (day, month or year; empty for an outcome, which holds as far as the data reach); count; ids (events,
        promises, or for reports sources). Meetings are those of all countries of the visit from a year before
        it.
    """
    events = [dataset.record("events", id_) for id_ in event_ids]
    rows = list(_meetings(dataset, events))
    first = min(event["date"] for event in events)
    end = max(event["date_to"] or event["date"] for event in events)
    for (group, id_), found in _grouped(promises, by).items():
        rows += _promises(group, id_, found, first, end)
        rows += _reports(dataset, group, id_, found)
        for outcome in OUTCOMES:
            ids = tuple(row["id"] for row in found if row["outcome"] == outcome)
            if ids:
                rows.append(_row(group, id_, outcome, None, ids))
    return make_frame(rows, VISIT_MOMENTS)


def _meetings(dataset: Dataset, events: list[Row]) -> Iterator[dict[str, Any]]:
    """Meetings of the countries of a visit from a year before it."""
    countries = set.intersection(*(set(split_ids(event["countries"])) for event in events))
    begin = years_before(min(first_day(event["date"]) for event in events), YEARS_BEFORE)
    for row in records(dataset.events.sort_values(["date", "event_id"])):
        if (
            row["kind"] in MEETINGS
            and countries <= set(split_ids(row["countries"]))
            and first_day(row["date"]) >= begin
        ):
            yield _row("meeting", row["event_id"], "meeting", row["date"], (row["event_id"],))


def _grouped(promises: pd.DataFrame, by: str) -> Mapping[tuple[str, str], list[dict[str, Any]]]:
    """Promises by sector, the most first, or each by itself, papers first."""
    rows = records(promises)
    if by == "promise":
        return {(row["kind"], row["id"]): [row] for row in rows}
    counts = Counter(row["sector"] for row in rows)
    order = sorted(counts, key=lambda sector: (-counts[sector], sector))
    return {("sector", sector): [row for row in rows if row["sector"] == sector] for sector in order}


def _promises(
    group: str, id_: str, found: list[dict[str, Any]], first: str, end: str
) -> Iterator[dict[str, Any]]:
    """Count what was agreed or spoken of; what is older than the visit was spoken of at it."""
    for kind in ("agreement", "project"):
        mine = [row for row in found if row["kind"] == kind]
        days = sorted(_day(row["promised_on"], first, end) for row in mine)
        if days:
            on = days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}"
            yield _row(group, id_, kind, on, tuple(row["id"] for row in mine))


def _day(promised: str | None, first: str, end: str) -> str:
    """Give the day of the visit on which something was agreed or spoken of."""
    return promised if promised and first <= promised <= end else first


def _reports(dataset: Dataset, group: str, id_: str, found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Documents since then, by day."""
    days: dict[str, list[str]] = {}
    for source in dict.fromkeys(source for row in found for source in row["since"]):
        days.setdefault(dataset.record("sources", source)["published"], []).append(source)
    for day, ids in sorted(days.items(), key=lambda one: last_day(one[0])):
        yield _row(group, id_, "report", day, tuple(ids))


def _row(group: str, id_: str, kind: str, day: str | None, ids: tuple[str, ...]) -> dict[str, Any]:
    """One moment."""
    return {"row": group, "id": id_, "kind": kind, "on": day, "count": len(ids), "ids": ids}

"""Follow-up of a visit: what was agreed, what has been reported since, what has not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.partners import PROMISES
from corridor.dataset.periods import last_day
from corridor.dataset.tables import split_ids

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

# A report counts as made since if it came out after the days on which the visit itself was reported.
VISIT_DAYS = 7
FEBRUARY_2026 = "ev-2026-02-27-talks"
# The talks, the forum and the visit of February 2026 are one occasion.
TOGETHER = {FEBRUARY_2026: ("ev-2026-02-26-visit", "ev-2026-02-26-forum", FEBRUARY_2026)}


def follow_up(dataset: Dataset, event_ids: tuple[str, ...]) -> pd.DataFrame:
    """
    List the papers signed and projects discussed at events, with reports since then.

    Parameters
    ----------
    dataset
        The route dataset.
    event_ids
        The events of one visit, such as ("ev-2026-02-26-forum", "ev-2026-02-27-talks").

    Returns
    -------
    pandas.DataFrame
        One row a promise, papers first: kind ("agreement" or "project"), id, name_en, sector, promised_on;
        status (of a project as recorded; missing for a paper); outcome ("in-force" for a paper with a date
        of entry into force, "operating" for a project that runs, "reported" where a document of more than
        `VISIT_DAYS` days after the last of the events speaks of it, else "silent"); last_reported_on (newest
        dated document that speaks of it); since (tuple of the documents of later days), sources (tuple of all
        documents), related (ids of its projects or papers). That no later document stands in the data does
        not mean that nothing happened.

    Raises
    ------
    UnknownIdError
        If there is no such event.
    """
    events = [dataset.record("events", id_) for id_ in event_ids]
    end = max(last_day(event["date_to"] or event["date"]) for event in events)
    first = min(event["date"] for event in events)
    papers = dataset.agreements[dataset.agreements["event_id"].isin(event_ids)]["agreement_id"]
    promised = list(_promised(dataset, tuple(papers), first, end))
    rows = [_row(dataset, "agreement", paper, end) for paper in papers]
    rows += [_row(dataset, "project", project, end) for project in promised]
    return make_frame(rows, PROMISES)


def occasion(dataset: Dataset, event_id: str) -> tuple[str, ...]:
    """Return the events of one visit: the named one and those held with it."""
    others = [other for other in TOGETHER.get(event_id, ()) if dataset.has("events", other)]
    return tuple(dict.fromkeys((*others, event_id)))


def _promised(dataset: Dataset, papers: tuple[str, ...], first: str, end: dt.date) -> Iterator[str]:
    """Projects that the papers name, or that were first announced or spoken of on the days of the events."""
    named = {
        project for paper in papers for project in split_ids(dataset.record("agreements", paper)["projects"])
    }
    for project_id in dataset.projects["project_id"]:
        project = dataset.record("projects", project_id)
        days = [project[name] for name in ("announced_on", "last_reported_on") if project[name]]
        spoken = any(first <= day <= end.isoformat() for day in days)
        between = {"KZ", "RS"} <= set(split_ids(project["countries"]))
        if project_id in named or (spoken and between):
            yield project_id


def _row(dataset: Dataset, kind: str, id_: str, end: dt.date) -> dict[str, Any]:
    """One promise."""
    record = dataset.record(f"{kind}s", id_)
    told = [dataset.record("sources", source_id) for source_id in _told(dataset, kind, id_, record)]
    dated = sorted((source for source in told if source["published"]), key=lambda source: source["published"])
    since = [source for source in dated if (last_day(source["published"]) - end).days > VISIT_DAYS]
    newest = [source["published"] for source in dated[-1:]]
    is_paper = kind == "agreement"
    return {
        "kind": kind,
        "id": id_,
        "name_en": record["name_en"],
        "sector": record["sector"],
        "promised_on": record["signed_on" if is_paper else "announced_on"],
        "status": None if is_paper else record["status"],
        "outcome": _outcome(record, is_reported=bool(since)),
        "last_reported_on": max([*newest, record.get("last_reported_on") or ""]) or None,
        "since": tuple(source["source_id"] for source in since),
        "sources": tuple(source["source_id"] for source in told),
        "related": split_ids(record["projects"]) if is_paper else _papers_on(dataset, id_),
    }


def _outcome(record: Mapping[str, Any], *, is_reported: bool) -> str:
    """Return the outcome of a promise according to the records."""
    if record.get("in_force_on"):
        return "in-force"
    if record.get("status") == "operating":
        return "operating"
    return "reported" if is_reported else "silent"


def _told(dataset: Dataset, kind: str, id_: str, record: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the documents on a paper or project: those of its record, then those of its claims."""
    claims = dataset.claims
    on_it = claims[(claims["subject_type"] == kind) & (claims["subject_id"] == id_)]["source_id"]
    return tuple(dict.fromkeys([*split_ids(record["sources"]), *on_it]))


def _papers_on(dataset: Dataset, project_id: str) -> tuple[str, ...]:
    """Papers that name a project."""
    papers = dataset.agreements
    return tuple(
        str(row.agreement_id)
        for row in papers[["agreement_id", "projects"]].itertuples(index=False)
        if project_id in split_ids(row.projects)
    )

"""The register of partner projects: state, time since the last report, record scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.audit.conflicts import conflicts
from corridor.columns.frame import make_frame
from corridor.columns.partners import REGISTER
from corridor.dataset.periods import last_day, years_before
from corridor.dataset.tables import split_ids

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

# Global Energy Monitor: no sign of progress for two years is "shelved", for four years "cancelled".
SHELVED_AFTER_YEARS, CANCELLED_AFTER_YEARS = 2, 4
MAY_GO_QUIET = ("announced", "pre-construction", "construction")
AGREE_WITHIN = 0.1
# What a complete record says; docs/method.md names each.
FIELDS = (
    "parties", "countries", "place", "status", "announced_on", "expected_on", "last_reported_on", "value",
    "summary", "second_source",
)  # fmt: skip
_UNPLACED = ("none", "signing-place")


def register(dataset: Dataset, *, today: dt.date) -> pd.DataFrame:
    """
    List the partner projects with their state and scores on a day.

    Parameters
    ----------
    dataset
        The route dataset.
    today
        Day on which silence and age are judged.

    Returns
    -------
    pandas.DataFrame
        One row a project in the order of the table: project_id, sector, theme; status (as recorded);
        inferred ("shelved" or "cancelled" where nobody has spoken of an unfinished project for two or four
        years, else missing; the recorded status stays beside it); silent_years (since the last report; NaN if
        undated); age_years (since the first mention; NaN if undated); expected_on, is_overdue (whether that
        has passed while the project is not in operation; missing without a date); last_reported_on;
        place_precision, is_mapped (whether the place is one of the project: where a paper was signed is
        not); countries, organisations, legs, nodes (tuples of ids); sources_count (documents cited by the
        record and by claims on it); complete (share of `FIELDS` that are filled), lacks (tuple of those that
        are not); compared (quantities on which two or more documents speak), agree (share of these on which
        they agree within a tenth; NaN if compared is 0); do_not_sum.
    """
    claims = dataset.claims[dataset.claims["subject_type"] == "project"]
    spoken = {str(id_): frame for id_, frame in claims.groupby("subject_id")}
    disputed = _disputed(dataset)
    rows = [
        _row(dataset, dataset.record("projects", id_), spoken.get(id_), disputed, today)
        for id_ in dataset.projects["project_id"]
    ]
    return make_frame(rows, REGISTER)


def inferred_status(status: str, last_reported_on: str | None, *, today: dt.date) -> str | None:
    """
    Return the status inferred from silence: "shelved" after two years, "cancelled" after four, else None.

    The rule is that of Global Energy Monitor's trackers. What operates, is given up or is of unknown status
    is not inferred, and neither is a project whose last report is undated.
    """
    if status not in MAY_GO_QUIET or not last_reported_on:
        return None
    last = last_day(last_reported_on)
    if last <= years_before(today, CANCELLED_AFTER_YEARS):
        return "cancelled"
    return "shelved" if last <= years_before(today, SHELVED_AFTER_YEARS) else None


def _row(
    dataset: Dataset,
    project: Mapping[str, Any],
    claims: pd.DataFrame | None,
    disputed: set[tuple[str, str]],
    today: dt.date,
) -> dict[str, Any]:
    """One project."""
    cited = set(split_ids(project["sources"])) | (set() if claims is None else set(claims["source_id"]))
    due = project["expected_on"]
    touched = split_ids(project["mends"])
    filled = _filled(project, cited)
    agree = _agreement(claims, disputed, str(project["project_id"]))
    return {
        **{name: project[name] for name in REGISTER.names if name in project},
        "inferred": inferred_status(project["status"], project["last_reported_on"], today=today),
        "silent_years": _years(project["last_reported_on"], today),
        "age_years": _years(project["announced_on"], today),
        "is_overdue": None if not due else project["status"] != "operating" and last_day(due) < today,
        "is_mapped": project["place_precision"] not in _UNPLACED and project["lat"] is not None,
        "minerals": split_ids(project["minerals"]),
        "countries": split_ids(project["countries"]),
        "organisations": split_ids(project["organisations"]),
        "legs": tuple(id_ for id_ in touched if dataset.has("legs", id_)),
        "nodes": tuple(id_ for id_ in touched if dataset.has("nodes", id_)),
        "sources_count": len(cited),
        "complete": sum(filled.values()) / len(FIELDS),
        "lacks": tuple(name for name in FIELDS if not filled[name]),
        "do_not_sum": bool(project["do_not_sum"]),
        **agree,
    }


def _filled(project: Mapping[str, Any], cited: set[str]) -> dict[str, bool]:
    """Which of `FIELDS` a record fills."""
    filled = {name: project.get(name) is not None for name in FIELDS}
    return filled | {
        "place": project["place_precision"] not in _UNPLACED,
        "status": project["status"] != "unknown",
        "second_source": len(cited) > 1,
    }


def _agreement(
    claims: pd.DataFrame | None, disputed: set[tuple[str, str]], project_id: str
) -> dict[str, float]:
    """Return the number of quantities in several documents, and the share on which they agree."""
    if claims is None:
        return {"compared": 0, "agree": float("nan")}
    counts = claims[claims["fit"] == "exact"].groupby("quantity")["source_id"].nunique()
    several = [str(quantity) for quantity in counts.index[counts > 1]]
    agreed = sum((project_id, quantity) not in disputed for quantity in several)
    return {"compared": len(several), "agree": agreed / len(several) if several else float("nan")}


def _disputed(dataset: Dataset) -> set[tuple[str, str]]:
    """Find the projects and quantities whose documents differ by more than a tenth, or in text."""
    rows = conflicts(dataset)
    rows = rows[rows["subject_type"] == "project"]
    wide = rows["ratio"].isna() | (rows["ratio"] > 1 + AGREE_WITHIN)
    return set(rows.loc[wide, ["subject_id", "quantity"]].itertuples(index=False, name=None))


def _years(day: str | None, today: dt.date) -> float:
    """Years since a day, month or year ended; NaN without one."""
    return max((today - last_day(day)).days, 0) / 365.25 if day else float("nan")

"""The dates of partner projects: start, due date, milestones, last report; and whether on a corridor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.partners import PROJECT_DATES

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset

FAMILY = "trans-caspian"


def project_dates(dataset: Dataset, register: pd.DataFrame, *, family: str = FAMILY) -> pd.DataFrame:
    """
    List when the projects of a register start and are due, as published.

    Parameters
    ----------
    dataset
        The route dataset.
    register
        Rows of `corridor.partners.register.register`; its filters act here, too.
    family
        Family of corridors.

    Returns
    -------
    pandas.DataFrame
        One row a project in the order of the register: project_id, theme, status; start_on (first announced),
        due_on, last_reported_on, as published, empty where no date is; milestones (ids of upgrades with a
        date of their own that is not the project's); is_dated (whether it has a due date or a milestone);
        is_on_corridor (whether it touches a leg or place of a corridor of the family).
    """
    legs, places = _parts(dataset, family)
    rows = []
    for row in register.to_dict("records"):
        project = dataset.record("projects", row["project_id"])
        steps = _milestones(dataset, project)
        rows.append(
            {
                "project_id": row["project_id"],
                "theme": project["theme"],
                "status": project["status"],
                "start_on": project["announced_on"],
                "due_on": project["expected_on"],
                "last_reported_on": project["last_reported_on"],
                "milestones": steps,
                "is_dated": bool(project["expected_on"] or steps),
                "is_on_corridor": not legs.isdisjoint(row["legs"]) or not places.isdisjoint(row["nodes"]),
            }
        )
    return make_frame(rows, PROJECT_DATES)


def _parts(dataset: Dataset, family: str) -> tuple[set[str], set[str]]:
    """Legs of all corridors of a family, and the places at their ends."""
    corridors = dataset.corridors
    mine = corridors.loc[corridors["family"] == family, "corridor_id"]
    steps = dataset.corridor_legs
    legs = set(steps.loc[steps["corridor_id"].isin(mine), "leg_id"])
    ends = dataset.legs.loc[dataset.legs["leg_id"].isin(legs), ["from_node", "to_node"]]
    return legs, set(ends.to_numpy().ravel())


def _milestones(dataset: Dataset, project: Any) -> tuple[str, ...]:
    """Upgrades of a project that have another date, the earliest first, one for each date."""
    upgrades = dataset.upgrades
    mine = upgrades[(upgrades["project_id"] == project["project_id"]) & upgrades["expected_on"].notna()]
    by_day: dict[str, str] = {}
    for row in mine.sort_values(["expected_on", "upgrade_id"]).to_dict("records"):
        if row["expected_on"] != project["expected_on"]:
            by_day.setdefault(row["expected_on"], row["upgrade_id"])
    return tuple(by_day.values())

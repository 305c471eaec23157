"""Roles of organisations: services, legs, projects, agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.columns.frame import fit_frame, make_frame
from corridor.columns.partners import ROLE_COUNTS, ROLES_TABLE
from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.dataset.tables import Dataset

# Role, and the table with its key and the column that names who has it: by id, "parties" by name.
_TOLD_BY = (
    ("runs-service", "services", "service_id", "operator"),
    ("operates-leg", "legs", "leg_id", "operators"),
    ("party-to-project", "projects", "project_id", "organisations"),
    ("party-to-agreement", "agreements", "agreement_id", "parties"),
)
ROLES = tuple(role for role, *_told in _TOLD_BY)


def roles(dataset: Dataset, organisation_id: str | None = None) -> pd.DataFrame:
    """
    List the recorded roles of organisations.

    Parameters
    ----------
    dataset
        The route dataset.
    organisation_id
        One organisation, or None for all.

    Returns
    -------
    pandas.DataFrame
        One row a role: organisation_id; role (one of `ROLES`); table and id of what it concerns; status of
        that (missing for an agreement); sources (tuple of ids). A party to a project is party to an agreement
        that names this project only where the agreement's own parties name the organisation.

    Raises
    ------
    UnknownIdError
        If there is no such organisation.
    """
    frame = _roles(dataset)
    if organisation_id is None:
        return frame
    dataset.record("organisations", organisation_id)
    return frame[frame["organisation_id"] == organisation_id].reset_index(drop=True)


@remembered(depends_on=Depends.LEGS)
def _roles(dataset: Dataset) -> pd.DataFrame:
    """Roles of all organisations."""
    rows = sorted({(*row[:-1], split_ids(row[-1])) for row in _rows(dataset)}, key=str)
    return make_frame(rows, ROLES_TABLE)


def counts(dataset: Dataset) -> pd.DataFrame:
    """
    Count the roles of each organisation.

    Returns
    -------
    pandas.DataFrame
        organisation_id, one column for each of `ROLES`, roles_count; the most first, those without any left
        out.
    """
    frame = roles(dataset)
    table = pd.crosstab(frame["organisation_id"], frame["role"]).reindex(columns=list(ROLES), fill_value=0)
    table = table.assign(roles_count=table.sum(axis="columns")).rename_axis(columns=None).reset_index()
    return fit_frame(
        table.sort_values(["roles_count", "organisation_id"], ascending=[False, True], ignore_index=True),
        ROLE_COUNTS,
    )


def _rows(dataset: Dataset) -> Iterator[tuple[str, str, str, str, str | None, str | None]]:
    """Find the roles in each table."""
    names = {str(row["name_en"]): str(row["organisation_id"]) for row in _records(dataset, "organisations")}
    for role, table, key, column in _TOLD_BY:
        for row in _records(dataset, table):
            named = split_ids(row[column])
            ids = [names[name] for name in named if name in names] if column == "parties" else named
            for organisation in ids:
                yield organisation, role, table, str(row[key]), row.get("status"), row["sources"]


def _records(dataset: Dataset, table: str) -> Iterator[dict[str, str | None]]:
    """Rows with None for empty cells."""
    key = dataset.package.tables[table].primary_key[0]
    for id_ in dataset.table(table)[key]:
        yield dict(dataset.record(table, id_))

"""Which events of the register speak of a leg, a node, a service or a corridor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from corridor.dataset.tables import Dataset


def events_about(dataset: Dataset, ids: Collection[str]) -> pd.DataFrame:
    """
    List the events that rest on a document on which something about some subjects rests, too.

    The register of events names no legs or services. Its documents do: those of claims, upgrades and services
    of the subjects, and of projects that say they touch them.

    Parameters
    ----------
    dataset
        The route dataset.
    ids
        Ids of legs, nodes, services, corridors, topics.

    Returns
    -------
    pandas.DataFrame
        Rows of the events table, by date.
    """
    documents = _documents(dataset, set(ids))
    events = dataset.events
    is_about = [bool(_ids(sources) & documents) for sources in events["sources"]]
    return events.loc[is_about].sort_values(["date", "event_id"]).reset_index(drop=True)


def _documents(dataset: Dataset, ids: set[str]) -> set[str]:
    """Collect the sources that claims, upgrades, services and projects of some subjects rest on."""
    claims, upgrades, services, projects = (
        dataset.claims,
        dataset.upgrades,
        dataset.services,
        dataset.projects,
    )
    found = set(claims.loc[claims["subject_id"].isin(list(ids)), "source_id"])
    for frame, key in ((upgrades, "subject_id"), (services, "service_id")):
        for sources in frame.loc[frame[key].isin(list(ids)), "sources"]:
            found |= _ids(sources)
    for mends, sources in zip(projects["mends"], projects["sources"], strict=True):
        if _ids(mends) & ids:
            found |= _ids(sources)
    return found


def _ids(cell: object) -> set[str]:
    """Ids of a cell that separates them by |."""
    return set(cell.split("|")) if isinstance(cell, str) else set()

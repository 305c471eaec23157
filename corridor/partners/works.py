"""Planned works: projects and upgrades with the legs and nodes that they improve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps_of
from corridor.columns.frame import fit_frame, make_frame
from corridor.columns.partners import MENDING, PROJECTS_WITHOUT_BOTTLENECK, UNMENDED
from corridor.corridors.bottlenecks import bottlenecks_of
from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered
from corridor.scenario.upgrade_effects import effects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset

NO_UPGRADE = "no-upgrade"
_NETWORK_SECTORS = frozenset({"transport", "infrastructure"})
_ENDS = ("from_node", "to_node")
_HOURS = ("time_h_low", "time_h_typical", "time_h_high", "time_h_basis")


def join(dataset: Dataset) -> pd.DataFrame:
    """
    List what each project and upgrade changes: leg or node, quantity, old and new value, date.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        Every upgrade once, and every leg or node that a project names but none of its upgrades
        does: project_id (missing where an upgrade belongs to none); upgrade_id (missing without one);
        subject_type, subject_id; quantity, from_value, to_value, unit (missing without an upgrade);
        expected_on, status; reason ("" where the engine can work with it, one of
        `corridor.scenario.upgrade_effects.WHY`, or `NO_UPGRADE` where nothing says what the project moves
        there); sources (tuple). Cached with the dataset.
    """
    return _joined(dataset)


@remembered(depends_on=Depends.FIGURES)
def _joined(dataset: Dataset) -> pd.DataFrame:
    """Join projects and upgrades with their legs and nodes."""
    rows = [_upgrade(dataset, dataset.record("upgrades", id_)) for id_ in dataset.upgrades["upgrade_id"]]
    recorded = {(row["project_id"], row["subject_id"]) for row in rows}
    for project_id in dataset.projects["project_id"]:
        project = dataset.record("projects", project_id)
        rows += [
            _touched(dataset, project, subject)
            for subject in split_ids(project["mends"])
            if (project_id, subject) not in recorded
        ]
    return make_frame(rows, MENDING)


def without_works(dataset: Dataset, ways: Mapping[str, Sequence[Hop]]) -> pd.DataFrame:
    """
    List the steps of routes for which no project and no upgrade is recorded.

    Parameters
    ----------
    dataset
        The route dataset.
    ways
        Routes by their ids, as `corridor.routing.ask.ask_different` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a leg or node work, the most hours first: kind ("leg" or "work"), id (leg or node), from_node,
        to_node (of a leg, as the first of these routes uses it), work (missing for a leg), time_h_low,
        time_h_typical, time_h_high, time_h_basis; ways (tuple of the ids of the routes that use it). Steps
        whose time is not known stand last.
    """
    steps: dict[tuple[str, str, str], dict[str, Any]] = {}
    for way, hops in ways.items():
        frame = bottlenecks_of(dataset, steps_of(dataset, hops))
        for row in frame[~frame["is_named"]].to_dict("records"):
            id_ = row["leg_id"] if row["kind"] == "leg" else row["node_id"]
            own = {"kind": row["kind"], "id": id_, **{name: row[name] for name in (*_ENDS, "work", *_HOURS)}}
            step = steps.setdefault((str(row["kind"]), str(id_), str(row["work"])), own | {"ways": ()})
            step["ways"] = tuple(dict.fromkeys((*step["ways"], way)))
    found = make_frame(steps.values(), UNMENDED)
    return found.sort_values(["time_h_typical", "id"], ascending=[False, True], ignore_index=True)


def projects_without_bottleneck(dataset: Dataset) -> pd.DataFrame:
    """
    List the transport and infrastructure projects without a leg or node of the network.

    Returns
    -------
    pandas.DataFrame
        One row a project in the order of the table: project_id, name_en, sector, status.
    """
    projects = dataset.projects
    is_loose = projects["sector"].isin(_NETWORK_SECTORS) & projects["mends"].isna()
    return fit_frame(projects.loc[is_loose].reset_index(drop=True), PROJECTS_WITHOUT_BOTTLENECK)


def _upgrade(dataset: Dataset, row: Mapping[str, Any]) -> dict[str, Any]:
    """Row of an upgrade."""
    named = {name: row[name] for name in MENDING.names if name in row}
    reason = effects(dataset, str(row["upgrade_id"])).reason
    return named | {"reason": reason, "sources": split_ids(row["sources"])}


def _touched(dataset: Dataset, project: Mapping[str, Any], subject: str) -> dict[str, Any]:
    """Row of a leg or node that a project names without saying what changes there."""
    return {
        **{name: project[name] for name in ("project_id", "expected_on", "status")},
        "subject_type": "leg" if dataset.has("legs", subject) else "node",
        "subject_id": subject,
        "reason": NO_UPGRADE,
        "sources": split_ids(project["sources"]),
    }

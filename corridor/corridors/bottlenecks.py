"""Where the hours of a chain go, and which works are planned there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.steps import steps
from corridor.columns.corridors import BOTTLENECKS
from corridor.columns.frame import fit_frame
from corridor.evidence.claims import figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset

CAPACITIES = ("capacity_t_per_year", "capacity_teu_per_year")
_DROPPED = frozenset({"shelved", "cancelled"})
_ADDED = ("share_percent", *CAPACITIES, "upgrades", "projects", "is_named")
_KEPT = [name for name in BOTTLENECKS.names if name not in _ADDED]


def bottlenecks(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> pd.DataFrame:
    """
    List the steps of a chain by the hours they take, with capacity and with what would fix them.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `corridor.chain.steps.steps`.

    Returns
    -------
    pandas.DataFrame
        One row a step, the longest typical time first, those whose time is not known last: position, kind,
        leg_id, node_id, from_node, to_node, mode, work, from_country, to_country, counted_in, onward,
        time_h_low, time_h_typical, time_h_high, time_h_basis as `steps`; share_percent (of the sum of the
        known typical times); capacity_t_per_year, capacity_teu_per_year (published of that leg or node; NaN
        where nothing is); upgrades (ids of those of that leg or node that are not dropped, separated by |),
        projects (ids of those that say they touch it), is_named (whether there is either).
    """
    return bottlenecks_of(dataset, steps(dataset, corridor_id, branches=branches))


def bottlenecks_of(dataset: Dataset, chain: pd.DataFrame) -> pd.DataFrame:
    """
    List the steps of any route in the same way.

    Parameters
    ----------
    dataset
        The route dataset.
    chain
        The route's steps, as `corridor.chain.steps.steps_of` returns them.

    Returns
    -------
    pandas.DataFrame
        As `bottlenecks`.
    """
    frame = chain[_KEPT].copy()
    frame["share_percent"] = 100 * frame["time_h_typical"] / frame["time_h_typical"].sum()
    subjects = [
        ("leg", row["leg_id"]) if row["kind"] == "leg" else ("node", row["node_id"])
        for row in chain.to_dict("records")
    ]
    for quantity in CAPACITIES:
        frame[quantity] = [figure(dataset, *subject, quantity).typical for subject in subjects]
    upgrades, projects = _upgrades(dataset), _projects(dataset)
    frame["upgrades"] = ["|".join(upgrades.get(subject[1], ())) or None for subject in subjects]
    frame["projects"] = ["|".join(projects.get(subject[1], ())) or None for subject in subjects]
    frame["is_named"] = frame["upgrades"].notna() | frame["projects"].notna()
    order = frame.sort_values(
        ["time_h_typical", "position"], ascending=[False, True], na_position="last"
    ).index
    return fit_frame(frame.loc[order].reset_index(drop=True), BOTTLENECKS)


def _upgrades(dataset: Dataset) -> dict[str, list[str]]:
    """Upgrades that are not dropped, by the leg or node they change."""
    found: dict[str, list[str]] = {}
    for row in dataset.upgrades.sort_values("upgrade_id").to_dict("records"):
        if row["status"] not in _DROPPED:
            found.setdefault(str(row["subject_id"]), []).append(str(row["upgrade_id"]))
    return found


def _projects(dataset: Dataset) -> dict[str, list[str]]:
    """Projects that are not dropped, by the legs and nodes they say they touch."""
    found: dict[str, list[str]] = {}
    rows: list[dict[Any, Any]] = dataset.projects.sort_values("project_id").to_dict("records")
    for row in rows:
        if row["status"] in _DROPPED or not isinstance(row["mends"], str):
            continue
        for one in row["mends"].split("|"):
            found.setdefault(one, []).append(str(row["project_id"]))
    return found

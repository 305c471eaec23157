"""Which upgrades are done, due or overdue by a year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from corridor.columns.frame import make_frame
from corridor.columns.scenario import UPGRADES
from corridor.dataset.periods import last_day
from corridor.scenario.upgrade_effects import CALLED_OFF, effects, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

# From what is certain to what is open; the first four are taken as done in what is asked of a plan.
STATES = ("done", "done-undated", "due", "late", "later", "undated", "unknown", "dropped")
_TAKEN = frozenset(STATES[:4])


def due(dataset: Dataset, year: int) -> tuple[str, ...]:
    """Give the ids of upgrades that are done, or due by the end of a year."""
    rows = rows_of(dataset)
    return tuple(str(row["upgrade_id"]) for row in rows if state_in(row, year, dt.date.max) in _TAKEN)


def state_in(row: Mapping[Any, Any], year: int, today: dt.date) -> str:
    """
    Return the state of an upgrade at the end of a year.

    Parameters
    ----------
    row
        Row of the upgrades.
    year
        The year.
    today
        Day from which the future counts.

    Returns
    -------
    str
        "done" (operating, dated by the end of the year), "done-undated" (operating, since when is not
        recorded), "due" (not operating, expected by then and not before today), "late" (not recorded as
        operating though its date is past), "later" (its date lies after the year), "undated" (no date is
        published), "unknown" (its state is not known) or "dropped" (shelved or cancelled).
    """
    day = last_day(row["expected_on"]) if isinstance(row["expected_on"], str) else None
    if row["status"] in CALLED_OFF:
        return "dropped"
    if row["status"] == "unknown":
        return "unknown"
    is_done = row["status"] == "operating"
    if day is None:
        return "done-undated" if is_done else "undated"
    if day.year > year:
        return "later"
    if is_done:
        return "done"
    return "late" if day < today else "due"


def applied(dataset: Dataset, year: int, *, today: dt.date | None = None) -> pd.DataFrame:
    """
    List the upgrades with their state at the end of a year.

    Parameters
    ----------
    dataset
        The route dataset.
    year
        Such as 2028.
    today
        Day from which the future counts; the newest day on which a claim was checked if None.

    Returns
    -------
    pandas.DataFrame
        One row an upgrade, in the order of expected_on (those without one last), then of upgrade_id:
        upgrade_id, subject_type, subject_id, quantity, from_value, to_value, unit, expected_on, status as
        recorded; state as `state_in`; changes (what it changes, as
        "leg:aktogay-moyynty:time_h", separated by |, "" for nothing), reason (one of
        `corridor.scenario.upgrade_effects.WHY`, or "").
    """
    day = known_on(dataset) if today is None else today
    rows = []
    for row in rows_of(dataset):
        effect = effects(dataset, str(row["upgrade_id"]))
        changes = (
            f"{change.subject_type}:{change.subject_id}:{change.quantity}" for change in effect.changes
        )
        rows.append(
            {
                **{name: row[name] for name in UPGRADES.names if name in row},
                "state": state_in(row, year, day),
                "changes": "|".join(changes),
                "reason": effect.reason,
            }
        )
    frame = make_frame(rows, UPGRADES)
    return frame.sort_values(["expected_on", "upgrade_id"], ignore_index=True)


def known_on(dataset: Dataset) -> dt.date:
    """Return the newest day on which a claim was checked: the data are known until then."""
    days = dataset.claims["checked_on"].dropna()
    return dt.date.fromisoformat(str(days.max())) if len(days) else dt.date.min

"""How long a claim holds before it wants a review: one rule for all claims, by what they speak of."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from corridor.dataset.periods import last_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

# Months by the group of the quantity.
BY_GROUP = {
    "air": 18,
    "cost": 18,
    "frequency": 18,
    "project": 12,
    "trade": 12,
    "volume": 24,
    "capacity": 36,
    "fleet": 36,
    "minerals": 36,
    "other": 36,
    "rule": 36,
    "time": 36,
    "agreement": 60,
    "infrastructure": 60,
    "distance": 240,
}
# Of a timetable and a plan, at most these months, whatever the group.
BY_KIND = {"scheduled": 18, "planned": 18}
# What these say, whatever the group and kind.
BY_QUANTITY = {"status": 6, "statement": 60, "agreement_content": 60}
# What has happened and stays so: an extreme event, the day of a signature or an opening.
HISTORY = 120

_MONTHS_OF_YEAR = 12


class Reading(NamedTuple):
    """The parts of a claim that say when it was last known to hold."""

    matter: tuple[str, str, str]
    kind: str
    as_of: str | None
    published: str | None
    checked_on: str

    @property
    def last_heard(self) -> dt.date:
        """
        Day on which the page spoke last: that of its publication, else of the time it speaks of.

        Never after the page was read; an undated page spoke when it was read.
        """
        read, told = last_day(self.checked_on), self.published or self.as_of
        return min(last_day(told), read) if told else read


def months(quantity: Mapping[Any, Any], kind: str) -> int:
    """
    Say how many months a claim holds.

    Parameters
    ----------
    quantity
        Row of the quantity: quantity_id, group, value_type.
    kind
        Kind of the claim.

    Returns
    -------
    int
        By the first rule that speaks of it: the quantity, history, else the group, at most what its kind
        allows.
    """
    own = BY_QUANTITY.get(str(quantity["quantity_id"]))
    if own is not None:
        return own
    if kind == "worst" or (kind == "observed" and quantity["value_type"] == "date"):
        return HISTORY
    of_group = BY_GROUP[str(quantity["group"])]
    return min(of_group, BY_KIND.get(kind, of_group))


def due_days(dataset: Dataset) -> pd.Series:
    """
    Work out by the rule on which day each claim wants a review.

    The clock starts with the newest page read on the matter, which is the subject and the quantity: a look
    that finds a newer page makes the older claims on it young again, for the matter was looked at.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    pandas.Series
        Days as YYYY-MM-DD by claim_id, in the order of the ledger.
    """
    readings = _readings(dataset)
    newest: dict[tuple[str, str, str], dt.date] = {}
    for reading in readings:
        newest[reading.matter] = max(newest.get(reading.matter, dt.date.min), reading.last_heard)
    quantities: dict[str, Mapping[Any, Any]] = {
        row["quantity_id"]: row for row in dataset.quantities.to_dict("records")
    }
    days = [
        months_after(newest[reading.matter], months(quantities[reading.matter[2]], reading.kind)).isoformat()
        for reading in readings
    ]
    return pd.Series(days, index=dataset.claims["claim_id"], dtype="str")


def months_after(day: dt.date, count: int) -> dt.date:
    """Return the same day some months later, or the last of that month."""
    years, month = divmod(day.month - 1 + count, _MONTHS_OF_YEAR)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _readings(dataset: Dataset) -> list[Reading]:
    """All claims as readings, None for empty cells."""
    claims = dataset.claims
    matters = zip(claims["subject_type"], claims["subject_id"], claims["quantity"], strict=True)
    names = ("kind", "as_of", "published", "checked_on")
    cells = (claims[name].astype(object).where(claims[name].notna(), None) for name in names)
    return [Reading(matter, *row) for matter, row in zip(matters, zip(*cells, strict=True), strict=True)]

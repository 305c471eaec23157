"""Rules, closures and seasons that keep cargo from a leg on a date, as the table of restrictions has them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from corridor.chain.node_work import country_of
from corridor.dataset.periods import first_day, last_day
from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

    Row = Mapping[str, Any]


def in_force(
    dataset: Dataset, leg_id: str, *, date: dt.date | None = None, cargo: str = "container"
) -> tuple[Row, ...]:
    """
    List the restrictions that hold for a leg on a date.

    Parameters
    ----------
    dataset
        The route dataset.
    leg_id
        A leg. It is touched by what is said of itself, of its ends, of the countries that it touches and of
        the borders between them.
    date
        Day of travel, or None: the day up to which the data know of services (`known_until`); a season, which
        returns every year, then counts in any month.
    cargo
        "container" or "bulk".

    Returns
    -------
    tuple of Mapping
        Rows of the table, in its order; none if the dataset has no such table.
    """
    rows = restrictions_of(dataset).get(leg_id, ())
    return tuple(row for row in rows if row["cargo"] in {None, cargo} and _holds(dataset, row, date))


def restricted_countries(dataset: Dataset, date: dt.date | None = None) -> frozenset[str]:
    """
    Return the countries for which rules restrict cargo on a date.

    Parameters
    ----------
    dataset
        The route dataset.
    date
        Day of travel, or None for the day up to which the data know of services.

    Returns
    -------
    frozenset of str
        ISO 3166-1 alpha-2 codes; empty if the dataset has no such table.
    """
    return frozenset(
        str(row["subject_id"])
        for row in _rows(dataset)
        if row["subject_type"] == "country" and row["what"] == "restricted" and _holds(dataset, row, date)
    )


@remembered(depends_on=Depends.CLAIMS)
def known_until(dataset: Dataset) -> dt.date | None:
    """Return the newest day on which a page speaks of a service; None if no service has such a day."""
    seen = [str(day) for day in dataset.services["last_seen"].dropna()]
    return max(map(last_day, seen), default=None)


@remembered(depends_on=Depends.LEGS)
def restrictions_of(dataset: Dataset) -> Mapping[str, tuple[Row, ...]]:
    """Return the restrictions that touch each leg at any time, by leg."""
    rows = _rows(dataset)
    if not rows:
        return {}
    found = {}
    for leg_id in map(str, dataset.legs["leg_id"]):
        leg = dataset.record("legs", leg_id)
        subjects = _subjects(dataset, leg)
        touching = tuple(row for row in rows if (row["subject_type"], row["subject_id"]) in subjects)
        if touching:
            found[leg_id] = touching
    return found


@remembered(depends_on=Depends.CLAIMS)
def _rows(dataset: Dataset) -> tuple[Row, ...]:
    """Rows of the table, None where a cell is empty."""
    plain = dataset.restrictions.astype(object).where(dataset.restrictions.notna(), None)
    return tuple({str(name): cell for name, cell in row.items()} for row in plain.to_dict("records"))


def _subjects(dataset: Dataset, leg: Row) -> set[tuple[str, str]]:
    """Return all that a restriction of a leg may name."""
    start, end = (str(leg[name]) for name in ("from_node", "to_node"))
    between = split_ids(leg["through_countries"])
    countries = (country_of(dataset, start), *between, country_of(dataset, end))
    borders = {"-".join(sorted(pair)) for pair in pairwise(countries) if pair[0] != pair[1]}
    return {
        ("leg", str(leg["leg_id"])),
        ("node", start),
        ("node", end),
        *(("country", code) for code in countries),
        *(("border", border) for border in borders),
    }


def _holds(dataset: Dataset, row: Row, date: dt.date | None) -> bool:
    """Whether a restriction holds on a date."""
    begins, ends = first_day(str(row["valid_from"])), row["valid_to"]
    ends = last_day(str(ends)) if isinstance(ends, str) and ends else None
    if row["yearly"]:
        return date is None or ends is None or _in_season(date, begins, ends)
    day = date or known_until(dataset) or dt.date.max
    return begins <= day and (ends is None or day <= ends)


def _in_season(date: dt.date, begins: dt.date, ends: dt.date) -> bool:
    """Whether a day of the year lies between two others, over the turn of the year if need be."""
    day, first, last = ((one.month, one.day) for one in (date, begins, ends))
    return first <= day <= last if first <= last else day >= first or day <= last

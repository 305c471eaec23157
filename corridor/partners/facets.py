"""Filters of the register, each value with its number of projects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

SILENCES = {"this-year": 1.0, "one-year": 2.0, "two-years": 4.0, "four-years": float("inf")}
UNDATED = "undated"


@dataclass(frozen=True, kw_only=True)
class RegisterFilters:
    """
    Filters of the register; None accepts every project.

    Attributes
    ----------
    theme, sector, stage
        Theme of February 2026, sector, recorded status.
    partner, party
        A country's code, an organisation's id.
    mineral
        A critical raw material, such as "tungsten".
    due
        Year in which it is due, such as "2027"; "undated" without one.
    silence
        "this-year", "one-year", "two-years", "four-years": full years since the last report; "undated".
    """

    theme: str | None = None
    sector: str | None = None
    stage: str | None = None
    partner: str | None = None
    party: str | None = None
    mineral: str | None = None
    due: str | None = None
    silence: str | None = None


FACETS = tuple(field.name for field in fields(RegisterFilters))
_COLUMN = {"stage": "status", "partner": "countries", "party": "organisations", "mineral": "minerals"}


def chosen(register: pd.DataFrame, filters: RegisterFilters) -> pd.DataFrame:
    """
    Return the projects that match all filters.

    Parameters
    ----------
    register
        As `corridor.partners.register.register` returns it.
    filters
        The filters.

    Returns
    -------
    pandas.DataFrame
        Rows of the register, the last reported first, the undated last.
    """
    kept = [
        all(wanted is None or wanted in _values(row, facet) for facet, wanted in _wanted(filters).items())
        for row in register.to_dict("records")
    ]
    found = register.loc[kept].sort_values(["silent_years", "project_id"], kind="stable")
    return found.reset_index(drop=True)


def counts(register: pd.DataFrame, filters: RegisterFilters) -> Mapping[str, Mapping[str, int]]:
    """Count the projects by value of each facet under the other filters, largest first."""
    found = {}
    for facet in FACETS:
        rows = chosen(register, replace(filters, **{facet: None})).to_dict("records")
        found[facet] = dict(Counter(value for row in rows for value in _values(row, facet)).most_common())
    return found


def silence(years: float) -> str:
    """Return the class of a number of years without a report; "undated" for NaN."""
    if pd.isna(years):
        return UNDATED
    return next(name for name, end in SILENCES.items() if years < end)


def due_year(expected_on: object) -> str:
    """Return the year of a due date as published, of a span the last one; "undated" without one."""
    return expected_on.rpartition("/")[2][:4] if isinstance(expected_on, str) and expected_on else UNDATED


def _wanted(filters: RegisterFilters) -> dict[str, str | None]:
    """Filter by facet."""
    return {facet: getattr(filters, facet) for facet in FACETS}


def _values(row: Mapping[object, object], facet: str) -> tuple[str, ...]:
    """Values of a facet that a project has."""
    if facet == "silence":
        return (silence(float(str(row["silent_years"]))),)
    if facet == "due":
        return (due_year(row["expected_on"]),)
    cell = row[_COLUMN.get(facet, facet)]
    return cell if isinstance(cell, tuple) else (str(cell),)

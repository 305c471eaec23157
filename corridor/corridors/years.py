"""What was, is or should be true of a chain in a year: upgrades done and planned, figures, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from corridor.chain.steps import steps
from corridor.columns.corridors import UPGRADES_ON_CHAIN
from corridor.columns.frame import make_frame
from corridor.corridors.events import events_about
from corridor.corridors.volumes import Subject, looks_ahead, volumes
from corridor.dataset.periods import last_day
from corridor.evidence.claims import about, estimate
from corridor.memory.memo import Depends, remembered
from corridor.scenario.upgrades import STATES, state_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from corridor.dataset.estimate import Estimate
    from corridor.dataset.tables import Dataset

FIRST_YEAR, LAST_YEAR = 2019, 2030
TENSES = ("past", "present", "future")
_YEAR = len("YYYY")


def tense(year: int, *, today: dt.date) -> str:
    """Say whether a year is "past", "present" or "future"."""
    return TENSES[(year > today.year) - (year < today.year) + 1]


def places_on(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> frozenset[str]:
    """Collect the ids of the legs and nodes of a chain."""
    chain = steps(dataset, corridor_id, branches=branches)
    columns = ("leg_id", "node_id", "from_node", "to_node")
    return frozenset(str(value) for name in columns for value in chain[name].dropna())


def upgrades_in(
    dataset: Dataset, corridor_id: str, year: int, *, today: dt.date, branches: Sequence[str] = ()
) -> pd.DataFrame:
    """
    List the upgrades of a chain with what may be said of each at the end of a year.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id, branches
        As for `corridor.chain.steps.steps`.
    year
        The year.
    today
        Day from which the future counts.

    Returns
    -------
    pandas.DataFrame
        One row an upgrade of a leg or node of the chain, or of the corridor as such, by state, then date:
        upgrade_id, subject_type, subject_id, quantity, from_value, to_value, unit, expected_on, status,
        project_id, sources; state as `corridor.scenario.upgrades.state_in`.
    """
    places = places_on(dataset, corridor_id, branches=branches)
    family = dataset.record("corridors", corridor_id)["family"]
    rows = []
    for row in dataset.upgrades.to_dict("records"):
        is_whole = row["subject_type"] == "corridor" and row["subject_id"] in {corridor_id, family}
        if is_whole or row["subject_id"] in places:
            rows.append(
                {name: row.get(name) for name in UPGRADES_ON_CHAIN.names}
                | {"state": state_in(row, year, today)}
            )
    frame = make_frame(rows, UPGRADES_ON_CHAIN)
    order = frame.assign(rank=frame["state"].map(STATES.index)).sort_values(
        ["rank", "expected_on", "upgrade_id"], na_position="last"
    )
    return frame.loc[order.index].reset_index(drop=True)


def figure_for(
    dataset: Dataset, subject: tuple[str, str], quantity: str, year: int, *, since: int | None = None
) -> Estimate:
    """
    Estimate a quantity of a subject for a year, from the claims that speak of that year alone.

    Parameters
    ----------
    dataset
        The route dataset.
    subject
        Such as ("corridor", "trans-caspian").
    quantity
        Such as "volume_t".
    year
        The year.
    since
        Take every claim that speaks of a time from that year up to the end of the year, as for a capacity,
        which lasts; None for the year alone (a range of whole years speaks of each).

    Returns
    -------
    Estimate
        By the estimate rule; basis "published" or "missing".
    """
    claims = about(dataset, *subject, quantity)
    is_kept = [_is_of(row, year, since) for row in claims.to_dict("records")]
    kept = claims[pd.Series(is_kept, index=claims.index, dtype="bool")]
    unit = str(dataset.record("quantities", quantity)["unit"]) if dataset.has("quantities", quantity) else ""
    return estimate(kept, quantity=quantity, unit=unit)


class Volume(NamedTuple):
    """What a leg or node carried: tonnes or TEU, the year, the claim that gives the headline."""

    typical: float
    year: int
    claim_id: str | None


@remembered(depends_on=Depends.CLAIMS)
def newest_volumes(dataset: Dataset, quantity: str) -> Mapping[tuple[str, str], Volume]:
    """
    Return what legs and nodes carried in the newest whole year for which that is published.

    A part takes at least what it has carried; how much more is not known from it.

    Parameters
    ----------
    dataset
        The route dataset.
    quantity
        "volume_t" or "volume_teu".

    Returns
    -------
    mapping
        By ("leg" or "node", id), those with a published volume alone.
    """
    claims = dataset.claims
    some = claims[(claims["quantity"] == quantity) & claims["subject_type"].isin(["leg", "node"])]
    parts = dict.fromkeys(some[["subject_type", "subject_id"]].itertuples(index=False, name=None))
    listed = volumes(dataset, [Subject(*part) for part in parts])
    fit = listed[
        (listed["measure"] == quantity)
        & (listed["nature"] == "observed")
        & listed["is_comparable"].astype(bool)
        & listed["year"].notna()
    ]
    newest: dict[tuple[str, str], int] = {}
    for kind, subject, year in fit[["subject_type", "subject_id", "year"]].itertuples(index=False, name=None):
        newest[kind, subject] = max(int(year), newest.get((kind, subject), 0))
    found = {}
    for part, year in newest.items():
        told = figure_for(dataset, part, quantity, year)
        if told.typical is not None:
            found[part] = Volume(told.typical, year, told.claim_id)
    return found


def events_in(dataset: Dataset, corridor_id: str, year: int, *, branches: Sequence[str] = ()) -> pd.DataFrame:
    """
    List what happened on a chain in a year.

    See `corridor.corridors.events`; the subjects are the chain's legs and nodes, itself and its family.

    Returns
    -------
    pandas.DataFrame
        Rows of the events table, by date; none of another year.
    """
    places = places_on(dataset, corridor_id, branches=branches)
    family = dataset.record("corridors", corridor_id)["family"]
    events = events_about(dataset, places | {corridor_id, str(family)})
    return events[events["date"].str.startswith(str(year))].reset_index(drop=True)


def _is_of(row: dict[Any, Any], year: int, since: int | None) -> bool:
    """Whether a claim speaks of a year, or of a time since another one; a plan only by its target."""
    period, page = (row[name] if isinstance(row[name], str) else "" for name in ("as_of", "published"))
    if not period or (row["kind"] == "planned" and page and not looks_ahead(period, page)):
        return False
    if since is not None:
        return since <= last_day(period).year <= year
    ends = period.split("/")
    return all(len(end) == _YEAR for end in ends) and int(ends[0]) <= year <= int(ends[-1])

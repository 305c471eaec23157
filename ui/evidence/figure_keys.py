"""How a figure is asked for: of what, and by which rule. A page and an address ask alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.chain.node_costs import work_cost
from corridor.columns.quantities import WORKS
from corridor.corridors.years import FIRST_YEAR, LAST_YEAR, figure_for
from corridor.errors import UnknownIdError
from corridor.evidence.assumptions import changed_charge, changed_work
from corridor.evidence.claims import figure
from corridor.evidence.figures import FREE_WORKS, LEG_QUANTITIES, leg_figure, work_figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.estimate import Estimate
    from corridor.dataset.tables import Dataset

Subject = tuple[str, str]

_COUNTRIES = re.compile(r"([A-Z]{2})\.([A-Z]{2})")
_TABLES = {
    "node": "nodes",
    "leg": "legs",
    "service": "services",
    "corridor": "corridors",
    "topic": "topics",
    "project": "projects",
    "organisation": "organisations",
    "country": "countries",
    "agreement": "agreements",
    "event": "events",
    "upgrade": "upgrades",
}


class KeyFaultError(ValueError):
    """A part of an address that cannot be read as a figure or as a list."""


@dataclass(frozen=True)
class ClaimedFigure:
    """A quantity of a subject as its claims have it."""

    subject_type: str
    subject_id: str
    quantity: str

    @property
    def subject(self) -> Subject:
        """Type and id of what it speaks of."""
        return self.subject_type, self.subject_id

    def estimate(self, dataset: Dataset) -> Estimate:
        """Estimate it; see `corridor.evidence.claims.figure`."""
        return figure(dataset, *self.subject, self.quantity)

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        return ("claims", *self.subject, self.quantity), {}


@dataclass(frozen=True)
class LegFigure:
    """A quantity of a leg, with its fall-backs; a river's hours differ against the current."""

    leg_id: str
    quantity: str
    is_reversed: bool = False

    @property
    def subject(self) -> Subject:
        """Type and id of what it speaks of."""
        return "leg", self.leg_id

    def estimate(self, dataset: Dataset) -> Estimate:
        """Estimate it; see `corridor.evidence.figures.leg_figure`."""
        return leg_figure(dataset, self.leg_id, self.quantity, is_reversed=self.is_reversed)

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        return ("leg", self.leg_id, self.quantity), {"reversed": "true"} if self.is_reversed else {}


def leg_key(dataset: Dataset, leg_id: str, quantity: str, start: str) -> LegFigure:
    """Ask for a quantity of a leg that is used from one of its ends."""
    leg = dataset.record("legs", leg_id)
    return LegFigure(leg_id, quantity, is_reversed=bool(leg["current"]) and leg["from_node"] != start)


@dataclass(frozen=True, kw_only=True)
class WorkFigure:
    """What work at a node takes or costs: the parameters of `corridor.evidence.figures.work_figure`."""

    node_id: str
    work: str
    mode: str
    between: tuple[str, str] | None = None
    counted_in: str | None = None
    onward: str | None = None
    is_cost: bool = False

    @property
    def subject(self) -> Subject:
        """Type and id of what it speaks of."""
        return "node", self.node_id

    def estimate(self, dataset: Dataset) -> Estimate | None:
        """Estimate it, hours as a scenario changes them; None for a cost that there is not."""
        place = (dataset, self.node_id, self.work)
        if self.is_cost:
            cost = work_cost(*place, mode=self.mode, between=self.between, counted_in=self.counted_in)
            return None if cost is None else changed_charge(dataset, self.node_id, cost)
        time = work_figure(
            *place, mode=self.mode, between=self.between, counted_in=self.counted_in, onward=self.onward
        )
        return changed_work(*place, time)

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        keys = {
            "mode": self.mode,
            "between": ".".join(self.between or ()),
            "counted": self.counted_in or "",
            "onward": "" if self.is_cost else self.onward or "",
        }
        kind = "charge" if self.is_cost else "work"
        return (kind, self.node_id, self.work), {name: value for name, value in keys.items() if value}


@dataclass(frozen=True)
class YearFigure:
    """A quantity of a subject for one year, or as last stated between two years."""

    subject_type: str
    subject_id: str
    quantity: str
    year: int
    since: int | None = None

    @property
    def subject(self) -> Subject:
        """Type and id of what it speaks of."""
        return self.subject_type, self.subject_id

    def estimate(self, dataset: Dataset) -> Estimate:
        """Estimate it; see `corridor.corridors.years.figure_for`."""
        return figure_for(dataset, self.subject, self.quantity, self.year, since=self.since)

    def address(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """Write it as the parts of a path and the keys of an address."""
        keys = {} if self.since is None else {"since": str(self.since)}
        return ("year", *self.subject, self.quantity, str(self.year)), keys


FigureKey = ClaimedFigure | LegFigure | WorkFigure | YearFigure

# Keys of the address that each rule takes.
KEYS_OF = {
    "claims": frozenset[str](),
    "leg": frozenset[str](),
    "work": frozenset({"mode", "between", "counted", "onward"}),
    "charge": frozenset({"mode", "between", "counted"}),
    "year": frozenset({"since"}),
}


def read_figure(dataset: Dataset, path: Sequence[str], keys: Mapping[str, str]) -> FigureKey:
    """
    Read a figure from the parts of a path and the keys of an address, as `address` writes them.

    Parameters
    ----------
    dataset
        The dataset whose ids may be named.
    path, keys
        The address, without keys that are not in `KEYS_OF`.

    Raises
    ------
    KeyFaultError
        If the address has another shape.
    UnknownIdError
        If it names what is not there.
    """
    match path:
        case ["claims", subject_type, subject_id, quantity]:
            _check_subject(dataset, subject_type, subject_id)
            _check(dataset, "quantities", quantity)
            return ClaimedFigure(subject_type, subject_id, quantity)
        case ["leg", leg_id, quantity]:
            _check(dataset, "legs", leg_id)
            if quantity not in LEG_QUANTITIES:
                raise UnknownIdError(table="quantities", id_=quantity)
            return LegFigure(leg_id, quantity, is_reversed=keys.get("reversed") == "true")
        case ["work" | "charge" as kind, node_id, work]:
            return _read_work(dataset, node_id, work, keys, is_cost=kind == "charge")
        case ["year", subject_type, subject_id, quantity, year]:
            _check_subject(dataset, subject_type, subject_id)
            _check(dataset, "quantities", quantity)
            since = keys.get("since")
            return YearFigure(
                subject_type,
                subject_id,
                quantity,
                _year(year),
                None if since is None else _year(since, first=0),
            )
    message = "An address of a figure names a rule, a subject and a quantity."
    raise KeyFaultError(message)


def _read_work(
    dataset: Dataset, node_id: str, work: str, keys: Mapping[str, str], *, is_cost: bool
) -> WorkFigure:
    """Read the work of a node."""
    _check(dataset, "nodes", node_id)
    if work not in WORKS or (is_cost and work in FREE_WORKS):
        raise UnknownIdError(table="works", id_=work)
    mode = keys.get("mode", "rail")
    if mode not in set(dataset.legs["mode"]):
        raise UnknownIdError(table="modes", id_=mode)
    between = _COUNTRIES.fullmatch(keys["between"]) if "between" in keys else None
    if "between" in keys and between is None:
        message = "A border is named by two country codes, such as KZ.RU."
        raise KeyFaultError(message)
    for country in between.groups() if between else ():
        _check(dataset, "countries", country)
    for name, table in (("counted", "nodes"), ("onward", "legs")):
        if name in keys:
            _check(dataset, table, keys[name])
    return WorkFigure(
        node_id=node_id,
        work=work,
        mode=mode,
        between=(between[1], between[2]) if between else None,
        counted_in=keys.get("counted"),
        onward=keys.get("onward"),
        is_cost=is_cost,
    )


def _check_subject(dataset: Dataset, subject_type: str, subject_id: str) -> None:
    """Refuse a subject that is not there."""
    if subject_type not in _TABLES:
        raise UnknownIdError(table="tables", id_=subject_type)
    _check(dataset, _TABLES[subject_type], subject_id)


def _check(dataset: Dataset, table: str, id_: str) -> None:
    """Refuse an id that is not there."""
    if not dataset.has(table, id_):
        raise UnknownIdError(table=table, id_=id_)


def _year(text: str, *, first: int = FIRST_YEAR) -> int:
    """Read a year of a corridor."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_YEAR))):
        message = "A year has four digits."
        raise KeyFaultError(message)
    if not first <= int(text) <= LAST_YEAR:
        message = f"A year is one from {FIRST_YEAR} to {LAST_YEAR}."
        raise KeyFaultError(message)
    return int(text)

"""Which works are recorded at a leg or node, who is named in charge, and when the first is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.chain.node_work import countries_of, country_of
from corridor.dataset.tables import split_ids
from corridor.memory.memo import Depends, remembered
from corridor.partners.works import join
from corridor.scenario.upgrade_effects import CALLED_OFF

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corridor.dataset.tables import Dataset

PARTY_NAMED, PARTY_NOT_NAMED, NOBODY_NAMED = "party-named", "party-not-named", "nobody-named"
_COUNTRIES_OF_A_SERVICE = 3
_OVER = frozenset({*CALLED_OFF, "operating"})


class Charge(NamedTuple):
    """
    Works that are recorded and not finished, shelved or cancelled; a train or the use of a route is none.

    Attributes
    ----------
    upgrades, projects
        Ids.
    in_charge
        Parties of the projects, as published.
    expected_on
        When the first of them is due, as published; empty where no date is.
    sources
        Ids of the sources of these works.
    """

    upgrades: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    in_charge: tuple[str, ...] = ()
    expected_on: str = ""
    sources: tuple[str, ...] = ()

    @property
    def charge(self) -> str:
        """Say whether a party is named, works are recorded without one, or nobody is named at all."""
        if self.in_charge:
            return PARTY_NAMED
        return PARTY_NOT_NAMED if self.upgrades or self.projects else NOBODY_NAMED

    def cells(self) -> dict[str, Any]:
        """Return it as cells of a row."""
        return {**self._asdict(), "expected_on": self.expected_on or None, "charge": self.charge}


def in_charge(dataset: Dataset, subjects: Iterable[str]) -> Charge:
    """
    Return the works at some legs and nodes, and who is named in charge.

    Parameters
    ----------
    dataset
        The route dataset.
    subjects
        Ids of legs and nodes.

    Returns
    -------
    Charge
        Of all works there together.
    """
    by_subject = _by_subject(dataset)
    rows = [row for subject in dict.fromkeys(subjects) for row in by_subject.get(subject, ())]
    return charge_of(dataset, rows)


def charge_of(dataset: Dataset, rows: Iterable[Mapping[Any, Any]]) -> Charge:
    """
    Return who is named in charge of some works.

    Parameters
    ----------
    dataset
        The route dataset.
    rows
        Rows of `corridor.partners.works.join`.

    Returns
    -------
    Charge
        Of all of them together.
    """
    listed = list(rows)
    projects = _once(row["project_id"] for row in listed)
    return Charge(
        upgrades=_once(row["upgrade_id"] for row in listed),
        projects=projects,
        in_charge=_once(
            party
            for project in projects
            for party in split_ids(dataset.record("projects", project)["parties"])
        ),
        expected_on=min(_once(row["expected_on"] for row in listed), default=""),
        sources=_once(source for row in listed for source in row["sources"]),
    )


@remembered(depends_on=Depends.FIGURES, most=1)
def _by_subject(dataset: Dataset) -> Mapping[str, tuple[Mapping[Any, Any], ...]]:
    """Rows of works that are neither over nor called off, by the leg or node that they change."""
    found: dict[str, list[Mapping[Any, Any]]] = {}
    rows = join(dataset).to_dict("records")
    services = _services(dataset, rows)
    for row in rows:
        if row["status"] not in _OVER and row["project_id"] not in services:
            found.setdefault(str(row["subject_id"]), []).append(row)
    return {subject: tuple(rows) for subject, rows in found.items()}


def _services(dataset: Dataset, rows: Sequence[Mapping[Any, Any]]) -> frozenset[str]:
    """
    Name the projects that run through places and change none of them: trains, the use of a route.

    They touch legs and nodes of three or more countries, and nothing says what they change there. Who agreed
    to use a port is not in charge of works at it.
    """
    touched: dict[str, set[str]] = {}
    for row in rows:
        touched.setdefault(row["project_id"], set()).update(_countries(dataset, row))
    changing = {row["project_id"] for row in rows if isinstance(row["upgrade_id"], str)}
    return frozenset(
        project
        for project, countries in touched.items()
        if project not in changing and len(countries) >= _COUNTRIES_OF_A_SERVICE
    )


def _countries(dataset: Dataset, row: Mapping[Any, Any]) -> frozenset[str]:
    """Countries of the leg or node that a row speaks of; none of a whole corridor."""
    kind, id_ = row["subject_type"], row["subject_id"]
    if kind == "leg":
        return countries_of(dataset, id_)
    return frozenset({country_of(dataset, id_)} if kind == "node" else ())


def _once(values: Iterable[object]) -> tuple[str, ...]:
    """Keep texts, each once."""
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value))

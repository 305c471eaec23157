"""The state of a view as it stands in the address: one typed codec.

Each key is read three ways: valid, invalid, missing. What is invalid is left out and told to the visitor.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from corridor.audit.ledger import facet_values
from corridor.dataset.tables import split_ids
from corridor.errors import CorridorError
from corridor.memory.memo import Depends, remembered
from corridor.partners.facets import due_year
from corridor.scenario.codec import Scenario, check
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE
from ui.link.key_values import (
    LINK_SCHEMA,
    MAX_VALUE_LENGTH,
    PRESETS,
    MapView,
    Problem,
    UnusableError,
    Vocabulary,
    refuse,
)
from ui.link.keys import BY_NAME, KEYS, Key
from ui.link.tracking import is_added, unescaped

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from ui.link.notes import ViewNote

__all__ = ["KEYS", "LINK_SCHEMA", "MAX_VALUE_LENGTH", "PRESETS", "MapView", "Vocabulary"]

MAX_KEYS = 80
RULED_PAGES = frozenset({"routes", "compare", "scenarios"})
_MAX_READ = 4 * MAX_KEYS
SHOWN_LENGTH = 40


@dataclass(frozen=True, kw_only=True)
class State:
    """All that a link restores. None or empty: the page's own default."""

    lang: str = SOURCE_LANGUAGE
    corridor: str | None = None
    via: tuple[str, ...] = ()
    leg: str | None = None
    origin: str | None = None
    destination: str | None = None
    carriage: str = "freight"
    wish: str = "all"
    criteria: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    rules: str = ""
    passing: tuple[str, ...] = ()
    most_transhipments: int | None = None
    scenario: str = ""
    date: dt.date | None = None
    route: str | None = None
    order: str | None = None
    step: int | None = None
    compared: tuple[str, ...] = ()
    year: int | None = None
    measure: str = "time"
    weights: tuple[int, ...] = ()
    normalisation: str = "min-max"
    aggregation: str = "arithmetic"
    beside: str | None = None
    place: str | None = None
    days: int = 15
    preset: str = "whole"
    at: MapView | None = None
    notes: tuple[ViewNote, ...] = ()
    search: str = ""
    subject_type: str | None = None
    subject: str | None = None
    group: str | None = None
    quantity: str | None = None
    source_kind: str | None = None
    source: str | None = None
    kind: str | None = None
    confidence: str | None = None
    fit: str | None = None
    age: str | None = None
    page: int = 1
    claim: str | None = None
    conflict_page: int = 1
    source_search: str = ""
    source_page: int = 1
    part: str = "register"
    lab: str = "compare"
    rivals: tuple[str, ...] = ()
    need: str = "300000.teu"
    works: int = 3
    ranked_by: str = "gain"
    grid: str = ""
    theme: str | None = None
    sector: str | None = None
    stage: str | None = None
    partner: str | None = None
    party: str | None = None
    mineral: str | None = None
    due: str | None = None
    silence: str | None = None
    project: str | None = None
    paper: str | None = None
    organisation: str | None = None
    visit: str | None = None
    data: str | None = None
    own: bool = False


@dataclass(frozen=True)
class Notice:
    """One key of the address that could not be used, and why."""

    key: str
    value: str
    problem: Problem


@dataclass(frozen=True)
class Parsed:
    """The state read from an address, and a notice for each key that could not be used."""

    state: State
    notices: tuple[Notice, ...] = ()


def vocabulary(dataset: Dataset, *, is_own: bool = False) -> Vocabulary:
    """Return the ids that a link may name, collected from the dataset once."""
    return _vocabulary(dataset, is_own)


@remembered(depends_on=Depends.EVERYTHING)
def _vocabulary(dataset: Dataset, is_own: bool) -> Vocabulary:  # noqa: FBT001 - part of the question
    """Collect the ids that a link may name."""
    corridors, nodes = dataset.corridors, dataset.nodes
    is_branch = corridors["kind"] == "branch"
    return Vocabulary(
        corridors=frozenset(corridors.loc[~is_branch, "corridor_id"]),
        branches=frozenset(corridors.loc[is_branch, "corridor_id"]),
        legs=frozenset(dataset.legs["leg_id"]),
        nodes=frozenset(nodes["node_id"]),
        countries=frozenset(nodes["country"]),
        upgrades=frozenset(
            upgrade for upgrade in dataset.upgrades["upgrade_id"] if _is_workable(dataset, upgrade)
        ),
        data_version=f"{dataset.version}-{dataset.content_hash}",
        is_own=is_own,
        ledger=_named_values(dataset),
    )


def _is_workable(dataset: Dataset, upgrade: str) -> bool:
    """Whether a scenario can hold an upgrade."""
    try:
        check(dataset, Scenario(upgrades=(upgrade,)))
    except CorridorError:
        return False
    return True


def _named_values(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Collect the values of keys that the dataset names: facets of the ledger, ids, terms of the schema."""
    facets, tables = facet_values(dataset), dataset.package.tables
    terms = {"th": "theme", "sec": "sector", "stage": "status"}
    return {
        "claim": frozenset(dataset.claims["claim_id"]),
        "pc": frozenset(dataset.countries["iso2"]),
        "party": frozenset(dataset.organisations["organisation_id"]),
        "pj": frozenset(dataset.projects["project_id"]),
        "agr": frozenset(dataset.agreements["agreement_id"]),
        "org": frozenset(dataset.organisations["organisation_id"]),
        "mineral": frozenset(mineral for cell in dataset.projects["minerals"] for mineral in split_ids(cell)),
        "due": frozenset(map(due_year, dataset.projects["expected_on"])),
        "visit": frozenset(dataset.events["event_id"]),
        **{key.name: facets[key.field] for key in KEYS if key.field in facets},
        **{key: frozenset(tables["projects"].column(name).enum) for key, name in terms.items()},
    }


def parse(
    params: Mapping[str, str | Sequence[str]], known: Vocabulary, *, guess: str = SOURCE_LANGUAGE
) -> Parsed:
    """
    Read the state from the keys of an address.

    Parameters
    ----------
    params
        The keys; a key that stands twice has a sequence of values.
    known
        The ids that exist.
    guess
        Language to use if the address names none.

    Returns
    -------
    Parsed
        The state with every usable key, and a notice for every other one. Never raises, whatever the text.
    """
    found: dict[str, Any] = {"lang": guess}
    notices = []
    for name, values in list(_named(params).items())[:MAX_KEYS]:
        try:
            key, value = _read(name, values, known)
        except UnusableError as unusable:
            shown = values[-1] if values else ""
            notices.append(Notice(name[:SHOWN_LENGTH], shown[:SHOWN_LENGTH], unusable.problem))
            continue
        if key.field is not None:
            found[key.field] = value
    state = State(**found)
    if state.own and not known.is_own:
        notices.append(Notice("own", "1", "own-data"))
    elif state.data is not None and state.data != known.data_version:
        notices.append(Notice("d", state.data, "other-data"))
    return Parsed(state, tuple(notices))


def encode(state: State) -> dict[str, str]:
    """Write a state as the keys of an address: the language always, the rest where not the default."""
    return {
        key.name: key.write(getattr(state, key.field))
        for key in KEYS
        if key.field is not None
        and (key.field == "lang" or getattr(state, key.field) != _DEFAULTS[key.field])
    }


def ruled(state: State, page: str) -> State:
    """
    Say which routes the state of an address asks for, on pages that ask for routes.

    Links have named it since there is the key; older ones, which carry the version of their data, keep to
    what they showed: all routes. An address written by hand leaves out what rules restrict.
    """
    if page not in RULED_PAGES or state.rules:
        return state
    return moved(state, rules="all" if state.data else "eu")


def moved(state: State, **changes: Any) -> State:
    """Give the state with some fields changed; naming a preset lets go of the visitor's own view."""
    if "preset" in changes:
        changes.setdefault("at", None)
    return replace(state, **changes)


def guess_language(locale: str | None) -> str:
    """Choose one of our languages by a browser's locale, such as ``sr-Latn-RS``; else English."""
    language, *subtags = (locale or "").replace("_", "-").lower().split("-")
    if language == "sr" and "latn" in subtags:
        return "sr-Latn"
    return language if language in LANGUAGES else SOURCE_LANGUAGE


def _named(params: Mapping[str, str | Sequence[str]]) -> dict[str, list[str]]:
    """Values by key, without what others have added to the address on its way."""
    found: dict[str, list[str]] = {}
    for name, given in list(params.items())[:_MAX_READ]:
        key = unescaped(name)
        if not is_added(key):
            found.setdefault(key, []).extend([given] if isinstance(given, str) else given)
    return found


def _read(name: str, values: list[str], known: Vocabulary) -> tuple[Key, Any]:
    """Read one key."""
    key = BY_NAME.get(name)
    if key is None:
        return refuse("unknown-key")
    if len(set(values)) != 1:
        refuse("repeated")
    if len(values[0]) > key.longest:
        refuse("too-long")
    return key, key.read(values[0], known)


_DEFAULTS = {field.name: field.default for field in fields(State)}

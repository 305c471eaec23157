"""The keys of the address: what each means, how its value is read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from ui.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

PRESETS = ("whole", "kazakhstan", "caspian", "caucasus", "black-sea", "balkans")
LINK_SCHEMA = 1
MAX_VIA = 6
MAX_WORDS = 80

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}(-[0-9a-f]{12})?")
_SCHEMA = re.compile(r"[0-9]{1,3}")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")
_DEGREES = r"(-?[0-9]{1,3}(?:\.[0-9]{1,4})?)"
_AT = re.compile(rf"{_DEGREES}_{_DEGREES}_([0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)")
_MAX_LAT, _MAX_LON, _MIN_ZOOM, _MAX_ZOOM = 85, 180, 1, 14

Problem = Literal[
    "malformed", "unknown", "too-long", "repeated", "unknown-key", "newer-link", "other-data", "own-data"
]  # fmt: skip


@dataclass(frozen=True)
class MapView:
    """Where the visitor has moved the map to: its middle in degrees and its zoom step."""

    lat: float
    lon: float
    zoom: float

    def __post_init__(self) -> None:
        """Round to what the address holds and refuse what no map can show."""
        for name, digits in (("lat", 4), ("lon", 4), ("zoom", 2)):
            # Adding nought makes nought of minus nought.
            object.__setattr__(self, name, round(getattr(self, name), digits) + 0.0)
        if abs(self.lat) > _MAX_LAT or abs(self.lon) > _MAX_LON or not _MIN_ZOOM <= self.zoom <= _MAX_ZOOM:
            message = f"latitude to {_MAX_LAT}, longitude to {_MAX_LON}, zoom {_MIN_ZOOM} to {_MAX_ZOOM}"
            raise ValueError(message)


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The ids that a link may name, the version of the data that they are from, whether the visitor's own."""

    corridors: frozenset[str] = frozenset()
    branches: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()
    airports: frozenset[str] = frozenset()
    data_version: str = ""
    is_own: bool = False
    ledger: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What the keys of the ledger may hold, by the name of the key."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """
    One key of the address: its name, the field of `State` it holds, its meaning, its reader and writer.

    The value of a free key is what the visitor typed; those of all others are closed.
    """

    name: str
    field: str | None
    meaning: str
    read: Callable[[str, Vocabulary], Any]
    write: Callable[[Any], str] = str
    is_free: bool = False


class UnusableError(Exception):
    """A value that a key cannot take, or a key that there is not."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


def refuse(problem: Problem) -> NoReturn:
    """Say that a value cannot be used."""
    raise UnusableError(problem)


def _one_of(text: str, choices: Container[str]) -> str:
    """Read one of a closed set of words."""
    return text if text in choices else refuse("unknown")


def _branches(text: str, known: Vocabulary) -> tuple[str, ...]:
    """Read branch ids joined by dots."""
    ids = tuple(text.split("."))
    if len(ids) > MAX_VIA:
        refuse("too-long")
    if len(set(ids)) != len(ids) or "" in ids:
        refuse("malformed")
    return tuple(_one_of(id_, known.branches) for id_ in ids)


def _at(text: str, _known: Vocabulary) -> MapView:
    """Read the middle and the zoom of the map, such as ``43.65_51.16_5.5``."""
    match = _AT.fullmatch(text) or refuse("malformed")
    try:
        return MapView(*(float(part) for part in match.groups()))
    except ValueError:
        refuse("malformed")


def _write_at(view: MapView) -> str:
    """Write the middle and the zoom of the map, without idle noughts."""
    return "_".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in (view.lat, view.lon, view.zoom))


def _words(text: str, _known: Vocabulary) -> str:
    """Read words to search for; they are compared as they stand and shown escaped."""
    if len(text) > MAX_WORDS:
        refuse("too-long")
    return text if text.isprintable() else refuse("malformed")


def _page(text: str, _known: Vocabulary) -> int:
    """Read the number of a page of a list; one that is too high shows the last page."""
    return int(text) if _PAGE.fullmatch(text) else refuse("malformed")


def _of_ledger(name: str, field_: str, meaning: str) -> Key:
    """Key whose values the dataset names."""
    return Key(
        name=name,
        field=field_,
        meaning=meaning,
        read=lambda text, known: _one_of(text, known.ledger.get(name, frozenset())),
    )


def _version(text: str, _known: Vocabulary) -> str:
    """Read a data version, such as ``0.1.0``."""
    return text if _VERSION.fullmatch(text) else refuse("malformed")


def _schema(text: str, _known: Vocabulary) -> int:
    """Read the version of the link itself."""
    if not _SCHEMA.fullmatch(text):
        refuse("malformed")
    return int(text) if int(text) <= LINK_SCHEMA else refuse("newer-link")


KEYS = (
    Key(
        name="lang",
        field="lang",
        meaning=f"Language: {', '.join(LANGUAGES)}. Missing: the browser's, else English.",
        read=lambda text, _known: _one_of(text, LANGUAGES),
    ),
    Key(
        name="c",
        field="corridor",
        meaning="Corridor, by its id.",
        read=lambda text, known: _one_of(text, known.corridors),
    ),
    Key(
        name="via",
        field="via",
        meaning="Branches taken instead of the corridor's own legs: ids joined by dots.",
        read=_branches,
        write=".".join,
    ),
    Key(
        name="leg",
        field="leg",
        meaning="Selected leg, by its id.",
        read=lambda text, known: _one_of(text, known.legs),
    ),
    Key(
        name="from",
        field="origin",
        meaning="Airport of departure, by its id.",
        read=lambda text, known: _one_of(text, known.airports),
    ),
    Key(
        name="to",
        field="destination",
        meaning="Airport of arrival, by its id.",
        read=lambda text, known: _one_of(text, known.airports),
    ),
    Key(
        name="map",
        field="preset",
        meaning=f"Part of the map: {', '.join(PRESETS)}. Missing: whole.",
        read=lambda text, _known: _one_of(text, PRESETS),
    ),
    Key(
        name="at",
        field="at",
        meaning="Own view of the map: latitude, longitude and zoom joined by _. It goes before map.",
        read=_at,
        write=_write_at,
    ),
    Key(name="q", field="search", meaning="Words to search the ledger for.", read=_words, is_free=True),
    _of_ledger("st", "subject_type", "Claims about one type of subject: node, leg, topic and so on."),
    _of_ledger("subj", "subject", "Claims about one subject: its type and id joined by a dot."),
    _of_ledger("grp", "group", "Claims on one group of quantities: time, cost and so on."),
    _of_ledger("qty", "quantity", "Claims on one quantity, by its id."),
    _of_ledger("sk", "source_kind", "Claims from one kind of source: official, report, press and so on."),
    _of_ledger("src", "source", "Claims from one source, by its id."),
    _of_ledger("kind", "kind", "Claims of one kind: observed, scheduled and so on."),
    _of_ledger("conf", "confidence", "Claims of one confidence: official, report, press, secondary."),
    _of_ledger("fit", "fit", "Claims of one fit: exact, wider, narrower, proxy."),
    _of_ledger("age", "age", "overdue: claims due for a new look; current: all others."),
    Key(name="page", field="page", meaning="Page of the ledger; 1 if missing.", read=_page),
    _of_ledger("claim", "claim", "Claim shown whole, by its id."),
    Key(name="cp", field="conflict_page", meaning="Page of the conflicts; 1 if missing.", read=_page),
    Key(
        name="sq",
        field="source_search",
        meaning="Words to search the list of sources for.",
        read=_words,
        is_free=True,
    ),
    Key(name="sp", field="source_page", meaning="Page of the list of sources; 1 if missing.", read=_page),
    Key(
        name="d",
        field="data",
        meaning="Version and content hash of the data that the link was made with.",
        read=_version,
    ),
    Key(
        name="own",
        field="own",
        meaning="1 where the link was made with a visitor's own data, which no link carries.",
        read=lambda text, _known: _one_of(text, ("1",)) == "1",
        write=lambda value: str(int(value)),
    ),
    Key(name="v", field=None, meaning="Version of the link itself; 1 if missing.", read=_schema),
)
BY_NAME = {key.name: key for key in KEYS}

"""The keys of the address: what each means, how its value is read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from ui.text import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Container

PRESETS = ("whole", "kazakhstan", "caspian", "caucasus", "black-sea", "balkans")
LINK_SCHEMA = 1
MAX_VIA = 6

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
_SCHEMA = re.compile(r"[0-9]{1,3}")
_DEGREES = r"(-?[0-9]{1,3}(?:\.[0-9]{1,4})?)"
_AT = re.compile(rf"{_DEGREES}_{_DEGREES}_([0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)")
_MAX_LAT, _MAX_LON, _MIN_ZOOM, _MAX_ZOOM = 85, 180, 1, 14

Problem = Literal["malformed", "unknown", "too-long", "repeated", "unknown-key", "newer-link", "other-data"]


@dataclass(frozen=True)
class MapView:
    """Where the visitor has moved the map to: its middle in degrees and its zoom step."""

    lat: float
    lon: float
    zoom: float

    def __post_init__(self) -> None:
        """Round to what the address holds and refuse what no map can show."""
        for field, digits in (("lat", 4), ("lon", 4), ("zoom", 2)):
            # Adding nought makes nought of minus nought.
            object.__setattr__(self, field, round(getattr(self, field), digits) + 0.0)
        if abs(self.lat) > _MAX_LAT or abs(self.lon) > _MAX_LON or not _MIN_ZOOM <= self.zoom <= _MAX_ZOOM:
            message = f"latitude to {_MAX_LAT}, longitude to {_MAX_LON}, zoom {_MIN_ZOOM} to {_MAX_ZOOM}"
            raise ValueError(message)


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The ids that a link may name, and the version of the data that they are from."""

    corridors: frozenset[str] = frozenset()
    branches: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()
    airports: frozenset[str] = frozenset()
    data_version: str = ""


@dataclass(frozen=True, kw_only=True)
class Key:
    """One key of the address: its name, the field of `State` it holds, its meaning, its reader and writer."""

    name: str
    field: str | None
    meaning: str
    read: Callable[[str, Vocabulary], Any]
    write: Callable[[Any], str] = str


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
    Key(name="d", field="data", meaning="Version of the data that the link was made with.", read=_version),
    Key(name="v", field=None, meaning="Version of the link itself; 1 if missing.", read=_schema),
)
BY_NAME = {key.name: key for key in KEYS}

"""How the values of an address are read: each a closed set or a checked pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NoReturn

from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
from corridor.errors import ScenarioError
from corridor.freight.arrays import CRITERIA, MODES
from corridor.pairs.parts import PARTS as INDEX_PARTS
from corridor.routing.question import SHORT
from corridor.scenario import codec

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

PRESETS = ("whole", "kazakhstan", "caspian", "caucasus", "black-sea", "balkans")
CARRIAGES = ("freight", "air")
PARTS = ("register", "papers", "promises", "mending", "minerals", "trade", "organisations")
LABS = ("compare", "sure", "much", "fix", "lost", "sweep")
RANKED_BY = ("gain", "volume")
SILENCES = ("this-year", "one-year", "two-years", "four-years", "undated")
RULES = ("eu", "all")
WISHES = ("all", "fastest", "cheapest", "cleanest", "fewest")
CRITERION_WORDS = (*SHORT, *(name for name in CRITERIA if name not in SHORT.values()))
LINK_SCHEMA = 1
MAX_VALUE_LENGTH = 200
MAX_VIA = 6
MAX_AVOIDED = 12
MIN_COMPARED, MAX_COMPARED = 2, 4
MAX_STEP = 999
MAX_WORDS = 80
MAX_WEIGHT = 10
MAX_DAYS = 60
MEASURES = (*CRITERION_WORDS, "ways")

_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}(-[0-9a-f]{12})?")
_SCHEMA = re.compile(r"[0-9]{1,3}")
_PAGE = re.compile(r"[1-9][0-9]{0,3}")
STEP = re.compile(r"[1-9][0-9]{0,2}")
DIGIT = re.compile(r"[0-9]")
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_DAYS = re.compile(r"[1-9][0-9]?")
_WORDS = r"((?:[a-z0-9-]+(?:\.[a-z0-9-]+)*)?)"
_GRID = re.compile(rf"{_WORDS}~{_WORDS}~{_WORDS}~((?:20[0-9]{{2}}(?:\.20[0-9]{{2}})*)?)")
_NEED = re.compile(r"[1-9][0-9]{0,8}\.(teu|t)(\.more)?")
MAX_WORKS = 5
MAX_COMPARED_WAYS = 2
_WEIGHT = re.compile(r"[0-9]|10")
_YEAR = re.compile(r"[0-9]{4}")
_ROUTE = re.compile(r"[0-9a-f]{8}")
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
            # Adding zero turns minus zero into zero.
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
    nodes: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    upgrades: frozenset[str] = frozenset()
    data_version: str = ""
    is_own: bool = False
    ledger: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What the keys of the ledger may hold, by the name of the key."""


class UnusableError(Exception):
    """A value that a key cannot take, or a key that there is not."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


def refuse(problem: Problem) -> NoReturn:
    """Say that a value cannot be used."""
    raise UnusableError(problem)


def one_of(text: str, choices: Container[str]) -> str:
    """Read one of a closed set of words."""
    return text if text in choices else refuse("unknown")


def joined(text: str, choices: Container[str], most: int) -> tuple[str, ...]:
    """Read words of a closed set joined by dots, none of them twice."""
    words = tuple(text.split("."))
    if len(words) > most:
        refuse("too-long")
    if len(set(words)) != len(words) or "" in words:
        refuse("malformed")
    return tuple(one_of(word, choices) for word in words)


def avoided(text: str, known: Vocabulary) -> tuple[str, ...]:
    """Read what a route must not touch: codes of countries, modes, ids of nodes and legs."""
    return joined(text, {*known.countries, *MODES, *known.nodes, *known.legs}, MAX_AVOIDED)


def scenario_text(text: str, known: Vocabulary) -> str:
    """Read a scenario and give it in the one way in which it is written."""
    try:
        found = codec.parse(text)
    except ScenarioError:
        refuse("malformed")
    legs = {*found.closed_legs, *dict(found.time_factors), *dict(found.cost_factors), *dict(found.delays)}
    ends = (end for leg in found.added_legs for end in leg[:2])
    nodes = {*found.closed_nodes, *dict(found.node_factors), *dict(found.node_cost_factors), *ends}
    if not (legs <= known.legs and nodes <= known.nodes):
        refuse("unknown")
    return codec.encode(found) if set(found.upgrades) <= known.upgrades else refuse("unknown")


def day(text: str, _known: Vocabulary) -> date:
    """Read a day of this century, such as ``2026-09-01``."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else refuse("malformed")
    except ValueError:
        refuse("malformed")


def route(text: str, _known: Vocabulary) -> str:
    """Read the id of a route; which routes there are, only the answer to the question says."""
    return text if _ROUTE.fullmatch(text) else refuse("malformed")


def compared(text: str, known: Vocabulary) -> tuple[str, ...]:
    """Read the ids of the compared routes."""
    ids = tuple(route(part, known) for part in text.split("."))
    if len(ids) > MAX_COMPARED:
        refuse("too-long")
    return ids if MIN_COMPARED <= len(set(ids)) == len(ids) else refuse("malformed")


def number(text: str, pattern: re.Pattern[str]) -> int:
    """Read a whole number."""
    return int(text) if pattern.fullmatch(text) else refuse("malformed")


def map_view(text: str, _known: Vocabulary) -> MapView:
    """Read the middle and the zoom of the map, such as ``43.65_51.16_5.5``."""
    match = _AT.fullmatch(text) or refuse("malformed")
    try:
        return MapView(*(float(part) for part in match.groups()))
    except ValueError:
        refuse("malformed")


def write_map_view(view: MapView) -> str:
    """Write the middle and the zoom of the map, without trailing zeros."""
    return "_".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in (view.lat, view.lon, view.zoom))


def year(text: str, _known: Vocabulary) -> int:
    """Read a year of the corridor."""
    found = number(text, _YEAR)
    return found if FIRST_YEAR <= found <= LAST_YEAR else refuse("unknown")


def days(text: str, _known: Vocabulary) -> int:
    """Read within how many days places are to be reached."""
    found = number(text, _DAYS)
    return found if found <= MAX_DAYS else refuse("unknown")


def weights(text: str, _known: Vocabulary) -> tuple[int, ...]:
    """Read the weights of the pair index: one whole number a part, one of them above 0."""
    found = tuple(number(part, _WEIGHT) for part in text.split("."))
    return found if len(found) == len(INDEX_PARTS) and any(found) else refuse("malformed")


def write_weights(found: tuple[int, ...]) -> str:
    """Write the weights of the pair index."""
    return ".".join(str(weight) for weight in found)


def need(text: str, _known: Vocabulary) -> str:
    """Read an amount a year, such as ``300000.teu``, or ``5000000.t.more`` on top of what is carried."""
    return text if _NEED.fullmatch(text) else refuse("malformed")


def works(text: str, _known: Vocabulary) -> int:
    """Read how many works a set may have."""
    found = number(text, DIGIT)
    return found if 1 <= found <= MAX_WORKS else refuse("unknown")


def grid(text: str, known: Vocabulary) -> str:
    """Read a grid of questions: origins, destinations, scenarios and years, each joined by dots."""
    found = _GRID.fullmatch(text)
    if found is None:
        refuse("malformed")
    places = {*found[1].split("."), *found[2].split(".")} - {""}
    return text if places <= known.nodes else refuse("unknown")


def words(text: str, _known: Vocabulary) -> str:
    """Read words to search for; they are compared as they stand and shown escaped."""
    if len(text) > MAX_WORDS:
        refuse("too-long")
    return text if text.isprintable() else refuse("malformed")


def page_number(text: str, _known: Vocabulary) -> int:
    """Read the number of a page of a list; one that is too high shows the last page."""
    return number(text, _PAGE)


def version(text: str, _known: Vocabulary) -> str:
    """Read a data version, such as ``0.1.0``."""
    return text if _VERSION.fullmatch(text) else refuse("malformed")


def link_schema(text: str, _known: Vocabulary) -> int:
    """Read the version of the link itself."""
    if not _SCHEMA.fullmatch(text):
        refuse("malformed")
    return int(text) if int(text) <= LINK_SCHEMA else refuse("newer-link")

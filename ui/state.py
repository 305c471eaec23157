"""The state of a view as it stands in the address: one typed codec.

Each key is read three ways: valid, invalid, missing. What is invalid is left out and told to the visitor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from ui.text import LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corridor.dataset import Dataset

PRESETS = ("whole", "kazakhstan", "caspian", "caucasus", "black-sea", "balkans")
LINK_SCHEMA = 1
MAX_VALUE_LENGTH = 200
MAX_KEYS = 40
MAX_VIA = 6
SHOWN_VALUE_LENGTH = 40

# Keys that mail programs and social networks add to links; not ours, not worth a word.
_FOREIGN = re.compile(r"utm_\w+|fbclid|gclid|yclid|mc_[ce]id|_ga|_gl|ref|embed|embed_options")
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
_AT = re.compile(r"(-?\d{1,3}(?:\.\d{1,4})?)_(-?\d{1,3}(?:\.\d{1,4})?)_(\d{1,2}(?:\.\d{1,2})?)")

Problem = Literal["malformed", "unknown", "too-long", "repeated", "unknown-key", "newer-link", "other-data"]


@dataclass(frozen=True)
class MapView:
    """Where the visitor has moved the map to: its middle in degrees and its zoom step."""

    lat: float
    lon: float
    zoom: float

    def __post_init__(self) -> None:
        """Round to what the address holds and refuse what no map can show."""
        object.__setattr__(self, "lat", round(self.lat, 4) + 0.0)
        object.__setattr__(self, "lon", round(self.lon, 4) + 0.0)
        object.__setattr__(self, "zoom", round(self.zoom, 2) + 0.0)
        if not (abs(self.lat) <= 85 and abs(self.lon) <= 180 and 1 <= self.zoom <= 14):  # noqa: PLR2004
            message = "latitude -85 to 85, longitude -180 to 180, zoom 1 to 14"
            raise ValueError(message)


@dataclass(frozen=True, kw_only=True)
class State:
    """All that a link restores. None or empty: the page's own default."""

    lang: str = SOURCE_LANGUAGE
    corridor: str | None = None
    via: tuple[str, ...] = ()
    leg: str | None = None
    origin: str | None = None
    destination: str | None = None
    preset: str = "whole"
    at: MapView | None = None
    data: str | None = None


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The ids that a link may name, and the version of the data that they are from."""

    corridors: frozenset[str] = frozenset()
    branches: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()
    airports: frozenset[str] = frozenset()
    data_version: str = ""


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


@dataclass(frozen=True)
class Key:
    """One key of the address: its name, the field of `State` it holds, what it means, how it is read and written."""

    name: str
    field: str | None
    meaning: str
    read: Callable[[str, Vocabulary], Any]
    write: Callable[[Any], str] = str


class _Unusable(Exception):  # noqa: N818 - it says what the value is
    """A value that a key cannot take."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


def vocabulary(dataset: Dataset) -> Vocabulary:
    """Collect the ids that a link may name from the dataset."""
    corridors, nodes = dataset.corridors, dataset.nodes
    is_branch = corridors["kind"] == "branch"
    return Vocabulary(
        corridors=frozenset(corridors.loc[~is_branch, "corridor_id"]),
        branches=frozenset(corridors.loc[is_branch, "corridor_id"]),
        legs=frozenset(dataset.legs["leg_id"]),
        airports=frozenset(nodes.loc[nodes["kind"] == "airport", "node_id"]),
        data_version=dataset.version,
    )


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
        The state with every usable key, and a notice for every other one. Never raises for any text.
    """
    found: dict[str, Any] = {"lang": guess}
    notices = []
    for name, given in list(params.items())[:MAX_KEYS]:
        values = [given] if isinstance(given, str) else list(given)
        try:
            key, value = _read(name, values, known)
        except _Unusable as unusable:
            shown = values[-1] if values else ""
            notices.append(Notice(name[:SHOWN_VALUE_LENGTH], shown[:SHOWN_VALUE_LENGTH], unusable.problem))
            continue
        if key is not None and key.field is not None:
            found[key.field] = value
    state = State(**found)
    if state.data is not None and state.data != known.data_version:
        notices.append(Notice("d", state.data, "other-data"))
    return Parsed(state, tuple(notices))


def encode(state: State) -> dict[str, str]:
    """Write a state as the keys of an address: the language always, other keys only where they differ from the default."""
    written = {}
    for key in KEYS:
        if key.field is None:
            continue
        value = getattr(state, key.field)
        if key.field == "lang" or value != _DEFAULTS[key.field]:
            written[key.name] = key.write(value)
    return written


def guess_language(locale: str | None) -> str:
    """Choose one of our languages by a browser's locale, such as ``sr-Latn-RS``; English if it is another one."""
    parts = (locale or "").replace("_", "-").split("-")
    if parts[0].lower() == "sr" and "latn" in (part.lower() for part in parts[1:]):
        return "sr-Latn"
    return parts[0].lower() if parts[0].lower() in LANGUAGES else SOURCE_LANGUAGE


def moved(state: State, **changes: Any) -> State:
    """Give the state with some fields changed; naming a preset lets go of the visitor's own view of the map."""
    if "preset" in changes:
        changes.setdefault("at", None)
    return replace(state, **changes)


def _read(name: str, values: list[str], known: Vocabulary) -> tuple[Key | None, Any]:
    """Read one key."""
    key = _BY_NAME.get(name)
    if key is None:
        if _FOREIGN.fullmatch(name):
            return None, None
        raise _Unusable("unknown-key")
    if len(set(values)) != 1:
        raise _Unusable("repeated")
    text = values[0]
    if len(text) > MAX_VALUE_LENGTH:
        raise _Unusable("too-long")
    return key, key.read(text, known)


def _language(text: str, _known: Vocabulary) -> str:
    """Read a language code."""
    return _one_of(text, LANGUAGES)


def _preset(text: str, _known: Vocabulary) -> str:
    """Read the name of a part of the map."""
    return _one_of(text, PRESETS)


def _branches(text: str, known: Vocabulary) -> tuple[str, ...]:
    """Read branch ids joined by dots."""
    ids = tuple(text.split("."))
    if len(ids) > MAX_VIA:
        raise _Unusable("too-long")
    if len(set(ids)) != len(ids) or "" in ids:
        raise _Unusable("malformed")
    return tuple(_one_of(id_, known.branches) for id_ in ids)


def _at(text: str, _known: Vocabulary) -> MapView:
    """Read the middle and the zoom of the map, such as ``43.65_51.16_5.5``."""
    match = _AT.fullmatch(text)
    if match is None or not text.isascii():
        raise _Unusable("malformed")
    try:
        return MapView(*(float(part) for part in match.groups()))
    except ValueError:
        raise _Unusable("malformed") from None


def _version(text: str, _known: Vocabulary) -> str:
    """Read a data version, such as ``0.1.0``."""
    if not (_VERSION.fullmatch(text) and text.isascii()):
        raise _Unusable("malformed")
    return text


def _schema(text: str, _known: Vocabulary) -> int:
    """Read the version of the link itself."""
    if not (text.isascii() and text.isdigit() and len(text) <= 3):  # noqa: PLR2004
        raise _Unusable("malformed")
    if int(text) > LINK_SCHEMA:
        raise _Unusable("newer-link")
    return int(text)


def _one_of(text: str, choices: Mapping[str, Any] | Sequence[str] | frozenset[str]) -> str:
    """Read one of a closed set of words."""
    if text not in choices:
        raise _Unusable("unknown")
    return text


def _write_at(view: MapView) -> str:
    """Write the middle and the zoom of the map, without idle zeros."""
    return "_".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in (view.lat, view.lon, view.zoom))


KEYS = (
    Key("lang", "lang", "Language: en, kk, ru, sr, sr-Latn or bg. Missing: the browser's, else English.", _language),
    Key("c", "corridor", "Corridor, by its id.", lambda text, known: _one_of(text, known.corridors)),
    Key("via", "via", "Branches taken instead of the corridor's own legs: ids joined by dots.", _branches, ".".join),
    Key("leg", "leg", "Selected leg, by its id.", lambda text, known: _one_of(text, known.legs)),
    Key("from", "origin", "Airport of departure, by its id.", lambda text, known: _one_of(text, known.airports)),
    Key("to", "destination", "Airport of arrival, by its id.", lambda text, known: _one_of(text, known.airports)),
    Key("map", "preset", f"Part of the map: {', '.join(PRESETS)}. Missing: whole.", _preset),
    Key("at", "at", "Own view of the map: latitude, longitude and zoom joined by _. It outdoes map.", _at, _write_at),
    Key("d", "data", "Version of the data that the link was made with.", _version),
    Key("v", None, "Version of the link itself; 1 if missing.", _schema),
)
_BY_NAME = {key.name: key for key in KEYS}
_DEFAULTS = {field.name: field.default for field in fields(State)}

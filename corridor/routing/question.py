"""A question for freight routes: one typed value, whoever asks it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import read_day
from corridor.dataset.places import find
from corridor.errors import QuestionError, RouteError
from corridor.freight.arrays import MODES, network
from corridor.freight.running import CARGOES, known_cargo
from corridor.freight.search import known_criteria
from corridor.memory.memo import Depends, remembered
from corridor.routing.routes import DEFAULT_CRITERIA, Constraints, usable
from corridor.routing.sanctioned import SANCTIONED
from corridor.scenario.codec import AS_IT_IS, Scenario, encode
from corridor.scenario.presets import read_scenario

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from corridor.dataset.tables import Dataset

    Words = str | Iterable[str]

# What people write for a criterion; the others are written as the engine names them.
SHORT: Mapping[str, str] = {
    "time": "time_h",
    "cost": "cost_usd_per_teu",
    "co2e": "co2e_kg_per_t",
    "distance": "distance_km",
}
MAX_TRANSHIPMENTS = 99
_WORDS: Mapping[str, str] = {name: word for word, name in SHORT.items()}
_KEYS = ("from", "to", "criteria", "avoid", "via", "max_transhipments", "scenario", "date", "cargo")
_WHOLE = re.compile(r"[0-9]{1,2}")


@dataclass(frozen=True, kw_only=True)
class Avoided:
    """
    What a route must not touch.

    Attributes
    ----------
    countries
        ISO 3166-1 alpha-2 codes.
    modes
        Some of `corridor.freight.arrays.MODES`.
    nodes, legs
        Ids.
    """

    countries: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    nodes: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()

    @classmethod
    def read(cls, dataset: Dataset, words: Words) -> Avoided:
        """
        Sort words by what each of them names.

        Parameters
        ----------
        dataset
            The route dataset.
        words
            Codes of countries, modes, ids of nodes or legs; in one text, joined by commas.

        Returns
        -------
        Avoided
            What they name.

        Raises
        ------
        RouteError
            If a word names none of these: a typo would look like a result.
        """
        found: dict[str, set[str]] = {"countries": set(), "modes": set(), "nodes": set(), "legs": set()}
        known = country_codes(dataset)
        for word in listed(words):
            if word.upper() in known:
                found["countries"].add(word.upper())
            elif word in MODES:
                found["modes"].add(word)
            elif dataset.has("nodes", word):
                found["nodes"].add(word)
            elif dataset.has("legs", word):
                found["legs"].add(word)
            else:
                raise _unknown(word)
        return cls(**{kind: frozenset(words_) for kind, words_ in found.items()})

    @property
    def words(self) -> tuple[str, ...]:
        """All of it in the order of the alphabet, as `read` takes it."""
        return tuple(sorted(self.countries | self.modes | self.nodes | self.legs))

    def check(self, dataset: Dataset) -> None:
        """Refuse what a dataset does not have; raises `RouteError`."""
        unknown = [*sorted(self.modes.difference(MODES))]
        if self.countries:
            unknown += sorted(self.countries - country_codes(dataset))
        unknown += [node for node in sorted(self.nodes) if not dataset.has("nodes", node)]
        unknown += [leg for leg in sorted(self.legs) if not dataset.has("legs", leg)]
        if unknown:
            raise _unknown(unknown[0])


@dataclass(frozen=True, kw_only=True)
class RouteQuestion:
    """
    A question for freight routes between two places. Equal questions have equal answers.

    Attributes
    ----------
    origin, destination
        Node ids.
    criteria
        Some of `corridor.freight.arrays.CRITERIA`, the one that matters most first.
    avoid
        What a route must not touch.
    via
        Nodes that it must pass, in any order; at most `corridor.routing.routes.MAX_PASSED`.
    max_transhipments
        How often cargo may change vehicles (changes of mode and breaks of gauge), or None.
    scenario
        Changes to the network; their name is left out, for it changes no answer.
    date
        Day of travel, or None: legs whose ships do not run then are left out.
    cargo
        One of `corridor.freight.running.CARGOES`.

    Raises
    ------
    RouteError
        If no dataset could answer it: no criterion, or an unknown one; too many places to pass; fewer than no
        transhipments; an unknown cargo.
    """

    origin: str
    destination: str
    criteria: tuple[str, ...] = DEFAULT_CRITERIA
    avoid: Avoided = field(default_factory=Avoided)
    via: frozenset[str] = frozenset()
    max_transhipments: int | None = None
    scenario: Scenario = AS_IT_IS
    date: dt.date | None = None
    cargo: str = CARGOES[0]

    def __post_init__(self) -> None:
        """Refuse what no dataset could answer."""
        object.__setattr__(self, "criteria", known_criteria(self.criteria))
        object.__setattr__(self, "scenario", self.scenario.unnamed)
        usable(self.constraints)
        known_cargo(self.cargo)

    @classmethod
    def read(  # noqa: PLR0913 - a question has so many parts, all but two by name
        cls,
        dataset: Dataset,
        origin: str,
        destination: str,
        *,
        criteria: Words = DEFAULT_CRITERIA,
        avoid: Words = "",
        via: Words = "",
        max_transhipments: int | None = None,
        scenario: Scenario | str = "",
        date: dt.date | str | None = None,
        cargo: str = CARGOES[0],
    ) -> RouteQuestion:
        """
        Read a question as people write it.

        Several words can stand in one text, joined by commas: "RU,IR" is as good as ["RU", "IR"].

        Parameters
        ----------
        dataset
            The route dataset.
        origin, destination
            Places as `corridor.dataset.places.find` reads them: a name in any language, an id, a UN/LOCODE.
        criteria
            Some of time, cost, co2e, distance, borders, transhipments.
        avoid
            Codes of countries, modes, ids of nodes or legs.
        via
            Places to pass, in any order.
        max_transhipments
            How often cargo may change vehicles.
        scenario
            Changes, or a text as `corridor.scenario.presets.read_scenario` reads it.
        date
            Day of travel, or a text such as "2026-12-01".
        cargo
            "container" or "bulk".

        Returns
        -------
        RouteQuestion
            The question.

        Raises
        ------
        PlaceError, RouteError, QuestionError, ScenarioError, UnknownIdError
            If a part cannot be read; the message says what would be right.
        """
        changes = read_scenario(dataset, scenario) if isinstance(scenario, str) else scenario
        travels = read_day(date) if isinstance(date, str) else date
        places = network(dataset, scenario=changes, date=travels, cargo=cargo).places
        named = (origin, destination, *listed(via))
        start, end, *passed = (find(dataset, words, among=places) for words in named)
        return cls(
            origin=start,
            destination=end,
            criteria=read_criteria(criteria),
            avoid=Avoided.read(dataset, avoid),
            via=frozenset(passed),
            max_transhipments=max_transhipments,
            scenario=changes,
            date=travels,
            cargo=cargo,
        )

    @classmethod
    def from_keys(cls, dataset: Dataset, keys: Mapping[str, str]) -> RouteQuestion:
        """
        Read a question from the keys of an address of the HTTP API.

        Parameters
        ----------
        dataset
            The route dataset.
        keys
            As `as_keys` writes them; the words are read as by `read`.

        Returns
        -------
        RouteQuestion
            The question.

        Raises
        ------
        QuestionError
            If a key is unknown or missing, or its value is not of its kind.
        PlaceError, RouteError, ScenarioError, UnknownIdError
            As `read`.
        """
        unknown = [name for name in keys if name not in _KEYS]
        if unknown:
            raise QuestionError("parameter-unknown", name=unknown[0], known=_KEYS)
        missing = [name for name in ("from", "to") if not keys.get(name, "").strip()]
        if missing:
            raise QuestionError("parameter-missing", name=missing[0])
        words: dict[str, Any] = {
            name: value for name, value in keys.items() if value and name not in {"from", "to"}
        }
        if "max_transhipments" in words:
            words["max_transhipments"] = _whole("max_transhipments", words["max_transhipments"])
        return cls.read(dataset, keys["from"], keys["to"], **words)

    def as_keys(self) -> dict[str, str]:
        """
        Write the question as the keys of an address of the HTTP API; what asks for nothing is left out.

        Returns
        -------
        dict of str to str
            From, to and criteria always; avoid, via, max_transhipments, scenario, date and cargo where they
            say something. The same question gives the same keys in the same order.
        """
        parts = {
            "from": self.origin,
            "to": self.destination,
            "criteria": ",".join(self.criteria_words),
            "avoid": ",".join(self.avoid.words),
            "via": ",".join(sorted(self.via)),
            "max_transhipments": "" if self.max_transhipments is None else str(self.max_transhipments),
            "scenario": encode(self.scenario),
            "date": "" if self.date is None else self.date.isoformat(),
            "cargo": "" if self.cargo == CARGOES[0] else self.cargo,
        }
        return {name: value for name, value in parts.items() if value}

    @property
    def criteria_words(self) -> tuple[str, ...]:
        """The criteria as people write them."""
        return tuple(_WORDS.get(name, name) for name in self.criteria)

    @property
    def constraints(self) -> Constraints:
        """What the search must keep to."""
        return Constraints(
            avoid_countries=self.avoid.countries,
            avoid_modes=self.avoid.modes,
            avoid_nodes=self.avoid.nodes,
            avoid_legs=self.avoid.legs,
            most_transhipments=self.max_transhipments,
            pass_nodes=tuple(sorted(self.via)),
        )


def read_criteria(words: Words) -> tuple[str, ...]:
    """Read criteria as people write them; `RouteQuestion` refuses those that there are not."""
    return tuple(SHORT.get(word, word) for word in listed(words))


@remembered(depends_on=Depends.EVERYTHING)
def country_codes(dataset: Dataset) -> frozenset[str]:
    """Codes of the countries that can be avoided: of the places, of the list, and those under sanctions."""
    return frozenset(dataset.nodes["country"]).union(dataset.countries["iso2"], SANCTIONED)


def listed(words: Words) -> list[str]:
    """Words one by one, without blanks around them; of a text, the parts between its commas."""
    parts = words.split(",") if isinstance(words, str) else words
    return [part.strip() for part in parts if part.strip()]


def _whole(name: str, text: str) -> int:
    """Read a whole number."""
    if not _WHOLE.fullmatch(text):
        raise QuestionError("whole-number-unusable", name=name, value=text, least=0, most=MAX_TRANSHIPMENTS)
    return int(text)


def _unknown(word: str) -> RouteError:
    """Make the error for a word that names nothing that could be avoided."""
    return RouteError("avoid-unknown", word=word, modes=tuple(MODES))

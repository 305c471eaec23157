"""What if: legs and nodes closed, changed, added or upgraded, under a name; small enough for an address."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from corridor.errors import Phrase, ScenarioError
from corridor.scenario.upgrade_effects import WHY, effects

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

MAX_CHANGES = 20
MAX_CHARACTERS = 1_000
MIN_FACTOR, MAX_FACTOR = 0.1, 10.0
FIRST_YEAR, LAST_YEAR = 2019, 2050
MODES = ("rail", "road", "sea", "ferry", "river")
MAX_HOURS, MAX_KM, MAX_USD = 2_000, 20_000, 100_000
MAX_DELAY_H = 1_000
MAX_NAME = 60
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FACTOR = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2})?")
_WHOLE = re.compile(r"[1-9][0-9]{0,5}")
_YEAR = re.compile(r"[0-9]{4}")
# Letters, marks and digits of any script, blanks, and signs that mean nothing in a file or a page.
_NAME_SIGNS = frozenset(" ,:;!?()/%+-–—’«»“”„№.'")
_FACTORED = ("time", "cost", "node", "fee")
_NAMED = ("close", "shut", "up")
_SHAPES = (
    "close.LEG", "shut.NODE", "time.LEG.1.5", "cost.LEG.0.8", "delay.LEG.72", "node.NODE.0.5",
    "fee.NODE.1.5", "add.FROM.TO.MODE.HOURS.KM.USD", "up.UPGRADE", "year.2028", "name.TEXT",
)  # fmt: skip
_MAX_ADDED_PARTS = 6
_NAMES = "name."
_Value = TypeVar("_Value")


class AddedLeg(NamedTuple):
    """
    A leg that the visitor adds, usable in both directions: an assumption, not a published fact.

    Attributes
    ----------
    from_node, to_node
        Node ids.
    mode
        One of `MODES`.
    hours
        How long it takes.
    km
        Its length; None for the straight line on the ellipsoid.
    usd
        Cost of a TEU; None for what the factors give.
    """

    from_node: str
    to_node: str
    mode: str
    hours: int
    km: int | None = None
    usd: int | None = None

    @property
    def leg_id(self) -> str:
        """Id that the leg has in the network."""
        return f"added-{self.from_node}-{self.to_node}-{self.mode}"


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """
    A set of changes to the network, which may have a name; equal sets of one name are equal scenarios.

    Attributes
    ----------
    closed_legs, closed_nodes
        Ids, in the order of the alphabet.
    time_factors, cost_factors
        Leg id and what its time or cost is multiplied by: 2 is twice as slow or dear, 0.5 half.
    delays
        Leg id and the hours that its time is longer by.
    node_factors
        Node id and what the time of all work at the node is multiplied by.
    node_cost_factors
        Node id and what the cost of all work at the node is multiplied by.
    added_legs
        Legs of the visitor's own, in the order of their ids.
    upgrades
        Ids of upgrades that are taken as done.
    year
        Year by whose end everything due is taken as done, as planned; None for nothing.
    name
        What its author calls it, "" for nothing; free text, to be escaped where it is shown. It changes no
        figure, and no result that is remembered for several readers holds it.
    """

    closed_legs: tuple[str, ...] = ()
    closed_nodes: tuple[str, ...] = ()
    time_factors: tuple[tuple[str, float], ...] = ()
    cost_factors: tuple[tuple[str, float], ...] = ()
    delays: tuple[tuple[str, int], ...] = ()
    node_factors: tuple[tuple[str, float], ...] = ()
    node_cost_factors: tuple[tuple[str, float], ...] = ()
    added_legs: tuple[AddedLeg, ...] = ()
    upgrades: tuple[str, ...] = ()
    year: int | None = None
    name: str = ""

    @property
    def unnamed(self) -> Scenario:
        """The same changes without the name."""
        return replace(self, name="") if self.name else self

    def named(self, name: str) -> Scenario:
        """
        Return the same changes under a name.

        Parameters
        ----------
        name
            As `read_name` takes it.

        Raises
        ------
        ScenarioError
            If it cannot be used.
        """
        return replace(self, name=read_name(name))

    def with_upgrade(self, upgrade_id: str) -> Scenario:
        """Return the same scenario with one more upgrade done."""
        return replace(self, upgrades=tuple(sorted({*self.upgrades, upgrade_id})))


AS_IT_IS = Scenario()


def parse(text: str) -> Scenario:
    """
    Read a scenario from a short text such as "close.aktau-alat_time.almaty-shu.1.5_year.2028".

    Parameters
    ----------
    text
        Changes joined by "_": close.LEG, shut.NODE, time.LEG.FACTOR, cost.LEG.FACTOR, delay.LEG.HOURS,
        node.NODE.FACTOR (its hours), fee.NODE.FACTOR (its charges), add.FROM.TO.MODE.HOURS,
        add.FROM.TO.MODE.HOURS.KM, add.FROM.TO.MODE.HOURS.KM.USD (KM may be empty; whole numbers), up.UPGRADE,
        year.YYYY. Beside them name.TEXT: a name, as `read_name` takes it. "" changes nothing.

    Returns
    -------
    Scenario
        The same for any order of the changes.

    Raises
    ------
    ScenarioError
        If a change cannot be read; the message says what would be right.
    """
    if len(text) > MAX_CHARACTERS:
        raise ScenarioError("scenario-too-long", most=MAX_CHARACTERS)
    factors: dict[str, dict[str, float]] = {verb: {} for verb in _FACTORED}
    named: dict[str, dict[str, None]] = {verb: {} for verb in _NAMED}
    added: dict[str, AddedLeg] = {}
    delays: dict[str, int] = {}
    years: dict[str, int] = {}
    name, changes = _name_of(text)
    if len(changes) > MAX_CHANGES:
        raise ScenarioError("scenario-too-many-changes", most=MAX_CHANGES)
    for change in changes:
        verb, _dot, rest = change.partition(".")
        id_, _dot, factor = rest.partition(".")
        if verb == "add":
            leg = _added(change, rest)
            _put(added, leg.leg_id, leg, change)
        elif verb == "delay" and _ID.fullmatch(id_) and factor:
            _put(delays, id_, _whole(factor, MAX_DELAY_H, "HOURS"), change)
        elif verb == "year" and _YEAR.fullmatch(rest):
            _put(years, "year", _year(rest), change)
        elif verb in factors and _ID.fullmatch(id_) and factor:
            _put(factors[verb], id_, _factor(factor), change)
        elif verb in named and _ID.fullmatch(id_) and not factor and rest == id_:
            _put(named[verb], id_, None, change)
        else:
            raise _no_change(change)
    return Scenario(
        closed_legs=tuple(sorted(named["close"])),
        closed_nodes=tuple(sorted(named["shut"])),
        time_factors=tuple(sorted(factors["time"].items())),
        cost_factors=tuple(sorted(factors["cost"].items())),
        delays=tuple(sorted(delays.items())),
        node_factors=tuple(sorted(factors["node"].items())),
        node_cost_factors=tuple(sorted(factors["fee"].items())),
        added_legs=tuple(added[leg_id] for leg_id in sorted(added)),
        upgrades=tuple(sorted(named["up"])),
        year=years.get("year"),
        name=name,
    )


def read_name(text: str) -> str:
    """
    Read the name of a scenario.

    Parameters
    ----------
    text
        At most `MAX_NAME` letters and digits of any script, blanks and common signs; the first is a letter or
        a digit.

    Returns
    -------
    str
        Composed as Unicode says (NFC), blanks in a row made one.

    Raises
    ------
    ScenarioError
        If it is too long, or has signs that a file, a sheet or a page could take for more than text.
    """
    name = " ".join(unicodedata.normalize("NFC", text[:MAX_CHARACTERS]).split())
    is_plain = all(sign in _NAME_SIGNS or unicodedata.category(sign)[0] in "LMN" for sign in name)
    if not name or len(name) > MAX_NAME or not is_plain or unicodedata.category(name[0])[0] not in "LN":
        raise ScenarioError("scenario-name-unusable", most=MAX_NAME)
    return name


def encode(scenario: Scenario) -> str:
    """Write a scenario as `parse` reads it; equal scenarios give the same text."""
    parts = [f"{_NAMES}{scenario.name}"] if scenario.name else []
    parts += [f"close.{leg}" for leg in scenario.closed_legs]
    parts += [f"shut.{node}" for node in scenario.closed_nodes]
    parts += [f"time.{leg}.{factor:g}" for leg, factor in scenario.time_factors]
    parts += [f"cost.{leg}.{factor:g}" for leg, factor in scenario.cost_factors]
    parts += [f"delay.{leg}.{hours}" for leg, hours in scenario.delays]
    parts += [f"node.{node}.{factor:g}" for node, factor in scenario.node_factors]
    parts += [f"fee.{node}.{factor:g}" for node, factor in scenario.node_cost_factors]
    for leg in scenario.added_legs:
        km, usd = ("" if value is None else f".{value}" for value in (leg.km, leg.usd))
        parts.append(
            f"add.{leg.from_node}.{leg.to_node}.{leg.mode}.{leg.hours}{km or ('.' if usd else '')}{usd}"
        )
    parts += [f"up.{upgrade}" for upgrade in scenario.upgrades]
    parts += [] if scenario.year is None else [f"year.{scenario.year}"]
    return "_".join(parts)


def check(dataset: Dataset, scenario: Scenario) -> None:
    """
    Reject unknown ids, and upgrades whose effect cannot be computed.

    Raises
    ------
    UnknownIdError
        If there is no such leg, node or upgrade.
    ScenarioError
        If an added leg has the id of one that is there, or an upgrade changes nothing that is counted; the
        message says why (`corridor.scenario.upgrade_effects.WHY`).
    """
    figured = (scenario.time_factors, scenario.cost_factors, scenario.delays)
    for leg in (*scenario.closed_legs, *(leg for change in figured for leg, _value in change)):
        dataset.record("legs", leg)
    ends = [node for leg in scenario.added_legs for node in leg[:2]]
    worked = (*scenario.node_factors, *scenario.node_cost_factors)
    for node in (*scenario.closed_nodes, *(node for node, _factor in worked), *ends):
        dataset.record("nodes", node)
    for added in scenario.added_legs:
        if dataset.has("legs", added.leg_id):
            raise ScenarioError("leg-exists", leg=added.leg_id)
    for upgrade in scenario.upgrades:
        row = dataset.record("upgrades", upgrade)
        reason = effects(dataset, upgrade).reason
        if reason:
            raise ScenarioError(
                "upgrade-unworkable",
                upgrade=upgrade,
                quantity=row["quantity"],
                subject=row["subject_id"],
                reason=Phrase(WHY[reason]),
            )


def _name_of(text: str) -> tuple[str, list[str]]:
    """Split a text into the name and the changes."""
    names: dict[str, str] = {}
    parts = list(filter(None, text.split("_")))
    for part in parts:
        if part.startswith(_NAMES):
            _put(names, "name", read_name(part.removeprefix(_NAMES)), part)
    return names.get("name", ""), [part for part in parts if not part.startswith(_NAMES)]


def _put(found: dict[str, _Value], key: str, value: _Value, change: str) -> None:
    """Add a change that must stand there once."""
    if key in found:
        raise ScenarioError("change-repeated", change=change)
    found[key] = value


def _added(change: str, rest: str) -> AddedLeg:
    """Read a leg of the visitor's own."""
    start, end, mode, hours, km, usd, *more = (*rest.split("."), "", "", "", "", "", "")
    is_shaped = (
        not any(more)
        and rest.count(".") < _MAX_ADDED_PARTS
        and not rest.endswith(".")
        and _ID.fullmatch(start)
        and _ID.fullmatch(end)
        and mode in MODES
    )
    if not is_shaped:
        raise _no_change(change)
    if start == end:
        raise ScenarioError("added-leg-ends-alike", change=change)
    return AddedLeg(
        start,
        end,
        mode,
        _whole(hours, MAX_HOURS, "HOURS"),
        _whole(km, MAX_KM, "KM") if km else None,
        _whole(usd, MAX_USD, "USD") if usd else None,
    )


def _whole(text: str, most: int, part: str) -> int:
    """Read a whole number from 1."""
    value = int(text) if _WHOLE.fullmatch(text) else 0
    if not 1 <= value <= most:
        raise ScenarioError("added-leg-number-unusable", part=part, value=text, least=1, most=most)
    return value


def _year(text: str) -> int:
    """Read the year by which plans are taken as done."""
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        raise ScenarioError("year-unusable", value=text, least=FIRST_YEAR, most=LAST_YEAR)
    return int(text)


def _factor(text: str) -> float:
    """Read what something is multiplied by."""
    value = float(text) if _FACTOR.fullmatch(text) else 0.0
    if not MIN_FACTOR <= value <= MAX_FACTOR:
        raise ScenarioError("factor-unusable", value=text, least=MIN_FACTOR, most=MAX_FACTOR)
    return value


def _no_change(change: str) -> ScenarioError:
    """Make the error that says what changes there are."""
    return ScenarioError("change-unknown", change=change, shapes=_SHAPES)

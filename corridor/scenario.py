"""What if: closed legs and nodes, changed times and costs, upgrades; small enough for an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.errors import ScenarioError

if TYPE_CHECKING:
    from corridor.dataset import Dataset

MOST_CHANGES = 20
MOST_LETTERS = 1_000
LEAST_FACTOR, MOST_FACTOR = 0.1, 10.0
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FACTOR = re.compile(r"\d{1,2}(\.\d{1,2})?")
_VERBS = {"close": 1, "shut": 1, "time": 2, "cost": 2, "up": 1}
_USABLE = "time_h"


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """
    A set of changes to the network; equal sets are equal scenarios.

    Attributes
    ----------
    closed_legs, closed_nodes
        Ids, in the order of the alphabet.
    time_factors, cost_factors
        Leg id and what its time or cost is multiplied by: 2 is twice as slow or dear, 0.5 half.
    upgrades
        Ids of upgrades that are taken as done.
    """

    closed_legs: tuple[str, ...] = ()
    closed_nodes: tuple[str, ...] = ()
    time_factors: tuple[tuple[str, float], ...] = ()
    cost_factors: tuple[tuple[str, float], ...] = ()
    upgrades: tuple[str, ...] = ()


AS_IT_IS = Scenario()


def parse(text: str) -> Scenario:
    """
    Read a scenario from a short text such as "close.aktau-alat_time.almaty-shu.1.5_up.kars-line".

    Parameters
    ----------
    text
        Changes joined by "_": close.LEG, shut.NODE, time.LEG.FACTOR, cost.LEG.FACTOR, up.UPGRADE. "" changes
        nothing.

    Returns
    -------
    Scenario
        The same for any order of the changes.

    Raises
    ------
    ScenarioError
        If a change cannot be read; the message says what would be right.
    """
    if len(text) > MOST_LETTERS:
        message = f"A scenario may have {MOST_LETTERS} letters."
        raise ScenarioError(message)
    found: dict[str, dict[str, float]] = {verb: {} for verb in _VERBS}
    for change in filter(None, text.split("_")):
        verb, _dot, rest = change.partition(".")
        id_, _dot, factor = rest.partition(".")
        if verb not in _VERBS or not _ID.fullmatch(id_) or bool(factor) != (_VERBS[verb] > 1):
            message = (
                f"'{change[:60]}' is no change. There are close.LEG, shut.NODE, time.LEG.1.5, cost.LEG.0.8 "
                "and up.UPGRADE, joined by _."
            )
            raise ScenarioError(message)
        if id_ in found[verb]:
            message = f"'{verb}.{id_}' stands there twice. Name it once."
            raise ScenarioError(message)
        found[verb][id_] = _factor(factor) if factor else 1.0
    if sum(len(ids) for ids in found.values()) > MOST_CHANGES:
        message = f"A scenario may have {MOST_CHANGES} changes."
        raise ScenarioError(message)
    return Scenario(
        closed_legs=tuple(sorted(found["close"])),
        closed_nodes=tuple(sorted(found["shut"])),
        time_factors=tuple(sorted(found["time"].items())),
        cost_factors=tuple(sorted(found["cost"].items())),
        upgrades=tuple(sorted(found["up"])),
    )


def encode(scenario: Scenario) -> str:
    """Write a scenario as `parse` reads it; equal scenarios give the same text."""
    parts = [f"close.{leg}" for leg in scenario.closed_legs]
    parts += [f"shut.{node}" for node in scenario.closed_nodes]
    parts += [f"time.{leg}.{factor:g}" for leg, factor in scenario.time_factors]
    parts += [f"cost.{leg}.{factor:g}" for leg, factor in scenario.cost_factors]
    parts += [f"up.{upgrade}" for upgrade in scenario.upgrades]
    return "_".join(parts)


def check(dataset: Dataset, scenario: Scenario) -> None:
    """
    Refuse a scenario that names what is not there, or an upgrade whose effect cannot be worked out.

    Raises
    ------
    UnknownIdError
        If there is no such leg, node or upgrade.
    ScenarioError
        If an upgrade is not one of a leg's time in hours from one value to another.
    """
    for leg in (*scenario.closed_legs, *dict(scenario.time_factors), *dict(scenario.cost_factors)):
        dataset.record("legs", leg)
    for node in scenario.closed_nodes:
        dataset.record("nodes", node)
    for upgrade in scenario.upgrades:
        row = dataset.record("upgrades", upgrade)
        if row["subject_type"] != "leg" or row["quantity"] != _USABLE or not row["from_value"]:
            message = (
                f"The upgrade '{upgrade}' changes {row['quantity']} of {row['subject_id']}: what that "
                "does to a route's hours is not published, so it cannot be worked out."
            )
            raise ScenarioError(message)


def time_factors(dataset: Dataset, scenario: Scenario) -> dict[str, float]:
    """Say what the time of each changed leg is multiplied by, upgrades included."""
    factors = dict(scenario.time_factors)
    for upgrade in scenario.upgrades:
        row = dataset.record("upgrades", upgrade)
        leg, factor = row["subject_id"], float(row["to_value"]) / float(row["from_value"])
        factors[leg] = factors.get(leg, 1.0) * factor
    return factors


def _factor(text: str) -> float:
    """Read what something is multiplied by."""
    value = float(text) if _FACTOR.fullmatch(text) else 0.0
    if not LEAST_FACTOR <= value <= MOST_FACTOR:
        message = (
            f"'{text[:20]}' is no factor. Write a number from {LEAST_FACTOR:g} to {MOST_FACTOR:g} with two "
            "decimals at most, such as 1.5."
        )
        raise ScenarioError(message)
    return value

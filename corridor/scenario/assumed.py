"""The dataset under a scenario: every function that takes a dataset then answers for the scenario."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import pandas as pd

from corridor.dataset.estimate import Estimate
from corridor.dataset.periods import last_day
from corridor.evidence.assumptions import ASSUMED, REASON, changed
from corridor.evidence.claims import figure
from corridor.evidence.figures import leg_figure
from corridor.memory.memo import MAX_RECENT, Depends, Memo, remembered
from corridor.scenario.codec import AS_IT_IS, MODES, AddedLeg, Scenario, check, encode
from corridor.scenario.upgrade_effects import CAPACITIES, capacity_today, effects
from corridor.scenario.upgrades import due

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.scenario.upgrade_effects import Change

_PLANNED = frozenset({"announced", "pre-construction", "construction"})
_WORKS = frozenset({"border", "transhipment"})
_UNITS = {"time_h": "h", "distance_km": "km", "cost_usd_per_teu": "USD/TEU"}


@dataclass(frozen=True)
class _Sum:
    """Changes of one figure, put together."""

    factors: list[float] = field(default_factory=list)
    less: list[float] = field(default_factory=list)
    more: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    at_least: list[float] = field(default_factory=list)

    @property
    def factor(self) -> float:
        """Product of the factors."""
        product = 1.0
        for factor in self.factors:
            product *= factor
        return product


def assumed(dataset: Dataset, scenario: Scenario) -> Dataset:
    """
    Return the dataset under a scenario.

    Times, costs and lengths that the scenario changes are "modelled", reason ("assumed", "", ""). Legs of
    the visitor's own are rows of the status "unknown" with a straight line; on rails they have the gauge of
    the tracks at their start, or the one that both ends share. Closures are a matter of
    `corridor.freight.arrays.network`. Tables of claims and sources are those of the dataset.

    Parameters
    ----------
    dataset
        The route dataset.
    scenario
        Changes.

    Returns
    -------
    Dataset
        The same object if nothing but closures is asked for. The last few are kept with the dataset.

    Raises
    ------
    UnknownIdError, ScenarioError
        As `corridor.scenario.codec.check`.
    """
    check(dataset, scenario)
    changes = replace(scenario, closed_legs=(), closed_nodes=(), name="")
    if changes == AS_IT_IS:
        return dataset
    return _assumed(dataset, changes)


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def _assumed(dataset: Dataset, scenario: Scenario) -> Dataset:
    """Dataset with changed figures, added and opened legs."""
    sums = _sums(dataset, scenario)
    stated = {key: _figure(dataset, key, total) for key, total in sums.items() if key[2] not in _WORKS}
    for leg in scenario.added_legs:
        figures = {"time_h": leg.hours, "distance_km": leg.km, "cost_usd_per_teu": leg.usd}
        for quantity, value in figures.items():
            if value is not None:
                stated["leg", leg.leg_id, quantity] = _stated(quantity, _UNITS[quantity], float(value))
    works = {
        (key[1], key[2]): (total.factor, sum(total.less)) for key, total in sums.items() if key[2] in _WORKS
    }
    works |= {(node, ""): (factor, 0.0) for node, factor in scenario.node_factors}
    charges = dict(scenario.node_cost_factors)
    opened = _opened(dataset, scenario)
    added = frozenset(leg.leg_id for leg in scenario.added_legs)
    lines = dict(dataset.lines)
    lines |= {leg.leg_id: _line(dataset, leg) for leg in scenario.added_legs}
    digest = hashlib.sha256(f"{dataset.content_hash} {encode(scenario)}".encode()).hexdigest()
    made = dataset.with_legs(
        _legs(dataset, scenario, opened),
        content_hash=digest[: len(dataset.content_hash)],
        lines=MappingProxyType(lines),
        stated=MappingProxyType(dict(dataset.stated) | stated),
        work_changes=MappingProxyType(works),
        charge_changes=MappingProxyType(charges),
        added=dataset.added | added,
        scenario=encode(scenario),
    )
    touched = {key[1] for key in (*stated, *sums)} | {node for node, _work in works} | set(charges)
    made.__dict__["memo"] = Memo(dataset.memo, legs=opened | added, figures=added | touched)
    return made


def _sums(dataset: Dataset, scenario: Scenario) -> dict[tuple[str, str, str], _Sum]:
    """Collect the changes by (subject_type, subject_id, quantity)."""
    sums: dict[tuple[str, str, str], _Sum] = {}
    for quantity, factors in (
        ("time_h", scenario.time_factors), ("cost_usd_per_teu", scenario.cost_factors),
    ):  # fmt: skip
        for leg, factor in factors:
            sums.setdefault(("leg", leg, quantity), _Sum()).factors.append(factor)
    for leg, hours in scenario.delays:
        sums.setdefault(("leg", leg, "time_h"), _Sum()).late.append(hours)
    upgrades = set(scenario.upgrades)
    if scenario.year is not None:
        upgrades |= set(due(dataset, scenario.year))
    changes = [change for upgrade in sorted(upgrades) for change in effects(dataset, upgrade).changes]
    for change in changes:
        _put(sums.setdefault((change.subject_type, change.subject_id, change.quantity), _Sum()), change)
    return sums


def _put(total: _Sum, change: Change) -> None:
    """Add one change."""
    total.factors.append(change.factor)
    total.less.append(change.less)
    total.more.append(change.more)
    if change.at_least is not None:
        total.at_least.append(change.at_least)


def _figure(dataset: Dataset, key: tuple[str, str, str], total: _Sum) -> Estimate:
    """Figure of a leg or node under the scenario."""
    _subject_type, subject_id, quantity = key
    if quantity not in CAPACITIES:
        return changed(
            leg_figure(dataset, subject_id, quantity),
            factor=total.factor,
            less=sum(total.less),
            more=sum(total.late),
        )
    today = capacity_today(dataset, *key) or 0.0
    value = max(today, *total.at_least, 0.0) * total.factor + sum(total.more)
    return _stated(quantity, figure(dataset, *key).unit, value)


def _stated(quantity: str, unit: str, value: float) -> Estimate:
    """Figure that the scenario states."""
    return Estimate(
        quantity=quantity,
        unit=unit,
        low=value,
        typical=value,
        high=value,
        basis="modelled",
        reason=REASON,
        formula=ASSUMED,
    )


def _opened(dataset: Dataset, scenario: Scenario) -> frozenset[str]:
    """Planned legs that are expected to open by the year of the scenario."""
    if scenario.year is None:
        return frozenset()
    legs = dataset.legs[dataset.legs["status"].isin(_PLANNED) & dataset.legs["mode"].isin(MODES)]
    return frozenset(
        leg_id
        for leg_id in legs["leg_id"]
        if (day := figure(dataset, "leg", leg_id, "expected_on").text) and last_day(day).year <= scenario.year
    )


def _legs(dataset: Dataset, scenario: Scenario, opened: frozenset[str]) -> pd.DataFrame:
    """Legs, with those that open by the year opened and those of the visitor added."""
    legs = dataset.legs
    if opened:
        legs = legs.assign(status=legs["status"].mask(legs["leg_id"].isin(opened), "operating"))
    if not scenario.added_legs:
        return legs
    rows = [
        {
            "leg_id": leg.leg_id,
            "from_node": leg.from_node,
            "to_node": leg.to_node,
            "mode": leg.mode,
            "both_ways": True,
            "gauge_mm": _gauge(dataset, leg),
            "status": "unknown",
            "geometry_fidelity": "schematic",
            "note": "Assumed in the scenario; not a published leg",
        }
        for leg in scenario.added_legs
    ]
    added = pd.DataFrame(rows, columns=list(legs.columns)).astype(legs.dtypes.to_dict())
    return pd.concat([legs, added], ignore_index=True)


def _gauge(dataset: Dataset, leg: AddedLeg) -> int | None:
    """Gauge of an added railway: the one that its ends share most, else that of its start."""
    if leg.mode != "rail":
        return None
    rails = dataset.legs[(dataset.legs["mode"] == "rail") & dataset.legs["gauge_mm"].notna()]
    start, end = (
        Counter(int(gauge) for gauge in _at(rails, node)["gauge_mm"]) for node in (leg.from_node, leg.to_node)
    )
    most = (start & end) or start or end
    return min(most, key=lambda gauge: (-most[gauge], gauge)) if most else None


def _at(legs: pd.DataFrame, node: str) -> pd.DataFrame:
    """Legs that begin or end at a node."""
    return legs[(legs["from_node"] == node) | (legs["to_node"] == node)]


def _line(dataset: Dataset, leg: AddedLeg) -> tuple[tuple[float, float], ...]:
    """Straight line between the ends."""
    ends = (dataset.record("nodes", node) for node in leg[:2])
    return tuple((float(end["lon"]), float(end["lat"])) for end in ends)

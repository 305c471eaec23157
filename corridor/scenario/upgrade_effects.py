"""The effect of an upgrade on figures of the network, or why it cannot be computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.chain.node_work import border_of
from corridor.chain.splicing import Hop
from corridor.dataset.periods import last_day
from corridor.evidence.claims import figure
from corridor.evidence.figures import leg_figure, work_figure
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corridor.dataset.tables import Dataset

CAPACITIES = ("capacity_t_per_year", "capacity_teu_per_year")
# A sentence for each reason for which an effect cannot be worked out.
WHY: Mapping[str, str] = {
    "corridor-wide": "It is about a whole corridor, not about a leg or place on it.",
    "passenger-only": "It is about passenger trains; nothing is published for freight.",
    "no-such-quantity": "It changes nothing that we count: hours, costs, kilometres or annual capacity.",
    "effect-not-published": "The value before is not published, so the improvement is not known.",
    "base-not-known": "There is no current figure for it to change.",
    "exceeds-part": "It promises to save more hours than our figure has.",
    "already-counted": "The current figure already includes it.",
    "called-off": "It was shelved or cancelled.",
}
CALLED_OFF = ("shelved", "cancelled")
_SPEEDS = ("speed_km_per_day", "max_freight_speed_km_h", "design_speed_km_h")
_SAVES = ("time_saving_h", "customs_time_h")
_SETS = {name: name for name in CAPACITIES} | {"capacity_t_per_year_planned": "capacity_t_per_year"}
_ADDS = {"capacity_teu_per_year_added": "capacity_teu_per_year"}
_RATIOS = frozenset({"train_pairs_per_day", "trains_per_day", "trains_exchanged_per_day", "vessels_count"})
_OF_LENGTH = ("distance_km", "time_h", "cost_usd_per_teu")


@dataclass(frozen=True, kw_only=True)
class Change:
    """
    One figure of the network that an upgrade changes.

    Attributes
    ----------
    subject_type, subject_id
        "leg" or "node", and its id.
    quantity
        Of a leg "time_h", "distance_km", "cost_usd_per_teu"; of a node "border" or "transhipment" (the hours
        of that work); of either one of `CAPACITIES`.
    factor
        What it is multiplied by.
    less
        What is taken off it before, in its unit.
    more
        What is added to it.
    at_least
        What it becomes if it is not as much already; None for no matter.
    """

    subject_type: str
    subject_id: str
    quantity: str
    factor: float = 1.0
    less: float = 0.0
    more: float = 0.0
    at_least: float | None = None


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What an upgrade changes; without changes `reason` is one of `WHY`, else ""."""

    upgrade_id: str
    changes: tuple[Change, ...] = ()
    reason: str = ""

    @property
    def is_of_capacity(self) -> bool:
        """Whether it changes the capacity and nothing else."""
        return all(change.quantity in CAPACITIES for change in self.changes)


@remembered(depends_on=Depends.FIGURES)
def effects(dataset: Dataset, upgrade_id: str) -> Effect:
    """
    Return the effect of an upgrade, or why it cannot be computed.

    A speed or number of trains changes time or capacity by the ratio of To to From: this assumes that the
    rest stays as it is, so what comes of it is "modelled". A saving of hours is taken off the leg or node
    work, a published capacity stands in for that of today, one from 0 is added to it.

    Parameters
    ----------
    dataset
        The route dataset.
    upgrade_id
        The upgrade.

    Returns
    -------
    Effect
        Its changes, or a reason.

    Raises
    ------
    UnknownIdError
        If there is no such upgrade.
    """
    row = dataset.record("upgrades", upgrade_id)
    try:
        return Effect(upgrade_id=upgrade_id, changes=_changes(dataset, row))
    except _NoneError as none:
        return Effect(upgrade_id=upgrade_id, reason=none.reason)


def capacity_today(dataset: Dataset, subject_type: str, subject_id: str, quantity: str) -> float | None:
    """
    Yearly capacity of a leg or node: published, else as an upgrade states it.

    Of the upgrades from one total to another, To counts of the last reported done, else From of the next.
    """
    published = figure(dataset, subject_type, subject_id, quantity).typical
    if published is not None:
        return published
    subject = subject_type, subject_id, quantity
    rows = [row for row in rows_of(dataset) if row["from_value"] and _about(row) == subject]
    rows.sort(key=lambda row: row["expected_on"] or "9999")
    done = [float(row["to_value"]) for row in rows if row["status"] == "operating" and row["to_value"]]
    ahead = [float(row["from_value"]) for row in rows if row["status"] not in {*CALLED_OFF, "operating"}]
    return next(iter(done[-1:] or ahead[:1]), None)


def rows_of(dataset: Dataset) -> Iterator[Mapping[str, Any]]:
    """Give the rows of the upgrades."""
    for upgrade in dataset.upgrades["upgrade_id"]:
        yield dataset.record("upgrades", upgrade)


class _NoneError(Exception):
    """There is no change, for this reason."""

    def __init__(self, *, reason: str) -> None:
        super().__init__(WHY[reason])
        self.reason = reason


def _about(row: Mapping[str, Any]) -> tuple[str, str, str]:
    """Say what an upgrade from one total to another speaks of."""
    return str(row["subject_type"]), str(row["subject_id"]), _SETS.get(str(row["quantity"]), "")


def _changes(dataset: Dataset, row: Mapping[str, Any]) -> tuple[Change, ...]:
    """Work out the changes of an upgrade, or the reason why there are none."""
    quantity = str(row["quantity"])
    if row["status"] in CALLED_OFF:
        raise _NoneError(reason="called-off")
    if row["subject_type"] == "corridor":
        raise _NoneError(reason="corridor-wide")
    if quantity.startswith("passenger_"):
        raise _NoneError(reason="passenger-only")
    is_of_capacity = quantity in _RATIOS or quantity in _SETS or quantity in _ADDS
    is_of_leg = quantity in {"time_h", "shortening_km", *_SPEEDS} and row["subject_type"] == "leg"
    if not is_of_capacity and not is_of_leg and quantity not in _SAVES:
        raise _NoneError(reason="no-such-quantity")
    is_ratio = quantity in _RATIOS or quantity in _SPEEDS
    if row["to_value"] is None or row["from_value"] is None or (is_ratio and not row["from_value"]):
        raise _NoneError(reason="effect-not-published")
    if quantity in _RATIOS:
        return _by_trains(dataset, row)
    if is_of_capacity:
        return (_of_capacity(dataset, row),)
    if row["subject_type"] == "leg":
        return _of_leg(dataset, row)
    return (_of_work(dataset, row),)


def _by_trains(dataset: Dataset, row: Mapping[str, Any]) -> tuple[Change, ...]:
    """Capacity by the ratio of trains or ships."""
    subject = str(row["subject_type"]), str(row["subject_id"])
    known = [quantity for quantity in CAPACITIES if figure(dataset, *subject, quantity).typical]
    if not known:
        raise _NoneError(reason="base-not-known")
    factor = row["to_value"] / row["from_value"]
    return tuple(
        Change(subject_type=subject[0], subject_id=subject[1], quantity=name, factor=factor) for name in known
    )


def _of_capacity(dataset: Dataset, row: Mapping[str, Any]) -> Change:
    """Capacity that takes the place of today's, or comes on top of it."""
    subject = str(row["subject_type"]), str(row["subject_id"])
    quantity = _SETS.get(str(row["quantity"])) or _ADDS[str(row["quantity"])]
    today = capacity_today(dataset, *subject, quantity)
    if today is None:
        raise _NoneError(reason="base-not-known")
    comes_on_top = row["quantity"] in _ADDS or not row["from_value"]
    if row["status"] == "operating" if comes_on_top else row["to_value"] <= today:
        raise _NoneError(reason="already-counted")
    if comes_on_top:
        return Change(subject_type=subject[0], subject_id=subject[1], quantity=quantity, more=row["to_value"])
    return Change(subject_type=subject[0], subject_id=subject[1], quantity=quantity, at_least=row["to_value"])


def _of_leg(dataset: Dataset, row: Mapping[str, Any]) -> tuple[Change, ...]:
    """Hours or kilometres of a leg."""
    leg_id, quantity = str(row["subject_id"]), str(row["quantity"])
    today = leg_figure(dataset, leg_id, "distance_km" if quantity == "shortening_km" else "time_h")
    if not today.typical:
        raise _NoneError(reason="base-not-known")
    is_dated = row["status"] == "operating" and row["expected_on"] and today.as_of
    if is_dated and last_day(str(today.as_of)) >= last_day(str(row["expected_on"])):
        raise _NoneError(reason="already-counted")
    if quantity == "time_h":
        return (_leg(leg_id, "time_h", factor=row["to_value"] / row["from_value"]),)
    if quantity in _SPEEDS:
        return (_leg(leg_id, "time_h", factor=row["from_value"] / row["to_value"]),)
    saved = _saved(row)
    if saved >= today.typical:
        raise _NoneError(reason="exceeds-part")
    if quantity in _SAVES:
        return (_leg(leg_id, "time_h", less=saved),)
    return tuple(_leg(leg_id, quantity, factor=1 - saved / today.typical) for quantity in _OF_LENGTH)


def _leg(leg_id: str, quantity: str, *, factor: float = 1.0, less: float = 0.0) -> Change:
    """Change of a leg."""
    return Change(subject_type="leg", subject_id=leg_id, quantity=quantity, factor=factor, less=less)


def _saved(row: Mapping[str, Any]) -> float:
    """Hours or kilometres saved: a saving grows from 0, a duration falls."""
    change = float(row["to_value"]) - float(row["from_value"])
    return -change if row["quantity"] == "customs_time_h" else change


def _of_work(dataset: Dataset, row: Mapping[str, Any]) -> Change:
    """Hours taken off the border work of a node, else off its transhipment."""
    node = str(row["subject_id"])
    legs = dataset.legs[(dataset.legs["from_node"] == node) | (dataset.legs["to_node"] == node)]
    borders = []
    for leg in legs.to_dict("records"):
        hop = Hop(leg["leg_id"], reversed=False, start=leg["from_node"], end=leg["to_node"], member_of="")
        work = border_of(dataset, hop)
        if work is not None and work.node == node:
            borders.append(
                work_figure(dataset, node, "border", mode=work.mode, between=work.countries).typical
            )
    quantity = "border" if borders else "transhipment"
    hours = borders or [work_figure(dataset, node, "transhipment", mode="sea").typical]
    known = [value for value in hours if value]
    if not known:
        raise _NoneError(reason="base-not-known")
    if _saved(row) >= min(known):
        raise _NoneError(reason="exceeds-part")
    return Change(subject_type="node", subject_id=node, quantity=quantity, less=_saved(row))

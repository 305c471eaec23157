"""What to fix first over several pairs of places, how sure the order is, and who is named in charge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from corridor.chain.steps import BASIS_ORDER
from corridor.columns.frame import make_frame
from corridor.columns.lab import FIX_FIRST, FIX_PAIRS
from corridor.corridors.years import newest_volumes
from corridor.errors import RouteError
from corridor.partners.in_charge import in_charge
from corridor.practice.shape import TIME
from corridor.practice.stored import parameters
from corridor.resilience.choices import pair_choices
from corridor.resilience.value_of_fix import MAX_HOURS, MAX_PERCENT
from corridor.routing.draws import pieces
from corridor.routing.risk import SEED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.resilience.choices import Choice, PairChoices
    from corridor.routing.draws import Piece

    Pair = tuple[str, str]

MAX_PAIRS = 40
DRAWS, MAX_DRAWS = 400, 4_000
PERCENT = 50.0
BY_PLACE, BY_WORK = "place", "work"
GROUPINGS = (BY_PLACE, BY_WORK)
BY_GAIN, BY_VOLUME = "gain", "volume"
HOURS_PER_DAY = 24
_PORTS = frozenset({"seaport", "river-port"})


class Saving(NamedTuple):
    """How much quicker a part is made: by hours, but no more than it takes, or by percent."""

    hours: float | None = None
    percent: float = PERCENT

    def of(self, amount: float) -> float:
        """Return the hours saved of an amount of hours."""
        return amount * self.percent / 100 if self.hours is None else min(self.hours, amount)

    def check(self) -> None:
        """Refuse what cannot be saved; raises `RouteError`."""
        is_usable = 0 < self.percent <= MAX_PERCENT and (self.hours is None or 0 < self.hours <= MAX_HOURS)
        if not is_usable:
            raise RouteError("saving-unusable", hours=MAX_HOURS, percent=MAX_PERCENT)


@dataclass(frozen=True, eq=False, kw_only=True)
class FixFirst:
    """
    What to fix first.

    Attributes
    ----------
    table
        Legs and places, that which brings most first, as `corridor.columns.lab.FIX_FIRST`.
    pairs
        The pairs with their weights, as `corridor.columns.lab.FIX_PAIRS`.
    samples, seed
        How many draws, and from which seed.
    """

    table: pd.DataFrame
    pairs: pd.DataFrame
    samples: int
    seed: int


def fix_first(  # noqa: PLR0913 - a question has so many parts, all but two by name
    network: Network,
    pairs: Sequence[Pair],
    *,
    weights: Sequence[float] | None = None,
    saving: Saving = Saving(),  # noqa: B008 - a tuple
    by: str = BY_PLACE,
    samples: int = DRAWS,
    seed: int = SEED,
    usd_per_day: float | None = None,
    order: str = BY_GAIN,
) -> FixFirst:
    """
    Make each leg and place quicker in turn, and rank them by what the best times of some pairs gain.

    The quickest of the routes of a pair (`corridor.resilience.choices`) is taken, before and after. How sure
    a gain and a rank are comes from seeded draws of the model of practice.

    Parameters
    ----------
    network
        The network, without what is to be avoided.
    pairs
        Node ids of origins and destinations, at most `MAX_PAIRS`.
    weights
        Weight of each pair, such as a volume; all equal if None.
    saving
        How much quicker each part is made.
    by
        "place" for all work at a node together, "work" for each kind of work by itself.
    samples, seed
        How many draws, at most `MAX_DRAWS`, and from which seed.
    usd_per_day
        What a day of a TEU is worth in US dollars; no source states one, so that there is no default.
    order
        "gain" for what the pairs gain, or "volume" for the hours saved at a part times the containers that
        pass it in a year, where these are published; parts without come after them, by what the pairs gain.

    Returns
    -------
    FixFirst
        Ranking and pairs.

    Raises
    ------
    UnknownIdError, RouteError
        If a place is not in the network, or a part of the question cannot be used.
    """
    saving.check()
    if not 1 <= samples <= MAX_DRAWS:
        raise RouteError("samples-unusable", most=MAX_DRAWS)
    weighed = weigh(pairs, weights)
    found = [pair_choices(network, *pair) for pair in weighed]
    shares = joined_shares(found, list(weighed.values()))
    gains = _Gains(found, shares, saving, by)
    drawn = gains.drawn(samples, seed)
    rows = []
    for at, part in enumerate(gains.parts):
        row = {"part": part, **gains.typical(part), **place_cells(network.dataset, part, gains.works(part))}
        row["gain_p10"], row["gain_p90"] = np.percentile(drawn.gains[at], (10, 90)).tolist()
        row["rank_low"] = int(np.percentile(drawn.ranks[at], 10, method="lower"))
        row["rank_high"] = int(np.percentile(drawn.ranks[at], 90, method="higher"))
        row["used"] = min(1.0, float(drawn.used[at]) / samples)
        row["usd"] = usd_of(row["gain"], usd_per_day)
        row["usd_per_hour"] = usd_of(row["gain_per_hour"], usd_per_day)
        row |= _by_volume(network.dataset, row)
        if row["gain"] or row["gain_p90"]:
            rows.append(row | in_charge(network.dataset, [subject_of(part)]).cells())
    rows.sort(key=lambda row: (-row["gain"], -row["gain_p90"], row["part"]))
    if order == BY_VOLUME:
        rows.sort(key=lambda row: -(row["teu_days"] or 0.0))
    return FixFirst(
        table=make_frame(({"rank": at, **row} for at, row in enumerate(rows, start=1)), FIX_FIRST),
        pairs=make_frame(pair_rows(found, shares), FIX_PAIRS),
        samples=samples,
        seed=seed,
    )


def _by_volume(dataset: Dataset, row: Mapping[str, Any]) -> dict[str, Any]:
    """Cells of the containers that pass a part in a year, and of the days that they would save."""
    part = ("leg", row["leg_id"]) if row.get("leg_id") else ("node", row["node_id"])
    known = newest_volumes(dataset, "volume_teu").get(part)
    if known is None:
        return {"volume_teu": None, "volume_year": None, "volume_claim": None, "teu_days": None}
    return {
        "volume_teu": known.typical,
        "volume_year": known.year,
        "volume_claim": known.claim_id,
        "teu_days": known.typical * row["saved"] / HOURS_PER_DAY,
    }


def weigh(pairs: Sequence[Pair], weights: Sequence[float] | None) -> dict[Pair, float]:
    """
    Give each pair of different places its weight.

    Raises
    ------
    RouteError
        If there is no pair, there are too many, or a weight is no positive number.
    """
    given = [1.0] * len(pairs) if weights is None else list(weights)
    kept: dict[Pair, float] = {}
    for pair, weight in zip(pairs, given, strict=False):
        if pair[0] != pair[1] and 0 < weight < float("inf"):
            kept[pair] = kept.get(pair, 0.0) + weight
    if not 1 <= len(kept) <= MAX_PAIRS or len(given) != len(pairs):
        raise RouteError("pairs-unusable", most=MAX_PAIRS)
    return kept


def joined_shares(found: Sequence[PairChoices], weights: Sequence[float]) -> list[float]:
    """Share of each pair in all means: 0 where there is no route; raises `RouteError` without any route."""
    held = [weight if pair.choices else 0.0 for pair, weight in zip(found, weights, strict=True)]
    if not sum(held):
        raise RouteError("route-missing")
    return [weight / sum(held) for weight in held]


def pair_rows(found: Sequence[PairChoices], shares: Sequence[float]) -> Iterator[dict[str, Any]]:
    """Rows of the pairs."""
    for pair, share in zip(found, shares, strict=True):
        row: dict[str, Any] = {
            "origin": pair.origin,
            "destination": pair.destination,
            "weight": share,
            "gaps": 0,
            "routes": len(pair.choices),
        }
        if pair.choices:
            first = pair.choices[0]
            row |= {"best": first.total, "gaps": first.gaps, "route_id": first.route_id}
        yield row


def group_of(part: str, by: str) -> str:
    """Return what a part is made quicker with: all work at its node, or itself."""
    return part.partition(":")[2] or part if by == BY_PLACE else part


def subject_of(part: str) -> str:
    """Return the leg or node of a part."""
    return part.partition(":")[2] or part


def place_cells(dataset: Dataset, part: str, works: Collection[str]) -> dict[str, Any]:
    """Cells that say what a leg, a place with some kinds of work, or one work is."""
    work, colon, node = part.partition(":")
    if not colon and not works:
        return {"kind": "leg", "leg_id": part, "place": "leg"}
    node = node or part
    is_port = dataset.record("nodes", node)["kind"] in _PORTS
    at_border = work == "border" if colon else "border" in works
    place = "port" if is_port and work != "border" else "border" if at_border else "place"
    if colon:
        return {"kind": "work", "work": work, "node_id": node, "place": place}
    return {"kind": "place", "node_id": node, "place": place}


class _Drawn(NamedTuple):
    """Gains and ranks by part (row) and draw (column), and the share of draws in which each is used."""

    gains: NDArray[np.float64]
    ranks: NDArray[np.int64]
    used: NDArray[np.float64]


class _Gains:
    """What each part gains when it alone is quicker, over all pairs."""

    def __init__(
        self, found: Sequence[PairChoices], shares: Sequence[float], saving: Saving, by: str
    ) -> None:
        self.found, self.shares, self.saving, self.by = found, shares, saving, by
        self.amounts = [[amounts_of(choice, by) for choice in pair.choices] for pair in found]
        self._named = {
            name.partition(":") for pair in found for choice in pair.choices for name in choice.hours
        }
        self.parts = sorted({part for of_pair in self.amounts for amounts in of_pair for part in amounts})

    def works(self, group: str) -> set[str]:
        """Kinds of work of a place; none for a leg."""
        return {work for work, colon, node in self._named if colon and node == group}

    def typical(self, part: str) -> dict[str, Any]:
        """Cells of a part by headlines alone."""
        sums = {"typical": 0.0, "saved": 0.0, "gain": 0.0, "gain_per_hour": 0.0}
        weight, pairs, bases = 0.0, 0, []
        for pair, share, amounts in zip(self.found, self.shares, self.amounts, strict=True):
            having = [
                (choice, hours[part])
                for choice, hours in zip(pair.choices, amounts, strict=True)
                if hours.get(part)
            ]
            if not having:
                continue
            quickest, amount = having[0]
            saved = self.saving.of(amount)
            after = min(choice.total - self.saving.of(hours) for choice, hours in having)
            gain = max(0.0, pair.choices[0].total - after)
            weight += share
            pairs += quickest is pair.choices[0]
            sums["typical"] += share * amount
            sums["saved"] += share * saved
            sums["gain"] += share * gain
            sums["gain_per_hour"] += share * gain / saved
            bases += [basis for name, basis in quickest.bases.items() if group_of(name, self.by) == part]
        weight = weight or 1.0
        return sums | {
            "typical": sums["typical"] / weight,
            "saved": sums["saved"] / weight,
            "pairs": pairs,
            "basis": max(bases, key=BASIS_ORDER.index, default="missing"),
        }

    def drawn(self, samples: int, seed: int) -> _Drawn:
        """Gains in seeded draws of the model of practice."""
        made = {
            f"{at} {choice.route_id}": choice.parts
            for at, pair in enumerate(self.found)
            for choice in pair.choices
        }
        gains, used = np.zeros((len(self.parts), samples)), np.zeros(len(self.parts))
        start = 0
        for piece in pieces(made, parameters(TIME.quantity), samples, seed):
            size = piece.own.shape[1]
            first = 0
            for amounts, share in zip(self.amounts, self.shares, strict=True):
                rows = slice(first, first + len(amounts))
                first = rows.stop
                if share:
                    self._add(gains[:, start : start + size], used, piece, rows, amounts, share)
            start += size
        # Equal gains share the best rank among them.
        ranks = np.empty(gains.shape, dtype=np.int64)
        for draw in range(samples):
            ordered = np.sort(-gains[:, draw])
            ranks[:, draw] = 1 + np.searchsorted(ordered, -gains[:, draw])
        return _Drawn(gains, ranks, used)

    def _add(
        self,
        gains: NDArray[np.float64],
        used: NDArray[np.float64],
        piece: Piece,
        rows: slice,
        amounts: Sequence[Mapping[str, float]],
        share: float,
    ) -> None:
        """Add the gains of one pair, and how often each part lies on its quickest route."""
        counts, shared = piece.counts[rows], piece.shared[rows]
        totals = (counts @ piece.own) * shared
        now, quickest = totals.min(axis=0), totals.argmin(axis=0)
        often = np.bincount(quickest, minlength=len(amounts))
        columns: dict[str, list[int]] = {}
        for at, part in enumerate(piece.parts):
            columns.setdefault(group_of(part.name, self.by), []).append(at)
        for at, group in enumerate(self.parts):
            having = [row for row, hours in enumerate(amounts) if hours.get(group)]
            if not having:
                continue
            used[at] += share * often[having].sum()
            fractions = np.array(
                [self.saving.of(amounts[row][group]) / amounts[row][group] for row in having]
            )
            some = columns[group]
            own = counts[np.ix_(having, some)] @ piece.own[some]
            after = totals[having] - fractions[:, None] * own * shared[having]
            gains[at] += share * np.maximum(0, now - after.min(axis=0))


def amounts_of(choice: Choice, by: str) -> dict[str, float]:
    """Add up the typical hours of a route by leg and place, or by leg and work."""
    amounts: dict[str, float] = {}
    for part, hours in choice.hours.items():
        group = group_of(part, by)
        amounts[group] = amounts.get(group, 0.0) + hours
    return amounts


def usd_of(hours: float, usd_per_day: float | None) -> float | None:
    """Return hours in US dollars; None without a value of a day."""
    return None if usd_per_day is None else hours / HOURS_PER_DAY * usd_per_day

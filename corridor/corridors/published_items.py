"""Published figures of journeys, each once, with the journey of ours that it speaks of."""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from corridor.chain.steps import steps_of
from corridor.dataset.tables import split_ids
from corridor.freight.arrays import network
from corridor.memory.memo import Depends, remembered
from corridor.practice.fit import Item
from corridor.practice.shape import SHAPES, amounts, parts_of
from corridor.practice.stored import table
from corridor.routing.routes import Constraints, routes

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

TABLES = {"time_h": "times", "cost_usd_per_teu": "costs"}
_FORTY_FEET = ("_per_feu", "_per_40hc")  # ends of the names of quantities


class PublishedItem(NamedTuple):
    """
    A published figure and our journey.

    Attributes
    ----------
    item_id, quantity, speaks_of, reading
        As in the tables of data/practice.
    claim_ids, source_ids
        Claims that state it, the first gives the figure, and their pages.
    published
        Hours, or dollars for a TEU; NaN if only a bound is stated or a claim is not in the data.
    low, high
        Ends of a published range, as `published`; NaN where none is stated.
    steps
        Our journey; None if there is none.
    ours
        Sum of its parts by timetable; NaN if there is no journey.
    apart
        Why it does not count, as in the table `scores` of data/practice; "" if it counts.
    """

    item_id: str
    quantity: str
    speaks_of: str
    reading: str
    claim_ids: tuple[str, ...]
    source_ids: tuple[str, ...]
    from_node: str
    to_node: str
    published: float
    low: float
    high: float
    steps: pd.DataFrame | None
    ours: float
    apart: str

    def as_item(self) -> Item:
        """Give it as the fit wants it."""
        assert self.steps is not None  # noqa: S101 (only items that count are fitted)
        shape = SHAPES[self.quantity]
        sums = amounts(parts_of(self.steps, shape).known, shape)
        return Item(sums, self.published, self.speaks_of, frozenset(self.source_ids))


def published_items(dataset: Dataset, quantity: str) -> tuple[PublishedItem, ...]:
    """
    List the published figures of journeys, each statement once however many chains it might be held against.

    Parameters
    ----------
    dataset
        The route dataset.
    quantity
        "time_h" or "cost_usd_per_teu".

    Returns
    -------
    tuple of PublishedItem
        In the order of the table. The journey of an item is our quickest between its two places under its
        conditions.
    """
    return _items(dataset, quantity)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _items(dataset: Dataset, quantity: str) -> tuple[PublishedItem, ...]:
    """Work them out, which takes a second."""
    rows = _rows(TABLES[quantity])
    return tuple(_item(dataset, row, quantity) for row in rows)


@lru_cache(maxsize=len(TABLES))
def _rows(name: str) -> tuple[Mapping[str, Any], ...]:
    """Rows of a table of items."""
    return tuple({str(key): cell for key, cell in row.items()} for row in table(name).to_dict("records"))


def _item(dataset: Dataset, row: Mapping[str, Any], quantity: str) -> PublishedItem:
    """Find the figure and the journey of one item."""
    claims = [
        dataset.record("claims", claim)
        for claim in split_ids(row["claim_ids"])
        if dataset.has("claims", claim)
    ]
    low, published, high = _figure(dataset, claims, row)
    frame, apart = _journey(dataset, row)
    ours = math.nan
    if frame is not None:
        parts = parts_of(frame, SHAPES[quantity])
        ours = sum(part.amount for part in parts.known)
        apart = "gaps" if parts.gaps else apart
    if not row["aside"]:
        apart = "bound" if math.isnan(published) else "input" if row.get("is_input") else apart
    return PublishedItem(
        item_id=str(row["item_id"]),
        quantity=quantity,
        speaks_of=str(row["speaks_of"]),
        reading=str(row["reading"]),
        claim_ids=tuple(str(claim["claim_id"]) for claim in claims),
        source_ids=tuple(dict.fromkeys(str(claim["source_id"]) for claim in claims)),
        from_node=str(row["from_node"]),
        to_node=str(row["to_node"]),
        published=published,
        low=low,
        high=high,
        steps=frame,
        ours=ours,
        apart=apart,
    )


def _figure(
    dataset: Dataset, claims: list[Mapping[str, Any]], row: Mapping[str, Any]
) -> tuple[float, float, float]:
    """Low, figure and high that the first claim states, in our unit; a range's figure is its middle."""
    if not claims:
        return (math.nan,) * 3
    claim = claims[0]
    low, typical, high = (claim[end] for end in ("low", "typical", "high"))
    if typical is None and low is not None and high is not None:
        typical = (low + high) / 2
    times = 1.0
    if str(claim["quantity"]).endswith(_FORTY_FEET):
        times *= forty_to_twenty(dataset)
    if row.get("euro_factor"):
        times *= float(dataset.record("factors", row["euro_factor"])["value"])
    ends = [math.nan if end is None else end * times for end in (low, typical, high)]
    return ends[0], ends[1], ends[2]


def forty_to_twenty(dataset: Dataset) -> float:
    """Price of a 20-foot container by that of a 40-foot one: the median over tariffs that give both."""
    ratios = []
    for row in _rows("boxes"):
        both = [row["claim_20ft"], row["claim_40ft"]]
        if all(dataset.has("claims", claim) for claim in both):
            small, large = (dataset.record("claims", claim)["typical"] for claim in both)
            ratios.append(small / large)
    return median(ratios) if ratios else 1 / 2


def _journey(dataset: Dataset, row: Mapping[str, Any]) -> tuple[pd.DataFrame | None, str]:
    """Find the steps of our quickest journey under the conditions of an item, or why there is none."""
    if row["aside"]:
        return None, str(row["aside"])
    whole = network(dataset)
    ends = (str(row["from_node"]), str(row["to_node"]))
    passed = split_ids(row["pass_nodes"])
    if not {*ends, *passed} <= set(whole.places):
        return None, "no-place"
    constraints = Constraints(
        pass_nodes=passed,
        avoid_countries=frozenset(split_ids(row["avoid_countries"])),
        avoid_modes=frozenset(split_ids(row["avoid_modes"])),
    )
    found = routes(whole, *ends, criteria=("time_h",), constraints=constraints)
    if found.table.empty:
        return None, "no-route"
    return steps_of(dataset, found.hops[str(found.table["route_id"].iloc[0])]), ""

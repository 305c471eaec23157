"""The parts of the pair index: what is measured of a pair of countries, each in its own unit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.air.air_link import air_link
from corridor.columns.frame import make_frame
from corridor.columns.pairs import PARTS_TABLE
from corridor.pairs.country_pairs import PAIRS, city_pairs, least, name
from corridor.resilience.remaining_share import resilience

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from corridor.freight.arrays import Network
    from corridor.pairs.country_pairs import Pair

_PER_KM = 1000.0
# A sum that misses more than this share of its legs looks far better than it is: it is told and not counted.
MAX_MISSING_SHARE = 0.1


@dataclass(frozen=True, kw_only=True)
class Part:
    """
    One part of the index.

    Attributes
    ----------
    id
        Name of the part, short enough for an address.
    unit
        Unit of its values.
    is_more_better
        Whether a larger value is the better one.
    base
        What is added before values are compared as ratios: a way with n transhipments uses n + 1 vehicles,
        one with n borders runs through n + 1 countries. So a best of 0 can be divided by.
    """

    id: str
    unit: str
    is_more_better: bool = False
    base: float = 0.0


PARTS = (
    Part(id="time", unit="h/1000 km"),
    Part(id="cost", unit="USD/TEU/1000 km"),
    Part(id="co2e", unit="kg/t/1000 km"),
    Part(id="ways", unit="count", is_more_better=True),
    Part(id="transhipments", unit="count", base=1.0),
    Part(id="borders", unit="count", base=1.0),
    Part(id="flights", unit="flights/week", is_more_better=True),
    Part(id="resilience", unit="share", is_more_better=True),
)
_PER_DISTANCE = {"time": "time_h", "cost": "cost_usd_per_teu", "co2e": "co2e_kg_per_t"}


def pair_parts(network: Network, pairs: Sequence[Pair] = PAIRS) -> pd.DataFrame:
    """
    Measure every part of the index of every pair of countries.

    Parameters
    ----------
    network
        The network.
    pairs
        Pairs of countries.

    Returns
    -------
    pandas.DataFrame
        One row a pair and part, in this order: pair; part; value (NaN if missing), in the unit of the part:

        - time, cost, co2e: the best sum between two of their places, by 1,000 km of the great circle between
          these; the pair of places is the one with the fewest gaps, then the smallest value;
        - ways: the most clearly different routes between any two of their places;
        - transhipments, borders: the fewest on any route between any two of their places;
        - flights: published direct flights a week, in that direction; none in the data is missing, not 0;
        - resilience: mean share of the best time that is kept when a leg of the fastest route closes
          (`corridor.resilience.remaining_share`), for the pair of places of `time`;

        gaps (parts of the sum without a figure, services without a published frequency, closures after which
        the sums are not of the same parts), of (how many legs, services or closures there are); counts
        (whether the value may enter an index: it is known, and not too good by more than
        `MAX_MISSING_SHARE` gaps a leg; a floor of flights is at worst too bad and does count); basis (of
        the weakest known figure, "missing" without a value); origin, destination, route_id (which places
        and route it was found on, if on one); detail (ids of the services counted, or of those that stand
        in the data and do not fly now, separated by |).
    """
    found = city_pairs(network, pairs)
    rows = []
    for pair in pairs:
        group = found[found["pair"] == name(pair)]
        rows += [{"pair": name(pair), **row, "counts": _counts(row)} for row in _rows(network, pair, group)]
    return make_frame(rows, PARTS_TABLE)


def _rows(network: Network, pair: Pair, group: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Every part of one pair."""
    fastest = least(group, "time_h", per="geodesic_km")
    for part, criterion in _PER_DISTANCE.items():
        yield {"part": part, **_per_distance(group, criterion)}
    joined = group[group["routes"] > 0]
    if joined.empty:
        yield {"part": "ways", "value": 0.0, "gaps": 0, "basis": "derived"}
    else:
        most = joined.iloc[int(joined["different"].argmax())]
        yield {"part": "ways", "value": most["different"], "gaps": 0, "basis": "derived", **_ends(most)}
    for part in ("transhipments", "borders"):
        best = least(group, part)
        if best is None:
            yield {"part": part, "basis": "missing"}
        else:
            found = {"value": best[f"{part}_least"], "gaps": 0, "basis": "derived"}
            yield {"part": part, **found, **_ends(best), "route_id": best[f"{part}_route"]}
    yield {"part": "flights", **_flown(network, pair)}
    yield {"part": "resilience", **_kept(network, fastest)}


def _counts(row: Mapping[str, Any]) -> bool:
    """Whether a value may enter an index."""
    if row.get("value") is None or math.isnan(row["value"]):
        return False
    return bool(row["part"] == "flights" or row["gaps"] <= MAX_MISSING_SHARE * row.get("of", 0))


def _per_distance(group: pd.DataFrame, criterion: str) -> dict[str, Any]:
    """Best sum by 1,000 km of the great circle."""
    best = least(group, criterion, per="geodesic_km")
    if best is None:
        known = group[f"{criterion}_gaps"].dropna()
        return {"basis": "missing", "gaps": int(known.min()) if len(known) else None}
    return {
        "value": best[f"{criterion}_least"] / best["geodesic_km"] * _PER_KM,
        "gaps": best[f"{criterion}_gaps"],
        "of": best[f"{criterion}_legs"],
        "basis": best[f"{criterion}_basis"],
        **_ends(best),
        "route_id": best[f"{criterion}_route"],
    }


def _flown(network: Network, pair: Pair) -> dict[str, Any]:
    """Direct flights a week."""
    link = air_link(network.dataset, *pair)
    return {
        "value": link.weekly,
        "gaps": link.gaps,
        "of": len(link.services),
        "basis": "missing" if link.weekly is None else "published",
        "detail": "|".join(link.services or link.others),
    }


def _kept(network: Network, fastest: pd.Series | None) -> dict[str, Any]:
    """Share of the best time that is kept when a leg of the fastest route closes."""
    if fastest is None:
        return {"basis": "missing"}
    found = resilience(network, fastest["origin"], fastest["destination"])
    return {
        "value": found.kept,
        "gaps": found.blurred,
        "of": found.legs,
        "basis": fastest["time_h_basis"],
        **_ends(fastest),
        "route_id": fastest["time_h_route"],
    }


def _ends(row: pd.Series) -> dict[str, Any]:
    """Places that a figure was found between."""
    return {"origin": row["origin"], "destination": row["destination"]}

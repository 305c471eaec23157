"""Pairs of countries: which places stand for each, and the best between them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.pairs import COUNTRY_PAIRS
from corridor.freight.arrays import CRITERIA
from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA, connectivity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network

Pair = tuple[str, str]

# Where freight of a country starts or ends in our network: capitals, industrial towns, terminals and gateway
# ports. Junctions and border stations on the way are none. docs/method.md gives the reason of each.
PLACES: Mapping[str, tuple[str, ...]] = {
    "KZ": KAZAKHSTAN,
    "RS": SERBIA,
    "AZ": ("alat-port",),
    "BG": ("sofia", "burgas-port"),
    "CN": ("xian", "urumqi"),
    "GE": ("tbilisi",),
    "HU": ("budapest",),
    "IR": ("tehran",),
    "PL": ("warsaw",),
    "RO": ("bucharest", "constanta-port"),
    "TR": ("ankara", "halkali"),
}
# The rows and columns of the matrix of countries.
EAST = ("KZ", "CN", "IR", "AZ", "GE")
WEST = ("RS", "HU", "BG", "RO", "TR", "PL")
OURS: Pair = ("KZ", "RS")
# Kazakhstan with other countries between the Black Sea and the Baltic, Serbia with others along the way.
PAIRS: tuple[Pair, ...] = (
    OURS,
    ("KZ", "BG"), ("KZ", "GE"), ("KZ", "HU"), ("KZ", "PL"), ("KZ", "RO"), ("KZ", "TR"),
    ("AZ", "RS"), ("CN", "RS"), ("GE", "RS"), ("IR", "RS"), ("TR", "RS"),
)  # fmt: skip
_TAKEN = ("least", "low", "high", "gaps", "legs", "basis", "route")
_FIGURES = (*_TAKEN, "origin", "destination")


def name(pair: Pair) -> str:
    """Write a pair of countries as its id, such as "KZ-RS"."""
    return "-".join(pair)


def places_of(network: Network, country: str) -> tuple[str, ...]:
    """
    List the places that stand for a country.

    Parameters
    ----------
    network
        The network.
    country
        ISO 3166-1 alpha-2 code.

    Returns
    -------
    tuple of str
        Those of `PLACES` that the network holds; for a country that is not named there, or of which it holds
        none, its cities.
    """
    named = tuple(place for place in PLACES.get(country, ()) if _lies_in(network, place, country))
    return named or tuple(
        place
        for place in network.places
        if _lies_in(network, place, country) and network.dataset.record("nodes", place)["kind"] == "city"
    )


def pairs_of(network: Network) -> tuple[Pair, ...]:
    """Give those of `PAIRS` for whose two countries the network holds places."""
    return tuple(pair for pair in PAIRS if all(places_of(network, country) for country in pair))


def grid_of(network: Network) -> tuple[Pair, ...]:
    """Give every pair of a country of `EAST` and one of `WEST` whose places the network holds."""
    return tuple(pair for pair in product(EAST, WEST) if all(places_of(network, country) for country in pair))


def city_pairs(network: Network, pairs: Sequence[Pair] = PAIRS) -> pd.DataFrame:
    """
    Sum up how the places of one country are joined to those of another, for each pair of countries.

    Returns
    -------
    pandas.DataFrame
        One row a pair of places: pair, then the columns of `corridor.pairs.connectivity.connectivity`.
    """
    frames = [
        connectivity(network, *(places_of(network, country) for country in pair)).assign(pair=name(pair))
        for pair in pairs
    ]
    if not frames:
        return connectivity(network, (), ()).assign(pair=pd.Series(dtype="str"))
    found = pd.concat(frames, ignore_index=True).astype({"pair": "str"})
    return found[["pair", *(column for column in found.columns if column != "pair")]]


def country_pairs(cities: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """
    Take the best of each quantity over the pairs of places of two countries.

    Parameters
    ----------
    cities
        As `city_pairs` returns them.
    dataset
        The route dataset.

    Returns
    -------
    pandas.DataFrame
        One row a pair of countries, in the order of `cities`: pair, origin_country, destination_country;
        city_pairs (how many were looked at), joined (how many of them have a route); different (the most
        clearly different routes between any two), different_origin, different_destination; for each q of
        `corridor.freight.arrays.CRITERIA` q_least, q_low, q_high, q_gaps, q_legs, q_basis, q_route of the
        pair of
        places with the fewest gaps, then the smallest sum, and q_origin, q_destination, which name it.
    """
    rows = [_row(pair, group, dataset) for pair, group in cities.groupby("pair", sort=False)]
    return make_frame(rows, COUNTRY_PAIRS)


def _row(pair: Any, group: pd.DataFrame, dataset: Dataset) -> dict[str, object]:
    """Sum up one pair of countries."""
    first = group.iloc[0]
    most = group.iloc[int(group["different"].argmax())]
    row: dict[str, object] = {
        "pair": pair,
        "origin_country": dataset.record("nodes", first["origin"])["country"],
        "destination_country": dataset.record("nodes", first["destination"])["country"],
        "city_pairs": len(group),
        "joined": int((group["routes"] > 0).sum()),
        "different": most["different"],
        "different_origin": most["origin"],
        "different_destination": most["destination"],
    }
    for criterion in CRITERIA:
        best = least(group, criterion)
        if best is not None:
            row |= {f"{criterion}_{part}": best[f"{criterion}_{part}"] for part in _TAKEN}
            row |= {f"{criterion}_origin": best["origin"], f"{criterion}_destination": best["destination"]}
    return row


def least(group: pd.DataFrame, criterion: str, *, per: str | None = None) -> pd.Series | None:
    """
    Find the pair of places with the fewest gaps, then the smallest sum on a criterion.

    Parameters
    ----------
    group
        Rows of `city_pairs`.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.
    per
        Column that the sum is divided by before it is compared, such as "geodesic_km".

    Returns
    -------
    pandas.Series or None
        The row; None if the sum is known of none.
    """
    known = group[group[f"{criterion}_least"].notna()]
    if known.empty:
        return None
    compared = known[f"{criterion}_least"] / (known[per] if per else 1.0)
    return (
        known.assign(compared=compared).sort_values([f"{criterion}_gaps", "compared"], kind="stable").iloc[0]
    )


def _lies_in(network: Network, place: str, country: str) -> bool:
    """Whether the network holds a place in a country."""
    return place in network.places and network.dataset.record("nodes", place)["country"] == country

"""Towns without a node of their own, and the nodes nearest to them by distance."""

from __future__ import annotations

import csv
import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset import shipped

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from corridor.dataset.tables import Dataset

FILE = shipped.GEO / "towns.csv"
# Both stand for one town: a node is placed at the station, the gazetteer's point is the centre.
SAME_TOWN_KM = 12
MAX_NEAREST = 3
_EARTH_KM = 6371.0
_AT_HOME = ("KZ", "RS")


class Town(NamedTuple):
    """A town of the gazetteer."""

    name: str
    country: str
    lat: float
    lon: float


def find_town(words: str) -> Town | None:
    """
    Return the town that folded words name.

    Parameters
    ----------
    words
        As `corridor.words.folding.folded_words` writes them.

    Returns
    -------
    Town or None
        Of several towns of one name that of Kazakhstan or Serbia, else the largest; None if there is none.
    """
    return _towns().get(words)


def nearest_nodes(dataset: Dataset, town: Town, among: Collection[str]) -> list[tuple[str, float]]:
    """
    Return the nodes nearest to a town, with the kilometres of the great circle: those of its own country.

    Only where its country has none, those of any country.

    Parameters
    ----------
    dataset
        The route dataset.
    town
        The town.
    among
        Node ids to choose from.

    Returns
    -------
    list of (str, float)
        The nearest first, `MAX_NEAREST` at most.
    """
    nodes = {node_id: dataset.record("nodes", node_id) for node_id in among}
    own = {node_id: node for node_id, node in nodes.items() if node["country"] == town.country}
    away = []
    for node_id, node in (own or nodes).items():
        away.append((_great_circle_km(town, float(node["lat"]), float(node["lon"])), node_id))
    return [(node_id, km) for km, node_id in sorted(away)[:MAX_NEAREST]]


@cache
def _towns() -> Mapping[str, Town]:
    """Towns by each of their spellings; the file has the largest first."""
    found: dict[str, Town] = {}
    if not FILE.exists():
        return found
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            town = Town(row["name"], row["country"], float(row["lat"]), float(row["lon"]))
            for spelling in row["spellings"].split("|"):
                known = found.get(spelling)
                if known is None or (town.country in _AT_HOME and known.country not in _AT_HOME):
                    found[spelling] = town
    return found


def _great_circle_km(town: Town, lat: float, lon: float) -> float:
    """Great-circle distance (haversine on a sphere of the earth's mean radius)."""
    one, other = math.radians(town.lat), math.radians(lat)
    half = (
        math.sin((other - one) / 2) ** 2
        + math.cos(one) * math.cos(other) * math.sin(math.radians(lon - town.lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))

"""Find a place by what people call it, in any of the languages."""

from __future__ import annotations

import math
import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from corridor.errors import Named, PlaceError, QuestionError

if TYPE_CHECKING:
    from collections.abc import Collection

    from corridor.dataset.tables import Dataset

_NAMES = ("name_en", "name_kk", "name_ru", "name_sr", "name_bg")
_CODES = ("node_id", "unlocode", "iata", "icao")
_SUGGESTED = 5
NEAR_KM = 60
_EARTH_KM = 6371.0
_SEARCH_COLUMNS = ("node_id", "kind", "country", "unlocode", "iata", *_NAMES, "match")


def find(dataset: Dataset, words: str, *, among: Collection[str]) -> str:
    """
    Find the node that words name.

    An id as it is written comes first. A code or a whole name in any language is preferred over the
    beginning of a name; capitals and accents do not matter. Where several nodes begin so, the one in the
    country that most of them lie in is not guessed: they are all named.

    Parameters
    ----------
    dataset
        The route dataset.
    words
        Such as "Belgrade", "Белград", "khorgos-cn", "RSBEG", "Aktau".
    among
        Node ids to choose from, such as the places of a network.

    Returns
    -------
    str
        Node id.

    Raises
    ------
    PlaceError
        If no place fits, or several do; the message names them.
    """
    if words in among:
        return words
    wanted = _plain(words)
    whole: dict[str, None] = {}
    begun: dict[str, None] = {}
    known: dict[str, str] = {}
    for node_id in sorted(among):
        node = dataset.record("nodes", node_id)
        texts = [_plain(str(node[name])) for name in (*_CODES, *_NAMES) if node[name] is not None]
        known |= dict.fromkeys(texts, node_id)
        if wanted in texts:
            whole[node_id] = None
        if wanted and any(text.startswith(f"{wanted} ") for text in texts):
            begun[node_id] = None
    for found in (whole, begun):
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise PlaceError("place-unclear", words=words, places=_listed(dataset, found))
    close = get_close_matches(wanted, known, n=_SUGGESTED)
    if not close:
        raise PlaceError("place-unknown", words=words)
    near = _listed(dataset, dict.fromkeys(known[one] for one in close))
    raise PlaceError("place-misspelt", words=words, places=near)


def airport_near(dataset: Dataset, node_id: str) -> str | None:
    """
    Find the airport of a place: itself, else the nearest within `NEAR_KM` in its country.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    place = dataset.record("nodes", node_id)
    if place["kind"] == "airport":
        return node_id
    nodes = dataset.nodes
    near = nodes[(nodes["kind"] == "airport") & (nodes["country"] == place["country"])]
    away = _away_km(near, float(place["lat"]), float(place["lon"]))
    ranked = sorted(zip(away, near["node_id"], strict=True))
    return str(ranked[0][1]) if ranked and ranked[0][0] <= NEAR_KM else None


def _away_km(nodes: pd.DataFrame, lat: float, lon: float) -> list[float]:
    """Great-circle distances from a point (haversine on a sphere of the earth's mean radius)."""
    lats, lons = np.radians(nodes["lat"]), np.radians(nodes["lon"])
    half = (
        np.sin((lats - math.radians(lat)) / 2) ** 2
        + np.cos(lats) * math.cos(math.radians(lat)) * np.sin((lons - math.radians(lon)) / 2) ** 2
    )
    return [float(one) for one in 2 * _EARTH_KM * np.arcsin(np.sqrt(half))]


def search(dataset: Dataset, words: str, *, kind: str = "", most: int = 20) -> pd.DataFrame:
    """
    List the nodes that words may mean: whole names and codes first, then beginnings, then words inside.

    Parameters
    ----------
    dataset
        The route dataset.
    words
        A beginning in any language; capitals and accents do not matter.
    kind
        Kind of node, such as "airport"; any if empty.
    most
        How many at most.

    Returns
    -------
    pandas.DataFrame
        One row a node: node_id, kind, country, unlocode, iata, name_en, name_kk, name_ru, name_sr, name_bg,
        match ("whole", "beginning" or "word": how the words stand in a name, id or code).

    Raises
    ------
    QuestionError
        If there is no such kind.
    """
    nodes = dataset.nodes
    kinds = sorted(set(nodes["kind"]))
    if kind and kind not in kinds:
        raise QuestionError("kind-unknown", kind=kind, known=kinds)
    wanted, found = _plain(words), []
    for node in nodes[nodes["kind"] == kind].to_dict("records") if kind else nodes.to_dict("records"):
        texts = [_plain(str(node[name])) for name in (*_CODES, *_NAMES) if not pd.isna(node[name])]
        match = _match(wanted, texts)
        if match:
            found.append({**node, "match": match})
    rank = ("whole", "beginning", "word").index
    found.sort(key=lambda node: (rank(node["match"]), node["name_en"], node["node_id"]))
    return pd.DataFrame(found[:most], columns=list(_SEARCH_COLUMNS)).astype("str")


def _match(wanted: str, texts: list[str]) -> str:
    """How words stand in texts; empty if they do not."""
    if not wanted:
        return ""
    if wanted in texts:
        return "whole"
    if any(text.startswith(wanted) for text in texts):
        return "beginning"
    return "word" if any(f" {wanted}" in text for text in texts) else ""


def _plain(text: str) -> str:
    """Small letters without accents; hyphens, brackets and commas as blanks."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join("".join(one if one.isalnum() else " " for one in bare.casefold()).split())


def _listed(dataset: Dataset, nodes: dict[str, None]) -> list[Named]:
    """Ids with their names."""
    return [Named(one, dataset.record("nodes", one)) for one in nodes]

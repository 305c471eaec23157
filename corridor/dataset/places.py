"""Find a place by what people call it, in any of the languages."""

from __future__ import annotations

import math
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.places import PLACES as PLACES_TABLE
from corridor.dataset.gazetteer import SAME_TOWN_KM, find_town, nearest_nodes
from corridor.errors import Named, PlaceError, QuestionError
from corridor.memory.memo import Depends, remembered
from corridor.words.folding import folded_words
from corridor.words.transliteration import serbian_latin

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from corridor.dataset.gazetteer import Town
    from corridor.dataset.tables import Dataset

_NAMES = ("name_en", "name_kk", "name_ru", "name_sr", "name_bg")
_CODES = ("node_id", "unlocode", "iata", "icao")
_SUGGESTED = 5
# A slip of the pen, not another name: Aktobe is not Aktogay.
_ALIKE = 0.8
NEAR_KM = 60
_EARTH_KM = 6371.0


def find(dataset: Dataset, words: str, *, among: Collection[str]) -> str:
    """
    Find the node that words name.

    An id as it is written comes first. A code or a whole name in any language is preferred over the
    beginning of a name. Capitals, accents, apostrophes and blanks do not matter: "Xi’an", "Xian" and
    "KZ AKX" are understood. Where several nodes begin so, none is guessed: they are all named. A town of the
    gazetteer (`corridor.dataset.gazetteer`) is found by its other names, too, such as Семипалатинск.

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
        If no place fits, or several do; the message names them, or the nearest to a town without a node.
    """
    if words in among:
        return words
    wanted = folded_words(words)
    whole: dict[str, None] = {}
    begun: dict[str, None] = {}
    known: dict[str, str] = {}
    for node_id in sorted(among):
        texts = spellings(dataset)[node_id]
        known |= dict.fromkeys(texts, node_id)
        if _is_whole(wanted, texts):
            whole[node_id] = None
        if wanted and any(text.startswith(f"{wanted} ") for text in texts):
            begun[node_id] = None
    for found in (whole, begun):
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise PlaceError("place-unclear", words=words, places=_listed(dataset, found))
    town = find_town(wanted)
    if town is not None:
        return _at_or_near(dataset, town, among)
    close = get_close_matches(wanted, known, n=_SUGGESTED, cutoff=_ALIKE)
    if not close:
        raise PlaceError("place-unknown", words=words)
    near = _listed(dataset, dict.fromkeys(known[name] for name in close))
    raise PlaceError("place-misspelt", words=words, places=near)


def _at_or_near(dataset: Dataset, town: Town, among: Collection[str]) -> str:
    """Return the node of a town; if it has none, name the nearest ones."""
    (nearest, km), *others = nearest_nodes(dataset, town, among)
    if km <= SAME_TOWN_KM:
        return nearest
    raise PlaceError(
        "place-without-node",
        town=town.name,
        place=_listed(dataset, {nearest: None})[0],
        km=round(km),
        places=_listed(dataset, dict.fromkeys(node_id for node_id, _km in others)),
    )


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


def place_near(dataset: Dataset, node_id: str, among: Collection[str]) -> str | None:
    """
    Find the place that stands for a node: itself, else of the nearest within `NEAR_KM` in its country.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id
        Node, such as an airport.
    among
        Places to choose from, such as those of the freight network; cities come first.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    if node_id in among:
        return node_id
    place, nodes = dataset.record("nodes", node_id), dataset.nodes
    near = nodes[nodes["node_id"].isin(among) & (nodes["country"] == place["country"])]
    away = _away_km(near, float(place["lat"]), float(place["lon"]))
    ranked = sorted(
        (kind != "city", km, id_)
        for kind, km, id_ in zip(near["kind"], away, near["node_id"], strict=True)
        if km <= NEAR_KM
    )
    return str(ranked[0][2]) if ranked else None


def _away_km(nodes: pd.DataFrame, lat: float, lon: float) -> list[float]:
    """Great-circle distances from a point (haversine on a sphere of the earth's mean radius)."""
    lats, lons = np.radians(nodes["lat"]), np.radians(nodes["lon"])
    half = (
        np.sin((lats - math.radians(lat)) / 2) ** 2
        + np.cos(lats) * math.cos(math.radians(lat)) * np.sin((lons - math.radians(lon)) / 2) ** 2
    )
    return [float(distance) for distance in 2 * _EARTH_KM * np.arcsin(np.sqrt(half))]


def search(dataset: Dataset, words: str, *, kind: str = "", most: int = 20) -> pd.DataFrame:
    """
    List the nodes that words may mean: whole names and codes first, then beginnings, then words inside.

    Parameters
    ----------
    dataset
        The route dataset.
    words
        A beginning in any language; capitals, accents, apostrophes and blanks do not matter.
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
    wanted, found = folded_words(words), []
    for node in nodes[nodes["kind"] == kind].to_dict("records") if kind else nodes.to_dict("records"):
        match = _match(wanted, spellings(dataset)[node["node_id"]])
        if match:
            found.append({**node, "match": match})
    rank = ("whole", "beginning", "word").index
    found.sort(key=lambda node: (rank(node["match"]), node["name_en"], node["node_id"]))
    return make_frame(found[:most], PLACES_TABLE)


@remembered(depends_on=Depends.CLAIMS)
def spellings(dataset: Dataset) -> Mapping[str, Sequence[str]]:
    """
    Return how each place may be spelled, as `corridor.words.folding.folded_words` writes texts.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    mapping of str to sequence of str
        By node id, each spelling once: its id, its codes (UN/LOCODE, IATA, ICAO), its names in every
        language, the Serbian one in both scripts.
    """
    return {node["node_id"]: _spelled(node) for node in dataset.nodes.to_dict("records")}


def _spelled(node: Mapping[Any, Any]) -> tuple[str, ...]:
    """Spellings of one place."""
    texts = [str(node[column]) for column in (*_CODES, *_NAMES) if not pd.isna(node[column])]
    if not pd.isna(node["name_sr"]):
        texts.append(serbian_latin(node["name_sr"]))
    return tuple(dict.fromkeys(folded_words(text) for text in texts))


def _match(wanted: str, texts: Sequence[str]) -> str:
    """How words stand in texts; empty if they do not."""
    if not wanted:
        return ""
    if _is_whole(wanted, texts):
        return "whole"
    joined = _joined(wanted)
    if any(text.startswith(wanted) or _joined(text).startswith(joined) for text in texts):
        return "beginning"
    return "word" if any(f" {wanted}" in text for text in texts) else ""


def _is_whole(wanted: str, texts: Sequence[str]) -> bool:
    """Whether words are one of the texts, wherever people put blanks: KZ AKX is KZAKX, Xi An is Xi'an."""
    return bool(wanted) and any(_joined(wanted) == _joined(text) for text in texts)


def _joined(text: str) -> str:
    """Text without blanks."""
    return text.replace(" ", "")


def _listed(dataset: Dataset, nodes: dict[str, None]) -> list[Named]:
    """Ids with their names."""
    return [Named(node, dataset.record("nodes", node)) for node in nodes]

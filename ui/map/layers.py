"""Map layers behind content-addressed addresses, so that a browser fetches each of them once."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.dataset.shipped import GEO
from corridor.memory.memo import Depends, remembered
from ui.language.text import LANGUAGES, Words
from ui.map.ground import FAR, NEAR, ground, railways
from ui.map.leg_figures import figures_of
from ui.map.look import look
from ui.map.names import base_names
from ui.serving.assets import FOREVER, Asset, asset_of
from ui.settings import boundaries
from ui.settings.dataset import dataset, served

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

FOLDER = "geo"
_DIGITS = 5
_DIGEST_LENGTH = 10
_PLACED = ("site", "city", "area-proxy")


@dataclass(frozen=True)
class MapLayer:
    """One layer: its name, its address relative to the server's root, its compressed content."""

    name: str
    path: str
    asset: Asset


def layers(token: str = "") -> Mapping[str, MapLayer]:
    """
    All layers by name: the ground for two distances, railways, legs, nodes and legs with their names, looks.

    The address holds the digest of the content with a hyphen before it: streamlit-folium takes everything of
    the form ``_word`` out of a map before it compares two maps, so an underscore would hide a new version.

    Parameters
    ----------
    token
        Token of the data whose nodes and legs they show; the served data if it is empty or no longer known.
    """
    found = served.of_token(token) or dataset()
    return {**_fixed(), "places": _places(found)}


def prepare(data: Dataset) -> None:
    """Make the layer of a dataset before anybody asks for it."""
    _places(data)


@remembered(depends_on=Depends.EVERYTHING)
def _places(data: Dataset) -> MapLayer:
    """Layer of nodes and legs of a dataset, made once."""
    return _layer("places", _json(places(data) | base_names(data)), "json")


@cache
def _fixed() -> Mapping[str, MapLayer]:
    """Layers that no version of the data changes, by name."""
    files = {file.stem: file.read_bytes() for file in sorted(GEO.glob("*.geojson"))}
    shown = boundaries.in_view(files, boundaries.view())
    made = [_layer(detail.name, ground(shown, detail), "json") for detail in (FAR, NEAR)]
    made.append(_layer("railways", railways(shown), "json"))
    made.append(_layer("legs", shown["legs"], "geojson"))
    made.append(_layer("look", _json(look()), "json"))
    return {layer.name: layer for layer in made}


def by_path(path: str) -> Asset | None:
    """Find the layer of an address ``name-digest.suffix``; an old digest gets the layer as it is today."""
    name = path.rpartition("-")[0]
    for token in served.tokens():
        found = layers(token).get(name)
        if found is not None and found.path.rpartition("/")[2].partition(".")[0] == path:
            return found.asset
    now = layers().get(name)
    return None if now is None else now.asset


def _layer(name: str, content: bytes, suffix: str) -> MapLayer:
    """Address a content by its digest."""
    file = f"{name}-{hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]}.{suffix}"
    asset = asset_of(content, file, cache_control=FOREVER, smallest=True)
    return MapLayer(name=name, path=f"{FOLDER}/{file}", asset=asset)


def places(data: Dataset) -> dict[str, Any]:
    """Collect what the map must know of nodes and legs beside their lines: names, modes, states, figures."""
    nodes = data.nodes.to_dict("records")
    words = {lang: Words(lang) for lang in LANGUAGES}
    return {
        "nodes": {
            row["node_id"]: {
                "at": [round(row["lat"], _DIGITS), round(row["lon"], _DIGITS)],
                "kind": row["kind"],
                "names": {lang: word.name(row) for lang, word in words.items()},
            }
            for row in nodes
        }
        | _projects(data),
        "legs": {
            row["leg_id"]: {
                "ends": [row["from_node"], row["to_node"]],
                "mode": row["mode"],
                "status": row["status"],
                "gauge": None if pd.isna(row["gauge_mm"]) else int(row["gauge_mm"]),
                "fidelity": row["geometry_fidelity"],
            }
            | figures_of(data, row["leg_id"], row["mode"])
            for row in data.legs.to_dict("records")
        },
    }


def _projects(data: Dataset) -> dict[str, Any]:
    """Collect the places of projects that have one of their own; where a paper was signed is none."""
    words = {lang: Words(lang) for lang in LANGUAGES}
    rows = data.projects[data.projects["place_precision"].isin(_PLACED) & data.projects["lat"].notna()]
    return {
        row["project_id"]: {
            "at": [round(row["lat"], _DIGITS), round(row["lon"], _DIGITS)],
            "kind": "project",
            "names": {lang: word.name(row) for lang, word in words.items()},
        }
        for row in rows.to_dict("records")
    }


def _json(value: object) -> bytes:
    """Write JSON without blanks, keys in a steady order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

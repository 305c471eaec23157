"""The one line that a server can draw in three ways."""

import json

import pytest

from ui.map.layers import GEO
from ui.settings import boundaries
from ui.settings.environment import BOUNDARIES

LAYERS = {name: (GEO / f"{name}.geojson").read_bytes() for name in ("borders", "disputed", "lakes")}


def names(layers, layer):
    return [feature["properties"].get("name") for feature in json.loads(layers[layer])["features"]]


def pairs(layers):
    return [set(feature["properties"].values()) for feature in json.loads(layers["borders"])["features"]]


def test_dashed_is_what_the_builder_wrote():
    assert boundaries.in_view(LAYERS, "dashed") == LAYERS
    assert "RS-XK" in names(LAYERS, "disputed")


def test_solid_moves_the_line_to_the_borders():
    layers = boundaries.in_view(LAYERS, "solid")
    assert "RS-XK" not in names(layers, "disputed")
    assert {"RS", "XK"} in pairs(layers)
    assert {"RS", "XK"} not in pairs(LAYERS)


def test_none_leaves_the_line_out():
    layers = boundaries.in_view(LAYERS, "none")
    assert "RS-XK" not in names(layers, "disputed")
    assert {"RS", "XK"} not in pairs(layers)
    assert len(names(layers, "disputed")) == len(names(LAYERS, "disputed")) - 1


def test_an_unknown_view_is_refused_in_words(monkeypatch):
    monkeypatch.setenv(BOUNDARIES, "dotted")
    with pytest.raises(boundaries.UnknownViewError, match="dashed, solid, none"):
        boundaries.view()

"""Colours can be told apart by everyone, and nothing the schema allows is without a sign."""

import itertools

import numpy as np
import pytest

from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.picture.palette import LAND, PAPER, PAPER_SOFT, SEA
from ui.look.modes import BASIS, FIDELITY, KINDS, LOOKS, MODES, STATUS, mode_colour, svg_symbol

# Sea and land of the map, page paper and wash, in each theme.
GROUNDS = {
    is_dark: tuple(tone.of(dark=is_dark) for tone in (SEA, LAND, PAPER, PAPER_SOFT))
    for is_dark in (False, True)
}
MIN_CONTRAST = 3.0
MIN_DISTANCE = 20.0
# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
SIGHT = {
    "usual": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("mode", MODES)
def test_a_mode_stands_out_from_sea_and_land(mode, dark):
    for ground in GROUNDS[dark]:
        assert contrast(mode_colour(mode, dark=dark), ground) >= MIN_CONTRAST, ground


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("sight", SIGHT)
def test_modes_stay_apart_for_every_kind_of_sight(sight, dark):
    seen = {mode: lab(SIGHT[sight] @ linear(mode_colour(mode, dark=dark))) for mode in MODES}
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= MIN_DISTANCE, (one, other)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("sight", SIGHT)
def test_routes_beside_each_other_stay_apart(sight, dark):
    colours = [look.colour(dark=dark) for look in LOOKS]
    assert min(contrast(one, ground) for one in colours for ground in GROUNDS[dark]) >= MIN_CONTRAST
    seen = [lab(SIGHT[sight] @ linear(one)) for one in colours]
    for one, other in itertools.combinations(seen, 2):
        assert np.linalg.norm(one - other) >= MIN_DISTANCE
    assert len({(look.dash, look.width) for look in LOOKS}) == len(LOOKS)


def test_no_two_modes_share_a_dash_or_a_symbol():
    assert len({mode.dash for mode in MODES.values()}) == len(MODES)
    assert len({mode.path for mode in MODES.values()}) == len(MODES)


@pytest.mark.parametrize(
    ("table", "column", "signs"),
    [
        ("legs", "mode", MODES),
        ("legs", "status", STATUS),
        ("legs", "geometry_fidelity", FIDELITY),
        ("services", "status", STATUS),
        ("corridors", "status", STATUS),
        ("projects", "status", STATUS),
        ("claims", "kind", KINDS),
    ],
)
def test_every_value_the_schema_allows_has_a_sign(table, column, signs):
    columns = {one.name: one for one in read_package(SHIPPED).tables[table].columns}
    assert set(columns[column].enum) <= set(signs)


def test_the_four_bases_have_four_marks():
    assert set(BASIS) == {"published", "derived", "modelled", "missing"}
    assert len({mark.sign for mark in BASIS.values()}) == len(BASIS)


def test_a_symbol_is_an_svg_document_in_the_colour_asked_for():
    assert svg_symbol("M0 0z", colour="#123456").startswith("<svg xmlns=")
    assert 'fill="#123456"' in svg_symbol("M0 0z", colour="#123456")


def linear(colour):
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb):
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.072175],
            [0.0193339, 0.119192, 0.950304],
        ]
    )
    xyz = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1, 1.08883])
    x, y, z = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])

"""Axes, spacing of signs, and what is kept of late."""

import math
from itertools import pairwise

import pytest

from corridor.charts.axis import axis
from ui.look.plot import down, picture
from ui.sections.routes.staircase import _apart


@pytest.mark.parametrize("values", [[0.0], [3.0], [487.5, 0.2], [1e-3, 2e-3], [], [float("nan"), 4.0]])
def test_an_axis_holds_all_its_values_between_round_ticks(values):
    found = axis(values)
    known = [value for value in values if not math.isnan(value)]
    assert found.low == 0
    assert found.low <= min(known, default=found.low)
    assert max(known, default=found.high) <= found.high
    assert 2 <= len(found.ticks) <= 8
    assert found.percent(found.low) == 0
    assert found.percent(found.high) == 100
    assert down(found, found.high) == 0


def test_an_axis_may_end_with_its_greatest_value():
    found = axis([0.0, 8114.0], exact_end=True)
    assert found.high == 8114
    assert max(found.ticks) <= 8114


def test_an_axis_need_not_start_at_nought():
    found = axis([264.0, 477.0], from_zero=False)
    assert 0 < found.low <= 264
    assert found.high >= 477


@pytest.mark.parametrize(
    "wanted", [[], [50.0], [10.0, 10.0, 10.0], [97.0, 98.0, 99.0, 100.0], [0.0, 0.0, 1.0]]
)
def test_signs_keep_their_order_and_distance(wanted):
    spots = _apart(wanted, 3)
    assert spots == sorted(spots)
    assert len(spots) == len(wanted)
    assert min((later - earlier for earlier, later in pairwise(spots)), default=3) >= 3 - 1e-9
    assert min(spots, default=0) >= 0
    assert max(spots, default=100) <= 100


def test_a_drawing_is_an_image_without_words():
    assert str(picture("<rect/>")).startswith('<img alt="" src="data:image/svg+xml;base64,')

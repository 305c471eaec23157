"""Twenty journeys that stand for all: they agree with P10, P50 and P90."""

from __future__ import annotations

import math

import pytest

from corridor.practice.model import Band
from corridor.practice.quantiles import JOURNEYS, OUTSIDE, UP_TO_P90, WITHIN, journeys, of_journeys


def test_the_journeys_agree_with_the_band():
    band = Band(250.0, 400.0, 640.0)
    drawn = journeys(band)
    assert len(drawn) == JOURNEYS == WITHIN + 2 * OUTSIDE
    assert list(drawn) == sorted(drawn)
    assert sum(band.p10 < one < band.p90 for one in drawn) == WITHIN
    assert sum(one <= band.p90 for one in drawn) == UP_TO_P90
    assert sum(one <= band.p50 for one in drawn) == JOURNEYS // 2


def test_nothing_known_gives_no_journeys():
    assert journeys(Band(math.nan, math.nan, math.nan)) == ()


@pytest.mark.parametrize(("share", "count"), [(0.0, 1), (0.63, 13), (1.0, 19)])
def test_a_share_is_never_none_or_all(share, count):
    assert of_journeys(share) == count

"""Tooltips of legs give the same hours and kilometres as the tables, and nothing where nothing is known."""

from corridor.evidence.figures import leg_figure
from ui.map.layers import places
from ui.map.leg_figures import BASES
from ui.settings.dataset import dataset

DATA = dataset()
LEGS = places(DATA)["legs"]


def test_every_leg_says_what_is_known_of_it_and_no_more():
    for leg_id, about in LEGS.items():
        for name, quantity in (("hours", "time_h"), ("km", "distance_km")):
            estimate = leg_figure(DATA, leg_id, quantity)
            assert (name in about) == (not estimate.is_missing), leg_id
            if name in about:
                typical, low, high, basis = about[name]
                assert low <= typical <= high
                assert abs(typical - estimate.typical) <= 0.05
                assert BASES[basis] == estimate.basis


def test_a_river_is_slower_against_the_current():
    slower = [about for about in LEGS.values() if "hours_back" in about]
    assert slower
    assert all(about["mode"] == "river" for about in slower)

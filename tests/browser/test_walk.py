"""What is asked of every page: no other host, no error, all letters, nothing too wide."""

import pytest
from walking import SETTINGS


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_pages_ask_no_other_host_and_report_no_error(walked, setting):
    walk = walked(setting)
    assert (walk.foreign, walk.faults) == ([], [])
    assert len(walk.unlettered) > 10
    assert {where: lost for where, lost in walk.unlettered.items() if lost} == {}


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_nothing_is_wider_than_its_page(walked, setting):
    """No page scrolls sideways and no table is wider than its page, with all folds open."""
    assert {where: wide for where, wide in walked(setting).wide.items() if wide} == {}


@pytest.mark.parametrize("setting", [one for one in SETTINGS if one.is_phone], ids=str)
def test_on_a_phone_the_answer_follows_the_map(walked, setting):
    screens = {address: screen for address, screen in walked(setting).first_screens.items() if screen}
    assert len(screens) >= 8
    assert {address: ends for address, ends in screens.items() if ends[1] < ends[0]} == {}

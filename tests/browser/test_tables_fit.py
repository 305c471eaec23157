"""No page scrolls sideways and no table is wider than its page, with all folds open."""

import pytest
from walking import SETTINGS


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_nothing_is_wider_than_its_page(walked, setting):
    assert {where: wide for where, wide in walked(setting).wide.items() if wide} == {}

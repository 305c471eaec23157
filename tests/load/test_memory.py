"""Runs leave nothing behind: with Streamlit's own collection turned off, memory does not grow."""

import gc
import weakref

import pytest
from streamlit.testing.v1 import AppTest

from ui.server.app import ENTRY

WARM, RUNS = 9, 60
VIEWS = ({"lang": "en"}, {"lang": "kk"}, {"lang": "en", "leg": "aktau-alat"})


def objects():
    """
    Count the objects that the collector watches, once it has taken what nobody holds.

    Weak references are left out: pandas notes one for each copy of a column and clears the dead ones when
    there are some hundreds.
    """
    for _generation in range(3):
        gc.collect()
    return sum(type(one) is not weakref.ReferenceType for one in gc.get_objects())


@pytest.fixture
def page():
    return AppTest.from_file(str(ENTRY), default_timeout=120)


def run(page, times):
    for turn in range(times):
        page.query_params.clear()
        for key, value in VIEWS[turn % len(VIEWS)].items():
            page.query_params[key] = value
        page.run()
        assert not page.exception


def test_sixty_runs_leave_nothing_behind(page):
    run(page, WARM)
    before = objects()
    run(page, RUNS)
    assert objects() - before < RUNS  # less than one object a run

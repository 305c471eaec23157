"""Runs leave nothing behind: with Streamlit's own collection turned off, memory does not grow."""

import gc

import pytest
from streamlit.testing.v1 import AppTest

from ui.server import ENTRY

WARM, RUNS = 8, 60
# Streamlit's own bookkeeping; one piece left behind by each run would be several times that.
MAX_OBJECTS_A_RUN = 5
VIEWS = ({"lang": "en"}, {"lang": "kk"}, {"lang": "en", "leg": "aktau-alat"})


def objects():
    """Number of objects that the collector watches, once it has taken what nobody holds."""
    for _generation in range(3):
        gc.collect()
    return len(gc.get_objects())


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
    assert objects() - before < RUNS * MAX_OBJECTS_A_RUN

"""A visit keeps the data with which it began; a reload, which begins another, gets those of today."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from ui.settings.dataset import dataset, folder, served

SCRIPT = """
import streamlit as st
from ui.link import own
st.write(own.shown().version)
"""


@pytest.fixture(autouse=True)
def _as_before():
    now = dataset()
    yield
    served.replace(now, folder())


def version(visit):
    return visit.run().markdown[0].value


def test_an_open_visit_keeps_its_data_and_a_new_one_gets_the_new():
    now = dataset()
    visit = AppTest.from_string(SCRIPT)
    assert version(visit) == now.version
    served.replace(replace(now, version="9.9.9", content_hash="0" * 12), folder())
    assert version(visit) == now.version
    assert version(AppTest.from_string(SCRIPT)) == "9.9.9"

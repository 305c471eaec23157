"""What is known of the weekdays of a connection, by the season that is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from corridor.air.flight_week import STATES, flight_week, season_of
from corridor.air.timetable import options
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def test_a_season_changes_with_summer_time():
    winter = (dt.date(2025, 10, 26), dt.date(2026, 3, 28))
    assert season_of(dt.date(2026, 3, 28)) == winter
    assert season_of(dt.date(2026, 3, 29)) == (dt.date(2026, 3, 29), dt.date(2026, 10, 24))


def test_a_day_is_confirmed_only_in_the_season_of_its_source(data):
    found = options(data, "nqz", "beg")
    cells = {}
    for day in (dt.date(2026, 3, 10), dt.date(2026, 11, 30)):
        cells[day] = [cell for cell in flight_week(data, found, day=day) if cell.option_id == "dv-nqz-beg"]
    then, now = cells.values()
    assert [cell.state for cell in then] == ["confirmed", "none", "none", "confirmed", "none", "none", "none"]
    assert [cell.state for cell in now] == ["published", "none", "none", "published", "none", "none", "none"]
    assert all(data.has("claims", cell.claim_id) for cell in then)


def test_every_cell_of_an_unknown_day_leads_to_the_nearest_claim(data):
    cells = flight_week(data, options(data, "ala", "beg"), day=dt.date(2026, 11, 30))
    assert {cell.state for cell in cells} <= set(STATES)
    assert all(cell.claim_id for cell in cells if cell.state == "unknown")

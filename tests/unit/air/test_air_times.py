"""Flight times beside the geodesic, waiting, gaps of flights, events found by their documents."""

import datetime as dt

import pytest

from corridor.air.block_times import HOURS_A_WEEK, air_times
from corridor.air.flight_gaps import GAPS, flight_gaps
from corridor.air.journeys import journeys
from corridor.air.timetable import options
from corridor.corridors.events import events_about
from tests.shipped import shipped_data

TODAY = dt.date(2026, 11, 26)


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def ways(data):
    return options(data, "nqz", "beg")


def test_the_direct_flight_by_hand(data, ways):
    row = air_times(data, ways, "nqz", "beg").iloc[0]
    assert row["service_id"] == "dv-nqz-beg"
    assert row["geodesic_km"] == pytest.approx(3806, abs=2)
    assert row["speed_km_h"] == pytest.approx(3806 / (340 / 60), rel=1e-3)
    assert row["wait_h"] == 42  # two a week: a headway of 84 h, half of it
    assert not row["is_other_way"]


def test_no_flight_is_faster_than_aircraft_and_no_wait_longer_than_half_a_week(data):
    for ends in (("nqz", "beg"), ("beg", "nqz"), ("ala", "beg"), ("beg", "ala"), ("cit", "beg")):
        frame = air_times(data, options(data, *ends), *ends)
        assert (frame["speed_km_h"].dropna() < 1000).all()
        assert (frame["speed_km_h"].dropna() > 300).all()
        assert (frame["wait_h"].dropna() <= HOURS_A_WEEK / 2).all()
        assert (frame["wait_h_low"].dropna() <= frame["wait_h_high"].dropna()).all()
        assert frame["speed_km_h"].isna().equals(frame["block_min"].isna())
        assert not frame.duplicated(["leg_id", "service_id"]).any()


def test_the_time_of_the_other_direction_says_so(data):
    back = options(data, "beg", "nqz")
    row = air_times(data, back, "beg", "nqz").iloc[0]
    assert row["service_id"] == "dv-nqz-beg"
    assert row["is_other_way"]


def test_gaps_are_what_the_tables_leave_open(data, ways):
    frame = flight_gaps(data, ways, today=TODAY)
    assert set(frame["gap"]) <= set(GAPS)
    gaps = {service: set(some) for service, some in frame.groupby("service_id")["gap"]}
    assert "pause-passed" in gaps["lh-fra-nqz"]
    assert "status" in gaps["w6-bud-nqz"]
    assert {"numbers", "overdue"} <= gaps["dv-nqz-beg"]
    assert not {"weekdays", "frequency", "block", "not-seen"} & gaps["dv-nqz-beg"]
    for service, some in gaps.items():
        assert ("weekdays" in some) == (not isinstance(data.record("services", service)["weekdays"], str))


def test_a_pause_that_lasts_is_no_gap(data, ways):
    frame = flight_gaps(data, ways, today=dt.date(2026, 3, 1))
    assert not frame["gap"].isin(["pause-passed", "start-passed"]).any()


def test_the_wait_is_that_of_the_journeys(data, ways):
    alone = journeys(data, "nqz", "beg", stops=0).iloc[0]
    assert alone["wait_h"] == air_times(data, ways, "nqz", "beg").iloc[0]["wait_h"]


def test_events_are_found_by_the_documents_they_rest_on(data):
    found = events_about(data, {"dv-nqz-beg", "nqz-beg"})
    assert "ev-2025-11-03-nqz-beg" in set(found["event_id"])
    assert "kuryk-wind-2022" not in set(found["event_id"])
    assert events_about(data, set()).empty

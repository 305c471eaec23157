"""A corridor in a year: the past is what was reported, the future what is planned; neither is the other."""

import datetime as dt

import pytest

from corridor.corridors.years import (
    FIRST_YEAR,
    LAST_YEAR,
    events_in,
    figure_for,
    places_on,
    tense,
    upgrades_in,
)
from corridor.evidence.claims import about
from corridor.scenario.upgrades import STATES
from tests.shipped import shipped_data

TODAY = dt.date(2026, 11, 26)
ROUTE = ("corridor", "trans-caspian")


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def state_of(data, upgrade, year, chain="tc-danube"):
    frame = upgrades_in(data, chain, year, today=TODAY).set_index("upgrade_id")
    return frame.loc[upgrade, "state"]


def test_years_are_past_present_or_future():
    assert [tense(year, today=TODAY) for year in (2025, 2026, 2027)] == ["past", "present", "future"]


@pytest.mark.parametrize(
    ("upgrade", "year", "state"),
    [
        ("aktau-hub-stage-1", 2024, "later"),
        ("aktau-hub-stage-1", 2025, "done"),
        ("aktau-hub-stage-1", 2030, "done"),
        ("aktau-hub-stage-2", 2025, "later"),
        ("aktau-hub-stage-2", 2026, "due"),
        ("caspian-780-teu-ships", 2027, "later"),
        ("caspian-780-teu-ships", 2028, "due"),
        ("alat-phase-2-teu", 2030, "undated"),
        ("batajnica-terminal", 2019, "done-undated"),
        ("smederevo-terminal", 2030, "unknown"),
    ],
)
def test_an_upgrade_is_done_due_or_open_by_its_date_and_state(data, upgrade, year, state):
    assert state_of(data, upgrade, year) == state


def test_what_is_past_its_date_without_a_word_is_late_not_done(data):
    frame = upgrades_in(data, "tc-danube", 2030, today=dt.date(2035, 1, 1)).set_index("upgrade_id")
    assert frame.loc["aktau-hub-stage-2", "state"] == "late"
    assert "due" not in set(frame["state"])


@pytest.mark.parametrize("chain", ["tc-danube", "tc-btk", "northern-rail", "southern-rail", "ocean-piraeus"])
def test_nothing_is_done_before_its_date_and_nothing_done_is_undone(data, chain):
    done = set()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        frame = upgrades_in(data, chain, year, today=TODAY)
        assert set(frame["state"]) <= set(STATES)
        assert frame["state"].map(STATES.index).is_monotonic_increasing
        now = set(frame.loc[frame["state"] == "done", "upgrade_id"])
        assert done <= now
        done = now
        places = places_on(data, chain) | {data.record("corridors", chain)["family"], chain}
        assert set(frame["subject_id"]) <= places


def test_a_years_figure_rests_on_claims_of_that_year_alone(data):
    carried = figure_for(data, ROUTE, "volume_t", 2024)
    assert carried.typical == 4_484_000
    claims = about(data, *ROUTE, "volume_t").set_index("claim_id")
    assert {claims.loc[one, "as_of"] for one in carried.spoke} == {"2024"}
    assert figure_for(data, ROUTE, "volume_t", 2027).is_missing
    assert figure_for(data, ("corridor", "tc-btk"), "volume_t", 2027).is_missing


def test_a_plan_for_several_years_speaks_of_each(data):
    values = [figure_for(data, ROUTE, "volume_teu_planned", year).typical for year in (2025, 2026, 2028)]
    assert values == [96_000, 90_000, 85_000]


def test_a_capacity_lasts_but_does_not_reach_back(data):
    capacity = ("node", "aktau-port"), "capacity_teu_per_year"
    assert figure_for(data, *capacity, 2024, since=2019).is_missing
    assert figure_for(data, *capacity, 2026, since=2019).typical == 140_000


def test_a_plan_without_a_target_year_is_of_no_year(data):
    # "215,000 TEU" of October 2022 is dated by its page and says not when.
    planned = figure_for(data, ("node", "aktau-port"), "capacity_teu_per_year_planned", 2023, since=2019)
    assert "c-t-0051" not in planned.spoke


def test_events_are_of_that_year_and_of_that_chain(data):
    frame = events_in(data, "tc-danube", 2025)
    assert list(frame.columns) == list(data.events.columns)
    assert "aktau-hub-first-stage-2025" in set(frame["event_id"])
    assert frame["date"].str.startswith("2025").all()
    assert frame["date"].is_monotonic_increasing
    assert "poland-belarus-border-closure-2025" not in set(frame["event_id"])
    assert "poland-belarus-border-closure-2025" in set(events_in(data, "northern-rail", 2025)["event_id"])

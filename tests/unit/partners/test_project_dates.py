"""Dates of projects are those of the record; none is invented."""

import datetime as dt

import pytest

from corridor.dataset.records import records
from corridor.dataset.tables import split_ids
from corridor.partners.follow_up import FEBRUARY_2026, follow_up, occasion
from corridor.partners.project_dates import project_dates
from corridor.partners.register import register
from corridor.partners.visit_moments import visit_moments
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def dates(data):
    return records(project_dates(data, register(data, today=dt.date(2026, 11, 30))))


def test_dates_are_those_of_the_record(data, dates):
    assert len(dates) == len(data.projects)
    for row in dates:
        project = data.record("projects", row["project_id"])
        assert row["start_on"] == project["announced_on"]
        assert row["due_on"] == project["expected_on"]
        for id_ in row["milestones"]:
            upgrade = data.record("upgrades", id_)
            assert upgrade["project_id"] == row["project_id"]
            assert upgrade["expected_on"] not in {None, row["due_on"]}
        assert row["is_dated"] == bool(row["due_on"] or row["milestones"])


def test_what_is_on_the_corridor_touches_a_leg_or_place_of_it(data, dates):
    corridors = data.corridors.set_index("corridor_id")["family"]
    steps = data.corridor_legs
    legs = {
        leg
        for corridor, leg in zip(steps["corridor_id"], steps["leg_id"], strict=True)
        if corridors[corridor] == "trans-caspian"
    }
    ends = {data.record("legs", leg)[side] for leg in legs for side in ("from_node", "to_node")}
    for row in dates:
        touched = set(split_ids(data.record("projects", row["project_id"])["mends"]))
        assert row["is_on_corridor"] == bool(touched & (legs | ends))


@pytest.mark.parametrize("by", ["sector", "promise"])
def test_a_visit_counts_every_promise_once(data, by):
    events = occasion(data, FEBRUARY_2026)
    promises = follow_up(data, events)
    rows = records(visit_moments(data, events, promises, by=by))
    promised = [id_ for row in rows if row["kind"] in {"agreement", "project"} for id_ in row["ids"]]
    assert sorted(promised) == sorted(promises["id"])
    for outcome in ("operating", "silent"):
        found = [id_ for row in rows if row["kind"] == outcome for id_ in row["ids"]]
        assert sorted(found) == sorted(promises.loc[promises["outcome"] == outcome, "id"])
    assert all(row["count"] == len(row["ids"]) for row in rows)
    meetings = [row for row in rows if row["kind"] == "meeting"]
    assert set(events) <= {row["id"] for row in meetings}
    assert [row["on"] for row in meetings] == sorted(row["on"] for row in meetings)

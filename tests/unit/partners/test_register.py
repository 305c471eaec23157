"""The register infers a state from silence by a stated rule, and scores what a record says."""

import datetime as dt
import math

import pytest

from corridor.dataset.tables import load
from corridor.partners.register import FIELDS, inferred_status, register
from tests import sample_package
from tests.shipped import shipped_data

TODAY = dt.date(2026, 11, 26)


@pytest.fixture(scope="module")
def shipped():
    return register(shipped_data(), today=TODAY).set_index("project_id")


@pytest.mark.parametrize(
    ("status", "last", "expected"),
    [
        ("announced", "2026-02-27", None),
        ("announced", "2024-11-27", None),
        ("announced", "2024-11-26", "shelved"),
        ("pre-construction", "2024-10", "shelved"),
        ("pre-construction", "2024-11", None),
        ("construction", "2022-11-26", "cancelled"),
        ("construction", "2022", "shelved"),
        ("announced", "2008", "cancelled"),
        ("operating", "2008", None),
        ("unknown", "2008", None),
        ("announced", None, None),
    ],
)
def test_silence_becomes_a_state(status, last, expected):
    assert inferred_status(status, last, today=TODAY) == expected


def test_every_project_stands_there_once_with_its_recorded_state(shipped):
    projects = shipped_data().projects.set_index("project_id")
    assert list(shipped.index) == list(projects.index)
    assert shipped["status"].equals(projects["status"])


def test_where_a_paper_was_signed_is_not_a_site(shipped):
    signed = shipped[shipped["place_precision"] == "signing-place"]
    assert len(signed)
    assert not signed["is_mapped"].any()
    assert shipped.loc["aktau-container-hub", "is_mapped"]


def test_scores_say_what_they_count(shipped):
    assert shipped["complete"].between(0, 1).all()
    for lacks, share in zip(shipped["lacks"], shipped["complete"], strict=True):
        assert len(lacks) == round((1 - share) * len(FIELDS))
    tested = shipped["compared"] > 0
    assert tested.any()
    assert shipped.loc[tested, "agree"].between(0, 1).all()
    assert shipped.loc[~tested, "agree"].isna().all()


def test_what_a_project_touches_is_there(shipped):
    dataset = shipped_data()
    for project_id, row in shipped.iterrows():
        mends = dataset.record("projects", project_id)["mends"]
        touched = {*row["legs"], *row["nodes"]}
        assert touched == set((mends or "").split("|")) - {""}, project_id


def test_a_date_that_has_passed_is_overdue_unless_it_operates(shipped):
    assert shipped.loc["halkali-kapikule-line", "is_overdue"]
    assert not shipped.loc["dostyk-moyynty-second-track", "is_overdue"]
    assert not shipped.loc["cku-railway", "is_overdue"]
    assert math.isnan(shipped.loc["novi-sad-quay", "silent_years"])


def test_sources_agree_on_what_differs_by_no_more_than_a_tenth(tmp_path):
    """On the length 100 and 110 km agree, on the cost 100 and 111 do not; a status in other words neither."""
    rows = sample_package.rows()
    project = "project:second-track"
    said = {
        "distance_km": (({"typical": "100"}, {"typical": "110"})),
        "cost_usd_per_teu": (({"typical": "100"}, {"typical": "111"})),
        "time_h": (({"typical": "5"}, {"typical": "5"})),
    }
    rows["claims"] += [
        sample_package.claim(f"r-{at}-{source}", project, quantity, source_id=source, as_of="2025", **cells)
        for at, (quantity, both) in enumerate(said.items())
        for source, cells in zip(("office-2025", "paper-2024"), both, strict=True)
    ]
    row = register(load(sample_package.write(tmp_path / "told", rows)), today=TODAY).set_index("project_id")
    assert row.loc["second-track", "compared"] == 3
    assert row.loc["second-track", "agree"] == pytest.approx(2 / 3)

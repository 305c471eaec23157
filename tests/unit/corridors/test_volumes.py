"""Volumes and capacities: every claim a row, years as stated, disagreement kept and marked."""

import pytest

from corridor.corridors.volumes import MEASURES, NATURES, RELATED, Subject, looks_ahead, subjects, volumes
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def frame(data):
    return volumes(data, subjects(data, "tc-danube"))


def test_the_family_speaks_first_then_the_way_then_what_is_related(data):
    found = subjects(data, "tc-danube")
    assert found[:2] == (Subject("corridor", "trans-caspian"), Subject("corridor", "tc-danube"))
    assert found[-len(RELATED["trans-caspian"]) :] == RELATED["trans-caspian"]
    assert len(set(found)) == len(found)


def test_what_is_related_is_known_to_the_data(data):
    tables = {"topic": "topics", "organisation": "organisations"}
    assert [one for some in RELATED.values() for one in some if not data.has(tables[one[0]], one[1])] == []


def test_each_claim_stands_there_once_with_the_value_it_states(data, frame):
    assert frame["claim_id"].is_unique
    claims = data.claims.set_index("claim_id")
    for row in frame.to_dict("records"):
        claim = claims.loc[row["claim_id"]]
        assert str(claim["quantity"]).startswith(row["measure"])
        for part in ("low", "typical", "high"):
            assert row[part] == claim[part] or (row[part] != row[part] and claim[part] != claim[part])
    assert set(frame["measure"]) <= set(MEASURES)
    assert set(frame["nature"]) == set(NATURES)


def test_sources_that_disagree_stay_apart_and_are_marked(frame):
    carried = frame[(frame["subject_id"] == "trans-caspian") & (frame["measure"] == "volume_t")]
    said = carried[(carried["year"] == 2024) & carried["is_comparable"]]
    assert sorted(said["typical"]) == [4_484_000, 4_500_000]
    assert said["disagrees"].all()
    agreed = carried[(carried["year"] == 2023) & carried["is_comparable"]]
    assert not agreed["disagrees"].any()


def test_a_plan_never_counts_as_carried(frame):
    planned = frame[frame["nature"] == "planned"]
    assert set(planned["kind"]) <= {"planned", "claimed", "agreed"}
    assert (frame.loc[frame["nature"] == "observed", "kind"] != "planned").all()


def test_a_part_of_a_year_is_not_compared_with_years(frame):
    parts = frame[(frame["nature"] == "observed") & frame["period"].str.contains("/", na=False)]
    assert len(parts)
    assert not parts["is_comparable"].any()


@pytest.mark.parametrize(
    ("period", "page", "is_target"),
    [
        ("2025", "2025-03-06", True),
        ("2022", "2022", False),
        ("2022-10", "2022-10-19", False),
        ("2026-12", "2025-07", True),
        ("2026/2029", "2024-09-25", True),
    ],
)
def test_a_plan_has_a_year_only_if_it_looks_ahead(period, page, is_target):
    assert looks_ahead(period, page) is is_target

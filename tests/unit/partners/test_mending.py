"""Projects and upgrades are joined with what they mend, and the join covers every one of them."""

import pytest

from corridor.partners.upgrade_gains import gains
from corridor.partners.works import NO_UPGRADE, join, projects_without_bottleneck
from corridor.scenario.upgrade_effects import WHY
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def joined():
    return join(shipped_data())


@pytest.fixture(scope="module")
def gained():
    return gains(shipped_data()).set_index("upgrade_id")


def test_the_join_covers_every_upgrade_once(joined):
    ids = joined["upgrade_id"].dropna()
    assert sorted(ids) == sorted(shipped_data().upgrades["upgrade_id"])


def test_the_join_covers_whatever_a_project_says_it_touches(joined):
    pairs = set(joined[["project_id", "subject_id"]].itertuples(index=False, name=None))
    for row in shipped_data().projects.dropna(subset=["mends"]).to_dict("records"):
        for subject in row["mends"].split("|"):
            assert (row["project_id"], subject) in pairs


def test_a_reason_is_said_wherever_nothing_can_be_worked_out(joined):
    assert set(joined["reason"]) <= {"", NO_UPGRADE, *WHY}
    assert (joined.loc[joined["upgrade_id"].isna(), "reason"] == NO_UPGRADE).all()


def test_what_is_joined_is_there(joined):
    dataset = shipped_data()
    table = {"leg": "legs", "node": "nodes", "corridor": "corridors"}
    for row in joined.to_dict("records"):
        assert dataset.has(table[row["subject_type"]], row["subject_id"])


def test_a_quicker_line_gains_what_it_saves_where_the_best_route_uses_it(gained):
    line = gained.loc["halkali-kapikule-new-line"]
    assert (line["part_before"], line["part_after"]) == (8.5, 3.5)
    assert line["time_h_gain"] == pytest.approx(5.0 if line["is_on_best"] else 0.0)


def test_no_upgrade_makes_anything_worse(gained):
    worked = gained[gained["reason"] == ""]
    assert len(worked) >= 10
    for name in ("time_h_gain", "cost_usd_per_teu_gain"):
        assert (worked[name].dropna() >= -1e-9).all(), name
    for unit in ("t", "teu"):
        assert (worked[f"capacity_{unit}_after"] >= worked[f"capacity_{unit}_before"]).all()
    assert set(gained.loc[gained["reason"] != "", "reason"]) <= set(WHY)
    assert sorted(gained.index) == sorted(shipped_data().upgrades["upgrade_id"])


def test_projects_without_a_bottleneck_touch_nothing():
    dataset = shipped_data()
    assert len(projects_without_bottleneck(dataset))
    for project in projects_without_bottleneck(dataset)["project_id"]:
        assert dataset.record("projects", project)["mends"] is None

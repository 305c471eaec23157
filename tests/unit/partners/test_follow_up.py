"""Each promise of a visit stands there with what was reported since, and silence is called silence."""

from dataclasses import replace

import pytest

from corridor.errors import UnknownIdError
from corridor.partners.follow_up import follow_up
from tests.shipped import shipped_data

VISIT = ("ev-2026-02-26-visit", "ev-2026-02-26-forum", "ev-2026-02-27-talks")
OUTCOMES = {"in-force", "operating", "reported", "silent"}


@pytest.fixture(scope="module")
def visit():
    return follow_up(shipped_data(), VISIT).set_index("id")


def test_ten_memoranda_the_joint_statement_and_six_forum_papers(visit):
    papers = visit[visit["kind"] == "agreement"]
    assert len(papers) == 10 + 1 + 6
    assert set(papers["promised_on"]) == {"2026-02-26", "2026-02-27"}


@pytest.mark.parametrize(
    "project",
    ["prj-mambikom-frozen-food", "prj-joint-crop-seed", "prj-crm-joint-extraction", "prj-titr-serbia"],
)
def test_what_was_spoken_of_is_followed(visit, project):
    assert project in visit.index


def test_outcomes_rest_on_later_documents(visit):
    dataset = shipped_data()
    assert set(visit["outcome"]) <= OUTCOMES
    for id_, row in visit.iterrows():
        days = [dataset.record("sources", one)["published"] for one in row["since"]]
        assert bool(days) == (row["outcome"] == "reported") or row["outcome"] in {"in-force", "operating"}, (
            id_
        )
        assert min(days, default="2026-03-07") > "2026-03-06", id_
        assert set(row["since"]) <= set(row["sources"])
    assert visit.loc["prj-astana-belgrade-flight", "outcome"] == "operating"
    assert (visit.loc[visit["outcome"] == "silent", "since"].map(len) == 0).all()


def test_an_earlier_visit_has_been_reported_on_since():
    earlier = follow_up(shipped_data(), ("ev-2015-08-27-visit",)).set_index("id")
    assert earlier.loc["agr-2015-road", "outcome"] in {"in-force", "reported"}


def test_papers_and_projects_name_each_other(visit):
    for id_, row in visit[visit["kind"] == "agreement"].iterrows():
        for project in row["related"]:
            assert id_ in visit.loc[project, "related"]


def test_an_unknown_event_is_refused():
    with pytest.raises(UnknownIdError):
        follow_up(shipped_data(), ("no-such-visit",))


def test_a_paper_was_last_spoken_of_by_its_newest_document(visit):
    dataset = shipped_data()
    papers = visit[visit["kind"] == "agreement"]
    for id_, row in papers.iterrows():
        published = [dataset.record("sources", one)["published"] for one in row["sources"]]
        assert row["last_reported_on"] == max((day for day in published if day), default=None), id_
    assert papers["last_reported_on"].notna().any()
    undated = replace(dataset, sources=dataset.sources.assign(published=None))
    silent = follow_up(undated, VISIT)
    assert silent.loc[silent["kind"] == "agreement", "last_reported_on"].isna().all()


@pytest.mark.parametrize(("recorded", "told"), [("2031-05-01", "2031-05-01"), ("2001-01-01", "2026-03-02")])
def test_a_project_was_last_spoken_of_by_its_record_or_a_later_document(recorded, told):
    data = shipped_data()
    project = "prj-titr-serbia"
    days = data.projects["last_reported_on"].mask(data.projects["project_id"] == project, recorded)
    changed = replace(data, projects=data.projects.assign(last_reported_on=days))
    assert follow_up(changed, VISIT).set_index("id").loc[project, "last_reported_on"] == told

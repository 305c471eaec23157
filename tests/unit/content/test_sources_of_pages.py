"""Every page that shows records or sums of claims lists the documents that they rest on."""

import pytest

from corridor.dataset.tables import split_ids
from corridor.evidence.claims import figure
from ui.content.content import content_of
from ui.evidence.rows import by_id
from ui.link.named import view_of


def shown(page, **keys):
    view = view_of(page, {key: [value] for key, value in keys.items()})
    return view, content_of(view)


def test_the_register_lists_the_documents_of_the_projects_shown():
    view, content = shown("partners", th="agriculture")
    projects = [row for row in by_id(view.dataset, "projects").values() if row["theme"] == "agriculture"]
    named = {id_ for row in projects for id_ in split_ids(row["sources"])}
    assert named
    assert {source.id for source in content.sources} == named


@pytest.mark.parametrize("part", ["papers", "promises", "mending", "minerals", "trade", "organisations"])
def test_a_part_of_partners_lists_documents(part):
    _view, content = shown("partners", part=part)
    ids = [source.id for source in content.sources]
    assert ids
    assert len(ids) == len(set(ids))


def test_papers_list_what_their_records_name():
    view, content = shown("partners", part="papers", pc="RS")
    papers = [
        row for row in by_id(view.dataset, "agreements").values() if "RS" in split_ids(row["countries"])
    ]
    assert {source.id for source in content.sources} == {
        id_ for row in papers for id_ in split_ids(row["sources"])
    }


def test_sites_tell_their_way_out():
    _view, content = shown("partners", part="minerals")
    table = content.tables[0]
    assert len(table.heads) == len(table.rows[0])
    ways = [row[-1] for row in table.rows if row[-1].text]
    assert len(ways) == 7
    assert all(way.number > 24 and way.basis != "published" for way in ways)


def test_the_index_rests_on_the_sources_of_its_routes_and_flights():
    view, content = shown("connectivity")
    named = {source.id for source in content.sources}
    claims = by_id(view.dataset, "claims")
    spoke = figure(view.dataset, "service", "dv-nqz-beg", "weekly_frequency").spoke
    assert spoke
    assert {claims[claim]["source_id"] for claim in spoke} <= named
    factors = {row["source_id"] for row in by_id(view.dataset, "factors").values()}
    assert named & factors, "times of legs without a published one follow from factors, which have sources"

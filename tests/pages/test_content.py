"""What a view says as plain data is what its page says: the same sentence, the same figures."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.checks import every
from tests.pages.conftest import written
from ui.content.content import content_of
from ui.link.nav import ENTRIES
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.server.share_answer import keys_of, view_of
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from corridor.publication.content import Content

VIEWS = [
    *((entry.name, {}) for entry in ENTRIES),
    ("routes", {"avoid": "TR", "date": "2026-12-10"}),
    ("routes", {"by": "air"}),
    ("partners", {"pj": "prj-boguty-tungsten"}),
    ("partners", {"part": "trade"}),
]
TAG = re.compile(r"<[^>]+>")


def plain(html):
    return " ".join(unescape(TAG.sub("", html)).replace("\xa0", " ").split())


def told(text):
    return " ".join(text.replace("\xa0", " ").split())


def content(page, /, **keys) -> Content:
    return content_of(view_of(page, {name: [value] for name, value in keys.items()}), "https://a.example")


@pytest.mark.parametrize("lang", ["en", "kk"])
@pytest.mark.parametrize(("page", "keys"), VIEWS)
def test_the_content_of_a_view_is_what_its_page_says(seen, page, keys, lang):
    app = seen(page, lang=lang, **keys)
    shown, said = plain(written(app)), content(page, lang=lang, **keys)
    title = app.title[0].value
    assert said.title == title
    assert said.lang == lang
    missing = [text for text in (said.sentence, said.doubt, said.basis) if told(text) not in shown]
    if page == "partners" and keys.get("part"):
        missing = []  # the parts beside the register have no sentence of their own
    assert not missing
    assert not [figure for figure in said.figures if told(figure.text) not in shown]


def test_every_view_names_its_question_its_data_and_its_address():
    for page, keys in VIEWS:
        said = content(page, **keys)
        assert said.link == f"https://a.example/{'' if page == 'overview' else page}?{said.query}"
        again = view_of(page, keys_of(said.query))
        assert encode(stamped(again)) == encode(stamped(view_of(page, {k: [v] for k, v in keys.items()})))
        assert said.data_version == dataset().version
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", said.data_date)
        assert "2026" in said.known_until


def test_tables_are_whole_and_their_claims_are_cited():
    known = set(dataset().claims["claim_id"])
    for page, keys in VIEWS:
        said = content(page, **keys)
        assert said.tables, page
        named = {source.id for source in said.sources}
        for table in said.tables:
            assert len({len(row) for row in table.rows} | {len(table.heads)}) == 1, (page, table.id)
            assert not table.units or len(table.units) == len(table.heads)
            cells = [cell for row in table.rows for cell in row]
            claims = {claim for cell in cells for claim in cell.claims}
            assert claims <= known
            of = dataset().claims.set_index("claim_id")["source_id"]
            assert {of[claim] for claim in claims} <= named
            assert every(cell.basis in {"", "published", "derived", "modelled", "missing"} for cell in cells)
            assert not [cell for cell in cells if cell.basis == "missing" and cell.number is not None]
        assert len(said.figures) <= 4
        assert len({figure.id for figure in said.figures}) == len(said.figures)


def test_the_first_table_of_a_route_is_its_way_step_by_step():
    said = content("routes")
    assert [table.id for table in said.tables] == ["itinerary", "routes"]
    assert [row[0].number for row in said.tables[0].rows] == list(range(1, len(said.tables[0].rows) + 1))
    assert [chart.name for chart in said.charts] == ["staircase", "scatter", "journeys"]
    assert said.picture is not None


def test_the_question_is_told_in_words():
    asked = content("routes", avoid="TR", date="2026-12-10").conditions
    assert asked[0] == "Almaty – Belgrade"
    assert "without Türkiye" in asked


def test_a_long_ledger_says_how_much_more_there_is():
    said = content("sources")
    assert len(said.tables[0].rows) == 200
    assert "1,820" in said.tables[0].note or f"{len(dataset().claims):,}" in said.tables[0].note

"""The first sentence names its ends and its day; what of it does not hold today is said and linked."""

import datetime as dt

import pytest

from ui.chain import on_day
from ui.content.content import content_of
from ui.evidence import memory
from ui.link.named import view_of
from ui.sections.overview import first_answer as overview_answer
from ui.sections.routes import headline

DECEMBER, JULY = dt.date(2026, 12, 10), dt.date(2026, 7, 1)


@pytest.fixture
def on(monkeypatch):
    """Read the pages on a day."""

    def read(day):
        for module in (on_day, headline, overview_answer, memory):
            monkeypatch.setattr(module, "today", lambda: day)

    return read


def content(page, **keys):
    return content_of(view_of(page, {"lang": ["en"], **{key: [value] for key, value in keys.items()}}))


def test_both_sentences_name_their_ends(on):
    on(JULY)
    assert content("routes").sentence.startswith(
        "Almaty – Belgrade without Belarus, Iran and Russia, as known"
    )
    overview = content("overview").sentence
    assert "Astana – Belgrade by air" in overview
    assert "Astana – Belgrade by freight" in overview


@pytest.mark.parametrize("page", ["routes", "overview", "compare"])
def test_out_of_season_each_page_says_so_and_in_season_none(on, page):
    on(DECEMBER)
    assert "not confirmed on 10 Dec 2026" in content(page).doubt
    on(JULY)
    assert "2026" not in content(page).doubt


def test_the_answer_leads_to_that_of_today_and_that_names_its_day(on):
    on(DECEMBER)
    view = view_of("routes", {"lang": ["en"]})
    drawn = str(headline._headline(view))
    assert "Answer for 10 Dec 2026" in drawn
    assert "date=2026-12-10" in drawn
    dated = content("routes", date="2026-12-10")
    assert "on 10 Dec 2026:" in dated.sentence
    assert "not confirmed on" not in dated.doubt


def test_a_date_that_ends_with_a_stop_is_not_followed_by_another(on):
    on(DECEMBER)
    for lang in ("kk", "ru", "bg"):
        for page in ("overview", "compare"):
            assert ".." not in content_of(view_of(page, {"lang": [lang]})).doubt


def test_words_for_availability_are_explained_in_every_form():
    for page in ("routes", "compare"):
        notes = " ".join(table.note for table in content(page).tables)
        assert "not all year: it cannot be had in part of the year" in notes.lower()

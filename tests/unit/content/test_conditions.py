"""The conditions of a view in words: what acts is said, what does not act is not."""

from __future__ import annotations

import re

import pytest

from ui.content.conditions import asked, conditions, question_in_words, resting
from ui.language.text import LANGUAGES
from ui.link.nav import ENTRIES
from ui.server.share_answer import view_of

FULL = {
    "from": ["almaty"], "to": ["bor"], "avoid": ["TR.road"], "pass": ["poti-port"], "maxt": ["6"],
    "date": ["2026-12-01"], "sc": ["close.aktau-alat"], "year": ["2028"],
}  # fmt: skip


def view(page, lang="en", **keys):
    return view_of(page, {"lang": [lang], **keys})


def test_a_question_is_said_in_full():
    told = question_in_words(view("routes", **FULL))
    assert told == (
        "Almaty – Bor", "EU rules: without Belarus, Iran and Russia", "without Türkiye", "without road",
        "by Poti port", "at most 6 transhipments", "on 1 Dec 2026",
        "what if: closed: Aktau port – Alat (Port of Baku) (sea)",
    )  # fmt: skip


def test_range_and_basis_close_the_conditions():
    assert conditions(view("routes"))[-1] == "in practice, modelled; ranges hold 8 of 10 journeys"
    assert conditions(view("corridor"))[-1].startswith("by timetable")
    assert "All routes, those under sanctions too" in conditions(view("compare", rules=["all"]))


def test_parts_rest_on_pages_where_they_do_not_act():
    acting = {one.name for one in asked(view("corridor", **FULL))}
    rest = {one.name for one in resting(view("corridor", **FULL))}
    assert acting == {"year"}
    assert rest == {"origin", "avoid", "passing", "most_transhipments", "date", "scenario"}
    assert not asked(view("overview", **FULL))


def test_each_part_can_be_taken_away():
    state = view("routes", **FULL).state
    for one in asked(view("routes", **FULL)):
        assert any(getattr(state, name) != value for name, value in one.without.items())


def test_filters_of_the_ledger_and_the_register_are_conditions():
    assert "Kind: observed" in conditions(view("sources", kind=["observed"]))
    assert "Status: construction" in conditions(view("partners", stage=["construction"]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", [entry.name for entry in ENTRIES])
def test_every_page_says_its_conditions_in_every_language(page, lang):
    told = conditions(view(page, lang, **FULL))
    assert all(isinstance(one, str) and one.strip() for one in told)
    assert not re.search(r"\b(None|nan)\b|[{}]|&#", " ".join(told))

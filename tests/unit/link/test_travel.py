"""The question travels: the menu of any page opens any other with the same question."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from ui.link.nav import ENTRIES
from ui.link.state import State, encode, parse, vocabulary
from ui.link.travel import QUESTION, acting, travelling
from ui.server.share_answer import view_of
from ui.settings.dataset import dataset
from ui.shell.page import menu_keys

PAGES = [entry.name for entry in ENTRIES]


def drawn(random_):
    """A state as an address may hold it: a question, and what belongs to single pages."""
    known = vocabulary(dataset())
    nodes, legs = sorted(known.nodes), sorted(known.legs)
    some = random_.choice
    fields = {
        "lang": some(["en", "kk", "sr-Latn"]),
        "origin": some([None, some(nodes)]),
        "destination": some([None, some(nodes)]),
        "carriage": some(["freight", "air"]),
        "wish": some(["all", "cheapest"]),
        "criteria": some([(), ("cost", "time")]),
        "avoid": some([(), ("TR",), ("road", "RU"), (some(legs),)]),
        "rules": some(["", "eu", "all"]),
        "passing": some([(), (some(nodes),)]),
        "most_transhipments": some([None, 4]),
        "scenario": some(["", f"close.{some(legs)}", "year.2028"]),
        "date": some([None, dt.date(2026, 12, 1)]),
        "year": some([None, 2028]),
        "project": some([None, some(sorted(known.ledger["pj"]))]),
        "search": some(["", "aktau"]),
        "page": some([1, 3]),
        "leg": some([None, some(legs)]),
        "part": some(["register", "mending", "minerals"]),
    }
    return State(**fields)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("seed", range(12))
def test_the_menu_keeps_the_question_and_nothing_else(page, seed):
    state = drawn(random.Random(f"{page}-{seed}"))  # noqa: S311 - a test, no secret
    view = view_of(page, {key: [value] for key, value in encode(state).items()})
    arrived = parse(menu_keys(view), vocabulary(dataset())).state
    assert all(getattr(arrived, name) == getattr(view.state, name) for name in (*QUESTION, "lang"))
    alone = State(**{name: getattr(arrived, name) for name in (*QUESTION, "lang")})
    assert arrived == alone


def test_a_round_through_every_page_changes_no_question():
    state = drawn(random.Random(7))  # noqa: S311 - a test, no secret
    keys = encode(travelling(state))
    asked = parse(keys, vocabulary(dataset())).state
    for page in [*PAGES, *reversed(PAGES)]:
        view = view_of(page, {key: [value] for key, value in keys.items()})
        keys = menu_keys(view)
        # An address that says nothing of rules asks for those of the EU where rules act.
        same = {name: getattr(view.state, name) for name in QUESTION if name != "rules"}
        assert same == {name: getattr(asked, name) for name in QUESTION if name != "rules"}


def test_only_parts_of_the_question_act():
    for page in PAGES:
        for part in ("register", "mending", "minerals"):
            for carriage in ("freight", "air"):
                assert acting(page, State(part=part, carriage=carriage)) <= set(QUESTION)

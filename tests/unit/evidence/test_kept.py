"""Pieces of pages: drawn once for equal views, never shared between views that differ, none of own data."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from markupsafe import Markup

from corridor.memory.single_flight import SingleFlight
from ui.evidence import memory as kept_module
from ui.evidence.memory import kept, piece
from ui.link.named import view_of
from ui.look.links import way

PATIENCE_S = 30


@pytest.fixture(autouse=True)
def empty(monkeypatch):
    monkeypatch.setattr(kept_module, "_pieces", SingleFlight(most_weight=10_000, weigh=len))


@pytest.fixture
def drawn():
    return []


@pytest.fixture
def draw(drawn):
    def a_piece(view, *parts):
        drawn.append((view.page, view.lang, *parts))
        return Markup("<p>{}</p>").format(len(drawn))

    return a_piece


def test_equal_views_share_a_piece(draw, drawn):
    for _visitor in range(3):
        piece(view_of("corridor", {"lang": ["en"], "c": ["tc-btk"]}), draw)
    assert len(drawn) == 1


@pytest.mark.parametrize(
    "keys",
    [{"lang": ["kk"]}, {"lang": ["en"], "year": ["2030"]}, {"lang": ["en"], "at": ["45_40_6"]}],
    ids=["language", "year", "view of the map"],
)
def test_views_that_differ_share_nothing(draw, drawn, keys):
    piece(view_of("corridor", {"lang": ["en"]}), draw)
    piece(view_of("corridor", keys), draw)
    assert len(drawn) == 2


def test_pages_themes_and_parts_are_told_apart(draw, drawn):
    view = view_of("corridor", {"lang": ["en"]})
    for other in (view, replace(view, page="routes"), replace(view, dark=True), replace(view, embed=True)):
        piece(other, draw)
    piece(view, draw, "aktau-port")
    assert len(drawn) == 5


def test_links_in_a_piece_are_those_of_the_view():
    def to_routes(view):
        return way(view, "routes", "routes")

    found = [
        str(piece(view_of("overview", {"lang": ["en"], "year": [year]}), to_routes))
        for year in ("2030", "2028")
    ]
    assert "year=2030" in found[0]
    assert "year=2028" in found[1]


def test_a_link_made_with_other_data_shows_the_same_pieces(draw, drawn):
    piece(view_of("corridor", {"lang": ["en"]}), draw)
    piece(view_of("corridor", {"lang": ["en"], "d": ["0.9-0123456789ab"]}), draw)
    assert len(drawn) == 1


def test_nothing_of_own_data_is_kept(draw, drawn):
    own = replace(view_of("corridor", {"lang": ["en"]}), own="Mine")
    piece(own, draw)
    piece(own, draw)
    assert len(drawn) == 2
    assert len(kept_module._pieces) == 0


def test_a_thousand_different_views_keep_no_more_than_allowed():
    view = view_of("corridor", {"lang": ["en"]})
    for number in range(1000):
        kept(view, "piece", lambda: Markup().join("x" * 100), number)
    assert kept_module._pieces.weight <= 10_000
    assert len(kept_module._pieces) == 100


def test_twenty_visitors_at_once_wait_for_one_drawing():
    start, drawings = threading.Barrier(20, timeout=PATIENCE_S), []
    view = view_of("corridor", {"lang": ["en"]})

    def slow(_view):
        drawings.append(1)
        threading.Event().wait(0.05)
        return Markup("drawn")

    def visit(_number):
        start.wait()
        return piece(view, slow)

    with ThreadPoolExecutor(20) as pool:
        assert set(pool.map(visit, range(20))) == {Markup("drawn")}
    assert len(drawings) == 1

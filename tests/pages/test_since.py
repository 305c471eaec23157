"""A link made with older data: how many figures changed since, which, from what to what."""

import re
from dataclasses import replace

import pytest

from corridor.audit import history
from tests.pages.conftest import Outline, written
from ui.language.text import LANGUAGES
from ui.settings import dataset as data
from ui.settings.dataset import dataset
from ui.shell import since

OLD = "0.0.9-aaaaaaaaaaaa"
FLIGHT = ("service", "dv-nqz-beg", "weekly_frequency")
LEG = ("leg", "aktau-alat", "time_h")
GONE = ("service", "dv-nqz-beg", "seats")
NEW = ("service", "dv-nqz-beg", "block_min")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Figures of an earlier version: two other, one that is gone by now, one not there yet."""
    folder = tmp_path_factory.mktemp("data")
    figures = dict(history.published(dataset()))
    figures[FLIGHT] = replace(figures[FLIGHT], low=4.0, typical=4.0, high=4.0)
    figures[LEG] = replace(figures[LEG], typical=30.0, claim_id="c-long-gone")
    figures[GONE] = history.Figure(unit="", typical=100.0, basis="published", claim_id="c-air-004")
    del figures[NEW]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(history, "published", lambda _data: figures)
        path = history.write(dataset(), folder / "history")
    path.rename(path.with_name(f"{OLD}{history.ENDING}"))
    return folder


@pytest.fixture
def served(folder, monkeypatch):
    monkeypatch.setattr(data, "history_folder", lambda: folder / "history")
    yield
    dataset().memo.forget(since._compared)


def changed(html):
    return [text for _tag, text, _inside in Outline(html).by_class("cx-since")]


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_flights_lists_what_changed_on_it(visit, lang):
    app = visit("flights", lang=lang, d=OLD)
    assert not app.exception
    html = written(app)
    assert Outline(html).faults == []
    (table,) = changed(html)
    assert "4" in table
    assert table.count("SCAT") == 3
    assert "Alat" not in table


@pytest.mark.usefixtures("served")
def test_the_count_is_of_the_page_and_of_all(visit):
    html = written(visit("flights", lang="en", d=OLD)).replace("\N{NO-BREAK SPACE}", " ")
    assert f"The link was made with data version {OLD}." in html
    assert "2 figures of this page changed since. 1 figure is new. 3 changed in all data." in html
    assert "4 per week" in html
    assert re.search(r'href="\./sources\?[^"]*claim=c-air-004', html)


@pytest.mark.usefixtures("served")
def test_a_claim_that_is_gone_is_named_without_a_link(visit):
    html = written(visit("corridor", lang="en", c="tc-btk", d=OLD))
    (table,) = changed(html)
    assert "Aktau port – Alat" in table
    assert "30 h" in table.replace("\N{NO-BREAK SPACE}", " ")
    assert "c-long-gone" in table
    assert "claim=c-long-gone" not in html


@pytest.mark.usefixtures("served")
def test_a_page_without_tables_counts_all(visit):
    html = written(visit("own-data", lang="en", d=OLD))
    assert "3 figures changed since. 1 figure is new." in html
    assert changed(html) == []


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("version", ["0.0.1", "7.0-bbbbbbbbbbbb"])
def test_an_unknown_version_is_said_to_be_unknown(visit, version):
    app = visit("overview", lang="en", d=version)
    html = written(app)
    assert f"data version {version}, whose figures are not stored here" in html
    assert "site-since" not in html.split("</style>")[-1]
    assert not app.exception


def test_a_link_of_this_version_says_nothing(visit):
    html = written(visit("overview", lang="en", d=f"{dataset().version}-{dataset().content_hash}"))
    assert "was made with data version" not in html

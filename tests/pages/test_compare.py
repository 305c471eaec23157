"""The page Compare: which routes stand beside each other, and that all its parts say the same."""

import re

import pytest

from corridor.routing.ask import ask
from tests.checks import every
from tests.pages.conftest import Outline, written
from ui.language.text import LANGUAGES
from ui.settings.dataset import dataset

ENDS = {"from": "almaty", "to": "belgrade"}
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def ids():
    return list(ask(dataset(), "almaty", "belgrade", criteria="time,cost,co2e").table["route_id"])


def heads(html):
    return re.findall(r'<th scope="col" class="is-(?:count|figure)">(Route \d+)</th>', html)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_four_routes_stand_beside_each_other(seen, ids, lang):
    app = seen("compare", lang=lang, cmp=".".join(ids[:4]), **ENDS)
    assert not app.exception
    html = written(app)
    outline = Outline(html)
    assert outline.faults == []
    assert len(outline.by_class("cx-beside")) == 1 + 4  # the cards beside the map, then the tables
    assert len(outline.by_class("cx-compared")) == 4
    assert len(outline.by_class("cx-bar")) == 4
    assert [text for _tag, text, _inside in outline.by_class("is-end")][:4]
    assert not re.search(r">(None|nan|NaN|<NA>|NaT)<", html)


def test_without_a_choice_the_clearly_different_ones_are_compared(seen):
    html = written(seen("compare", lang="en", **ENDS))
    assert len(heads(html)) == 4 * 3
    assert html.count('role="button" aria-pressed="true"') == 3


def test_the_page_opens_with_the_routes_that_win_and_by_how_much(seen):
    html = written(seen("compare", lang="en", **ENDS)).replace(NBSP, " ")
    said = re.sub(r"<[^>]+>", "", re.search(r'<p class="cx-answer-line">(.*?)</p>', html)[1])
    days = {
        int(number): float(value)
        for number, value in re.findall(
            r'cx-number">(\d+)</span>.*?<b>([\d.]+) d</b>', html[html.index("cx-compared") :]
        )
    }
    fastest, value, gap, other = map(
        float,
        re.search(
            r"Route (\d+) is the fastest: ([\d.]+) d in practice, ([\d.]+) d less than route (\d+)", said
        ).groups(),
    )
    assert days[fastest] == value == min(days.values())
    assert abs(days[other] - value - gap) <= 1
    assert re.search(r"Route \d+ is the cheapest: USD [\d,]+ per TEU, USD [\d,]+ less than route \d+", said)


def test_a_switch_leads_to_the_address_with_one_route_less_or_more(seen, ids):
    html = written(seen("compare", lang="en", cmp=".".join(ids[:3]), **ENDS))
    for one in ids[:3]:
        (href,) = re.findall(
            rf'href="([^"]*)"[^>]*id="compare-{one}"|id="compare-{one}"[^>]*href="([^"]*)"', html
        )
        rest = ".".join(other for other in ids[:3] if other != one)
        assert f"cmp={rest}" in "".join(href)


def test_with_two_no_route_can_be_taken_away_and_with_four_none_added(seen, ids):
    two = written(seen("compare", lang="en", cmp=".".join(ids[:2]), **ENDS))
    assert two.count('aria-pressed="true" aria-disabled="true"') == 2
    shown = re.findall(r'id="compare-([0-9a-f]{8})"', written(seen("compare", lang="en", **ENDS)))
    rest = [one for one in ids if one not in shown]
    four = seen("compare", lang="en", cmp=".".join([shown[0], *rest[:3]]), **ENDS)
    switches = re.findall(r'<[^>]*id="compare-[^>]*>', written(four))
    pressed = [one for one in switches if 'aria-pressed="true"' in one]
    others = [one for one in switches if 'aria-pressed="false"' in one]
    assert (len(pressed), len(others)) == (4, len(shown) - 1)
    assert not [one for one in pressed if "aria-disabled" in one]
    assert every('aria-disabled="true"' in one for one in others)
    assert "compare-another" not in [box.key for box in four.selectbox]


def test_another_route_is_added_to_the_address(visit, ids):
    app = visit("compare", lang="en", cmp=".".join(ids[:2]), **ENDS)
    box = app.selectbox(key="compare-another")
    box.select(box.options[0]).run()
    assert not app.exception
    (compared,) = (
        app.query_params["cmp"] if isinstance(app.query_params["cmp"], list) else [app.query_params["cmp"]]
    )
    *first, further = compared.split(".")
    assert first == ids[:2]
    assert further in ids[2:]
    assert f'id="compare-{further}"' in written(app)


def test_routes_that_are_not_among_the_answers_are_told(seen, ids):
    html = written(seen("compare", lang="en", cmp=f"{ids[0]}.00000000", **ENDS))
    assert "1 route of the link is not among the results." in html
    assert len(heads(html)) == 4 * 3


def test_no_second_route_is_said_kindly(seen):
    app = seen("compare", lang="en", avoid="KZ", **ENDS)
    assert not app.exception
    assert "cx-told" in written(app)


def test_the_bars_and_the_table_hold_the_same_hours(seen, ids):
    html = written(seen("compare", lang="en", cmp=".".join(ids[:2]), **ENDS)).replace(NBSP, " ")
    bars = re.findall(r'title="(moving|border control|break of gauge|transhipment|waiting): ([^"]+)"', html)
    table = html[html.index("Hours by kind of work") :]
    assert bars
    assert every(size in table for _kind, size in bars)


def test_the_page_routes_leads_here(seen):
    html = written(seen("routes", lang="en", **ENDS))
    assert re.search(r'href="\./compare\?[^"]*cmp=[0-9a-f]{8}(\.[0-9a-f]{8}){1,3}[^"]*"', html)

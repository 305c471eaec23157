"""The page Connectivity: choices stand in the address, figures lead to routes, maps have their tables."""

import re

import pytest

from corridor.pairs.country_pairs import PAIRS
from tests.checks import every
from tests.pages.conftest import Outline, written
from ui.link.key_values import MEASURES
from ui.link.state import State
from ui.sections.connectivity import frames
from ui.sections.connectivity.reach_map import bands
from ui.settings.dataset import dataset

NBSP = "\N{NO-BREAK SPACE}"


def test_the_first_view_ranks_every_pair_and_says_how_sure_that_is(seen):
    html = written(seen("connectivity", lang="en"))
    chart = html[html.index('class="cx-index"') :]
    items = re.findall(r"<li[^>]*>.*?</li>", chart[: chart.index("</ol>")])
    assert len(items) == len(PAIRS)
    assert sum("is-ours" in item for item in items) == 1
    rank = frames.ranked(dataset(), State()).set_index("pair").loc["KZ-RS", "rank"]
    assert f"Kazakhstan – Serbia is number {rank} of {len(PAIRS)}" in html
    assert "With weights drawn at random it stands between rank" in html


@pytest.mark.parametrize("measure", MEASURES)
def test_every_figure_of_the_matrices_leads_to_its_routes(seen, measure):
    html = written(seen("connectivity", lang="en", show=measure))
    matrices = html.split('class="cx-table cx-joined"')[1:]
    assert len(matrices) == 2
    cities = matrices[1][: matrices[1].index("</table>")]
    links = re.findall(r'href="\./routes\?([^"]*)"', cities)
    unknown = cities.count(">not known<")
    assert len(links) + unknown == 12
    assert every("from=" in one and "to=" in one for one in links)


def test_weights_of_the_link_move_the_sliders_and_the_index(seen):
    app = seen("connectivity", lang="en", w="0.0.0.10.0.0.0.0")
    assert not app.exception
    assert [app.slider(key=f"weight-{one}").value for one in ("time", "ways", "resilience")] == [0, 10, 0]
    found = frames.ranked(dataset(), State(weights=(0, 0, 0, 10, 0, 0, 0, 0)))
    assert "KZ-RS" in set(found.loc[found["rank"] == 1, "pair"])
    assert "over 1 of 1 parts" in written(app)


def test_moving_a_slider_writes_all_weights_and_alike_ones_leave_the_address(visit):
    app = visit("connectivity", lang="en")
    app.slider(key="weight-cost").set_value(9).run()
    assert app.query_params["w"] in ("5.9.5.5.5.5.5.5", ["5.9.5.5.5.5.5.5"])
    app.button(key="weights-alike").click().run()
    assert "w" not in app.query_params
    assert not app.exception


def test_methods_and_reach_are_in_the_address(seen):
    app = seen("connectivity", lang="en", norm="ratio", agg="geometric", node="belgrade", days="8")
    assert not app.exception
    html = written(app).replace(NBSP, " ")
    assert "Within 8 days of Belgrade lie" in html
    count = len(frames.within(dataset(), "belgrade", 8))
    table = html[html.index("Places within reach, the nearest first") :]
    rows = Outline(table[table.index("<tbody>") : table.index("</tbody>") + len("</tbody>")]).elements
    assert sum(tag == "td" and "show routes" in text for tag, _attributes, text, _inside in rows) == count


def test_a_place_that_no_freight_reaches_gives_way_to_the_usual_one(seen):
    app = seen("connectivity", lang="en", node="nqz")
    assert not app.exception
    assert app.selectbox(key="bound-place").value == "astana"


def test_a_selected_leg_stands_out_among_the_critical(seen):
    leg = next(row.id for row in frames.critical(dataset()).itertuples() if row.kind == "leg")
    html = written(seen("connectivity", lang="en", leg=leg))
    critical = html[html.index("worst legs and places by pairs cut off") :]
    assert len(Outline(critical[: critical.index("</table>") + 8]).by_class("is-selected")) == 1
    assert f"sc=close.{leg}" in critical


@pytest.mark.parametrize(
    ("days", "ends"), [(1, (1,)), (3, (1, 2, 3)), (15, (4, 8, 12, 15)), (60, (15, 30, 45, 60))]
)
def test_bands_end_with_the_days(days, ends):
    assert bands(days) == ends


def test_countries_are_left_out_of_the_whole_page_by_choice(visit):
    app = visit("connectivity", lang="en", rules="all")
    assert "number 4 of 12 pairs" in written(app)
    (choice,) = [one for one in app.multiselect if one.label == "Avoid"]
    assert "Country: Türkiye" in choice.options
    assert not {"Country: Kazakhstan", "Country: Serbia", "Mode: road"} & set(choice.options)
    app = choice.select("TR").run()
    assert app.query_params["avoid"] == "TR"
    left = written(app)
    assert "of 10 pairs" in left
    chart = left[left.index('class="cx-index"') :]
    assert "Türkiye" not in chart[: chart.index("</ol>")]


def test_what_else_a_link_avoids_is_kept_when_a_country_is_added(visit):
    app = visit("connectivity", lang="en", avoid="road")
    (choice,) = [one for one in app.multiselect if one.label == "Avoid"]
    assert choice.value == ["road"]
    app = choice.select("IR").run()
    assert set(app.query_params["avoid"].split(".")) == {"road", "IR"}

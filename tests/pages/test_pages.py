"""Each page opens in each language, says what it is about, and marks the basis of every figure."""

import re

import pytest

from corridor.language.labels import THEMES
from tests.checks import every
from tests.pages.conftest import Outline, written
from tests.pages.menus import check_menus
from ui.language.text import LANGUAGES, Words
from ui.link.nav import ENTRIES
from ui.sections.overview.headlines import HEADLINES
from ui.settings.dataset import dataset

PAGES = [page.name for page in ENTRIES]
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_in_a_language(seen, page, lang):
    app = seen(page, lang=lang)
    assert not app.exception
    title = next(one.title for one in ENTRIES if one.name == page)
    assert [one.value for one in app.title] == [Words(lang).gettext(title)]
    html = written(app)
    outline = Outline(html)
    assert outline.faults == []
    assert not re.search(r">(None|nan|NaN|<NA>|NaT)<", html)
    figures = outline.by_class("is-figure")
    assert figures or page in {"own-data", "method", "scenarios"}
    assert [text for tag, text, inside in figures if tag == "td" and text and "basis" not in inside] == []
    chips = [
        inside
        for _tag, _text, inside in outline.by_class("claim")
        if "basis" not in inside and "value" in inside
    ]
    assert chips == []
    if lang == "en" and page != "own-data":
        check_menus(app, page)


@pytest.mark.parametrize("lang", ["en", "sr", "kk"])
def test_the_overview_opens_with_its_headline_figures(seen, lang):
    html = written(seen("overview", lang=lang))
    _ = Words(lang).gettext
    cards = Outline(html).by_class("cx-card")
    assert len(cards) == len(HEADLINES)
    for headline, (_tag, text, inside) in zip(HEADLINES, cards, strict=True):
        assert _(headline.title) in text
        assert "basis" in inside


def test_the_overview_states_the_figures_of_the_visit(seen):
    text = written(seen("overview", lang="en")).replace(NBSP, " ")
    for figure in ("2 per week", "5 h 40 min", "USD 107.7 million", "10 documents"):
        assert f'<span class="figure">{figure}</span>' in text
    for disagreeing in ("USD 117 million", "USD 120 million"):
        assert f"<strong>{disagreeing}</strong>" in text


def test_every_theme_of_february_2026_has_its_row(seen):
    html = written(seen("overview", lang="en"))
    for theme in THEMES.values():
        assert re.search(rf'<a href="\./partners\?[^"]*"[^>]*>{re.escape(theme)}</a></th>', html), theme
    assert "nothing reported yet" not in html


def test_every_corridor_has_its_line_and_its_link(seen):
    html = written(seen("overview", lang="en"))
    corridors = dataset().corridors
    for corridor in corridors.loc[corridors["kind"].isin(["chain", "reference"]), "corridor_id"]:
        assert re.search(rf'href="\./corridor\?[^"]*c={corridor}\b', html), corridor


def test_a_selected_leg_stands_out_in_table_and_words(seen):
    html = written(seen("corridor", lang="en", c="tc-btk", leg="aktau-alat"))
    selected = Outline(html).by_class("is-selected")
    assert [tag for tag, _text, _inside in selected] == ["li", "tr"]
    assert every("Aktau port – Alat" in text for _tag, text, _inside in selected)


def test_a_leg_of_another_corridor_selects_nothing(seen):
    app = seen("corridor", lang="en", c="tc-btk", leg="poti-constanta")
    assert not app.exception
    assert not Outline(written(app)).by_class("is-selected")


def test_branches_take_the_place_of_the_corridors_own_legs(seen):
    html = written(seen("corridor", lang="en", c="tc-danube", via="start-astana.cross-kuryk"))
    table = html[html.index("Leg or work at a place") :]
    assert "Kuryk port – Alat" in table
    assert "Astana – Karaganda" in table
    assert "Aktau port – Alat" not in table


def test_a_branch_that_does_not_fit_is_told(seen):
    app = seen("corridor", lang="en", c="northern-rail", via="cross-kuryk")
    assert not app.exception
    assert "does not fit into this corridor" in written(app)


def test_a_family_in_the_link_opens_its_first_chain(seen):
    app = seen("corridor", lang="en", c="southern")
    assert app.selectbox(key="bound-corridor").value == "southern-rail"


def test_choosing_a_corridor_writes_it_to_the_address_and_lets_go_of_the_leg(visit):
    app = visit("corridor", lang="en", c="tc-btk", leg="aktau-alat")
    app.selectbox(key="bound-corridor").set_value("northern-rail").run()
    assert not app.exception
    assert app.query_params["c"] == "northern-rail"
    assert "leg" not in app.query_params


def test_choosing_a_crossing_writes_it_to_the_address(visit):
    app = visit("corridor", lang="en", c="tc-danube", via="start-astana")
    app.selectbox(key="branch-cross-").set_value("cross-kuryk").run()
    assert not app.exception
    assert app.query_params["via"] == "start-astana.cross-kuryk"


def test_the_direct_flight_says_what_is_not_confirmed(seen):
    html = written(seen("flights", lang="en")).replace(NBSP, " ")
    assert "None of our sources confirms a timetable for the 2026 seasons" in html
    assert html.count(': published, not confirmed for this season"') >= 2


def test_no_flight_between_two_airports_is_said_kindly(seen):
    app = seen("flights", lang="en", **{"from": "beg", "to": "beg"})
    assert not app.exception
    assert "No flight is known between these two airports." in written(app)


def test_the_corridor_tells_the_past_from_the_planned(seen):
    past = written(seen("corridor", lang="en", c="tc-danube", year="2023"))
    ahead = written(seen("corridor", lang="en", c="tc-danube", year="2028"))
    assert "2023 is past" in past
    assert "2028 lies ahead: nothing here has happened." in ahead
    assert ">planned by then</span>" not in past
    assert ">planned by then</span>" in ahead
    assert "2.76" in past.replace(NBSP, " ")
    assert "Ferry Constanța - Poti begins" in past


def test_the_year_is_in_the_link_and_this_year_without_it(visit):
    app = visit("corridor", lang="en", c="tc-danube", year="2028")
    assert app.slider(key="bound-year").value == 2028
    app.slider(key="bound-year").set_value(2030).run()
    assert not app.exception
    assert app.query_params["year"] == "2030"


def test_each_claim_of_the_charts_leads_to_the_ledger(seen):
    html = written(seen("corridor", lang="en", c="tc-danube"))
    marks = re.findall(r'<a [^>]*class="yc-mark ([a-z-]+)"[^>]*>', html)
    assert {"observed", "planned", "capacity", "capacity-planned"} <= set(marks)
    links = re.findall(r'<a href="\./sources\?[^"]*claim=(c-[a-z0-9-]+)[^"]*"[^>]*class="yc-mark', html)
    assert len(links) == len(marks)
    assert {dataset().record("claims", one)["subject_type"] for one in links} >= {"corridor", "node"}


def test_rivals_do_the_same_work_or_say_that_they_do_not(seen):
    html = written(seen("corridor", lang="en", c="tc-danube", via="start-almaty"))
    assert "from Almaty to Belgrade" in html
    assert html.count("not the same work") == 1
    assert "What limits each" in html


def test_nobody_named_is_said_where_no_upgrade_touches_a_step(seen):
    html = written(seen("corridor", lang="en", c="tc-danube"))
    assert "none recorded" in html
    assert "Aktau container hub, stage 2" in html


def test_a_city_of_the_link_stands_for_its_airport(seen):
    app = seen("flights", lang="en", **{"from": "astana", "to": "belgrade"})
    assert not app.exception
    assert app.selectbox(key="bound-origin").value == "nqz"
    assert "used for Astana, " in written(app)


def test_a_place_far_from_any_airport_is_told_and_breaks_nothing(seen):
    app = seen("flights", lang="en", **{"from": "shanghai", "to": "bor"})
    assert not app.exception
    assert app.selectbox(key="bound-origin").value == "nqz"
    assert app.selectbox(key="bound-destination").value == "beg"
    html = written(app)
    assert "No flights from Shanghai here: " in html
    assert "No airport in Bor: " in html


def test_flights_say_how_long_how_often_and_what_is_not_known(seen):
    html = written(seen("flights", lang="en")).replace(NBSP, " ")
    for words in ("Mean wait for the next", "42 h", "670 km/h", "no source confirms that it flies again"):
        assert words in html, words
    assert "Cargolux" in html
    assert "Lufthansa pauses its flights to Kazakhstan" in html


def test_every_airport_of_the_flights_is_on_their_map(seen):
    html = written(seen("flights", lang="en"))
    for airport in ("Dubai", "Frankfurt", "Istanbul"):
        assert airport in html


def test_the_overview_leads_on_to_the_pages_that_answer_more(seen):
    html = written(seen("overview", lang="en"))
    ways = html[html.index('aria-label="Read on"') :]
    for page in ("routes", "compare", "corridor", "flights"):
        assert f'href="./{page}?' in ways, page
    assert "from=astana" in ways
    assert "to=belgrade" in ways


def test_the_overview_says_what_a_corridor_costs_and_what_is_missing_in_that(seen):
    html = written(seen("overview", lang="en"))
    table = html[html.index("By freight: one row per corridor") :]
    assert table.count('data-label="Cost per TEU in practice"') == len(
        dataset().corridors.query("kind in ['chain', 'reference']")
    )
    assert "USD" in table
    assert "What is missing in it" in table

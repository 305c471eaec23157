"""The page Partners: every theme and part by its own link, selections in the address, nothing summed."""

import datetime as dt
import re
from types import SimpleNamespace

import pytest
from markupsafe import escape

from corridor.language.labels import THEMES
from corridor.partners.register import register
from corridor.partners.route_works import IN_SCENARIO
from corridor.partners.works import NO_UPGRADE
from corridor.questions.catalogue import BY_VERB
from corridor.questions.parameters import read
from corridor.scenario.upgrade_effects import WHY
from tests.checks import every
from tests.pages.conftest import Outline, written
from ui.evidence.works import REASONS
from ui.language import format as fmt
from ui.language.text import Words
from ui.link.key_values import PARTS
from ui.map import layers
from ui.sections.partners import project_map
from ui.sections.partners.parts import TITLES
from ui.settings.dataset import dataset

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_by_its_link(seen, part):
    app = seen("partners", lang="en", part=part)
    assert not app.exception
    assert [one.value for one in app.header][:1] == [TITLES[part]]
    assert Outline(written(app)).faults == []


@pytest.mark.parametrize("theme", sorted(set(THEMES)))
def test_every_theme_of_february_2026_has_its_link(seen, theme):
    app = seen("partners", lang="en", th=theme)
    assert not app.exception
    projects = dataset().projects
    count = int((projects["theme"] == theme).sum())
    listed = [text for tag, text, _inside in Outline(written(app)).by_class("cx-way") if tag == "a"]
    names = set(projects.loc[projects["theme"] == theme, "name_en"])
    assert len(names & set(listed)) == count > 0


def test_facets_write_themselves_into_the_address(visit):
    app = visit("partners", lang="en")
    app.selectbox(key="bound-stage").set_value("construction").run()
    assert app.query_params["stage"] == "construction"
    app.selectbox(key="bound-project").set_value("moyynty-kyzylzhar-line").run()
    assert app.query_params["pj"] == "moyynty-kyzylzhar-line"
    assert "Moyynty" in written(app)


def test_a_project_says_who_claims_what_and_which_papers_name_it(seen):
    html = written(seen("partners", lang="en", pj="prj-astana-belgrade-flight")).replace(NBSP, " ")
    assert "Papers that name it" in html
    assert "Memorandum on air services between the two capitals" in html
    (touched,) = re.findall(r"<b>Touches</b>(.*?)</p>", html)
    assert re.search(r'href="\./corridor\?[^"]*leg=air-nqz-beg', touched)
    assert "Belgrade" in touched


def test_the_ten_memoranda_stand_in_order_and_the_tenth_is_said_to_be_partial(seen):
    html = written(seen("partners", lang="en", part="papers"))
    numbers = [int(one) for one in re.findall(r">(\d+)\. ", html)]
    assert numbers[:10] == list(range(1, 11))
    assert "known only in part" in html
    assert "read in part" in html


def test_trade_keeps_figures_that_disagree_and_adds_nothing_up(seen):
    html = written(seen("partners", lang="en", part="trade")).replace(NBSP, " ")
    for figure in ("USD 107.7 million", "USD 117 million", "USD 400 million", "USD 100.1 million"):
        assert figure in html
    assert "Nothing is added up here" in html


def test_follow_up_of_another_visit_is_in_the_address(seen):
    app = seen("partners", lang="en", part="promises", visit="ev-2024-11-19-tokayev")
    assert not app.exception
    assert app.selectbox(key="bound-visit").value == "ev-2024-11-19-tokayev"
    assert "Cooperation between national libraries" in written(app)


def test_an_organisation_has_its_roles(seen):
    html = written(seen("partners", lang="en", part="organisations", org="scat-airlines"))
    assert "Services that it runs" in html
    assert "Projects that it is party to" in html


def test_an_unknown_project_is_told_and_breaks_nothing(seen):
    app = seen("partners", lang="en", pj="moon-base")
    assert not app.exception
    assert "moon-base" in written(app)


def test_the_join_says_why_where_nothing_can_be_worked_out():
    assert {*WHY, NO_UPGRADE, IN_SCENARIO} == REASONS.keys()
    assert every(REASONS[reason] == sentence for reason, sentence in WHY.items())


def test_every_upgrade_stands_in_the_join(seen):
    html = written(seen("partners", lang="en", part="mending"))
    for name in dataset().upgrades["name_en"]:
        assert str(escape(name)) in html, name
    assert "Bottlenecks without a project" in [
        one.value for one in seen("partners", part="mending").subheader
    ]


def test_the_map_shows_projects_with_a_place_of_their_own_and_no_place_of_signing():
    found = register(dataset(), today=dt.date(2026, 11, 26))
    view = SimpleNamespace(dataset=dataset())
    places = project_map.grouped(view, found)
    mapped = {one for ids in places.values() for one in ids}
    assert mapped == set(found.loc[found["is_mapped"], "project_id"])
    signed = set(found.loc[found["place_precision"].isin(["signing-place", "none"]), "project_id"])
    assert signed
    assert not mapped & signed
    drawn = layers.places(dataset())["nodes"]
    assert mapped <= set(drawn)
    assert not signed & set(drawn)


@pytest.mark.parametrize("part", TITLES)
def test_pledges_and_values_of_whole_projects_are_nowhere_added_up(seen, part):
    projects = dataset().projects.dropna(subset=["value"])
    assert projects["do_not_sum"].any()
    html = written(seen("partners", lang="en", part=part))
    for flagged in (projects, projects[projects["do_not_sum"]], projects[~projects["do_not_sum"]]):
        for currency, some in flagged.groupby("currency"):
            if len(some) > 1:
                assert fmt.quantity(some["value"].sum(), currency, "en") not in html


def test_no_frame_of_the_partners_has_a_total_of_values():
    frames = [
        BY_VERB[verb].answer(dataset(), read(BY_VERB[verb].parameters, {}))
        for verb in ("register", "follow-up", "mending", "way-out", "roles")
    ]
    for answer in frames:
        for frame in answer.tables.values():
            assert not {"value", "total", "sum"} & set(frame.columns)


def test_every_partner_of_raw_materials_is_compared_serbia_among_them(seen):
    html = written(seen("partners", lang="en", part="minerals"))
    table = html[html.index("Agreements on raw materials by partner") :]
    heads = re.findall(r'<th scope="row"[^>]*>([^<]+)</th>', table[: table.index("</table>")])
    wanted = {"European Union", "United Kingdom", "United States", "France", "Germany", "Italy", "Japan"}
    assert wanted | {"Republic of Korea", "Serbia"} <= set(heads)
    assert "Kazakhstan" not in heads


@pytest.mark.parametrize("table", ["projects", "agreements", "events", "organisations"])
@pytest.mark.parametrize("lang", ["kk", "ru", "sr", "bg"])
def test_all_that_partners_names_has_a_name_in_each_language(table, lang):
    rows = dataset().table(table)
    names, english = rows[f"name_{lang}"], rows["name_en"]
    assert names.notna().all()
    # A company may keep its Latin name; all else is written in Cyrillic.
    latin = rows[~names.str.contains("[а-яА-ЯәіңғүұқөһЀ-џ]", regex=True)]
    assert table == "organisations" or latin.empty
    assert set(english[names == english]) <= set(latin["name_en"])


@pytest.mark.parametrize("lang", ["kk", "ru", "sr", "bg"])
def test_works_and_papers_are_read_in_each_language(seen, lang):
    words = Words(lang)
    assert not [name for name in dataset().upgrades["name_en"] if words.gettext(name) == name]
    html = written(seen("partners", lang=lang, part="papers"))
    paper = dataset().agreements.dropna(subset=["summary"]).iloc[0]
    assert escape(words.data(paper["summary"])) in html
    assert paper["summary"] not in html
    assert str(escape(paper["name_en"])) not in html


def test_a_reason_is_no_figure_and_every_figure_of_the_join_bears_its_mark(seen):
    outline = Outline(written(seen("partners", lang="en", part="mending")))
    cells = [(text, inside) for tag, text, inside in outline.by_class("is-figure") if tag == "td" and text]
    assert not {text for text, _inside in cells} & set(REASONS.values())
    unmarked = {text for text, inside in cells if "basis" not in inside}
    assert unmarked <= {"It changes the annual capacity, not the hours."}


def test_the_filters_of_the_register_are_folded_until_one_is_set(seen):
    assert [one.proto.expanded for one in seen("partners", lang="en").expander] == [False]
    (filters,) = seen("partners", lang="en", stage="construction").expander
    assert (filters.proto.expanded, filters.label) == (True, "Filters (1 set)")


def test_each_theme_of_the_register_is_folded_unless_one_of_it_is_open(seen):
    shown = Outline(written(seen("partners", lang="en"))).by_class("cx-register")
    assert len(shown) == dataset().projects["theme"].nunique()
    last = register(dataset(), today=dt.datetime.now(tz=dt.UTC).date())["project_id"].iloc[-1]
    assert len(re.findall(r"<details[^>]* open", written(seen("partners", lang="en", pj=last)))) == 1
    assert not re.search(r"<details[^>]* open", written(seen("partners", lang="en")))


def test_each_figure_of_trade_has_a_row_with_its_direction_and_reporter(seen):
    html = written(seen("partners", lang="en", part="trade"))
    assert "Kazakhstan → Serbia" in html
    assert "Serbia → Kazakhstan" in html
    assert html.count('data-label="As reported by"') == len(dataset().trade.query("reporter in ['KZ', 'RS']"))

"""The menu of a map and of a chart: the same on all, whole with a script and of use without one."""

import re
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.language.text import LANGUAGES
from ui.server import brief_answer, share_answer
from ui.share import panel

ROOT = "http://testserver"
PART = "chart.week"


@pytest.fixture(scope="module")
def client():
    return TestClient(
        Starlette(
            routes=[
                Route(f"/{panel.FOLDER}/{{page}}", share_answer.answer),
                Route(f"/{brief_answer.FOLDER}/{{page}}.{{form}}", brief_answer.brief("")),
            ]
        )
    )


def menu(client, page="flights", **keys):
    return client.get(f"/share/{page}", params={"root": ROOT, "part": PART, **keys})


def addresses(text):
    return [unescape(one) for one in re.findall(r'(?:href|data-picture)="\.([^"]+)"', text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_menu(client, lang):
    answer = menu(client, lang=lang, theme="dark")
    assert answer.status_code == 200
    assert len(re.findall(r"<select", answer.text)) == 2
    assert len(re.findall(r'<button[^>]*type="button"', answer.text)) == 3
    assert '<option value="dark" selected>' in answer.text
    assert all(f"part={PART}" in one and "theme=dark" in one for one in addresses(answer.text))
    assert "/embed/flights?" in unescape(answer.text)


def test_what_it_saves_is_there(client):
    found = addresses(menu(client).text)
    assert [re.search(r"\.([\w-]+)\?", one)[1] for one in found] == ["png", "png", "svg", "picture-pdf"]
    for address in dict.fromkeys(found):
        answer = client.get(f"{address}&size=square")
        assert answer.status_code == 200, address
        assert "flights-week" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("part", "status"),
    [("map", 200), ("chart.<script>", 404), ("chart.", 404), ("chart.nothing", 200), ("table.week", 404)],
)
def test_only_the_map_and_charts_have_a_menu(client, part, status):
    answer = menu(client, part=part)
    assert answer.status_code == status
    assert "<script" not in answer.text


def test_a_part_that_is_not_there_is_refused_in_words(client):
    answer = client.get("/brief/flights.png?part=chart.nothing")
    assert answer.status_code == 404
    assert "no such part" in answer.text


def test_a_chart_beside_the_view_is_saved_by_the_api(client):
    own = 'years?subject_type=node&subject_id=aktau-port&unit=t"><script>'
    text = menu(client, page="corridor", part="chart.years-node-aktau-port-t", chart=own).text
    assert "<script" not in text
    assert all(one.startswith("/api/v1/chart/years.") and "size=slide" in one for one in addresses(text))
    other = menu(client, chart="../../evil?x=1").text
    assert "evil" not in other


def test_the_page_partners_keeps_its_own_part(client):
    text = client.get("/share/partners?root=http://testserver&part=trade&part=chart.trade").text
    assert all("part=trade&" in one and one.endswith("&part=chart.trade") for one in addresses(text))

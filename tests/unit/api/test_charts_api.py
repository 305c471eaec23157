"""Charts over HTTP: four forms, cached, refused in words, the links of the page lead to them."""

from __future__ import annotations

import re
from types import SimpleNamespace
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.api import chart_schema as charts_schema
from ui.api import charts
from ui.api import routes as api
from ui.language.text import Words
from ui.look.picture_menu import panel_menu

CHART = f"{api.ROOT}/chart"
SPREAD = {"subject_type": "leg", "subject_id": "aktau-alat", "quantity": "time_h"}


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=api.routes()), raise_server_exceptions=True)


def test_a_chart_has_four_forms_and_is_drawn_once(client):
    for form, media_type in charts_schema.CHART_FORMS.items():
        address = f"{CHART}/spread.{form}?{urlencode(SPREAD)}"
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media_type)
        before = len(charts._drawn)
        again = client.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
        assert client.get(address).content == answer.content
        assert len(charts._drawn) == before


def test_language_and_theme_are_part_of_the_answer(client):
    address = f"{CHART}/spread.svg?{urlencode(SPREAD)}"
    answers = [client.get(f"{address}{more}") for more in ("", "&lang=kk", "&theme=dark")]
    assert len({answer.content for answer in answers}) == len({one.headers["etag"] for one in answers}) == 3
    root = ET.fromstring(answers[1].content)  # noqa: S314 - our own document
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "kk"


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("nothing.svg", 404, "chart-unknown"),
        ("spread.gif", 404, "chart-form-unknown"),
        ("spread.svg", 400, "parameter-missing"),
        (f"spread.svg?{urlencode(SPREAD)}&width=1e9", 400, "whole-number-unusable"),
        (f"spread.svg?{urlencode(SPREAD)}&width=99999", 400, "whole-number-unusable"),
        (f"spread.svg?{urlencode(SPREAD)}&theme=pink", 400, "value-unknown"),
        (f"spread.svg?{urlencode(SPREAD)}&nonsense=1", 400, "parameter-unknown"),
        (f"spread.svg?{urlencode({**SPREAD, 'subject_id': 'x'})}", 400, "id-unknown"),
        ("years.svg?subject_type=country&subject_id=KZ", 400, "chart-empty-years"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_code(client, address, status, code):
    answer = client.get(f"{CHART}/{address}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_links_of_the_page_lead_to_the_chart(client):
    visit = SimpleNamespace(words=Words("sr-Latn"), lang="sr-Latn", own="", dark=True)
    links = panel_menu(visit, SimpleNamespace(name="spread", title="<b>"), SPREAD)
    found = re.findall(r'(?:href|data-picture)="\.([^"]+)"', str(links))
    assert sorted(re.findall(r"\.(\w+)\?", " ".join(found))) == ["json", "pdf", "png", "png", "svg"]
    for address in found:
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert ".json" in address or "attachment" in answer.headers["content-disposition"]

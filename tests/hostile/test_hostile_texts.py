"""A text of the data that is markup, script or a formula stays text in every form that leaves the server."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader
from starlette.testclient import TestClient

from tests.unit.server.test_addresses import app
from ui.evidence import panels
from ui.link.named import view_of
from ui.link.nav import ENTRIES
from ui.map import show
from ui.map.layers import layers
from ui.map.scene import Scene
from ui.settings.dataset import dataset, folder, served, token_of

# HTML, attributes, a formula, typst, templates, CDATA and a script of JSON in one text.
MARK = "Zx9"
HOSTILE = f"=1+1{MARK}<script>alert(1)</script><b onclick='x'>\"'#panic(1)$1${{{{7*7}}}}]]>--><svg/onload=x>"
# Columns whose texts people write.
WRITTEN = re.compile(r"name_\w+|title|note|publisher|locator|summary|description|label")
CORRIDOR = "corridor?c=tc-btk"
_NO_EVENTS = re.compile(r"on[a-z]+")


@pytest.fixture(scope="module")
def data():
    """Our data with the text in every place that a person fills in."""
    found = dataset()
    changed = {}
    for name in (
        "nodes",
        "organisations",
        "corridors",
        "sources",
        "claims",
        "projects",
        "agreements",
        "events",
    ):
        frame = found.table(name)
        texts = {column: [HOSTILE] * len(frame) for column in frame.columns if WRITTEN.fullmatch(column)}
        changed[name] = frame.assign(
            **{column: frame[column].where(frame[column].isna(), HOSTILE) for column in texts}
        )
    return replace(found, content_hash="f" * 12, **changed)


@pytest.fixture(scope="module")
def client(data):
    before = dataset()
    served.replace(data, folder())
    yield TestClient(app())
    served.replace(before, folder())


def fetched(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content


class Elements(HTMLParser):
    """Collects elements, attributes and text as a browser would see them."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.scripts, self.events, self.text = [], [], []
        self._in_script = False

    def handle_starttag(self, name, attributes):
        self._in_script = name == "script"
        if name == "script":
            self.scripts.append("")
        self.events += [name for name, _value in attributes if _NO_EVENTS.fullmatch(name)]
        links = [str(value) for name, value in attributes if name in {"href", "src", "action"}]
        self.events += [link for link in links if link.strip().casefold().startswith("javascript:")]

    def handle_endtag(self, _name):
        self._in_script = False

    def handle_data(self, content):
        if self._in_script:
            self.scripts[-1] += content
        else:
            self.text.append(content)


def assert_is_text(page: bytes):
    """The text is shown as it was typed, and nothing of it became an element, an attribute or a script."""
    found = Elements()
    found.feed(page.decode())
    assert found.events == []
    assert not [script for script in found.scripts if script.strip().startswith("alert(1)")]
    return "".join(found.text)


def assert_is_plain_xml(content: bytes):
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in tree.iter():
        if isinstance(element.tag, str):
            assert etree.QName(element).localname not in {"script", "foreignObject"}
            assert not [name for name in element.attrib if _NO_EVENTS.fullmatch(etree.QName(name).localname)]
    return "".join(tree.itertext())


@pytest.mark.parametrize("page", [entry.path for entry in ENTRIES] + [CORRIDOR])
def test_first_screens_descriptions_and_tags(client, page):
    assert_is_text(fetched(client, f"/{page}"))


def test_the_description_of_the_data_cannot_end_its_script(client, data):
    title = "</script><script>alert(1)</script>"
    hostile = replace(data, package=replace(data.package, title=title), content_hash="e" * 12)
    served.replace(hostile, folder())
    try:
        assert_is_text(fetched(client, "/"))
    finally:
        served.replace(data, folder())


def test_panels_of_sources_and_claims(client, data):
    source, token = data.sources["source_id"].iloc[0], token_of(data)
    page = fetched(client, f"/{panels.FOLDER}/sources/{source}?{panels.VERSION}={token}")
    assert MARK in assert_is_text(page)


def test_a_document_of_one_file(client):
    assert MARK in assert_is_text(fetched(client, f"/brief/{CORRIDOR.replace('?', '.html?')}"))


@pytest.mark.parametrize("page", [CORRIDOR, "routes?from=astana&to=belgrade"])
def test_a_part_for_a_frame(client, page):
    assert_is_text(fetched(client, f"/embed/{page}"))


def test_stories(client):
    listed = fetched(client, "/stories")
    assert_is_text(listed)
    names = re.findall(rb"present/([a-z0-9-]+)", listed)
    assert_is_text(fetched(client, f"/present/{names[0].decode()}"))


def test_pictures_as_vectors(client):
    assert_is_plain_xml(fetched(client, f"/brief/{CORRIDOR.replace('?', '.svg?')}"))


def test_a_paper_sets_it_and_runs_nothing(client):
    content = fetched(client, f"/brief/{CORRIDOR.replace('?', '.pdf?')}")
    assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction)\b", content)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert MARK in text
    assert "panic" in text


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_slides_and_notes_are_well_formed_and_lead_nowhere(client, form):
    content = fetched(client, f"/brief/{CORRIDOR.replace('?', f'.{form}?')}")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "vba" in name.casefold()]
    texts = [assert_is_plain_xml(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))]
    assert MARK in "".join(texts)
    outside = re.findall(rb'Target="([^"]+)" TargetMode="External"', b"".join(parts.values()))
    assert not [link for link in outside if not link.startswith((b"http://", b"https://", b"mailto:"))]


def test_tables_hold_no_formula(client):
    content = fetched(client, f"/brief/{CORRIDOR.replace('?', '.zip?')}")
    seen = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            if name.endswith(".csv"):
                rows = [cell for row in csv.reader(io.StringIO(part.decode())) for cell in row]
                seen += sum(MARK in cell for cell in rows)
                assert not [cell for cell in rows if MARK in cell and cell.startswith(("=", "+", "@", "\t"))]
            elif name.endswith(".xlsx"):
                book = load_workbook(io.BytesIO(part))
                formulas = [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
                assert formulas == []
            elif name.endswith((".json", ".geojson")):
                json.loads(part)
    assert seen > 0


@pytest.mark.parametrize("table", ["nodes", "claims", "sources"])
def test_the_api_gives_it_as_data(client, table):
    answer = client.get(f"/api/v1/tables/{table}.csv")
    assert answer.headers["x-content-type-options"] == "nosniff"
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert any(MARK in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    told = client.get(f"/api/v1/tables/{table}.json")
    assert told.headers["content-type"].startswith("application/json")
    assert json.dumps(HOSTILE)[1:-1] in json.dumps(told.json())


def test_charts_of_the_api(client):
    charts = client.get("/api/v1/openapi.json").json()["paths"]
    for path in [path for path in charts if re.fullmatch(r"/chart/(staircase|rivals|years)\.svg", path)]:
        answer = client.get(f"/api/v1{path}", params={"corridor": "tc-btk"})
        if answer.status_code == 200:
            assert_is_plain_xml(answer.content)


def test_the_layer_of_the_map_is_json(client):
    found = json.loads(fetched(client, f"/{layers()['places'].path}"))
    assert HOSTILE in {node["names"]["en"] for node in found["nodes"].values()}


def test_scripts_of_a_map_cannot_be_ended(data):
    own = replace(view_of("routes", {}), dataset=data, own=HOSTILE)
    legs = tuple(data.legs["leg_id"][:5])
    script = show._scene(own, Scene(legs=legs, title=HOSTILE, nodes=show.ends(own, legs)))
    assert MARK in script
    assert "</script" not in script.casefold()
    assert "<!--" not in script
    assert json.loads(script)["title"] == HOSTILE

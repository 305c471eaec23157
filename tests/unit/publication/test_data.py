"""The data of a view: tables as on the page with bare numbers beside them, what they rest on, the licence."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest
from sample_content import HOSTILE, content

from corridor.publication.data import as_zip


def opened(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def files():
    return opened(as_zip(content("kk")))


def rows(files, name):
    return list(csv.reader(io.StringIO(files[name].decode())))


def test_tables_are_as_on_the_page_with_numbers_beside(files):
    found = rows(files, "itinerary.csv")
    assert found[0] == ["Step", "Time", "Time [h]", "Cost"]
    assert found[1][1:3] == ["1,5 d", "1.5"]
    assert len(found) == 61


def test_it_says_what_each_cell_rests_on(files):
    assert rows(files, "cells.csv")[1] == ["itinerary", "1", "Time", "published", "c1"]
    assert rows(files, "claims.csv")[1:] == [["c1", "16 days", "s1"], ["c2", "5 600 USD", "s2"]]
    assert len(rows(files, "sources.csv")) == 4
    assert rows(files, "figures.csv")[1][:4] == ["time", "Time", "16 d", "13–19"]


def test_the_descriptor_names_every_table_and_column(files):
    described = json.loads(files["datapackage.json"])
    for resource in described["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == rows(files, resource["path"])[0]
    assert {one["path"] for one in described["resources"]} == {
        name for name in files if name.endswith(".csv")
    }
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert "LICENSE-CC-BY-4.0.txt" in files


def test_the_workbook_holds_numbers(files):
    book = openpyxl.load_workbook(io.BytesIO(files["view.xlsx"]))
    sheet = book["itinerary"]
    assert [cell.value for cell in sheet[2]][1:3] == ["1,5 d", 1.5]


def test_the_readme_says_the_question_and_the_answer(files):
    text = files["README.md"].decode()
    for words in ("16 d (13–19)", "Without Russia", "https://corridor.example.org/routes?from=astana"):
        assert words in text


def test_no_text_becomes_a_formula_or_a_line_of_its_own():
    files = opened(as_zip(content(text="\n# Heading =1+1")))
    assert "\n# Heading" not in files["README.md"].decode()
    hostile = opened(as_zip(content(text=HOSTILE, rows=2)))
    assert json.loads(hostile["view.json"])["page"] == "routes"


def test_the_same_content_gives_the_same_bytes():
    assert as_zip(content()) == as_zip(content())

"""The workbook of what a page showed: names for ids, sensible digits, heads with units, its conditions."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pandas as pd
import pytest

from corridor.brief.bundle import WORKBOOK, bundle
from corridor.brief.readable import sensible
from corridor.language.reader import LanguageReader
from corridor.routing.ask import ask
from tests.shipped import shipped_data

CONDITIONS = ["Almaty – Belgrade", "without Türkiye"]


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def routes(data):
    return ask(data, "almaty", "belgrade", avoid="RU,BY,IR")


def made(data, routes, lang):
    view = {"conditions": CONDITIONS, "url": "https://example.org/routes?avoid=TR"}
    content = bundle(data, frames={"routes": routes.table}, view=view, reader=LanguageReader(data, lang))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        book = openpyxl.load_workbook(io.BytesIO(packed.read(WORKBOOK)))
        return book, packed.read("README.md").decode(), packed.read("routes.csv").decode()


def columns(book):
    heads, *rows = book["routes"].iter_rows(values_only=True)
    return {head: [row[at] for row in rows] for at, head in enumerate(heads)}


def test_names_come_first_and_ids_last(data, routes):
    book, _readme, _csv = made(data, routes, "en")
    heads = list(columns(book))
    of_ids = [at for at, head in enumerate(heads) if head.endswith("(id)")]
    assert of_ids == list(range(len(heads) - len(of_ids), len(heads)))
    cells = columns(book)
    assert all(cell.startswith("Almaty; ") for cell in cells["Places passed"])
    assert all(cell.startswith("almaty|") for cell in cells["Places passed (id)"])
    assert all(part in {"rail", "road", "sea", "ferry", "river"} for part in cells["Modes"][0].split("; "))
    legs = cells[next(head for head in heads if head.startswith("Legs"))]
    assert all(cell.startswith("Almaty – ") and cell.endswith("Belgrade") for cell in legs)


def test_heads_are_in_the_language_with_units(data, routes):
    english, kazakh = (columns(made(data, routes, lang)[0]) for lang in ("en", "kk"))
    assert "Time: typical, h" in english
    assert "Уақыт: әдеттегі, сағ" in kazakh
    assert any("Қазақстан" in cell for cell in kazakh["Елдер"])


def test_figures_are_rounded_in_the_workbook_only(data, routes):
    book, _readme, csv = made(data, routes, "en")
    assert all(cell == round(cell) for cell in columns(book)["Time: typical, h"] if cell and cell >= 100)
    exact = pd.read_csv(io.StringIO(csv))["time_h_typical"]
    assert exact.tolist() == pytest.approx(routes.table["time_h_typical"].tolist())
    assert (exact != exact.round()).any()


def test_conditions_stand_in_workbook_and_readme(data, routes):
    book, readme, _csv = made(data, routes, "en")
    told = [row[0] for row in book["view"].iter_rows(values_only=True)]
    assert told[1:3] == CONDITIONS
    assert all(f"- {one}" in readme for one in CONDITIONS)


@pytest.mark.parametrize(
    ("value", "rounded"), [(1234.56, 1235), (56.78, 56.8), (5.678, 5.68), (0.056789, 0.0568), (0, 0)]
)
def test_sensible_digits(value, rounded):
    assert sensible(value) == rounded

"""The figures of a view are the same to the digit in every form that leaves the page."""

import csv
import io
import re
import zipfile
from functools import cache

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from corridor.dataset.neutral import neutralised
from corridor.publication.forms import write
from corridor.publication.slide_deck import MAX_TABLE_SLIDES
from corridor.publication.spelling import UNKNOWN, drawable
from tests.told import Texts, bare
from ui.content.content import content_of
from ui.server.share_answer import keys_of, view_of

VIEWS = {
    "routes": "from=astana&to=belgrade",
    "corridor": "",
    "flights": "",
    "partners": "",
}
CASES = [
    ("routes", "kk"),
    ("routes", "sr-Latn"),
    ("corridor", "kk"),
    ("flights", "sr-Latn"),
    ("partners", "en"),
]


@cache
def content(page, lang):
    return content_of(view_of(page, keys_of(f"{VIEWS[page]}&lang={lang}")), "https://corridor.example.org")


def told_by_html(content):
    reader = Texts()
    reader.feed(write(content, form="html").decode())
    return bare("".join(reader.found))


@cache
def told_by_pdf(page, lang):
    pages = PdfReader(io.BytesIO(write(content(page, lang), form="pdf"))).pages
    return bare("".join(page.extract_text() for page in pages))


def headline(content):
    """Texts that stand at the top of each form."""
    yield content.sentence
    yield content.doubt
    yield from content.conditions
    for figure in content.figures:
        yield from (figure.name, figure.text, figure.range_text)


def cells_of_slides(content):
    deck = Presentation(io.BytesIO(write(content, form="pptx")))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    tables = [
        [[cell.text for cell in row.cells] for row in shape.table.rows] for shape in shapes if shape.has_table
    ]
    texts = "".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)
    return bare(texts), tables


def cells_of_note(content):
    note = Document(io.BytesIO(write(content, form="docx")))
    tables = [[[_cell(cell) for cell in row.cells] for row in table.rows] for table in note.tables]
    return bare("".join(paragraph.text for paragraph in note.paragraphs)), tables


def _cell(cell):
    """Text of a cell without the numbers of its footnotes."""
    runs = cell.paragraphs[0].runs
    return "".join(run.text for run in runs if run.style.name != "footnote reference")


def rows_of(table):
    return [[bare(text) for text in table.heads], *([bare(cell.text) for cell in row] for row in table.rows)]


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_html_and_pdf_tell_every_text_and_figure(page, lang):
    said = content(page, lang)
    html, pdf = told_by_html(said), told_by_pdf(page, lang)
    assert UNKNOWN not in pdf
    cells = {cell.text for table in said.tables for row in table.rows for cell in row}
    heads = {head for table in said.tables for head in table.heads}
    assert cells
    for text in (*headline(said), *heads, *cells):
        assert bare(text) in html, text
        assert bare(drawable(text)) in pdf, text


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_pdf_tells_every_row_in_its_order(page, lang):
    said = content(page, lang)
    pdf = told_by_pdf(page, lang)
    notes = r"[0-9,]*"  # of the sources, behind a cell
    for table in said.tables:
        at = pdf.index(bare(drawable(table.rows[0][0].text)))
        for row in table.rows:
            wanted = notes.join(re.escape(bare(drawable(cell.text))) for cell in row)
            found = re.compile(wanted).search(pdf, at)
            assert found, row
            at = found.start()


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_slides_hold_every_cell_in_native_tables(page, lang):
    said = content(page, lang)
    texts, tables = cells_of_slides(said)
    for text in headline(said):
        assert bare(text) in texts, text
    for table in said.tables:
        head, *rows = rows_of(table)
        parts = [found[1:] for found in tables if [bare(text) for text in found[0]] == head]
        found = [[bare(text) for text in row] for part in parts for row in part]
        assert len(parts) <= MAX_TABLE_SLIDES
        assert found == rows


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_the_note_holds_every_cell_in_native_tables(page, lang):
    said = content(page, lang)
    texts, tables = cells_of_note(said)
    assert bare(said.sentence) in texts
    assert all(bare(condition) in texts for condition in said.conditions)
    found = [[[bare(text) for text in row] for row in table] for table in tables]
    for table in said.tables:
        assert rows_of(table) in found
    if said.figures:
        told = {text for row in found[0] for text in row}
        assert {bare(figure.text) for figure in said.figures} <= told
        assert {bare(figure.range_text) for figure in said.figures if figure.range_text} <= told


@pytest.mark.parametrize(("page", "lang"), CASES)
def test_the_data_holds_every_cell_and_its_number(page, lang):
    said = content(page, lang)
    with zipfile.ZipFile(io.BytesIO(write(said, form="zip"))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".csv")}
    figures = list(csv.reader(io.StringIO(files["figures.csv"])))[1:]
    assert [row[2:4] for row in figures] == [
        [neutralised(figure.text), neutralised(figure.range_text)] for figure in said.figures
    ]
    for table in said.tables:
        _head, *rows = csv.reader(io.StringIO(files[f"{table.id}.csv"]))
        wanted = []
        has_number = [any(row[at].number is not None for row in table.rows) for at in range(len(table.heads))]
        for row in table.rows:
            line = []
            for cell, is_numeric in zip(row, has_number, strict=True):
                line.append(neutralised(cell.text))
                if is_numeric:
                    line.append(cell.number)
            wanted.append(line)
        found = [
            [
                float(text) if isinstance(want, float | int) else text or None
                for text, want in zip(row, line, strict=True)
            ]
            for row, line in zip(rows, wanted, strict=True)
        ]
        assert found == [[None if one in {"", None} else one for one in line] for line in wanted]

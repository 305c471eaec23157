"""A visitor's notes on a chart stand in every form that leaves the page, as plain text, and only there."""

import io
import zipfile
from functools import cache
from html import escape

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from corridor.charts.notes import points
from corridor.errors import QuestionError
from corridor.publication.forms import file_name, write
from ui.content.content import content_of
from ui.embedding.part import part_document, parts_of
from ui.link.named import keys_of, view_of

HOSTILE = "<script>alert(1)</script>"


def view(page, *notes):
    return view_of(page, {"lang": ["en"], "note": ["~".join(notes)]} if notes else keys_of("lang=en"))


@cache
def bare(page):
    return content_of(view(page))


@cache
def content(page="corridor"):
    chart = bare(page).charts[0]
    first, second = list(points(chart))[:2]
    return content_of(view(page, f"{chart.id}:{first}.{HOSTILE}", f"{chart.id}:{second}.Қымбат ~~ жол"))


def lines():
    return [note.line for note in content().charts[0].notes]


def test_the_content_has_each_note_at_its_point_and_none_on_the_map():
    assert [line.partition(": ")[2] for line in lines()] == [HOSTILE, "Қымбат ~ жол"]
    assert content().annotations == ()
    assert content().note_lines == tuple(lines())
    assert all(chart.notes == () for chart in content().charts[1:])


def test_notes_to_what_is_not_there_are_left_out():
    there = bare("corridor").charts[0]
    for target in (f"{there.id}:nothing", "staircase:leg-aktau-alat", "rivals-weight:corridor-tc-btk"):
        assert content_of(view("corridor", f"{target}.Hello")).note_lines == ()


@pytest.mark.parametrize("form", ["html", "svg"])
def test_a_page_or_a_drawing_says_the_notes_and_escapes_them(form):
    part = f"chart.{content().charts[0].id}" if form == "svg" else ""
    made = write(content(), form=form, part=part).decode()
    assert HOSTILE not in made
    for line in lines():
        assert escape(line, quote=False) in made


def test_a_paper_a_note_of_word_and_slides_say_the_notes():
    pages = PdfReader(io.BytesIO(write(content(), form="pdf"))).pages
    paper = " ".join(" ".join(page.extract_text() for page in pages).split())
    word = [each.text for each in Document(io.BytesIO(write(content(), form="docx"))).paragraphs]
    slides = Presentation(io.BytesIO(write(content(), form="pptx"))).slides
    told = "\n".join(shape.text_frame.text for one in slides for shape in one.shapes if shape.has_text_frame)
    with zipfile.ZipFile(io.BytesIO(write(content(), form="zip"))) as files:
        data = files.read("view.json").decode()
    for line in lines():
        assert line in paper
        assert line in word
        assert line in told
    assert "Қымбат ~ жол" in data


def test_a_frame_says_the_notes_of_its_chart():
    name = f"chart.{content().charts[0].id}"
    assert name in parts_of(content())
    made = part_document(content(), name, script="", fonts="")
    assert HOSTILE not in made
    assert "Қымбат ~ жол" in made
    assert part_document(content(), "rivals", script="", fonts="") == made


@pytest.mark.parametrize("form", ["png", "picture-pdf"])
def test_the_picture_of_a_chart_shows_them(form):
    part = f"chart.{content().charts[0].id}"
    made = write(content(), form=form, part=part)
    assert made != write(bare("corridor"), form=form, part=part)
    assert "rivals" in file_name(content(), form, part)
    if form == "picture-pdf":
        text = PdfReader(io.BytesIO(made)).pages[0].extract_text()
        assert "жол" in text
        assert "Data version" in text


def test_what_the_view_has_not_is_no_part():
    with pytest.raises(QuestionError):
        write(bare("corridor"), form="png", part="chart.staircase")

"""A visitor's notes on the map stand in every form that leaves the page, as plain text."""

import io
import zipfile
from functools import cache
from html import escape

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from corridor.picture.draw import draw
from corridor.publication.forms import write
from corridor.publication.map_sheet import words_of_map
from corridor.publication.themed_svg import Paints
from ui.content.content import content_of
from ui.content.drawn import map_picture
from ui.content.picture import picture_of, shown_by
from ui.embedding.part import part_document
from ui.link.named import keys_of, view_of

HOSTILE = "<script>alert(1)</script>"
NOTES = f"aktau-port.Wait~~here \u202e now~poti-port.{HOSTILE}~alat-port.Күту Ђ"


def view(page, notes=NOTES):
    return view_of(page, {"lang": ["en"], "note": [notes]} if notes else keys_of("lang=en"))


@cache
def content(page="corridor", notes=NOTES):
    return content_of(view(page, notes))


def test_the_content_has_each_note_at_its_place():
    said = content().annotations
    assert [note.text for note in said] == ["Wait~here now", HOSTILE, "Күту Ђ"]
    assert [note.line.rpartition(": ")[2] for note in said] == [note.text for note in said]
    assert all(note.place and note.line.startswith(f"{note.place}: ") for note in said)
    assert said[0].lon == pytest.approx(51.2, abs=0.3)
    assert said[0].lat == pytest.approx(43.6, abs=0.3)
    assert content(notes="").annotations == ()


def test_a_page_without_a_map_has_no_notes():
    assert content(page="sources").annotations == ()


def lines():
    return [note.line for note in content().annotations]


@pytest.mark.parametrize("form", ["html", "svg"])
def test_a_page_or_a_drawing_says_the_notes_and_escapes_them(form):
    made = write(content(), form=form).decode()
    assert HOSTILE not in made
    assert "\u202e" not in made
    for line in lines():
        assert escape(line, quote=False) in made


def test_a_paper_lists_the_notes():
    pages = PdfReader(io.BytesIO(write(content(), form="pdf"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for line in lines():
        assert line in text


def test_a_note_for_word_lists_the_notes():
    paragraphs = [each.text for each in Document(io.BytesIO(write(content(), form="docx"))).paragraphs]
    assert set(lines()) <= set(paragraphs)


def test_slides_say_the_notes_where_the_map_is():
    slides = Presentation(io.BytesIO(write(content(), form="pptx"))).slides
    said = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr", "") for slide in slides for shape in slide.shapes
    ]
    assert words_of_map(content()) in said
    for line in lines():
        assert line in words_of_map(content())


def test_the_data_name_the_notes():
    with zipfile.ZipFile(io.BytesIO(write(content(), form="zip"))) as files:
        whole = b"".join(files.read(name) for name in files.namelist()).decode(errors="replace")
    assert "Wait~here now" in whole


def test_a_map_in_a_frame_or_a_story_says_the_notes():
    for made in (str(map_picture(content(), Paints())), part_document(content(), "map", script="", fonts="")):
        assert HOSTILE not in made
        assert "Wait~here now" in made


@pytest.mark.parametrize("form", ["png"])
def test_a_picture_shows_the_notes(form):
    assert write(content(), form=form) != write(content(notes=""), form=form)


def test_the_picture_that_a_link_unfolds_to_shows_the_notes():
    with_notes, without = view("corridor"), view("corridor", "")
    assert shown_by(with_notes) != shown_by(without)
    assert [note.text for note in picture_of(with_notes).notes] == [
        note.text for note in content().annotations
    ]
    assert draw(picture_of(with_notes)) != draw(picture_of(without))

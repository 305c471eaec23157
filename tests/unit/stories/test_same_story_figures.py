"""The figures of a story are the same to the digit in the deck and in every form that leaves the page."""

import csv
import io
import zipfile
from functools import cache

import pytest
from docx import Document
from pptx import Presentation
from pypdf import PdfReader

from corridor.dataset.neutral import neutralised
from corridor.publication.spelling import UNKNOWN, drawable
from corridor.publication.story_content import plain_text, shown_rows, shown_views
from corridor.publication.story_forms import write_story
from tests.told import Texts, bare
from ui.link.named import view_of
from ui.stories.deck import deck
from ui.stories.files import story_content
from ui.stories.shelf import shelf
from ui.stories.slides import shown_slides

ROOT = "https://corridor.example.org"
CASES = [("trans-caspian", "en"), ("astana-belgrade", "kk"), ("raw-materials", "sr-Latn")]


@cache
def content(name, lang):
    view = view_of("overview", {"lang": [lang]})
    return story_content(shelf()[name], shown_slides(shelf()[name], view, ROOT), view, ROOT)


def told_by_deck(told):
    view = view_of("overview", {"lang": [told.head.lang]})
    reader = Texts()
    reader.feed(deck(shelf()[told.id], told.slides, view, address=f"{ROOT}/present/{told.id}"))
    return bare("".join(reader.found))


def told_by_pdf(told):
    pages = PdfReader(io.BytesIO(write_story(told, form="pdf"))).pages
    return bare("".join(page.extract_text() for page in pages))


@cache
def slides_of(name, lang):
    return Presentation(io.BytesIO(write_story(content(name, lang), form="pptx"))).slides


def told_by_slides(slides):
    """What is on each slide, with its notes."""
    found = []
    for slide in slides:
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts += [cell.text for shape in slide.shapes if shape.has_table for cell in shape.table.iter_cells()]
        found.append(bare("".join([*texts, slide.notes_slide.notes_text_frame.text])))
    return found


def told_by_note(told):
    note = Document(io.BytesIO(write_story(told, form="docx")))
    paragraphs = list(note.paragraphs)
    paragraphs += [
        one for table in note.tables for row in table.rows for cell in row.cells for one in cell.paragraphs
    ]
    return bare("".join(_without_notes(paragraph) + "\n" for paragraph in paragraphs))


def _without_notes(paragraph):
    """Text of a paragraph without the numbers of its footnotes."""
    return "".join(run.text for run in paragraph.runs if run.style.name != "footnote reference")


def figures(slide):
    """Every figure of a slide: in its sentences, and beside its views."""
    for sentence in (slide.heading, *slide.paragraphs, *slide.notes):
        yield from (piece.text for piece in sentence if piece.figure is not None)
    for shown in shown_views(slide):
        for figure in shown.figures:
            yield from filter(None, (figure.text, figure.range_text))
        if shown.is_said:
            yield shown.content.sentence


def cells(slide, *, whole):
    """Every cell of a table that a slide shows, or of the whole table."""
    for shown in shown_views(slide):
        if shown.table is not None:
            table = shown.table if whole else shown_rows(shown.table)
            yield from (cell.text for row in table.rows for cell in row)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_every_form_tells_the_figures_of_the_deck(name, lang):
    told = content(name, lang)
    in_deck, in_pdf, in_note = told_by_deck(told), told_by_pdf(told), told_by_note(told)
    on_slides = told_by_slides(slides_of(name, lang))
    assert UNKNOWN not in in_pdf
    count = 0
    for slide, on_slide in zip(told.slides, on_slides, strict=False):
        for text in figures(slide):
            count += 1
            assert bare(text) in in_deck, text
            assert bare(text) in on_slide, text
            assert bare(text) in in_note, text
            assert bare(drawable(text)) in in_pdf, text
        for text in cells(slide, whole=True):
            assert bare(text) in in_note, text
            assert bare(drawable(text)) in in_pdf, text
        assert bare(plain_text(slide.heading)) in on_slide
    assert count > 8


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_a_slide_shows_rows_of_the_table_of_the_deck(name, lang):
    told = content(name, lang)
    for slide, written in zip(told.slides, slides_of(name, lang), strict=False):
        wanted = set(map(bare, cells(slide, whole=False)))
        found = {
            bare(cell.text)
            for shape in written.shapes
            if shape.has_table
            for row in list(shape.table.rows)[1:]
            for cell in row.cells
        }
        assert found <= wanted
        assert bool(found) == bool(wanted)


@pytest.mark.parametrize(("name", "lang"), CASES)
def test_the_data_lists_every_figure_with_its_address(name, lang):
    told = content(name, lang)
    with zipfile.ZipFile(io.BytesIO(write_story(told, form="zip"))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("figures.csv").decode())))
    wanted = {
        (str(number), neutralised(piece.text), piece.figure.address)
        for number, slide in enumerate(told.slides, start=1)
        for sentence in (slide.heading, *slide.paragraphs, *slide.notes)
        for piece in sentence
        if piece.figure is not None
    }
    assert {(row["slide"], row["figure"], row["address"]) for row in rows} == wanted
    assert all(row["link"].startswith(f"{ROOT}/") for row in rows)


@pytest.mark.parametrize("name", shelf())
def test_every_source_of_a_slide_is_in_the_list(name):
    told = content(name, "en")
    known = {source.id for source in told.head.sources}
    assert all(source.id in known for slide in told.slides for source in slide.sources)
    assert {claim.source for claim in told.head.claims} - {""} <= known

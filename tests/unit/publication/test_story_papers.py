"""Papers of a story: a slide a slide, a section a slide, tags, notes, footnotes, hostile words as text."""

import csv
import io
import zipfile
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from docx import Document
from pptx import Presentation
from sample_content import HOSTILE, LETTERS
from sample_story import FIGURE, ROOT, story

from corridor.charts.layout import size_on_slide
from corridor.errors import QuestionError
from corridor.publication.content import Cell, Content, Table
from corridor.publication.office_pictures import chart_for_office
from corridor.publication.slide_parts import pages_of
from corridor.publication.spelling import UNKNOWN
from corridor.publication.story_content import (
    MAX_ROWS,
    Piece,
    ShownSlide,
    StoryContent,
    shown_rows,
    shown_views,
    view_names,
)
from corridor.publication.story_forms import DECK, STORY_FORMS, story_file_name, write_story

FORMS = [form for form in STORY_FORMS if form != DECK]


@pytest.fixture(scope="module")
def written():
    told = story("kk")
    return {form: write_story(told, form=form) for form in FORMS}


def slides_of(deck):
    return list(Presentation(io.BytesIO(deck)).slides)


def text_of(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def text_of_pdf(paper):
    return " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages).split()
    )


@pytest.mark.parametrize("form", FORMS)
def test_the_same_story_gives_the_same_bytes(written, form):
    assert write_story(story("kk"), form=form) == written[form]


def test_there_is_a_slide_for_each_slide_then_the_sources(written):
    found = slides_of(written["pptx"])
    told = story("kk")
    assert len(found) >= len(told.slides) + 1
    assert [slide.shapes.title.text_frame.text for slide in found[: len(told.slides)]] == [
        "".join(piece.text for piece in slide.heading) for slide in told.slides
    ]
    assert any(shape.has_table for shape in found[len(told.slides)].shapes)


def test_slides_hold_native_charts_and_tables_and_maps_with_words(written):
    found = slides_of(written["pptx"])
    assert any(shape.has_chart for shape in found[5].shapes)
    (table,) = [shape for shape in found[6].shapes if shape.has_table]
    assert len(table.table.rows) - 1 <= MAX_ROWS
    assert "12" in text_of(found[6])  # rows that the slide has no room for
    pictures = [shape for shape in found[4].shapes if shape.shape_type == 13]
    assert len(pictures) == 2
    assert all("The route leads by Aktau." in shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures)
    assert "Routes · Cheapest" in text_of(found[4])


def test_nothing_lies_outside_a_slide(written):
    deck = Presentation(io.BytesIO(written["pptx"]))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_notes_of_a_slide_say_its_notes_sources_and_views(written):
    slide = slides_of(written["pptx"])[6]
    notes = slide.notes_slide.notes_text_frame.text
    assert notes.startswith(f"Say {LETTERS['kk']}")
    for words in ("1. Railways: Timetable", "https://port.example.org/", f"{ROOT}/routes?from=astana"):
        assert words in notes


def test_a_figure_leads_to_what_says_why(written):
    title = slides_of(written["pptx"])[1].shapes.title
    runs = [run for paragraph in title.text_frame.paragraphs for run in paragraph.runs]
    (figure,) = [run for run in runs if run.text == FIGURE.text]
    assert figure.hyperlink.address == f"{ROOT}/{FIGURE.address}&lang=kk"


def test_the_paper_has_a_bookmark_a_slide_and_says_that_it_is_pdf_ua(written):
    outline = pypdf.PdfReader(io.BytesIO(written["pdf"])).outline
    titles = str(outline)
    for slide in story("kk").slides[1:]:
        assert "".join(piece.text for piece in slide.heading) in titles
    with pikepdf.open(io.BytesIO(written["pdf"])) as paper:
        assert paper.Root.MarkInfo.Marked
        assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.Root.Metadata.read_bytes()
    assert UNKNOWN not in text_of_pdf(written["pdf"])


def test_the_note_has_a_heading_a_slide_whole_tables_and_footnotes(written):
    note = Document(io.BytesIO(written["docx"]))
    headings = [one.text for one in note.paragraphs if one.style.name == "Heading 1"]
    for slide in story("kk").slides[2:]:
        assert "".join(piece.text for piece in slide.heading) in headings
    assert 21 in [len(table.rows) for table in note.tables]
    with zipfile.ZipFile(io.BytesIO(written["docx"])) as archive:
        assert "Railways: Timetable" in archive.read("word/footnotes.xml").decode()


def test_the_data_holds_the_text_and_each_view_once(written):
    with zipfile.ZipFile(io.BytesIO(written["zip"])) as archive:
        names = archive.namelist()
        assert archive.read("story.txt") == b"title: A story\n"
        assert FIGURE.text in archive.read("figures.csv").decode()
    folders = {name.partition("/")[0] for name in names if "/" in name}
    assert folders == {"slide-03-routes", "slide-04-routes", "slide-05b-routes"}


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_are_words(form):
    made = write_story(story(text=HOSTILE), form=form)
    assert len(made) > 2_000
    if form == "pdf":
        assert "$x$ <b>&amp;</b>" in text_of_pdf(made)
    elif form == "pptx":
        assert "<b>&amp;</b>" in text_of(slides_of(made)[0])
    elif form == "docx":
        assert "<b>&amp;</b>" in "\n".join(one.text for one in Document(io.BytesIO(made)).paragraphs)


@pytest.mark.parametrize("form", FORMS)
def test_a_story_of_one_slide_without_anything_is_a_paper(form):
    head = Content(page="story", lang="en", title="\u200b", sentence="")
    slides = (ShownSlide(kind="text", heading=(Piece("\u200b"),)),)
    assert write_story(StoryContent(id="", head=head, slides=slides, text="title: T\n"), form=form)


@pytest.mark.parametrize("form", FORMS)
def test_a_link_too_long_for_a_code_does_no_harm(form):
    assert write_story(story(link=f"{ROOT}/present/own?s={'x' * 6000}"), form=form)


def test_a_wrong_form_is_refused_with_the_right_ones():
    with pytest.raises(QuestionError, match="Choose from: pdf, pptx, docx, zip"):
        write_story(story(), form="png")


def test_files_are_named_after_story_and_language():
    assert story_file_name("trans-caspian", "sr-Latn", "pptx") == "corridor-story-trans-caspian-sr-latn.pptx"
    assert story_file_name("", "en", "html") == "corridor-story-own.html"


def test_two_views_have_two_names():
    view, other = story().slides[4].contents
    assert view_names((view, other)) == ("Routes", "Routes · Cheapest")
    assert view_names((view, replace(view, title="Flights"))) == ("Routes", "Flights")
    assert view_names((view, view)) == ("Routes (1)", "Routes (2)")


def test_a_slide_shows_the_rows_that_take_longest():
    table = shown_views(story().slides[6])[0].table
    assert [row[1].number for row in shown_rows(table, 3).rows] == [18.5, 19.5, 20.5]
    assert shown_rows(table, 20) is table


def test_a_visitors_words_are_no_formula():
    told = story()
    slide = ShownSlide(kind="text", heading=(Piece("=cmd()"),), paragraphs=((Piece("=1+1"),),))
    made = write_story(replace(told, slides=(slide,)), form="zip")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        cells = [cell for row in csv.reader(io.StringIO(archive.read("slides.csv").decode())) for cell in row]
    assert any("=cmd()" in cell for cell in cells)
    assert not any(cell.lstrip("\ufeff").startswith("=") for cell in cells)


def test_a_long_address_leaves_room_for_the_words_beside_it():
    address = f"https://example.org/{'%D0%9A' * 30}"
    rows = tuple((Cell(text="A source of some twenty letters"), Cell(text=address)) for _ in range(3))
    table = Table(id="t", title="T", heads=("Source", "Link"), rows=rows)
    fit, shown = next(pages_of(table, largest=10.0))
    assert fit.size == 10.0
    assert fit.widths_pt[0] > 0.2 * sum(fit.widths_pt)
    assert len(shown) == len(rows)


def test_a_chart_fills_a_low_room_with_large_letters():
    wide, high = size_on_slide(story().slides[5].chart, 3.2)
    assert (wide, high) == (1216, 380)
    png = chart_for_office(story().slides[5].chart, room=(320, 100))
    assert int.from_bytes(png[16:20]) / int.from_bytes(png[20:24]) == pytest.approx(3.2)


def test_the_heading_of_a_table_that_lies_across_lies_with_it():
    told = story()
    wide = replace(
        told.slides[6].table,
        heads=tuple(f"Head{at}" for at in range(12)),
        rows=((Cell(text="Words of letters"),) * 12,),
    )
    shown = replace(told.slides[6], table=wide)
    note = Document(io.BytesIO(write_story(replace(told, slides=(told.slides[0], shown)), form="docx")))
    body = [element.tag.rpartition("}")[2] for element in note.element.body]
    heading = next(at for at, one in enumerate(note.paragraphs) if one.style.name == "Heading 1")
    turned = next(at for at, one in enumerate(note.paragraphs) if one._p.xpath("./w:pPr/w:sectPr"))
    assert turned < heading
    assert "tbl" in body

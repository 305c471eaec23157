"""The slides of a view: native tables and charts, alternative texts, notes with sources, languages."""

import io
import zipfile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from sample_content import HOSTILE, LETTERS, content

from corridor.publication.office import LANGUAGE_TAGS
from corridor.publication.slide_deck import MAX_TABLE_SLIDES
from corridor.publication.slides import as_pptx


@pytest.fixture(scope="module")
def decks():
    return {lang: as_pptx(content(lang)) for lang in LETTERS}


def opened(deck):
    return Presentation(io.BytesIO(deck))


def shapes(deck):
    return [shape for slide in opened(deck).slides for shape in slide.shapes]


def tables(deck):
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in shapes(deck)
        if shape.has_table
    ]


def told(deck):
    return "\n".join(shape.text_frame.text for shape in shapes(deck) if shape.has_text_frame)


def test_slides_are_wide_and_each_has_title_foot_and_number(decks):
    deck = opened(decks["en"])
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    for slide in deck.slides:
        kinds = {str(holder.placeholder_format.type).partition(" ")[0] for holder in slide.placeholders}
        assert kinds == {"TITLE", "FOOTER", "SLIDE_NUMBER"}
        (foot,) = [one for one in slide.placeholders if one.placeholder_format.type == 15]
        assert "Data version 0.3.0" in foot.text_frame.text
        assert "corridor.example.org/routes" in foot.text_frame.text


def test_the_first_slide_has_the_answer_and_its_conditions(decks):
    first = opened(decks["kk"]).slides[0]
    text = "\n".join(shape.text_frame.text for shape in first.shapes if shape.has_text_frame)
    for words in (LETTERS["kk"], "16 d (13–19)", "Not confirmed.", "5 600 USD", "Without Russia"):
        assert words in text


@pytest.mark.parametrize("lang", LETTERS)
def test_every_run_says_its_language(decks, lang):
    for slide in opened(decks[lang]).slides:
        for tree in (slide.element, slide.notes_slide.element):
            tags = {run.get("lang") for run in tree.iter(qn("a:rPr"))}
            assert tags == {LANGUAGE_TAGS[lang]}


def test_tables_are_native_and_cut_to_slides_with_their_heads(decks):
    found = [rows for rows in tables(decks["en"]) if rows[0] == ["Step", "Time", "Cost"]]
    assert len(found) > 1
    cells = [row for rows in found for row in rows[1:]]
    assert [row[1] for row in cells] == [f"{number},5 d" for number in range(1, 61)]


def test_no_table_leaves_its_slide(decks):
    deck = opened(decks["kk"])
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_table:
                assert sum(row.height for row in shape.table.rows) == shape.height
                assert shape.top + shape.height <= 0.93 * deck.slide_height


def test_charts_are_native_where_office_programs_can_draw_them(decks):
    native = [shape.chart for shape in shapes(decks["en"]) if shape.has_chart]
    assert len(native) == 1
    (series,) = native[0].plots[0].series
    assert list(series.values) == [1.5, 3.0, 4.5]
    pictures = [shape for shape in shapes(decks["en"]) if shape.shape_type == 13]
    assert len(pictures) == 3  # code, map, the chart that they cannot draw
    for picture in pictures:
        assert picture._element.nvPicPr.cNvPr.get("descr")


def test_notes_name_the_sources_and_the_link(decks):
    for slide in opened(decks["en"]).slides:
        notes = slide.notes_slide.notes_text_frame.text
        assert "1. Railways: Timetable https://rail.example.org/a?b=1&c=2" in notes
        assert "https://corridor.example.org/routes?from=astana" in notes


def test_a_very_long_table_says_how_many_rows_are_left_out():
    deck = as_pptx(content(rows=900))
    found = [rows for rows in tables(deck) if rows[0] == ["Step", "Time", "Cost"]]
    assert len(found) == MAX_TABLE_SLIDES
    left_out = 900 - sum(len(rows) - 1 for rows in found)
    assert f"and {left_out} more" in told(deck)


def test_hostile_text_is_text():
    deck = as_pptx(content(text=HOSTILE, rows=2))
    assert ']#panic("x") $x$ <b>&amp;</b>' in told(deck)
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        assert not any("vba" in name.lower() for name in archive.namelist())


def test_the_same_content_gives_the_same_bytes(decks):
    assert as_pptx(content()) == decks["en"]


def test_the_map_is_a_png_with_the_same_as_svg_beside_it(decks):
    with zipfile.ZipFile(io.BytesIO(decks["kk"])) as archive:
        (svg,) = [name for name in archive.namelist() if name.endswith(".svg")]
        drawn = archive.read(svg).decode()
        types = archive.read("[Content_Types].xml").decode()
    assert "image/svg+xml" in types
    assert "<text" not in drawn  # letters are shapes: office programs read no font of a picture
    assert drawn.count("<path") > 5
    blips = [
        (slide, blip)
        for slide in opened(decks["kk"]).slides
        for blip in slide.element.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    ]
    ((slide, blip),) = blips
    assert str(slide.part.related_part(blip.get(qn("r:embed"))).partname) == f"/{svg}"

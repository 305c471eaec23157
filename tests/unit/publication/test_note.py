"""The note of a view: styles of Word, tables with repeated heads, real footnotes, the language."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from sample_content import HOSTILE, LETTERS, content

from corridor.publication.note import as_docx
from corridor.publication.office import LANGUAGE_TAGS


@pytest.fixture(scope="module")
def notes():
    return {lang: as_docx(content(lang)) for lang in LETTERS}


def opened(note):
    return Document(io.BytesIO(note))


def part(note, name):
    with zipfile.ZipFile(io.BytesIO(note)) as archive:
        return etree.fromstring(archive.read(name))


def tables(note):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(note).tables]


def test_it_has_the_styles_of_word(notes):
    styles = [paragraph.style.name for paragraph in opened(notes["en"]).paragraphs]
    assert styles[0] == "Title"
    assert styles.count("Heading 1") >= 5
    assert "Caption" in styles
    assert "List Bullet" in styles


@pytest.mark.parametrize("lang", LETTERS)
def test_it_is_in_its_language(notes, lang):
    defaults = part(notes[lang], "word/styles.xml").find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == LANGUAGE_TAGS[lang]
    text = "\n".join(paragraph.text for paragraph in opened(notes[lang]).paragraphs)
    assert f"16 d (13–19) {LETTERS[lang]}" in text


def test_heads_are_repeated_and_rows_not_cut(notes):
    (table,) = [one for one in opened(notes["en"]).tables if one.cell(0, 0).text == "Step"]
    rows = table._tbl.tr_lst
    assert rows[0].trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert len(rows) == 61


def test_footnotes_are_real_and_each_source_has_one(notes):
    body, found = part(notes["en"], "word/document.xml"), part(notes["en"], "word/footnotes.xml")
    referred = [one.get(qn("w:id")) for one in body.iter(qn("w:footnoteReference"))]
    assert referred == ["1", "2"]
    texts = {
        one.get(qn("w:id")): "".join(one.itertext()).strip()
        for one in found.iter(qn("w:footnote"))
        if one.get(qn("w:type")) is None
    }
    assert texts == {
        "1": "Railways: Timetable. https://rail.example.org/a?b=1&c=2",
        "2": "Port: Tariff. 2025-03-01. https://port.example.org/",
    }
    again = [one.get(qn("w:instr")) for one in body.iter(qn("w:fldSimple"))]
    assert again.count(" NOTEREF _Source1 \\f \\h ") == 60
    bookmarks = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    assert {"_Source1", "_Source2"} <= bookmarks
    text = "\n".join(paragraph.text for paragraph in opened(notes["en"]).paragraphs)
    assert "Ministry: Statement. 2026-02" in text  # no figure names it


def test_styles_and_relations_of_footnotes_exist(notes):
    ids = {one.get(qn("w:styleId")) for one in part(notes["en"], "word/styles.xml").iter(qn("w:style"))}
    assert {"FootnoteText", "FootnoteReference"} <= ids
    with zipfile.ZipFile(io.BytesIO(notes["en"])) as archive:
        assert b"footnotes.xml" in archive.read("word/_rels/document.xml.rels")
        assert b"wordprocessingml.footnotes+xml" in archive.read("[Content_Types].xml")


def test_pictures_tell_what_they_show(notes):
    words = [one.get("descr") for one in part(notes["en"], "word/document.xml").iter(qn("wp:docPr"))]
    assert words[0] == "The route leads by Aktau. Look here"
    assert len(words) == 4
    assert all(words)


def test_a_wide_table_lies_across_and_the_rest_stands(notes):
    wide = [section.page_width > section.page_height for section in opened(notes["en"]).sections]
    assert wide == [False, True, False]


def test_every_section_has_link_version_and_page_number_at_its_foot(notes):
    for section in opened(notes["en"]).sections:
        text = "\n".join(paragraph.text for paragraph in section.footer.paragraphs)
        assert "Data version 0.3.0" in text
        assert "corridor.example.org/routes?from=astana" in text
        fields = [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))]
        assert fields == [" PAGE ", " NUMPAGES "]


def test_hostile_text_is_text():
    note = as_docx(content(text=HOSTILE, rows=2))
    text = "\n".join(paragraph.text for paragraph in opened(note).paragraphs)
    assert ']#panic("x") $x$ <b>&amp;</b>' in text
    assert "</w:t>" in text


def test_the_same_content_gives_the_same_bytes(notes):
    assert as_docx(content()) == notes["en"]

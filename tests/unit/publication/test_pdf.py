"""The paper of a view: tagged for PDF/UA-1, in a language, with text that can be selected."""

import io

import pikepdf
import pypdf
import pytest
from sample_content import HOSTILE, LETTERS, content

from corridor.publication.content import Content
from corridor.publication.pdf import as_pdf
from corridor.publication.spelling import UNKNOWN


@pytest.fixture(scope="module")
def papers():
    return {lang: as_pdf(content(lang)) for lang in LETTERS}


def told(paper):
    """Text of all pages, each space alike."""
    pages = pypdf.PdfReader(io.BytesIO(paper)).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def elements(node, found=None):
    """Every structure element of a tree."""
    found = [] if found is None else found
    for child in node if isinstance(node, pikepdf.Array) else [node]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found.append(child)
        if isinstance(child, pikepdf.Dictionary) and "/K" in child:
            elements(child.K, found)
    return found


@pytest.mark.parametrize(("lang", "tag"), [("en", "en"), ("kk", "kk"), ("sr", "sr"), ("sr-Latn", "sr")])
def test_it_says_that_it_is_pdf_ua_and_in_which_language(papers, lang, tag):
    with pikepdf.open(io.BytesIO(papers[lang])) as paper:
        root = paper.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang).partition("-")[0] == tag
        assert root.ViewerPreferences.DisplayDocTitle
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()
        assert LETTERS[lang] in paper.docinfo["/Title"].__str__()


def test_its_tags_name_headings_tables_pictures_lists_and_links(papers):
    with pikepdf.open(io.BytesIO(papers["en"])) as paper:
        found = elements(paper.Root.StructTreeRoot.K)
        kinds = [str(one.S) for one in found]
        assert {
            "/H1",
            "/H2",
            "/Table",
            "/THead",
            "/TBody",
            "/TR",
            "/TH",
            "/TD",
            "/L",
            "/Figure",
            "/Link",
        } <= set(kinds)
        assert kinds.count("/H1") == 1
        assert kinds.count("/Table") == 2
        pictures = [one for one in found if str(one.S) == "/Figure"]
        assert len(pictures) >= 3
        assert all(str(one.get("/Alt", "")) for one in pictures)


def test_it_has_a_bookmark_for_each_section(papers):
    outline = pypdf.PdfReader(io.BytesIO(papers["en"])).outline
    titles = [one["/Title"] for part in outline for one in (part if isinstance(part, list) else [part])]
    for title in ("Map", "Time on the way", "Itinerary", "Wide", "Sources"):
        assert title in titles


@pytest.mark.parametrize("lang", LETTERS)
def test_its_text_can_be_selected_letter_by_letter(papers, lang):
    text = told(papers[lang])
    assert LETTERS[lang] in text
    assert "16 d (13–19)" in text
    assert UNKNOWN not in text


def test_the_head_of_a_long_table_is_on_each_of_its_pages(papers):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(papers["en"])).pages]
    with_rows = [text for text in pages if any(f"{number},5 d" in text for number in range(1, 61))]
    assert len(with_rows) > 1
    assert all("Step" in text and "Time" in text for text in with_rows)


def test_each_page_has_its_number_the_link_and_the_version(papers):
    pages = pypdf.PdfReader(io.BytesIO(papers["en"])).pages
    for number, page in enumerate(pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Page {number} of {len(pages)}" in text
        assert "corridor.example.org/routes?from=astana" in text
        assert "Data version 0.3.0" in text


def test_a_wide_table_lies_across(papers):
    pages = pypdf.PdfReader(io.BytesIO(papers["en"])).pages
    (wide,) = [page for page in pages if "wide-0-0" in page.extract_text()]
    assert wide.mediabox.width > wide.mediabox.height


def test_hostile_text_is_text():
    paper = as_pdf(content(text=HOSTILE, rows=2))
    text = told(paper)
    assert ']#panic("x") $x$ <b>&amp;</b>' in text.replace("“", '"').replace("”", '"')
    assert UNKNOWN in text  # the letter that no font has
    with pikepdf.open(io.BytesIO(paper)) as found:
        assert "/JavaScript" not in str(found.Root)


def test_the_same_content_gives_the_same_bytes(papers):
    assert as_pdf(content()) == papers["en"]


def test_a_view_without_anything_but_a_sentence_is_a_paper():
    paper = as_pdf(Content(page="overview", lang="en", title="Overview", sentence="Nothing is chosen."))
    assert "Nothing is chosen." in told(paper)

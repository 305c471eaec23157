"""The empty note: A4, our typeface and colours in the styles of Word, the language set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml.etree import SubElement

from corridor.picture import palette
from corridor.publication.footnotes import REFERENCE, TEXT
from corridor.publication.office import FONT, LANGUAGE_TAGS

if TYPE_CHECKING:
    from docx.document import Document as Note

    from corridor.picture.palette import Tone

WIDTH_MM, HEIGHT_MM, SIDE_MM = 210.0, 297.0, 22.0
DOUBT = "Doubt"
_HEADINGS = {"Title": 20.0, "Heading 1": 15.0, "Heading 2": 12.0}


def empty_note(lang: str) -> Note:
    """Return a document without text, in our look."""
    note = Document()
    section = note.sections[0]
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    section.left_margin = section.right_margin = Mm(SIDE_MM)
    section.top_margin, section.bottom_margin = Mm(20), Mm(22)
    _letter(note, lang)
    for name, size in _HEADINGS.items():
        style = note.styles[name]
        _dress(style, size, palette.INK, is_bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
        style.paragraph_format.keep_with_next = True
        border = style.element.find(f".//{qn('w:pBdr')}")
        if border is not None:
            border.getparent().remove(border)
    _dress(note.styles["Caption"], 9.0, palette.INK_SOFT, is_bold=False)
    _dress(note.styles["Footer"], 8.0, palette.INK_SOFT, is_bold=False)
    doubt = note.styles.add_style(DOUBT, WD_STYLE_TYPE.CHARACTER)
    doubt.font.bold, doubt.font.color.rgb = True, RGBColor.from_string(palette.WARN.light.lstrip("#"))
    text = note.styles.add_style(TEXT, WD_STYLE_TYPE.PARAGRAPH)
    text.base_style = note.styles["Normal"]
    _dress(text, 8.5, palette.INK, is_bold=False)
    text.paragraph_format.space_after = Pt(2)
    _name(text, "footnote text")
    reference = note.styles.add_style(REFERENCE, WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    _name(reference, "footnote reference")
    return note


def write_foot(section: Any, lines: tuple[str, ...], page: str) -> None:
    """
    Write the foot of the pages of a section.

    Parameters
    ----------
    section
        The section.
    lines
        What stands there.
    page
        Words with "{page}" and "{pages}" in them, as "Page {page} of {pages}".
    """
    foot = section.footer
    foot.is_linked_to_previous = False
    paragraph = foot.paragraphs[0]
    for number, line in enumerate(lines):
        if number:
            paragraph = foot.add_paragraph(style="Footer")
        paragraph.add_run(line)
    last = foot.add_paragraph(style="Footer")
    last.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _mark, rest = page.partition("{page}")
    between, _mark, after = rest.partition("{pages}")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, "")):
        last.add_run(words)
        if field:
            element = SubElement(last._p, qn("w:fldSimple"), {qn("w:instr"): f" {field} "})  # noqa: SLF001
            SubElement(SubElement(element, qn("w:r")), qn("w:t")).text = "1"
    for stop in list(last.paragraph_format.tab_stops):
        if stop.alignment != WD_TAB_ALIGNMENT.LEFT:
            stop.clear = True


def _letter(note: Note, lang: str) -> None:
    """Set typeface and language of everything."""
    normal = note.styles["Normal"]
    _dress(normal, 10.5, palette.INK, is_bold=False)
    normal.paragraph_format.space_after = Pt(6)
    defaults = note.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for known in defaults.findall(qn("w:lang")):
        defaults.remove(known)
    tag = LANGUAGE_TAGS[lang]
    SubElement(defaults, qn("w:lang"), {qn("w:val"): tag, qn("w:eastAsia"): tag, qn("w:bidi"): "ar-SA"})
    for known in note.settings.element.findall(qn("w:themeFontLang")):
        known.set(qn("w:val"), tag)


def _dress(style: Any, size: float, tone: Tone, *, is_bold: bool) -> None:
    """Set the letters of a style, not those of the theme."""
    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), is_bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(tone.light.lstrip("#"))
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)


def _name(style: Any, name: str) -> None:
    """Give a style the name by which Word knows it."""
    style.element.find(qn("w:name")).set(qn("w:val"), name)

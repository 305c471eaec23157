"""The empty deck: widescreen, our colours and typeface in its theme, two layouts."""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import ns
from pptx.util import Emu, Pt

from corridor.picture import palette
from corridor.publication.office import FONT

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide, SlideLayout

qn = lru_cache(maxsize=128)(ns.qn)
"""Whole name of an element, such as "a:tc"; python-pptx works it out anew each time."""

INCH = 914_400
WIDTH, HEIGHT = int(13.333 * INCH), int(7.5 * INCH)
MARGIN = int(0.6 * INCH)
TITLE = (MARGIN, int(0.42 * INCH), WIDTH - 2 * MARGIN, int(0.85 * INCH))
FIELD = (MARGIN, int(1.4 * INCH), WIDTH - 2 * MARGIN, int(5.35 * INCH))
"""Left, top, width and height of the title, and of what stands below it."""
_FOOT_TOP, _FOOT_HEIGHT = int(6.93 * INCH), int(0.36 * INCH)
_FOOT = {
    PP_PLACEHOLDER.FOOTER: (MARGIN, WIDTH - 2 * MARGIN - int(1.0 * INCH)),
    PP_PLACEHOLDER.SLIDE_NUMBER: (WIDTH - MARGIN - int(0.9 * INCH), int(0.9 * INCH)),
}
_THEME = {
    "dk1": palette.INK,
    "lt1": palette.PAPER,
    "dk2": palette.INK_SOFT,
    "lt2": palette.PAPER_SOFT,
    "accent1": palette.ACCENT,
    "accent2": palette.MODES["road"],
    "accent3": palette.MODES["sea"],
    "accent4": palette.MODES["ferry"],
    "accent5": palette.MODES["river"],
    "accent6": palette.MODES["air"],
    "hlink": palette.LINK,
    "folHlink": palette.LINK,
}
_KEPT = "Title Only"
_THEME_PART = "theme"


def empty_deck() -> Deck:
    """Return a deck without slides, in our look."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name != _KEPT:
            deck.slide_layouts.remove(layout)
    _colour(master)
    for holder in list(master.placeholders):
        _place(holder)
    _letter(master)
    _rule(master)
    for holder in list(deck.slide_layouts[0].placeholders):
        kind = holder.placeholder_format.type
        if kind == PP_PLACEHOLDER.DATE:
            holder._element.getparent().remove(holder._element)  # noqa: SLF001 - there is no other way
    return deck


def new_slide(deck: Deck, title: str, *, footer: str) -> Slide:
    """Add a slide with its title, the line at its foot and its number."""
    layout = deck.slide_layouts[0]
    slide = deck.slides.add_slide(layout)
    slide.shapes.title.text = title
    _add_foot(slide, layout, footer)
    return slide


def _colour(master: Any) -> None:
    """Put our colours and typeface into the theme."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith(_THEME_PART))
    theme = etree.fromstring(part.blob)
    for name, tone in _THEME.items():
        element = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{name}')}")
        for child in list(element):
            element.remove(child)
        etree.SubElement(element, qn("a:srgbClr"), val=tone.light.lstrip("#"))
    theme.find(f".//{qn('a:clrScheme')}").set("name", "Corridor Explorer")
    for face in ("majorFont", "minorFont"):
        element = theme.find(f".//{qn(f'a:{face}')}")
        element.find(qn("a:latin")).set("typeface", FONT)
        for font in element.findall(qn("a:font")):
            element.remove(font)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _place(holder: Any) -> None:
    """Put a placeholder of the master where it belongs on a wide slide."""
    kind = holder.placeholder_format.type
    if kind == PP_PLACEHOLDER.TITLE:
        holder.left, holder.top, holder.width, holder.height = map(Emu, TITLE)
        holder.text_frame._bodyPr.set("anchor", "b")  # noqa: SLF001
    elif kind == PP_PLACEHOLDER.BODY:
        holder.left, holder.top, holder.width, holder.height = map(Emu, FIELD)
    elif kind in _FOOT:
        left, width = _FOOT[kind]
        holder.left, holder.top, holder.width, holder.height = map(
            Emu, (left, _FOOT_TOP, width, _FOOT_HEIGHT)
        )
        style = holder._element.find(f".//{qn('a:lvl1pPr')}")  # noqa: SLF001
        style.set("algn", "l" if kind == PP_PLACEHOLDER.FOOTER else "r")
        style.find(qn("a:defRPr")).set("sz", "900")
        for bound in ("lIns", "rIns"):
            holder.text_frame._bodyPr.set(bound, "0")  # noqa: SLF001
    else:
        holder._element.getparent().remove(holder._element)  # noqa: SLF001


def _letter(master: Any) -> None:
    """Set size and place of titles."""
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    run = style.find(qn("a:defRPr"))
    run.set("sz", str(int(Pt(26).pt * 100)))
    run.set("b", "1")
    body = master.placeholders[0].text_frame._bodyPr  # noqa: SLF001
    for bound in ("lIns", "rIns"):
        body.set(bound, "0")


def _rule(master: Any) -> None:
    """Draw the accent at the top of each slide."""
    tree = master.shapes._spTree  # noqa: SLF001
    bar = (
        f'<p:sp xmlns:p="{tree.nsmap["p"]}" xmlns:a="{tree.nsmap["a"]}"><p:nvSpPr>'
        '<p:cNvPr id="90" name="Bar"/>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{WIDTH}" cy="{INCH // 12}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    tree.insert(2, etree.fromstring(bar))


def _add_foot(slide: Slide, layout: SlideLayout, footer: str) -> None:
    """Copy the placeholders of the foot from the layout: python-pptx leaves them out."""
    for holder in layout.placeholders:
        kind = holder.placeholder_format.type
        if kind not in _FOOT:
            continue
        element = deepcopy(holder._element)  # noqa: SLF001
        slide.shapes._spTree.append(element)  # noqa: SLF001
        if kind == PP_PLACEHOLDER.FOOTER:
            paragraph = element.find(f".//{qn('a:p')}")
            for child in list(paragraph):
                paragraph.remove(child)
            run = etree.SubElement(paragraph, qn("a:r"))
            look = etree.SubElement(run, qn("a:rPr"), sz="900")
            etree.SubElement(look, qn("a:latin"), typeface="+mn-lt")
            etree.SubElement(run, qn("a:t")).text = footer

"""Real footnotes of Word, which python-docx has no way to write: a part of their own, one note a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from lxml import etree
from lxml.etree import SubElement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corridor.publication.content import Source

REFERENCE, TEXT = "FootnoteReference", "FootnoteText"
_FIRST = 1
# Elements of the settings that the schema has behind those on footnotes.
_BEHIND_FOOTNOTES = (
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "themeFontLang",
    "clrSchemeMapping",
    "shapeDefaults",
    "decimalSymbol",
    "listSeparator",
)
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_PLACE = PackURI("/word/footnotes.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Footnotes:
    """
    The footnotes of one document: a source has its note where it is first named, later ones point to it.

    Parameters
    ----------
    sources
        Each with the text of its note.
    """

    def __init__(self, sources: Sequence[tuple[Source, str]]) -> None:
        self._texts = [text for _source, text in sources]
        self._numbers: dict[int, int] = {}

    @property
    def named(self) -> frozenset[int]:
        """Numbers of the sources that have a note, as `corridor.publication.notes` counts them."""
        return frozenset(self._numbers)

    def refer(self, paragraph: Any, sources: Iterable[int]) -> None:
        """Put references to sources behind what stands in a paragraph (an XML element)."""
        for at, source in enumerate(sources):
            if at:
                SubElement(_styled(paragraph), qn("w:t")).text = ","
            self._refer(paragraph, source)

    def _refer(self, paragraph: Any, source: int) -> None:
        """Put a reference to a source: where it is first named its note, later a pointer to that."""
        known = self._numbers.get(source)
        if known is None:
            self._numbers[source] = known = _FIRST + len(self._numbers)
            name = f"_Source{source}"
            SubElement(paragraph, qn("w:bookmarkStart"), {qn("w:id"): str(known), qn("w:name"): name})
            run = _styled(paragraph)
            SubElement(run, qn("w:footnoteReference"), {qn("w:id"): str(known)})
            SubElement(paragraph, qn("w:bookmarkEnd"), {qn("w:id"): str(known)})
            return
        field = SubElement(
            paragraph, qn("w:fldSimple"), {qn("w:instr"): f" NOTEREF _Source{source} \\f \\h "}
        )
        SubElement(_styled(field), qn("w:t")).text = str(known)

    def attach(self, document: Any) -> None:
        """Write all notes into the document; call it once, at the end."""
        root = etree.Element(qn("w:footnotes"), nsmap={"w": nsmap["w"]})
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = SubElement(root, qn("w:footnote"), {qn("w:id"): str(number), qn("w:type"): kind})
            SubElement(SubElement(SubElement(note, qn("w:p")), qn("w:r")), qn(f"w:{kind}"))
        for source, number in self._numbers.items():
            note = SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
            paragraph = SubElement(note, qn("w:p"))
            look = SubElement(paragraph, qn("w:pPr"))
            SubElement(look, qn("w:pStyle"), {qn("w:val"): TEXT})
            SubElement(_styled(paragraph), qn("w:footnoteRef"))
            text = SubElement(SubElement(paragraph, qn("w:r")), qn("w:t"), {_SPACE: "preserve"})
            text.text = f" {self._texts[source - 1]}"
        content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(_PLACE, CONTENT_TYPE.WML_FOOTNOTES, content, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = document.settings.element
        found = etree.Element(qn("w:footnotePr"))
        for number in (-1, 0):
            SubElement(found, qn("w:footnote"), {qn("w:id"): str(number)})
        _put_in_order(settings, found)


def _styled(parent: Any) -> Any:
    """Add a run in the style of references."""
    run = SubElement(parent, qn("w:r"))
    SubElement(SubElement(run, qn("w:rPr")), qn("w:rStyle"), {qn("w:val"): REFERENCE})
    return run


def _put_in_order(settings: Any, element: Any) -> None:
    """Put the element before the first of those that the schema has behind it."""
    behind = {qn(f"w:{name}") for name in _BEHIND_FOOTNOTES} | {_MATH}
    for at, child in enumerate(settings):
        if child.tag in behind:
            settings.insert(at, element)
            return
    settings.append(element)

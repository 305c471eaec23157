"""What slides and notes share: language of runs, dates of the file, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from lxml.etree import SubElement

from corridor.brief.archive import zipped
from corridor.publication.imprint import AUTHOR
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from corridor.publication.content import Content

FONT = "Arial"
"""Office programs everywhere have it, or one of the same widths, with the letters of all our languages."""
LANGUAGE_TAGS = {
    "en": "en-GB",
    "kk": "kk-KZ",
    "ru": "ru-RU",
    "sr": "sr-Cyrl-RS",
    "sr-Latn": "sr-Latn-RS",
    "bg": "bg-BG",
}
SVG = "image/svg+xml"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The extension by which PowerPoint and Word of 2016 and later name the SVG of a picture.
_VECTOR = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_HAS_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_THUMBNAIL = "/thumbnail"
"""Pictures of the empty files that the libraries begin with."""
_FIRST_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - office files hold times without a zone


def name_vector(blip: Any, relation: str) -> None:
    """
    Say of a picture where the same is as an SVG; a program that knows none shows the picture itself.

    Parameters
    ----------
    blip
        The element ``a:blip`` of the picture.
    relation
        Id of the relation to the part that holds the SVG.
    """
    extensions = SubElement(blip, f"{{{_DRAWING}}}extLst")
    extension = SubElement(extensions, f"{{{_DRAWING}}}ext", uri=_HAS_VECTOR)
    vector = SubElement(extension, f"{{{_VECTOR}}}svgBlip", nsmap={"asvg": _VECTOR})
    vector.set(f"{{{_RELATIONS}}}embed", relation)


def describe(properties: Any, content: Content) -> None:
    """Write title, author, language and dates into the properties of an office file."""
    properties.title = legible(content.subject or content.title)[:255]
    properties.subject = legible(content.sentence)[:255]
    properties.author = properties.last_modified_by = AUTHOR
    properties.language = LANGUAGE_TAGS[content.lang]
    properties.comments = ""
    properties.keywords = ""
    properties.revision = 1
    properties.created = properties.modified = _time(content.data_date)


def saved(document: Any) -> bytes:
    """
    Save an office file: the same content gives the same bytes.

    Parameters
    ----------
    document
        Of python-pptx or python-docx.
    """
    package = document.part.package
    relations = package._rels if hasattr(package, "_rels") else package.rels  # noqa: SLF001 - both libraries
    for name, relation in list(relations.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            relations.pop(name)
    parts = _parts(package, relations)
    return zipped({name: _undated(part) if name.endswith(".xlsx") else part for name, part in parts.items()})


class _Parts(dict[str, bytes]):
    """The files of a package by name: what both libraries would pack by themselves."""

    def write(self, uri: Any, content: bytes | str) -> None:
        """Take one file, as the libraries' own writers do."""
        self[uri.membername] = content.encode() if isinstance(content, str) else content


def _parts(package: Any, relations: Any) -> _Parts:
    """Have a library write its files, not packed."""
    found = _Parts()
    if hasattr(package, "iter_parts") and not hasattr(package, "parts"):
        from pptx.opc.serialized import PackageWriter  # noqa: PLC0415 - a note needs no slides

        writer = PackageWriter("", relations, tuple(package.iter_parts()))
        writer._write_content_types_stream(found)  # noqa: SLF001
        writer._write_pkg_rels(found)  # noqa: SLF001
        writer._write_parts(found)  # noqa: SLF001
        return found
    from docx.opc.pkgwriter import PackageWriter as NoteWriter  # noqa: PLC0415 - slides need no note

    for part in package.parts:
        part.before_marshal()
    NoteWriter._write_content_types_stream(found, package.parts)  # type: ignore[no-untyped-call]  # noqa: SLF001
    NoteWriter._write_pkg_rels(found, relations)  # type: ignore[no-untyped-call]  # noqa: SLF001
    NoteWriter._write_parts(found, package.parts)  # type: ignore[arg-type]  # noqa: SLF001
    return found


def _undated(workbook: bytes) -> bytes:
    """Take the time of writing out of the workbook behind a chart."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return zipped(
            {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}
            | {"docProps/core.xml": _CORE}
        )


_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)


def _time(text: str) -> datetime:
    """Read the day of the data."""
    try:
        return datetime.fromisoformat(text[:10])
    except ValueError:
        return _FIRST_TIME

"""Every form that a view leaves the page in: one registry for the address, the command line and the menu."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qsl

from corridor.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corridor.publication.content import Content

# What takes long to import is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415

Kind = Literal["picture", "document", "data"]
SIZES = ("slide", "a4", "square")
"""Of a picture: 1920 x 1080 pixels, a landscape sheet of A4, 1080 x 1080 pixels."""
THEMES = ("light", "dark")
# Keys of the address that tell one file from another.
_NAMING = ("from", "to", "corridor", "project")
_NO_NAME = re.compile(r"[^a-z0-9]+")
_MAX_NAME, _ENGLISH = 80, "en"
_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, kw_only=True)
class Form:
    """
    One form of a view.

    Attributes
    ----------
    name
        Its name in an address, and of `corridor brief --format`.
    label
        What it is called in a menu, the same in every language: "PDF".
    ending, media_type
        Of its file.
    kind
        A picture has a size and a theme; a document and data have none.
    make
        Writes it from a content, a size, a theme and the part that a picture shows.
    """

    name: str
    label: str
    ending: str
    media_type: str
    kind: Kind
    make: Callable[[Content, str, str, str], bytes]


def write(
    content: Content, *, form: str, size: str = SIZES[0], theme: str = THEMES[0], part: str = ""
) -> bytes:
    """
    Write a view in one form.

    Parameters
    ----------
    content
        What the view says.
    form
        One of `FORMS`.
    size, theme
        Of `SIZES` and `THEMES`; only a picture has them.
    part
        What of the view a picture shows: one of `corridor.publication.parts.drawn_parts`; empty for all.

    Returns
    -------
    bytes
        The file; the same content gives the same bytes.

    Raises
    ------
    QuestionError
        If there is no such form, size, theme or part.
    """
    for name, value, known in (
        ("form", form, tuple(FORMS)), ("size", size, SIZES), ("theme", theme, THEMES),
    ):  # fmt: skip
        if value not in known:
            raise QuestionError("value-unknown", name=name, value=value, known=known)
    return FORMS[form].make(content, size, theme, part)


def file_name(content: Content, form: str, part: str = "") -> str:
    """
    Name the file of a view or of one part of it in one form: page, part, what was asked, language.

    The name has small Latin letters, digits and hyphens only, whatever the address holds.
    """
    asked = dict(parse_qsl(content.query))
    parts = ["corridor", content.page, part.removeprefix("chart.")]
    parts += [asked[key] for key in _NAMING if key in asked]
    parts += [] if content.lang == _ENGLISH else [content.lang]
    stem = "-".join(_NO_NAME.sub("-", named.casefold()).strip("-") for named in parts if named)
    return f"{stem[:_MAX_NAME].rstrip('-')}.{FORMS[form].ending}"


def _picture(form: str) -> Callable[[Content, str, str, str], bytes]:
    """Give what draws the picture in one form."""

    def make(content: Content, size: str, theme: str, part: str) -> bytes:
        from corridor.publication.picture import draw_picture

        return draw_picture(content, form=form, size=size, theme=theme, part=part)

    return make


def _html(content: Content, _size: str, _theme: str, _part: str) -> bytes:
    """Write the page."""
    from corridor.publication.html import write_html

    return write_html(content)


def _pdf(content: Content, _size: str, _theme: str, _part: str) -> bytes:
    """Write the paper."""
    from corridor.publication.pdf import as_pdf

    return as_pdf(content)


def _pptx(content: Content, _size: str, _theme: str, _part: str) -> bytes:
    """Write the slides."""
    from corridor.publication.slides import as_pptx

    return as_pptx(content)


def _docx(content: Content, _size: str, _theme: str, _part: str) -> bytes:
    """Write the note of Word."""
    from corridor.publication.note import as_docx

    return as_docx(content)


def _zip(content: Content, _size: str, _theme: str, _part: str) -> bytes:
    """Pack the data."""
    from corridor.publication.data import as_zip

    return as_zip(content)


def _listed(*forms: Form) -> dict[str, Any]:
    return {form.name: form for form in forms}


FORMS: Mapping[str, Form] = _listed(
    Form(name="png", label="PNG", ending="png", media_type="image/png", kind="picture", make=_picture("png")),
    Form(
        name="svg",
        label="SVG",
        ending="svg",
        media_type="image/svg+xml",
        kind="picture",
        make=_picture("svg"),
    ),
    Form(
        name="picture-pdf",
        label="PDF",
        ending="pdf",
        media_type="application/pdf",
        kind="picture",
        make=_picture("pdf"),
    ),
    Form(name="html", label="HTML", ending="html", media_type="text/html", kind="document", make=_html),
    Form(name="pdf", label="PDF", ending="pdf", media_type="application/pdf", kind="document", make=_pdf),
    Form(
        name="pptx",
        label="PowerPoint (PPTX)",
        ending="pptx",
        media_type=f"{_OFFICE}.presentationml.presentation",
        kind="document",
        make=_pptx,
    ),
    Form(
        name="docx",
        label="Word (DOCX)",
        ending="docx",
        media_type=f"{_OFFICE}.wordprocessingml.document",
        kind="document",
        make=_docx,
    ),
    Form(name="zip", label="ZIP", ending="zip", media_type="application/zip", kind="data", make=_zip),
)
"""Forms by their names, in the order of the menu."""

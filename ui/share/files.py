"""What a view is saved as: its picture, to copy or to save in a size and in light or dark, and its briefs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corridor.publication.forms import FORMS
from ui.look.markup import tag, together
from ui.look.picture_menu import pictures
from ui.share.addresses import file_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

    from corridor.publication.forms import Form
    from ui.link.view import View


def files(view: View) -> Markup:
    """Write the part of the panel that copies and saves a view."""
    _ = view.words.gettext
    documents = [form for form in FORMS.values() if form.kind != "picture"]
    own = _("Files show the published data, without your own.")
    return together(
        pictures(view, partial(_picture, view), heading=_("Picture of this view")),
        tag("p", own, class_="note share-own") if view.state.own else None,
        tag(
            "section",
            tag("h4", _("Brief")),
            tag("p", _("Title, answer, map, tables and sources of this view in one file."), class_="note"),
            _saved(view, documents),
        ),
    )


def _picture(view: View, form: str) -> str:
    """Write the address of the picture of a view."""
    return file_address(view, "picture-pdf" if form == "pdf" else form)


def _saved(view: View, forms: Iterable[Form]) -> Markup:
    """Link to the files of some forms."""
    links = [
        tag(
            "a",
            form.label,
            href=file_address(view, form.name),
            download=f"corridor-{view.page}.{form.ending}",
            rel="nofollow",
        )
        for form in forms
    ]
    return tag("p", tag("span", view.words.gettext("Save as")), *links, class_="share-files")

"""What a view is saved as: its picture, to copy or to save in a size and in light or dark, and its briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.publication.forms import FORMS, SIZES, THEMES
from ui.language.text import N_
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.look.chart_html import copy_button
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from corridor.publication.forms import Form
    from ui.link.view import View

FOLDER = "brief"
_SIZES: Mapping[str, str] = {"slide": N_("Slide"), "a4": N_("A4 sheet"), "square": N_("Square")}
_THEMES: Mapping[str, str] = {"light": N_("Light"), "dark": N_("Dark")}


def files(view: View) -> Markup:
    """
    Write the part of the panel that copies and saves a view.

    ``static/own/share.js`` copies the picture and puts what is chosen into the addresses; without it the
    links save a light slide.
    """
    _ = view.words.gettext
    pictures = [form for form in FORMS.values() if form.kind == "picture"]
    documents = [form for form in FORMS.values() if form.kind != "picture"]
    own = _("Files show the published data, without your own.")
    return together(
        tag(
            "section",
            tag(
                "div",
                tag("h4", _("Picture of this view")),
                copy_button(view, address(view, "png")),
                class_="share-head",
            ),
            tag(
                "div",
                _choice(view, "size", _("Size"), SIZES, _SIZES),
                _choice(view, "theme", _("Colours"), THEMES, _THEMES),
                class_="share-choices",
            ),
            _saved(view, pictures),
            tag("p", own, class_="note share-own") if view.state.own else None,
            class_="share-picture",
        ),
        tag(
            "section",
            tag("h4", _("Brief")),
            tag("p", _("Title, answer, map, tables and sources of this view in one file."), class_="note"),
            _saved(view, documents),
        ),
    )


def address(view: View, form: str) -> str:
    """Write the address of a view in one form, relative to the page."""
    return f"./{FOLDER}/{view.page}.{form}?{urlencode(encode(stamped(view)))}"


def _choice(view: View, name: str, title: str, values: Iterable[str], words: Mapping[str, str]) -> Markup:
    """Write a choice."""
    options = [tag("option", view.words.gettext(words[value]), value=value) for value in values]
    return tag("label", tag("span", title), tag("select", *options, name=name))


def _saved(view: View, forms: Iterable[Form]) -> Markup:
    """Link to the files of some forms."""
    links = [
        tag(
            "a",
            form.label,
            href=address(view, form.name),
            download=f"corridor-{view.page}.{form.ending}",
            rel="nofollow",
        )
        for form in forms
    ]
    return tag("p", tag("span", view.words.gettext("Save as")), *links, class_="share-files")

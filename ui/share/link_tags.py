"""What a mail program or chat reads of a link: Open Graph and Twitter tags for exactly that view."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.content.conditions import beside_subject
from ui.content.summary import subject, summary, title
from ui.language.text import LOCALES
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.look.markup import tag, together
from ui.share.addresses import link

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

FOLDER = "preview"
SIZE = (1200, 630)
_MAX_CHARACTERS = 300
_MAX_TITLE = 120
_COUNTRIES = {"en": "GB", "kk": "KZ", "ru": "RU", "sr": "RS", "sr-Latn": "RS", "bg": "BG"}


def tags(view: View, root: str | None) -> Markup:
    """
    Write the tags of a view.

    Parameters
    ----------
    view
        The visit. Nothing of it is asked that a plain route of the server could not give.
    root
        Address of the server's root, without a slash at its end; None if it is not known, and the tags then
        name neither link nor picture, which must be whole addresses.

    Returns
    -------
    Markup
        ``meta`` elements.
    """
    site = view.words.gettext("Corridor Explorer")
    heading = f"{'' if view.state.own else subject(view) or title(view)}".strip() or title(view)
    words = title(view) if view.state.own else summary(view).replace("\N{NO-BREAK SPACE}", " ")
    if not view.state.own:
        heading = _conditioned(heading, beside_subject(view, with_basis=False))
    named = {
        "og:type": "website",
        "og:site_name": site,
        "og:locale": f"{LOCALES[view.lang][:2]}_{_COUNTRIES[view.lang]}",
        "og:title": f"{heading} · {site}",
        "og:description": words if len(words) <= _MAX_CHARACTERS else f"{words[: _MAX_CHARACTERS - 1]}…",
    }
    if root is not None:
        named |= {
            "og:url": link(view, root),
            "og:image": f"{root}/{picture_path(view)}",
            "og:image:type": "image/png",
            "og:image:width": str(SIZE[0]),
            "og:image:height": str(SIZE[1]),
            "og:image:alt": summary(view) if not view.state.own else title(view),
        }
    cards = {"twitter:card": "summary_large_image"} | {
        f"twitter:{name}": named[f"og:{name}"]
        for name in ("title", "description", "image", "image:alt")
        if f"og:{name}" in named
    }
    asked = urlencode({"url": link(view, root or ""), "format": "json"})
    found = tag(
        "link", rel="alternate", type="application/json+oembed", href=f"{root}/oembed?{asked}", title=heading
    )
    return together(
        found if root is not None else None,
        tag("meta", name="description", content=named["og:description"]),
        *(tag("meta", property=name, content=value) for name, value in named.items()),
        *(tag("meta", name=name, content=value) for name, value in cards.items()),
    )


def _conditioned(heading: str, told: tuple[str, ...]) -> str:
    """Put behind a heading as many of the conditions as a title has room for."""
    while told and len(heading) + sum(map(len, told)) + 2 * len(told) > _MAX_TITLE:
        told = told[:-1]
    return f"{heading} ({'; '.join(told)})" if told else heading


def picture_path(view: View) -> str:
    """Write the address of the picture of a view, relative to the server's root."""
    return f"{FOLDER}/{view.page}.png?{urlencode(encode(stamped(view)))}"

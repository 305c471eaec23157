"""A page of ours without Streamlit: a heading, a sentence, links to the pages, in the visitor's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from ui.language.text import SOURCE_LANGUAGE, Words
from ui.link.nav import ENTRIES
from ui.link.state import MAX_KEYS, guess_language
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup
    from starlette.responses import Response
    from starlette.types import Scope

_LANGUAGE_KEY = "lang"
_MAX_HEADER_LENGTH = 200
_SHEET = Path(__file__).with_suffix(".css")
_COLOURS = {
    "accent": "primaryColor",
    "paper": "backgroundColor",
    "paper-soft": "secondaryBackgroundColor",
    "ink": "textColor",
    "link": "linkColor",
    "rule": "borderColor",
}


def plain_page(  # noqa: PLR0913 - all but three by name
    scope: Scope,
    base: str,
    words: Words,
    *,
    heading: str,
    text: str,
    status: int,
    link: Markup | None = None,
    has_pages: bool = True,
) -> Response:
    """
    Answer with a page that says why there is none of the others.

    Parameters
    ----------
    scope
        The request.
    base
        Path under which the app is served, such as "/kz".
    words
        The visitor's language.
    heading, text
        What is wrong, and what to do, in that language.
    status
        Status of the answer.
    link
        What to choose next, beside the pages.
    has_pages
        Whether to list the pages.
    """
    root, _ = relative_root(scope, base), words.gettext
    links = [
        tag("li", tag("a", _(entry.title), href=f"{root}{entry.path}?{_LANGUAGE_KEY}={words.lang}"))
        for entry in ENTRIES
    ]
    next_step = tag("p", link) if link else None
    pages = tag("nav", tag("ul", *links), aria_label=_("Pages")) if has_pages else None
    main = together(tag("h1", heading), tag("p", text), next_step, pages)
    page = framed(scope, base, words, title=heading, main=main)
    headers = {
        "Cache-Control": "no-store",
        "Vary": "Accept-Language",
        "Content-Language": words.lang,
        "X-Robots-Tag": "noindex",
    }
    return HTMLResponse(page, status_code=status, headers=headers)


def framed(
    scope: Scope,
    base: str,
    words: Words,
    *,
    title: str,
    main: object,
    styles: str = "",
    script: str = "",
) -> str:
    """
    Write a whole page without Streamlit.

    Parameters
    ----------
    scope, base, words
        As for `plain_page`.
    title
        Its title.
    main
        What stands in it.
    styles
        A style sheet after that of all such pages.
    script
        Address of a script relative to the server's root; empty for none.
    """
    root, name = relative_root(scope, base), words.gettext("Corridor Explorer")
    mark = f"{root}app/static/icons/mark.svg"
    head = together(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} · {name}"),
        tag("link", rel="icon", type="image/svg+xml", href=mark),
        tag("script", defer=True, src=f"{root}{script}") if script else None,
    )
    picture = tag("img", src=mark, alt="", width="28", height="28")
    home = tag("a", picture, name, class_="name", href=f"{root}?{_LANGUAGE_KEY}={words.lang}")
    return (
        f'<!doctype html><html lang="{words.lang}"><head>{head}<style>{_styles(root)}{styles}</style></head>'
        f"<body>{tag('div', tag('header', home), class_='bar')}{tag('main', main)}</body></html>"
    )


def words_of(scope: Scope, query: str) -> Words:
    """Choose the language of an address, else the one that the browser likes best, else English."""
    try:
        named = parse_qs(query, max_num_fields=2 * MAX_KEYS).get(_LANGUAGE_KEY, [])
    except ValueError:
        named = []
    wished = (*named, *_accepted(Headers(scope=scope).get("accept-language", "")))
    return Words(next(filter(None, map(_ours, wished)), SOURCE_LANGUAGE))


def relative_root(scope: Scope, base: str) -> str:
    """Write the address of the server's root relative to that of the request, which any proxy keeps."""
    path = bytes(scope.get("raw_path") or scope["path"].encode()).decode("latin-1").partition("?")[0]
    up = path.count("/") - 1
    if is_within(scope["path"], base):
        return "../" * (up - base.count("/")) or "./"
    return f"./{'../' * up}{base.removeprefix('/')}/"


def is_within(path: str, base: str) -> bool:
    """Whether a path lies below the one under which the app is served."""
    return path.startswith(f"{base}/")


def _accepted(header: str) -> list[str]:
    """Languages that a browser accepts, the dearest first."""
    found = []
    for part in header[:_MAX_HEADER_LENGTH].split(","):
        name, _semicolon, weight = part.partition(";")
        try:
            found.append((float(weight.strip().removeprefix("q=") or 1), name.strip()))
        except ValueError:
            continue
    return [name for weight, name in sorted(found, key=lambda pair: -pair[0]) if name and weight > 0]


def _ours(locale: str) -> str | None:
    """Choose one of our languages by a locale, or none."""
    language = guess_language(locale)
    is_english = locale.lower().startswith(SOURCE_LANGUAGE)
    return language if language != SOURCE_LANGUAGE or is_english else None


def _styles(root: str) -> str:
    """Write the style sheet of a page from which the server's root lies there."""
    return _sheet().replace("url(app/", f"url({root}app/")


def font_rules(root: str) -> str:
    """Write the rules of the fonts of the theme for a page from which the server's root lies there."""
    return _faces().replace("url(app/", f"url({root}app/")


@cache
def _faces() -> str:
    """Rules of the fonts, with their files relative to the server's root."""
    return "\n".join(
        f'@font-face{{font-family:"{face["family"]}";src:url({face["url"]}) format("woff2");'
        f"font-weight:{_weight_of(face)};font-display:swap;unicode-range:{face['unicodeRange']}}}"
        for face in st.get_option("theme.fontFaces")
    )


@cache
def _sheet() -> str:
    """Fonts and colours of the theme, then our own sheet."""
    light, dark = (_colours(theme) for theme in ("light", "dark"))
    colours = f":root{{{light}}}@media(prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return "\n".join([_faces(), colours, _SHEET.read_text(encoding="utf-8")])


def _weight_of(face: Mapping[str, str]) -> str:
    """Read the weights of a font; Streamlit renames this option in place when a visit begins."""
    return face.get("weight") or face["weight_range"]


def _colours(theme: str) -> str:
    """Colours of a theme as CSS variables."""
    return "".join(
        f"--{name}:{st.get_option(f'theme.{theme}.{option}')};" for name, option in _COLOURS.items()
    )

"""What search engines ask for: which addresses to read, and every page in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from starlette.responses import PlainTextResponse

from ui.language.text import LANGUAGES, SOURCE_LANGUAGE
from ui.link.nav import ENTRIES
from ui.serving.http_answer import answer_content
from ui.settings.public_address import asked_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.requests import Request
    from starlette.responses import Response

SITEMAP = "sitemap.xml"
# Nothing in there stands in a search engine: streams, uploads, panels without their page.
_NOT_FOR_READING = ("_stcore", "media", "component", "panels", "share", "brief")
_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def robots(base: str) -> Callable[[Request], Response]:
    """Make the endpoint that tells search engines what to read, for an app served below a path."""

    def answer(request: Request) -> Response:
        root = asked_address(request.scope, base)
        lines = ["User-agent: *", *(f"Disallow: {base}/{name}/" for name in _NOT_FOR_READING)]
        lines += [] if root is None else ["", f"Sitemap: {root}/{SITEMAP}"]
        return _sent(request, "\n".join(lines) + "\n", "text/plain")

    return answer


def sitemap(base: str) -> Callable[[Request], Response]:
    """Make the endpoint that lists the pages, for an app served below a path."""

    def answer(request: Request) -> Response:
        root = asked_address(request.scope, base)
        if root is None:
            return PlainTextResponse("The address of this server is not known.", status_code=404)
        pages = "\n".join(page for entry in ENTRIES for page in _languages(f"{root}/{entry.path}"))
        text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {_NAMESPACES}>\n{pages}\n</urlset>\n'
        return _sent(request, text, "application/xml")

    return answer


def _sent(request: Request, text: str, media_type: str) -> Response:
    """Send a text; a program that has it asks whether it has changed."""
    more = {"Cache-Control": "no-cache"}
    return answer_content(request.headers, text.encode(), media_type=media_type, more=more)


def _languages(address: str) -> Iterator[str]:
    """Write a page once in each language, each with all the others, as search engines want it."""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(f"{address}?lang={lang}")}/>'
        for name, lang in (*((language, language) for language in LANGUAGES), ("x-default", SOURCE_LANGUAGE))
    )
    for lang in LANGUAGES:
        yield f"<url><loc>{escape(f'{address}?lang={lang}')}</loc>{alternates}</url>"

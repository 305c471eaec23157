"""Parts of views for frames in other pages, and the answers to pages that ask how to embed a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, PlainTextResponse

from corridor.publication.parts import MAP
from ui.content.cached import cached_content
from ui.content.second_map import with_map
from ui.content.summary import subject, title
from ui.embedding.oembed import MAX_SIZE, oembed, wanted
from ui.embedding.part import part_document, parts_of
from ui.link import nav
from ui.link.named import keys_of, taken_part, view_of
from ui.server.plain_page import font_rules, relative_root, words_of
from ui.serving.assets import versioned
from ui.serving.http_answer import answer_content
from ui.serving.queues import Queue
from ui.settings.public_address import asked_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response


_THEME, _SCRIPT = "theme", "own/part.js"
_AGE = "public, max-age=3600"
queue = Queue("parts", at_once=1, waiting=32, patience_s=10.0)


def framed_part(base: str) -> Callable[[Request], Response]:
    """Make the endpoint of one part of a view: ``/embed/PAGE?part=map`` and the keys of the view."""

    def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if page not in {entry.name for entry in nav.ENTRIES}:
            return PlainTextResponse("There is no such view here.", status_code=404)
        keys = keys_of(request.url.query)
        part = taken_part(keys) or MAP
        theme = keys.pop(_THEME, [""])[-1]
        words = words_of(request.scope, request.url.query)
        root = asked_address(request.scope, base)
        view = view_of(page, keys, guess=words.lang)
        content, part = with_map(view, cached_content(view, root), part)
        here = relative_root(request.scope, base)
        script = f"{here}{versioned(_SCRIPT)}"
        text = part_document(content, part, script=script, fonts=font_rules(here), theme=theme)
        if text is None:
            known = ", ".join(parts_of(content))
            return PlainTextResponse(f"This view has no such part. It has: {known}.", status_code=404)
        more = {"Cache-Control": _AGE, "Vary": "Accept-Language"}
        return answer_content(request.headers, text.encode(), media_type="text/html", more=more)

    return endpoint


def described(base: str) -> Callable[[Request], Response]:
    """Make the endpoint of oEmbed: ``/oembed?url=LINK&format=json``."""

    def endpoint(request: Request) -> Response:
        asked = request.query_params
        if asked.get("format", "json") != "json":
            return PlainTextResponse("Only format=json is offered.", status_code=501)
        root = asked_address(request.scope, base)
        found = None if root is None else wanted(asked.get("url", ""), root)
        if root is None or found is None:
            return PlainTextResponse("There is no such view here.", status_code=404)
        view = view_of(found.page, keys_of(found.query))
        name = ": ".join(filter(None, (title(view), subject(view))))
        most = (_size(asked.get("maxwidth")), _size(asked.get("maxheight")))
        return JSONResponse(dict(oembed(found, root, name, most=most)), headers={"Cache-Control": _AGE})

    return endpoint


def _size(text: str | None) -> int:
    """Read a size; what is none sets no limit."""
    return (
        int(text)
        if text and text.isascii() and text.isdigit() and len(text) <= len(str(MAX_SIZE))
        else MAX_SIZE
    )

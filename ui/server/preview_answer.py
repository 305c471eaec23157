"""Start pages with the tags of their view, and pictures: cached, made a few at a time, off the event loop."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response

from corridor.memory.caches import Cache
from corridor.picture.draw import draw
from ui.content.cached import cached_content
from ui.content.picture import picture_of, shown_by
from ui.evidence.memory import today
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE
from ui.link import nav
from ui.link.named import keys_of, view_of
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.server.document import DESCRIPTION_TAG, UNREAD, in_language
from ui.server.first_screen import first_screen
from ui.server.plain_page import words_of
from ui.serving.http_answer import IDENTITY, answer, digest_of
from ui.serving.packed import Packed, packed
from ui.serving.queues import BusyError, Queue, Results, light
from ui.settings.dataset import dataset, token_of
from ui.settings.public_address import asked_address
from ui.share.link_tags import tags

if TYPE_CHECKING:
    from collections.abc import Hashable

    from starlette.requests import Request
    from starlette.types import Scope

    from ui.link.view import View

PATIENCE_S, PATIENCE_OF_READERS_S = 0.8, 8.0
MAX_PAGES, MAX_BYTES = 256, 16_000_000
_HEAD_END = "</head>"
_PHONE = "Mobi"
_IN_ALL_LANGUAGES = ("overview", "routes")
_PICTURE_AGE = "public, max-age=86400"
# Programs that read a page for its tags; they wait, a visitor does not.
_READERS = re.compile(
    r"bot|crawl|spider|preview|facebookexternalhit|slack|telegram|whatsapp|viber|discord|linkedin|skype|teams"
    r"|embedly|mastodon|signal|outlook|curl|wget",
    re.IGNORECASE,
)
log = logging.getLogger(__name__)

pages = Results(
    Queue("tags", at_once=1, waiting=16, patience_s=PATIENCE_OF_READERS_S),
    most=MAX_PAGES,
    most_weight=MAX_BYTES,
    weigh=lambda page: float(page.size),
)
screens: Cache[str] = Cache("first screens", most=MAX_PAGES, most_weight=MAX_BYTES, weigh=sys.getsizeof)
pictures = Results(Queue("pictures", at_once=1, waiting=16, patience_s=20.0), most=192)
QUEUES = (pages.queue, pictures.queue)


async def start_page(scope: Scope, page: str, plain: str, base: str) -> Response:
    """
    Answer a page with the tags of its view.

    Parameters
    ----------
    scope
        The request.
    page
        Name of the page.
    plain
        The page without tags; sent as it is where the tags are not ready in time.
    base
        Path under which the app is served.
    """
    headers = Headers(scope=scope)
    query, root = scope["query_string"].decode("latin-1"), asked_address(scope, base)
    guess = words_of(scope, query).lang
    plain = in_language(plain, guess)
    is_phone = headers.get("sec-ch-ua-mobile") == "?1" or _PHONE in headers.get("user-agent", "")
    patience = PATIENCE_OF_READERS_S if _READERS.search(headers.get("user-agent", "")) else PATIENCE_S
    try:
        work = asyncio.ensure_future(
            pages.get(
                ("address", page, root, query, guess, is_phone, today(), token_of(dataset())),
                partial(_tagged, page, query, plain, root, guess, is_phone=is_phone),
            )
        )
        work.add_done_callback(_forgive)
        content = await asyncio.wait_for(asyncio.shield(work), patience)
    except (TimeoutError, BusyError):
        content = await untagged(plain)
    except Exception:  # a page must open, whatever its link says
        log.exception("The tags of a link could not be written: %s", page)
        content = await untagged(plain)
    more = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Sec-CH-UA-Mobile, User-Agent"}
    return content.answer(headers, more)


async def picture(request: Request) -> Response:
    """Answer the picture of a view; the page stands in the path, the keys of the view in the query."""
    page = request.path_params["page"]
    if page not in {entry.name for entry in nav.ENTRIES}:
        return PlainTextResponse("There is no such view here.", status_code=404)
    try:
        view = await light.run(partial(_view, page, request.url.query))
        content, digest = await pictures.get(_key(view), partial(_drawn, view))
    except BusyError:
        words = "The server is drawing other pictures. Ask again in some seconds."
        return PlainTextResponse(words, status_code=503, headers={"Retry-After": "5"})
    more = {"Cache-Control": _PICTURE_AGE, "X-Content-Type-Options": "nosniff"}
    made = {IDENTITY: partial(bytes, content)}
    return answer(request.headers, made, tag=digest, media_type="image/png", more=more)


def prepare() -> None:
    """Draw the first picture and the first screens that most ask for, before anybody asks."""
    view = _view(nav.ENTRIES[0].name, "")
    pictures.put(_key(view), partial(_drawn, view))
    for entry in nav.ENTRIES:
        for lang in LANGUAGES if entry.name in _IN_ALL_LANGUAGES else (SOURCE_LANGUAGE,):
            _screen(_view(entry.name, f"lang={lang}"))
        _screen(_view(entry.name, f"lang={SOURCE_LANGUAGE}"), is_phone=True)


async def untagged(plain: str) -> Packed:
    """Give a page without tags in each encoding."""
    found = pages.known(("plain", plain))
    return found or await asyncio.to_thread(pages.put, ("plain", plain), partial(packed, plain))


def _view(page: str, query: str) -> View:
    """Read the view of an address."""
    return view_of(page, keys_of(query))


def _key(view: View) -> Hashable:
    """Give all that the picture of a view depends on: keys of the address that it does not show are none."""
    return ("view", view.page, view.data_token, *shown_by(view))


def _drawn(view: View) -> tuple[bytes, str]:
    """Draw a picture, unless another address shows the very same; give it with its digest."""
    shown = picture_of(view)
    digest = hashlib.sha256(repr(shown).encode()).hexdigest()
    drawn: tuple[bytes, str] = pictures.put(("picture", digest), lambda: _with_digest(draw(shown)))
    return drawn


def _with_digest(content: bytes) -> tuple[bytes, str]:
    """Give a picture with its digest."""
    return content, digest_of(content)


def _tagged(page: str, query: str, plain: str, root: str | None, guess: str, *, is_phone: bool) -> Packed:
    """Write the page of an address, unless another address names the very same view."""
    keys = keys_of(query)
    view, look = view_of(page, keys, guess=guess), (keys.get("embed", [""])[-1] == "true", is_phone)
    key = ("view", page, root, look, today(), tuple(encode(stamped(view)).items()))
    return pages.put(key, lambda: packed(_filled(plain, view, root, look)))


def _filled(plain: str, view: View, root: str | None, look: tuple[bool, bool]) -> str:
    """Put the tags into the page, and its first screen; of a visitor's own data there is none."""
    page = plain.replace(DESCRIPTION_TAG, "", 1).replace(_HEAD_END, f"{tags(view, root)}{_HEAD_END}", 1)
    if view.state.own:
        return page
    try:
        screen = _screen(view, *look)
    except Exception:  # a page must open, whatever its link says
        log.exception("The first screen of a view could not be written: %s", view.page)
        return page
    return page.replace(UNREAD, screen, 1)


def _screen(view: View, is_embedded: bool = False, is_phone: bool = False) -> str:  # noqa: FBT001, FBT002 - its key
    """Write the first screen of a view, or give it as written before: the server's name is not in it."""
    key = (view.page, view.data_token, is_embedded, is_phone, today(), tuple(encode(view.state).items()))
    look = {"is_embedded": is_embedded, "is_phone": is_phone}
    return screens.get(key, lambda: str(first_screen(view, cached_content(view), **look)))


def _forgive(work: asyncio.Future[Any]) -> None:
    """Look at the error of work that nobody waits for any more."""
    if not work.cancelled():
        work.exception()

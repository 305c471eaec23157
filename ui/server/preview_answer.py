"""Start pages with the tags of their view, and pictures: kept, a few at a time, away from the event loop."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import logging
import re
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import brotli
from starlette.responses import PlainTextResponse, Response

from corridor.picture.draw import draw
from ui.link import nav
from ui.link.state import MAX_KEYS, encode, guess_language
from ui.server.document import DESCRIPTION_TAG, in_language
from ui.server.share_answer import view_of
from ui.settings.public_address import public_address
from ui.share.link_tags import tags
from ui.share.panel import stamped
from ui.share.preview import picture_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from starlette.requests import Request
    from starlette.types import Scope

    from ui.link.view import View

MOST_WAITING = 16
MOST_LETTERS = 8_000
PATIENCE_S, PATIENCE_OF_READERS_S = 0.15, 8.0
_HEAD_END = "</head>"
_QUALITY = 5
_PICTURE_AGE = "public, max-age=86400"
# Programs that read a page for its tags; they wait, a visitor does not.
_READERS = re.compile(
    r"bot|crawl|spider|preview|facebookexternalhit|slack|telegram|whatsapp|viber|discord|linkedin|skype|teams"
    r"|embedly|mastodon|signal|outlook|curl|wget",
    re.IGNORECASE,
)
log = logging.getLogger(__name__)


class BusyError(Exception):
    """There is too much to do at the moment."""


class Kept:
    """
    The last few results of a kind of work, each made once on a thread of its own.

    Parameters
    ----------
    most
        How many results are kept.
    """

    def __init__(self, name: str, most: int) -> None:
        self._most = most
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._waiting = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Give a known result, or make it; raises `BusyError` if `MOST_WAITING` others wait."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        if self._waiting >= MOST_WAITING:
            raise BusyError
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, self.put, key, make)
        finally:
            self._waiting -= 1

    def put(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Make a result unless another has just made it."""
        with self._lock:
            if key in self._known:
                return self._known[key]
        result = make()
        with self._lock:
            self._known[key] = result
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        return result


pages = Kept("tags", most=256)
pictures = Kept("pictures", most=96)


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
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    keys = keys_of(scope["query_string"].decode("latin-1"))
    root = _root(scope, headers, base)
    is_reader = bool(_READERS.search(headers.get("user-agent", "")))
    guess = guess_language(headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip())
    try:
        view = view_of(page, keys, guess=guess)
        plain = in_language(plain, view.lang)
        key = (page, root, tuple(encode(stamped(view)).items()))
        work = asyncio.ensure_future(pages.get(key, lambda: _encoded(_with_tags(plain, view, root))))
        work.add_done_callback(_forgive)
        content = await asyncio.wait_for(
            asyncio.shield(work), PATIENCE_OF_READERS_S if is_reader else PATIENCE_S
        )
    except (TimeoutError, BusyError):
        content = await asyncio.to_thread(pages.put, ("plain", plain), lambda: _encoded(plain))
    except Exception:  # a page must open, whatever its link says
        log.exception("The tags of a link could not be written: %s", page)
        content = await asyncio.to_thread(pages.put, ("plain", plain), lambda: _encoded(plain))
    return _sent(headers, content)


async def picture(request: Request) -> Response:
    """Answer the picture of a view; the page stands in the path, the keys of the view in the query."""
    page = request.path_params["page"]
    if page not in {entry.name for entry in nav.ENTRIES}:
        return PlainTextResponse("There is no such view here.", status_code=404)
    view = view_of(page, keys_of(request.url.query))
    key = (page, tuple(encode(stamped(view)).items()))
    try:
        content, etag = await pictures.get(key, lambda: _drawn(view))
    except BusyError:
        words = "The server is drawing other pictures. Ask again in some seconds."
        return PlainTextResponse(words, status_code=503, headers={"Retry-After": "5"})
    headers = {"Cache-Control": _PICTURE_AGE, "ETag": etag, "X-Content-Type-Options": "nosniff"}
    if request.headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="image/png", headers=headers)


def prepare() -> None:
    """Draw the first picture, so that what is loaded or read once is there before anybody asks."""
    view = view_of(nav.ENTRIES[0].name, {})
    pictures.put((view.page, tuple(encode(stamped(view)).items())), lambda: _drawn(view))


def keys_of(query: str) -> Mapping[str, Sequence[str]]:
    """Read the keys of an address; what is too long or too much is not read at all."""
    if len(query) > MOST_LETTERS:
        return {}
    try:
        found = parse_qs(query, keep_blank_values=True, max_num_fields=2 * MAX_KEYS)
    except ValueError:
        return {}
    return found


def _root(scope: Scope, headers: Mapping[str, str], base: str) -> str | None:
    """Address of the server's root as the request was sent to it."""
    scheme = headers.get("x-forwarded-proto", str(scope.get("scheme", "http"))).partition(",")[0].strip()
    host = headers.get("x-forwarded-host", headers.get("host", "")).partition(",")[0].strip()
    return public_address(f"{scheme}://{host}{base}", {"host": host})


def _with_tags(plain: str, view: View, root: str | None) -> str:
    """Put the tags into the page."""
    return plain.replace(DESCRIPTION_TAG, "", 1).replace(_HEAD_END, f"{tags(view, root)}{_HEAD_END}", 1)


def _encoded(text: str) -> dict[str, tuple[bytes, str]]:
    """Give a page in each encoding, with its digest."""
    plain = text.encode()
    digest = hashlib.sha256(plain).hexdigest()[:16]
    made = {
        "br": brotli.compress(plain, quality=_QUALITY),
        "gzip": gzip.compress(plain, mtime=0),
        "identity": plain,
    }
    return {name: (content, f'"{digest}-{name}"') for name, content in made.items()}


def _sent(headers: Mapping[str, str], encoded: Mapping[str, tuple[bytes, str]]) -> Response:
    """Send a page in the best encoding that the caller takes, or say that it has not changed."""
    accepted = headers.get("accept-encoding", "")
    encoding = next((one for one in ("br", "gzip") if one in accepted), "identity")
    content, etag = encoded[encoding]
    carried = {"Cache-Control": "no-cache", "ETag": etag, "Vary": "Accept-Encoding, Accept-Language"}
    if headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=carried)
    if encoding != "identity":
        carried["Content-Encoding"] = encoding
    return Response(content, media_type="text/html", headers=carried)


def _drawn(view: View) -> tuple[bytes, str]:
    """Draw a picture; give it with its digest."""
    content = draw(picture_of(view))
    return content, f'"{hashlib.sha256(content).hexdigest()[:16]}"'


def _forgive(work: asyncio.Future[Any]) -> None:
    """Look at the error of work that nobody waits for any more."""
    if not work.cancelled():
        work.exception()

"""Stories over HTTP: each a document that holds all its slides, shown live or saved as a file."""

from __future__ import annotations

import gzip
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import brotli
from starlette.responses import JSONResponse

from corridor.errors import StoryError
from corridor.story.packed import unpack
from ui.link.named import keys_of, view_of
from ui.link.nav import ENTRIES
from ui.server.plain_page import font_rules, framed, plain_page, relative_root, words_of
from ui.serving.assets import versioned
from ui.serving.http_answer import GZIP_LEVEL, IDENTITY, answer, answer_content, digest_of
from ui.serving.queues import BusyError, Queue, Results, busy
from ui.settings.dataset import dataset
from ui.settings.public_address import asked_address
from ui.stories import shelf_page
from ui.stories.deck import deck
from ui.stories.shelf import shelf
from ui.stories.slides import shown_slides

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.story.story import Story
    from ui.language.text import Words

FOLDER = "present"
OWN, PACKED = "own", "s"
_FILE = ".html"
_MAX_STORIES, _MAX_BYTES = 48, 24_000_000
_QUALITY = 5
_SCRIPT, _LIST_SCRIPT = "own/present.js", "own/stories.js"


def _weight(document: _Document) -> float:
    """Count the bytes of a document in every encoding."""
    return float(sum(len(content) for content in document.encodings.values()))


class _Document(NamedTuple):
    """A story written, in each encoding, with its digest."""

    digest: str
    encodings: dict[str, bytes]
    problems: tuple[str, ...] = ()


stories = Results(
    Queue("stories", at_once=1, waiting=16, patience_s=20.0),
    most=_MAX_STORIES,
    most_weight=_MAX_BYTES,
    weigh=_weight,
)


def presented(base: str) -> Callable[[Request], Awaitable[Response]]:
    """
    Make the endpoint of stories: ``/present/NAME`` shows one, ``/present/NAME.html`` sends it as a file.

    Parameters
    ----------
    base
        Path under which the app is served, such as "/kz".
    """

    async def endpoint(request: Request) -> Response:
        name, query = request.path_params["story"], request.url.query
        words = words_of(request.scope, query)
        is_file = name.endswith(_FILE)
        try:
            story = _story(name.removesuffix(_FILE), query)
        except StoryError as error:
            return _refused(request, base, words, words.error(error))
        if story is None:
            text = words.gettext("There is no story at this address. Check the link, or choose a page.")
            return _refused(request, base, words, text, status=404)
        root = asked_address(request.scope, base)
        here = "" if is_file else relative_root(request.scope, base)
        key = (story, words.lang, root, is_file, here)
        try:
            made = await stories.get(key, partial(_made, *key))
        except BusyError:
            return busy()
        more = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Content-Language": words.lang}
        if is_file:
            more["Content-Disposition"] = f'attachment; filename="{story.id or "story"}-{words.lang}.html"'
        contents = {name: partial(bytes, content) for name, content in made.encodings.items()}
        return answer(request.headers, contents, tag=made.digest, media_type="text/html", more=more)

    return endpoint


def listed(base: str) -> Callable[[Request], Response]:
    """Make the endpoint of the page that lists the stories."""

    def endpoint(request: Request) -> Response:
        words = words_of(request.scope, request.url.query)
        page = framed(
            request.scope,
            base,
            words,
            title=words.gettext("Stories to present"),
            main=shelf_page.body(words, relative_root(request.scope, base)),
            styles=shelf_page.styles(),
            script=versioned(_LIST_SCRIPT),
        )
        more = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Content-Language": words.lang}
        return answer_content(request.headers, page.encode(), media_type="text/html", more=more)

    return endpoint


def checked(base: str) -> Callable[[Request], Awaitable[Response]]:
    """Make the endpoint that says whether a story can be presented: its faults, its size."""

    async def endpoint(request: Request) -> Response:
        story = shelf().get(request.path_params["story"])
        if story is None:
            return JSONResponse({"problems": [], "bytes": 0, "data": ""}, status_code=404)
        words = words_of(request.scope, request.url.query)
        root = asked_address(request.scope, base)
        key = (story, words.lang, root, True, "")
        try:
            made = await stories.get(key, partial(_made, *key))
        except BusyError:
            return busy()
        found = dataset()
        body = {
            "problems": list(made.problems),
            "bytes": len(made.encodings[IDENTITY]),
            "data": f"{found.version}, {found.package.created}",
        }
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    return endpoint


def _story(name: str, query: str) -> Story | None:
    """Find the story of an address: a shipped one, or a visitor's own, which the link carries."""
    if name != OWN:
        return shelf().get(name)
    return unpack(keys_of(query).get(PACKED, [""])[-1])


def _refused(request: Request, base: str, words: Words, text: str, *, status: int = 400) -> Response:
    """Say why there is no story."""
    heading = words.gettext("No story here")
    return plain_page(request.scope, base, words, heading=heading, text=text, status=status)


def _made(story: Story, lang: str, root: str | None, is_file: bool, here: str) -> _Document:  # noqa: FBT001
    """Write a story as a document."""
    view = view_of(ENTRIES[0].name, {"lang": [lang]})
    address = "" if root is None or story.is_own else f"{root}/{FOLDER}/{story.id}?lang={lang}"
    slides = shown_slides(story, view, root)
    text = deck(
        story,
        slides,
        view,
        address=address,
        script=None if is_file else f"{here}{versioned(_SCRIPT)}",
        fonts="" if is_file else font_rules(here),
        ready="" if is_file else f"{here}readyz",
    )
    plain = text.encode()
    encodings = {
        "br": brotli.compress(plain, quality=_QUALITY),
        "gzip": gzip.compress(plain, compresslevel=GZIP_LEVEL, mtime=0),
        IDENTITY: plain,
    }
    problems = tuple(slide.problem for slide in slides if slide.problem)
    return _Document(digest_of(plain), encodings, problems)

"""Stories over HTTP: each a document that holds all its slides, shown live or saved as a file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import JSONResponse

from corridor.errors import StoryError
from corridor.publication.story_forms import DECK, STORY_FORMS, story_file_name
from corridor.story.packed import unpack
from ui.evidence.memory import today
from ui.link.named import keys_of, view_of
from ui.link.nav import ENTRIES
from ui.server.plain_page import font_rules, framed, plain_page, relative_root, words_of
from ui.server.story_papers import QUEUES as PAPER_QUEUES
from ui.server.story_papers import story_paper
from ui.serving.assets import versioned
from ui.serving.http_answer import answer_content
from ui.serving.packed import Packed, packed
from ui.serving.queues import BusyError, Queue, Results, busy
from ui.settings.dataset import dataset, token_of
from ui.settings.public_address import asked_address
from ui.stories import shelf_page
from ui.stories.deck import Served, deck
from ui.stories.files import OWN, PACKED, files_of, story_link
from ui.stories.shelf import shelf
from ui.stories.slides import shown_slides

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.story.story import Story
    from ui.language.text import Words

_MAX_STORIES, _MAX_BYTES = 48, 24_000_000
_SCRIPT, _LIST_SCRIPT = "own/present.js", "own/stories.js"


class _Document(NamedTuple):
    """A story written, and what is wrong with it."""

    page: Packed
    problems: tuple[str, ...]


class _Look(NamedTuple):
    """How a story is written: its language, the root of the server seen from here, live or as a file."""

    lang: str
    root: str | None
    here: str = ""
    is_file: bool = False


def _documents(name: str) -> Results:
    """Make a queue of documents with its cache."""
    queue = Queue(name, at_once=1, waiting=16, patience_s=20.0)
    return Results(
        queue, most=_MAX_STORIES, most_weight=_MAX_BYTES, weigh=lambda document: float(document.page.size)
    )


# A visitor's own story may ask for sixty views: nobody who presents a shipped one waits for it.
stories, own_stories = _documents("stories"), _documents("own stories")
QUEUES = (stories.queue, own_stories.queue, *PAPER_QUEUES)


def presented(base: str) -> Callable[[Request], Awaitable[Response]]:
    """
    Make the endpoint of stories: ``/present/NAME`` shows one, ``/present/NAME.FORM`` sends it as a file.

    Parameters
    ----------
    base
        Path under which the app is served, such as "/kz".
    """

    async def endpoint(request: Request) -> Response:
        name, query = request.path_params["story"], request.url.query
        words = words_of(request.scope, query)
        name, _dot, form = name.partition(".")
        if form and form not in STORY_FORMS:
            known = words.gettext("There is no such form. Choose from: {forms}.")
            return _refused(request, base, words, known.format(forms=", ".join(STORY_FORMS)), status=404)
        is_file = form == DECK
        try:
            story = _story(name, query)
        except StoryError as error:
            return _refused(request, base, words, words.error(error))
        if story is None:
            text = words.gettext("There is no story at this address. Check the link, or choose a page.")
            return _refused(request, base, words, text, status=404)
        root = asked_address(request.scope, base)
        here = "" if is_file else relative_root(request.scope, base)
        try:
            if form and not is_file:
                return await story_paper(request.headers, story, form, words.lang, root)
            made = await _document(story, _Look(words.lang, root, here, is_file))
        except BusyError:
            return busy()
        more = {"Cache-Control": "no-cache", "Vary": "Accept-Language", "Content-Language": words.lang}
        if is_file:
            file = story_file_name(story.id, words.lang, form)
            more["Content-Disposition"] = f'attachment; filename="{file}"'
        return made.page.answer(request.headers, more)

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
        try:
            made = await _document(story, _Look(words.lang, root, is_file=True))
        except BusyError:
            return busy()
        found = dataset()
        body = {
            "problems": list(made.problems),
            "bytes": made.page.plain_size,
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


async def _document(story: Story, look: _Look) -> _Document:
    """Give a story as a document, written once for all who ask on the same day."""
    results = own_stories if story.is_own else stories
    document: _Document = await results.get(
        (story, look, today(), token_of(dataset())), partial(_made, story, look)
    )
    return document


def _made(story: Story, look: _Look) -> _Document:
    """Write a story as a document."""
    view = view_of(ENTRIES[0].name, {"lang": [look.lang]})
    slides = shown_slides(story, view, look.root)
    text = deck(
        story,
        slides,
        view,
        address="" if look.root is None or story.is_own else story_link(story, look.lang, look.root),
        served=None if look.is_file else _served(story, look),
    )
    return _Document(packed(text), tuple(slide.problem for slide in slides if slide.problem))


def _served(story: Story, look: _Look) -> Served:
    """Say what a story that is shown live asks of this server."""
    return Served(
        script=f"{look.here}{versioned(_SCRIPT)}",
        fonts=font_rules(look.here),
        ready=f"{look.here}readyz",
        files=files_of(story, look.lang),
    )

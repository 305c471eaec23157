"""Stories as papers over HTTP: PDF, slides, note of Word, data; cached, made one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corridor.publication.story_forms import story_file_name
from ui.evidence.memory import today
from ui.link.named import view_of
from ui.link.nav import ENTRIES
from ui.server.brief_answer import File, sent
from ui.serving.http_answer import digest_of
from ui.serving.queues import Queue, Results, light
from ui.stories.files import story_file

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.responses import Response

    from corridor.story.story import Story

_MAX_FILES, _MAX_BYTES = 48, 24_000_000


def _files(name: str) -> Results:
    """Make a queue of files with its cache."""
    queue = Queue(name, at_once=1, waiting=12, patience_s=25.0)
    return Results(
        queue, most=_MAX_FILES, most_weight=_MAX_BYTES, weigh=lambda file: float(len(file.content))
    )


# A visitor's own story may ask for sixty views: nobody who saves a shipped one waits for it.
papers, own_papers = _files("story papers"), _files("own story papers")
QUEUES = (papers.queue, own_papers.queue)


async def story_paper(headers: Headers, story: Story, form: str, lang: str, root: str | None) -> Response:
    """
    Answer with a story in one form, written once for all who ask on the same day.

    Raises
    ------
    ui.serving.queues.BusyError
        If the queue is full.
    """
    results = own_papers if story.is_own else papers
    file: File = await results.get(
        (story, form, lang, root, today()), partial(_made, story, form, lang, root)
    )
    return await light.run(partial(sent, headers, form, file))


def _made(story: Story, form: str, lang: str, root: str | None) -> File:
    """Write a story in one form."""
    made = story_file(story, view_of(ENTRIES[0].name, {"lang": [lang]}), form, root)
    return File(made, story_file_name(story.id, lang, form), digest_of(made))

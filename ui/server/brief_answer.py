"""The plain route that writes a view as a file: cached, made one at a time, off the event loop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from starlette.responses import PlainTextResponse, Response

from corridor.errors import QuestionError
from corridor.publication.forms import FORMS, SIZES, THEMES, file_name, write
from ui.content.cached import cached_content
from ui.content.second_map import with_map
from ui.evidence.memory import today
from ui.link.named import keys_of, taken_part, view_of
from ui.link.nav import ENTRIES
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.serving.http_answer import answer_content, digest_of
from ui.serving.measures import measures
from ui.serving.queues import BusyError, Queue, Results, busy, light
from ui.settings.public_address import asked_address

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.datastructures import Headers
    from starlette.requests import Request

    from ui.link.view import View

FOLDER = "brief"
PAGES = tuple(entry.name for entry in ENTRIES)
_SIZE, _THEME = "size", "theme"
_AGE = "private, max-age=300"
_MAX_WEIGHT = 48 * 2**20
# Endings of files that a transfer makes smaller.
_TEXTS = ("html", "svg")


class File(NamedTuple):
    """A file with its name and its digest."""

    content: bytes
    name: str
    digest: str


files = Results(
    Queue("briefs", at_once=1, waiting=12, patience_s=25.0),
    most=96,
    most_weight=_MAX_WEIGHT,
    weigh=lambda file: float(len(file.content)),
)


def brief(base: str) -> Callable[[Request], Awaitable[Response]]:
    """
    Make the endpoint that writes a view as a file, for an app served below a path.

    The page and the form stand in the path, the keys of the view in the query, with ``size`` and ``theme``
    of a picture, and ``part`` if it shows the map or one chart alone: ``part=chart.staircase``.
    """

    async def answer(request: Request) -> Response:
        page, form = request.path_params["page"], request.path_params["form"]
        if page not in PAGES:
            return _refused(404, f"There is no page of this name. Choose from: {', '.join(PAGES)}.")
        if form not in FORMS:
            return _refused(404, f"There is no such form. Choose from: {', '.join(FORMS)}.")
        keys = keys_of(request.url.query)
        part = taken_part(keys) if FORMS[form].kind == "picture" else ""
        size, theme = keys.pop(_SIZE, [SIZES[0]])[-1], keys.pop(_THEME, [THEMES[0]])[-1]
        for name, value, known in ((_SIZE, size, SIZES), (_THEME, theme, THEMES)):
            if value not in known:
                return _refused(400, f"This {name} is unknown. Choose from: {', '.join(known)}.")
        look = (size, theme, part) if FORMS[form].kind == "picture" else (SIZES[0], THEMES[0], "")
        try:
            view = await light.run(partial(view_of, page, keys))
            root = asked_address(request.scope, base)
            key = (page, view.data_token, root, tuple(encode(stamped(view)).items()), form, *look, today())
            file: File = await files.get(key, partial(_file, view, root, form, look))
            return await light.run(partial(sent, request.headers, form, file))
        except BusyError:
            return busy()
        except QuestionError:
            return _refused(404, "This view has no such part.")

    return answer


def _file(view: View, root: str | None, form: str, look: tuple[str, str, str]) -> File:
    """Write a view in one form."""
    size, theme, part = look
    found, part = with_map(view, cached_content(view, root), part)
    made = write(found, form=form, size=size, theme=theme, part=part)
    measures.files.labels(form).inc()
    return File(made, file_name(found, form, look[-1]), digest_of(made))


def sent(headers: Headers, form: str, file: File) -> Response:
    """Send a file to be saved, or say that it has not changed."""
    more = {
        "Cache-Control": _AGE,
        "Content-Disposition": f'attachment; filename="{file.name}"',
        "X-Content-Type-Options": "nosniff",
    }
    kind = FORMS[form]
    is_packed = kind.ending not in _TEXTS
    return answer_content(
        headers, file.content, media_type=kind.media_type, more=more, tag=file.digest, is_packed=is_packed
    )


def _refused(status: int, words: str) -> Response:
    """Say in words why there is no file."""
    return PlainTextResponse(words, status_code=status, headers={"Cache-Control": "no-store"})

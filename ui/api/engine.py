"""What the API answers with the engine: each question of the command line, so many at once."""

from __future__ import annotations

from contextlib import contextmanager
from functools import lru_cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from corridor.questions.catalogue import BY_VERB
from corridor.questions.parameters import read
from corridor.questions.tables import as_json, body, csv
from corridor.scenario.codec import MOST_LETTERS
from ui.api.problem import BusyError
from ui.api.query import form, parameters, refuse_parameters
from ui.api.response import sent
from ui.evidence.memory import today
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.questions.catalogue import Question
    from corridor.questions.tables import Answer

MOST_AT_ONCE = 2
PATIENCE_S = 10.0
_KEPT = 64
_DAY = "today"
_running = BoundedSemaphore(MOST_AT_ONCE)


def answer_question(question: Question, request: Request, _root: str) -> Response:
    """
    Answer a question with the same tables as the command line.

    Raises
    ------
    corridor.errors.CorridorError
        If a part cannot be read or the question cannot be answered; `BusyError` if `MOST_AT_ONCE` others are
        being worked out and none ends within `PATIENCE_S`.
    """
    end = form(request)
    in_path = [part.name for part in question.parameters if f"{{{part.name}}}" in question.path]
    names = [part.name for part in question.parameters if part.name not in in_path]
    asked = refuse_parameters(parameters(request), (*names, "table"), longest=MOST_LETTERS)
    table = asked.pop("table", "")
    asked |= {name: str(request.path_params[name]) for name in in_path}
    if _DAY in names and not asked.get(_DAY):
        asked[_DAY] = today().isoformat()  # what is kept of an answer must not outlive its day
    # Read here, too: what cannot be read must not wait for its turn.
    read(question.parameters, asked, is_served=True)
    answer = _known(question.verb, tuple(sorted(asked.items())), dataset().content_hash)
    content = csv(answer, table=table) if end == "csv" else as_json(body(dataset(), answer, table=table))
    file = f"{table or answer.main}.csv" if end == "csv" else None
    return sent(request, content, end, file=file, of_the_day=is_of_the_day(question, request))


def is_of_the_day(question: Question, request: Request) -> bool:
    """Whether the answer to a question depends on the day on which it is asked."""
    has_day = any(part.name == _DAY for part in question.parameters)
    return has_day and not request.query_params.get(_DAY)


@lru_cache(maxsize=_KEPT)
def _known(verb: str, asked: tuple[tuple[str, str], ...], _content_hash: str) -> Answer:
    """Answer to a question, worked out once for all callers."""
    question = BY_VERB[verb]
    with _turn():
        return question.answer(dataset(), read(question.parameters, dict(asked), is_served=True))


@contextmanager
def _turn() -> Iterator[None]:
    """Wait for one's turn, or say that there is none."""
    if not _running.acquire(timeout=PATIENCE_S):
        raise BusyError("server-busy")
    try:
        yield
    finally:
        _running.release()

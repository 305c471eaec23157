"""What the API answers with the engine: each question of the command line, so many at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corridor.questions.parameters import read
from corridor.questions.tables import as_json, body, csv
from corridor.scenario.codec import MAX_CHARACTERS
from ui.api.query import form, parameters, refuse_parameters
from ui.api.response import sent
from ui.evidence.memory import today
from ui.serving.queues import Results, api, heavy
from ui.settings.dataset import dataset_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.dataset.tables import Dataset
    from corridor.questions.catalogue import Question
    from corridor.questions.tables import Answer

_DAY = "today"
answers = Results(heavy, name="answers", most=64)


async def answer_question(question: Question, request: Request, _root: str) -> Response:
    """
    Answer a question with the same tables as the command line.

    The question is read and the answer is written on the threads for the API; an answer that is not
    cached is worked out on those for heavy work, once for all who ask for it.

    Raises
    ------
    corridor.errors.CorridorError
        If a part cannot be read or the question cannot be answered.
    ui.serving.queues.BusyError
        If too many other questions are being worked out.
    """
    table, asked = await api.run(partial(_asked, question, request))
    key = (question.verb, tuple(sorted(asked.items())), dataset_of(request.scope).content_hash)
    answer = await answers.get(key, partial(_answer, question, asked, dataset_of(request.scope)))
    return await api.run(partial(_written, question, request, answer, table))


def is_of_the_day(question: Question, request: Request) -> bool:
    """Whether the answer to a question depends on the day on which it is asked."""
    has_day = any(part.name == _DAY for part in question.parameters)
    return has_day and not request.query_params.get(_DAY)


def _asked(question: Question, request: Request) -> tuple[str, dict[str, str]]:
    """Read the table that is asked for and the parameters; what cannot be read takes no heavy thread."""
    form(request)
    in_path = [part.name for part in question.parameters if f"{{{part.name}}}" in question.path]
    names = [part.name for part in question.parameters if part.name not in in_path]
    asked = refuse_parameters(parameters(request), (*names, "table"), longest=MAX_CHARACTERS)
    table = asked.pop("table", "")
    asked |= {name: str(request.path_params[name]) for name in in_path}
    if _DAY in names and not asked.get(_DAY):
        asked[_DAY] = today().isoformat()  # what is cached of an answer must not outlive its day
    read(question.parameters, asked, is_served=True)
    return table, asked


def _answer(question: Question, asked: dict[str, str], data: Dataset) -> Answer:
    """Work a question out."""
    return question.answer(data, read(question.parameters, asked, is_served=True))


def _written(question: Question, request: Request, answer: Answer, table: str) -> Response:
    """Send an answer as CSV or JSON."""
    end = form(request)
    content = (
        csv(answer, table=table)
        if end == "csv"
        else as_json(body(dataset_of(request.scope), answer, table=table))
    )
    file = f"{table or answer.main}.csv" if end == "csv" else None
    return sent(request, content, end, file=file, of_the_day=is_of_the_day(question, request))

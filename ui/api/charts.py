"""Charts of the API: each as SVG, PNG, PDF or plain values, drawn once for all who ask for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from corridor.language.reader import LanguageReader
from corridor.questions.charts import BY_NAME, FORMS, SHAPE, image
from corridor.questions.parameters import read
from corridor.scenario.codec import MAX_CHARACTERS
from ui.api.problem import AddressError
from ui.api.query import language, parameters, refuse_parameters
from ui.api.response import sent
from ui.evidence.memory import today
from ui.serving.queues import Results, api, heavy
from ui.settings.dataset import dataset_of
from ui.settings.public_address import asked_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from corridor.questions.chart_question import ChartQuestion

PATH = "/chart/{chart}.{form}"
_MAX_CHARTS, _MAX_BYTES = 128, 24_000_000
_drawn = Results(heavy, name="charts", most=_MAX_CHARTS, most_weight=_MAX_BYTES, weigh=len)


async def answer_chart(request: Request, root: str) -> Response:
    """
    Send a chart.

    The question is read and the answer is sent on the threads for the API; a chart that is not cached is
    drawn on those for heavy work, once for all who ask for it.

    Raises
    ------
    corridor.errors.CorridorError
        If a part cannot be read or the chart cannot be drawn.
    ui.serving.queues.BusyError
        If too many other questions are being worked out.
    """
    question, end, asked, lang = await api.run(partial(_asked, request))
    day = today() if question.is_of_the_day else None
    reader = LanguageReader(dataset_of(request.scope), lang)
    link = _link(request, root, asked, lang) if asked.get("size") or end == "pdf" else ""
    key = (question.name, end, tuple(sorted(asked.items())), lang, day, reader.dataset.content_hash, link)
    content = await _drawn.get(key, partial(_image, question, end, asked, reader, link))
    file = f"{question.name}.{end}" if end != "json" else None
    return await api.run(partial(sent, request, content, end, file=file, of_the_day=question.is_of_the_day))


def is_of_the_day(request: Request) -> bool:
    """Whether a chart depends on the day on which it is asked for."""
    found = BY_NAME.get(request.path_params["chart"])
    return found is not None and found.is_of_the_day


def _asked(request: Request) -> tuple[ChartQuestion, str, dict[str, str], str]:
    """Read what is asked for; what cannot be read takes no heavy thread."""
    name = request.path_params["chart"]
    if name not in BY_NAME:
        raise AddressError("chart-unknown", chart=name, known=tuple(BY_NAME))
    question, end = BY_NAME[name], request.path_params["form"]
    if end not in FORMS:
        raise AddressError("chart-form-unknown", form=end)
    parts = (*question.parameters, *SHAPE)
    asked = refuse_parameters(parameters(request), [part.name for part in parts], longest=MAX_CHARACTERS)
    read(parts, asked, is_served=True)
    return question, end, asked, language(request)


def _link(request: Request, root: str, asked: Mapping[str, str], lang: str) -> str:
    """Write the address of a chart as SVG, which the code on its sheet leads to."""
    here = asked_address(request.scope, root)
    shape = {part.name for part in SHAPE}
    keys = {name: value for name, value in asked.items() if name not in shape}
    name = request.path_params["chart"]
    return "" if here is None else f"{here}/chart/{name}.svg?{urlencode({**keys, 'lang': lang})}"


def _image(
    question: ChartQuestion, end: str, asked: Mapping[str, str], reader: LanguageReader, link: str
) -> bytes:
    """Draw a chart."""
    values: dict[str, Any] = read((*question.parameters, *SHAPE), asked, is_served=True)
    chart = question.draw(reader, values, today())
    return image(chart, end, values, dataset=reader.dataset, link=link)
